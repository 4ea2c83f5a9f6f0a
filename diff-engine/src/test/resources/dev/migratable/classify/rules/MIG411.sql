-- before
CREATE TABLE purchase (id bigint PRIMARY KEY, amount integer, note text);
INSERT INTO purchase VALUES (1, 0);
-- statements
ALTER TABLE purchase ADD CONSTRAINT amount_positive CHECK (amount > 0) NOT VALID;
UPDATE purchase SET note = 'late' WHERE id = 1;
