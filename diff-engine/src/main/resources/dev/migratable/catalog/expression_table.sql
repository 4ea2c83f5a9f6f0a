-- A table with the columns that expressions may name, in the schema that only this session sees. Given: its number, the
-- columns.
create temporary table migratable_expressions_%s (%s) on commit drop
