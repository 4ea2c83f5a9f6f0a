-- Gives the table of a number the expressions: as defaults, as generated columns and as checks.
alter table pg_temp.migratable_expressions_%s %s
