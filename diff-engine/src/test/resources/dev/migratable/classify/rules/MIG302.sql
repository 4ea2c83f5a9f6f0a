-- before
CREATE TABLE customer (id bigint PRIMARY KEY, email text);
INSERT INTO customer SELECT i, 'a' || i FROM generate_series(1, 100) i;
-- statements
CREATE INDEX customer_email_idx ON customer (email);
