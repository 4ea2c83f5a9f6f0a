-- Gives the table the expressions: as defaults, as generated columns and as checks.
alter table pg_temp.migratable_expressions %s
