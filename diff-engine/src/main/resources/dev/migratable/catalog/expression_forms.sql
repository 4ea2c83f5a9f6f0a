-- The expressions as the server prints them, by the name under which they were given to the table.
select k.conname as name,
       pg_catalog.pg_get_expr(k.conbin, k.conrelid) as printed
from pg_catalog.pg_constraint k
where k.conrelid = 'pg_temp.migratable_expressions'::regclass
  and k.contype = 'c'
union all
select a.attname,
       pg_catalog.pg_get_expr(d.adbin, d.adrelid)
from pg_catalog.pg_attrdef d
join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
where d.adrelid = 'pg_temp.migratable_expressions'::regclass
