-- before
CREATE TYPE address AS (street text);
CREATE TABLE customer (id bigint PRIMARY KEY, address address);
INSERT INTO customer SELECT i, '(Main Street)' FROM generate_series(1, 100) i;
-- statements
ALTER TYPE address ADD ATTRIBUTE zip text;
