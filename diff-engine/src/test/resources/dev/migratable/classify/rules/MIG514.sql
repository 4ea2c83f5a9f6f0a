-- before
CREATE TABLE customer (id bigint PRIMARY KEY);
INSERT INTO customer VALUES (1), (2);
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE NOTICE ''audited %'', NEW.id; RETURN NEW; END';
CREATE TRIGGER audit AFTER UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION audit();
-- statements
ALTER TABLE customer ADD COLUMN region text;
UPDATE customer SET region = 'EU';
