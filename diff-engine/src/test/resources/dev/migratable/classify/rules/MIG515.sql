-- before
CREATE TABLE document (id bigint PRIMARY KEY, body text);
INSERT INTO document SELECT i, 'a' || i FROM generate_series(1, 100) i;
-- statements
ALTER TABLE document ALTER COLUMN body SET STORAGE EXTERNAL;
