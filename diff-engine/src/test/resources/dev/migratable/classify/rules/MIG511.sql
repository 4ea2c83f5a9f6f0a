-- before
CREATE TABLE customer (id bigint PRIMARY KEY);
CREATE TABLE purchase (id bigint PRIMARY KEY, customer_id integer);
INSERT INTO customer SELECT generate_series(1, 10);
INSERT INTO customer VALUES (3000000000);
INSERT INTO purchase SELECT i, 1 FROM generate_series(1, 100) i;
-- statements
ALTER TABLE purchase ADD FOREIGN KEY (customer_id) REFERENCES customer;
INSERT INTO purchase VALUES (101, 3000000000);
