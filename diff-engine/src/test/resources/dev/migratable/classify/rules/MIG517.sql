-- before
CREATE TABLE document (id bigint PRIMARY KEY, body varchar(100));
ALTER TABLE document ALTER COLUMN body SET STORAGE EXTERNAL;
INSERT INTO document SELECT i, 'a' || i FROM generate_series(1, 100) i;
-- statements
SELECT attstorage FROM pg_attribute WHERE attrelid = 'document'::regclass AND attname = 'body';
ALTER TABLE document ALTER COLUMN body TYPE text;
SELECT attstorage FROM pg_attribute WHERE attrelid = 'document'::regclass AND attname = 'body';
-- after
ALTER TABLE document ALTER COLUMN body TYPE text;
