-- Views and materialized views that use a table or one of its columns; column_name is null for the table as such.
-- Parameters: the schemas and the names of the tables (two arrays of one length).
select distinct
       n.nspname as table_schema,
       c.relname as table_name,
       a.attname as column_name,
       vn.nspname as view_schema,
       v.relname as view_name
from unnest(?::text[], ?::text[]) wanted (table_schema, table_name)
join pg_catalog.pg_namespace n on n.nspname = wanted.table_schema
join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = wanted.table_name
join pg_catalog.pg_depend d
    on d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = c.oid
    and d.classid = 'pg_catalog.pg_rewrite'::regclass
join pg_catalog.pg_rewrite r on r.oid = d.objid
join pg_catalog.pg_class v on v.oid = r.ev_class and v.oid <> c.oid
join pg_catalog.pg_namespace vn on vn.oid = v.relnamespace
left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid and d.refobjsubid > 0
order by 1, 2, 3, 4, 5
