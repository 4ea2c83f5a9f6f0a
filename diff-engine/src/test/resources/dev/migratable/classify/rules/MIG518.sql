-- before
CREATE TYPE status AS ENUM ('NEW', 'PAID', 'OLD');
CREATE TABLE purchase (id bigint PRIMARY KEY, status status);
INSERT INTO purchase SELECT i, 'NEW' FROM generate_series(1, 100) i;
-- statements
ALTER TABLE purchase ALTER COLUMN status TYPE text;
DROP TYPE status;
CREATE TYPE status AS ENUM ('NEW', 'PAID');
ALTER TABLE purchase ALTER COLUMN status TYPE status USING status::status;
