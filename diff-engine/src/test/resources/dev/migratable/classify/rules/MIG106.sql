-- since 15
-- before
CREATE SEQUENCE ticket;
-- statements
ALTER SEQUENCE ticket SET UNLOGGED;
SELECT relpersistence FROM pg_class WHERE relname = 'ticket';
