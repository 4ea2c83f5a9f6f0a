-- before
CREATE TABLE customer (id serial PRIMARY KEY);
INSERT INTO customer SELECT generate_series(1, 100);
-- statements
ALTER TABLE customer ALTER COLUMN id TYPE bigint;
SELECT data_type, max_value FROM pg_sequences WHERE sequencename = 'customer_id_seq';
ALTER SEQUENCE customer_id_seq AS bigint;
SELECT data_type, max_value FROM pg_sequences WHERE sequencename = 'customer_id_seq';
-- after
ALTER TABLE customer ALTER COLUMN id TYPE bigint;
