-- before
CREATE TABLE customer (id integer PRIMARY KEY);
INSERT INTO customer SELECT generate_series(1, 100);
-- statements
ALTER TABLE customer ALTER COLUMN id TYPE bigint;
