-- Tables that a contract moved away and that wait for their purge.
select n.nspname, c.relname
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'migratable_parked'
  and c.relkind in ('r', 'p')
order by n.nspname, c.relname
