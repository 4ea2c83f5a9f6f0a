-- before
CREATE TABLE customer (id bigint PRIMARY KEY, code text);
INSERT INTO customer VALUES (1, '7'), (2, 'A7');
-- statements
ALTER TABLE customer ADD COLUMN code_number integer;
UPDATE customer SET code_number = code::integer;
UPDATE customer SET code_number = CASE WHEN code ~ '^[0-9]{1,9}$' THEN code::integer END;
-- after
ALTER TABLE customer ADD COLUMN code_number integer;
ALTER TABLE customer DROP COLUMN code;
