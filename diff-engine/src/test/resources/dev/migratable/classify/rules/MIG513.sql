-- before
CREATE TABLE customer (id bigint PRIMARY KEY);
INSERT INTO customer SELECT generate_series(1, 100);
CREATE PUBLICATION outbox FOR TABLE customer;
-- statements
ALTER TABLE customer ADD COLUMN region text;
