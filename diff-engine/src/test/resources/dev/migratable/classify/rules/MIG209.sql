-- before
CREATE TABLE customer (id bigint PRIMARY KEY, email varchar(100));
CREATE VIEW emails AS SELECT email FROM customer;
INSERT INTO customer SELECT i, 'a' || i FROM generate_series(1, 100) i;
-- statements
ALTER TABLE customer ALTER COLUMN email TYPE varchar(200);
DROP VIEW emails;
ALTER TABLE customer ALTER COLUMN email TYPE varchar(200);
CREATE VIEW emails AS SELECT email FROM customer;
