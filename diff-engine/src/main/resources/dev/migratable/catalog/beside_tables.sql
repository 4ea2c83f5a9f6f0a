-- What stands beside the tables of the scope: enum types, and tables that a contract moved away and that wait for their
-- purge, which have no labels. Parameters as in tables.sql, and the oids of the tables in the scope (bigint[]): an enum type
-- that one of their columns has is in it too.
--
-- Left out: types in the schemas that tables.sql leaves out, those of extensions (deptype e), and those that the connecting
-- role has no part in.
with scope as (
    select ? as any_schema, ?::text[] as schemas, ? as any_table, ?::text[] as table_schemas, ?::text[] as table_names,
           ?::bigint[] as tables
)
select n.nspname,
       t.typname as name,
       array(select e.enumlabel::text from pg_catalog.pg_enum e where e.enumtypid = t.oid order by e.enumsortorder) as labels
from scope
cross join pg_catalog.pg_type t
join pg_catalog.pg_namespace n on n.oid = t.typnamespace
where t.typtype = 'e'
  and n.nspname !~ '^pg_'
  and n.nspname not in ('information_schema', 'migratable', 'migratable_parked')
  and not exists (
      select 1
      from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_type'::regclass and d.objid = t.oid and d.objsubid = 0 and d.deptype = 'e')
  and (scope.any_schema or n.nspname = any (scope.schemas))
  and (not scope.any_table
       or pg_catalog.pg_has_role(t.typowner, 'USAGE')
       or pg_catalog.has_type_privilege(t.oid, 'USAGE'))
  and (scope.any_table
       or exists (
           select 1
           from unnest(scope.table_schemas, scope.table_names) wanted (schema_name, type_name)
           where wanted.schema_name = n.nspname and wanted.type_name = t.typname)
       or exists (
           select 1
           from unnest(scope.tables) wanted (id)
           join pg_catalog.pg_attribute a on a.attrelid = wanted.id::oid
           where a.atttypid in (t.oid, t.typarray) and not a.attisdropped))
union all
select n.nspname, c.relname, null
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'migratable_parked'
  and c.relkind in ('r', 'p')
order by 1, 2
