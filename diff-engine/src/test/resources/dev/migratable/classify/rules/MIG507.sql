-- before
CREATE TABLE booking (room int4range, during tsrange);
INSERT INTO booking SELECT int4range(i, i + 1), tsrange('2020-01-01', '2020-01-02') FROM generate_series(1, 100) i;
-- statements
ALTER TABLE booking ADD CONSTRAINT one_each EXCLUDE USING gist (room WITH =, during WITH &&);
ALTER TABLE booking DROP CONSTRAINT one_each;
-- after
ALTER TABLE booking ADD CONSTRAINT one_each EXCLUDE USING gist (room WITH =, during WITH &&);
