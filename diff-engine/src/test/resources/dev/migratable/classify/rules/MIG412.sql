-- before
CREATE TABLE purchase (id bigint PRIMARY KEY, status text CONSTRAINT purchase_status CHECK (status IN ('NEW', 'PAID')));
INSERT INTO purchase SELECT i, 'NEW' FROM generate_series(1, 100) i;
CREATE TYPE color AS ENUM ('GREEN', 'RED');
-- statements
ALTER TABLE purchase DROP CONSTRAINT purchase_status;
ALTER TABLE purchase ADD CONSTRAINT purchase_status CHECK (status IN ('NEW', 'PAID', 'ON_HOLD'));
ALTER TYPE color ADD VALUE 'BLUE' BEFORE 'GREEN';
