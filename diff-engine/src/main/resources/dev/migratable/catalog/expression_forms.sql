-- The expressions as the server prints them, by the number of the table and the name under which they were given to it.
with asked as (
    select c.oid as id,
           replace(c.relname, 'migratable_expressions_', '')::bigint as number
    from pg_catalog.pg_class c
    where c.relnamespace = pg_catalog.pg_my_temp_schema()
      and c.relname ~ '^migratable_expressions_[0-9]+$'
)
select asked.number,
       k.conname as name,
       pg_catalog.pg_get_expr(k.conbin, k.conrelid) as printed
from asked
join pg_catalog.pg_constraint k on k.conrelid = asked.id
where k.contype = 'c'
union all
select asked.number,
       a.attname,
       pg_catalog.pg_get_expr(d.adbin, d.adrelid)
from asked
join pg_catalog.pg_attrdef d on d.adrelid = asked.id
join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
