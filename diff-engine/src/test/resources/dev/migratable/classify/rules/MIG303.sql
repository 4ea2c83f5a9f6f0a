-- before
CREATE TABLE country (id bigint PRIMARY KEY);
CREATE TABLE customer (id bigint PRIMARY KEY, country_id bigint);
INSERT INTO country SELECT generate_series(1, 10);
INSERT INTO customer SELECT i, 1 FROM generate_series(1, 100) i;
-- statements
ALTER TABLE customer ADD FOREIGN KEY (country_id) REFERENCES country;
