-- A table with the columns that expressions may name, in the schema that only this session sees.
create temporary table migratable_expressions (%s) on commit drop
