-- before
CREATE TABLE customer (id bigint PRIMARY KEY, email text, rate numeric);
INSERT INTO customer SELECT i, 'a' || i, 1 FROM generate_series(1, 100) i;
-- statements
ALTER TABLE customer ADD CHECK (rate > 0);
ALTER TABLE customer ADD UNIQUE (email);
ALTER TABLE customer ALTER COLUMN email SET NOT NULL;
