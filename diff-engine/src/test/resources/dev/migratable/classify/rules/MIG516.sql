-- before
CREATE TABLE event (id bigint PRIMARY KEY);
INSERT INTO event SELECT generate_series(1, 100);
-- statements
ALTER TABLE event SET (autovacuum_enabled = false);
