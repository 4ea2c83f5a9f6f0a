-- before
CREATE TABLE cache (id bigint PRIMARY KEY);
INSERT INTO cache SELECT generate_series(1, 100);
-- statements
ALTER TABLE cache SET UNLOGGED;
