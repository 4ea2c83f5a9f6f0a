-- before
CREATE TABLE customer (id bigint PRIMARY KEY);
INSERT INTO customer SELECT generate_series(1, 100);
-- statements
ALTER TABLE customer ADD COLUMN token text DEFAULT '' UNIQUE;
-- after
DELETE FROM customer;
ALTER TABLE customer ADD COLUMN token text DEFAULT '' UNIQUE;
