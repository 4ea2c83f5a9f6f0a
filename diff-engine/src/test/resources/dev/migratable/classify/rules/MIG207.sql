-- before
CREATE TABLE message (id bigint PRIMARY KEY, payload text);
INSERT INTO message VALUES (1, '{"a": 1}');
-- statements
ALTER TABLE message ALTER COLUMN payload TYPE jsonb;
-- after
ALTER TABLE message ALTER COLUMN payload TYPE jsonb USING payload::jsonb;
