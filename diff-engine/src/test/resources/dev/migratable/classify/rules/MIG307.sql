-- before
CREATE TABLE customer (id bigint PRIMARY KEY, code varchar(10));
INSERT INTO customer SELECT i, 'A' || i FROM generate_series(1, 100) i;
-- statements
ALTER TABLE customer ADD CHECK (code = upper(code));
ALTER TABLE customer ALTER COLUMN code TYPE varchar(20);
