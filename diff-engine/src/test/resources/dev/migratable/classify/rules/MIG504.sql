-- before
CREATE TABLE customer (id bigint PRIMARY KEY, email text);
INSERT INTO customer VALUES (1, NULL);
-- statements
ALTER TABLE customer ALTER COLUMN email SET NOT NULL;
-- after
