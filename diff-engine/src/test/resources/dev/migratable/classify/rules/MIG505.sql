-- before
CREATE TABLE customer (id bigint PRIMARY KEY, email text);
INSERT INTO customer SELECT i, 'a' || i FROM generate_series(1, 100) i;
-- statements
ALTER TABLE customer ADD COLUMN email_address text;
SELECT count(email), count(email_address) FROM customer;
