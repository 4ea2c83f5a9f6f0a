-- before
CREATE TABLE customer (id bigint PRIMARY KEY, code varchar(10));
INSERT INTO customer SELECT i, 'a' || i FROM generate_series(1, 100) i;
-- statements
CREATE INDEX customer_code ON customer (lower(code));
ALTER TABLE customer ALTER COLUMN code TYPE varchar(20);
