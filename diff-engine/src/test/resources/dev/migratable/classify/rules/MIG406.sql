-- before
CREATE TABLE customer (id bigint PRIMARY KEY, legacy_code text);
INSERT INTO customer SELECT i, 'a' || i FROM generate_series(1, 100) i;
-- statements
ALTER TABLE customer DROP COLUMN legacy_code;
SELECT legacy_code FROM customer;
