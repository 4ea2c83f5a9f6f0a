-- What stands beside the tables of the scope: enum types, composite types, and tables that a contract moved away and that
-- wait for their purge, which have neither labels nor attributes. Parameters as in tables.sql, and the oids of the tables in
-- the scope (bigint[]): a type that one of their columns has, or an attribute of such a type, is in it too.
--
-- Left out: the row types of tables and views, types in the schemas that tables.sql leaves out, those of extensions
-- (deptype e), and those that the connecting role has no part in.
-- Collation of an attribute: its own where it was given one other than its type's.
with recursive scope as (
    select ? as any_schema, ?::text[] as schemas, ? as any_table, ?::text[] as table_schemas, ?::text[] as table_names,
           ?::bigint[] as tables
),
used as (
    select a.atttypid as id
    from scope
    cross join lateral unnest(scope.tables) wanted (id)
    join pg_catalog.pg_attribute a on a.attrelid = wanted.id::oid
    where not scope.any_table and not a.attisdropped
    union
    select part.id
    from used
    join pg_catalog.pg_type t on t.oid = used.id
    left join pg_catalog.pg_class c on c.oid = t.typrelid and c.relkind = 'c'
    left join pg_catalog.pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    cross join lateral (values (t.typelem), (a.atttypid)) part (id)
    where part.id <> 0
),
listed as (
    select t.oid, t.typtype, t.typrelid, t.typname, n.nspname
    from scope
    cross join pg_catalog.pg_type t
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    left join pg_catalog.pg_class c on c.oid = t.typrelid
    where (t.typtype = 'e' or c.relkind = 'c')
      and n.nspname !~ '^pg_'
      and n.nspname not in ('information_schema', 'migratable', 'migratable_parked')
      and not exists (
          select 1
          from pg_catalog.pg_depend d
          where d.objsubid = 0
            and d.deptype = 'e'
            and (d.classid = 'pg_catalog.pg_type'::regclass and d.objid = t.oid
                 or d.classid = 'pg_catalog.pg_class'::regclass and d.objid = t.typrelid and t.typrelid <> 0))
      and (scope.any_schema or n.nspname = any (scope.schemas))
      and (not scope.any_table
           or pg_catalog.pg_has_role(t.typowner, 'USAGE')
           or pg_catalog.has_type_privilege(t.oid, 'USAGE'))
      and (scope.any_table
           or exists (
               select 1
               from unnest(scope.table_schemas, scope.table_names) wanted (schema_name, type_name)
               where wanted.schema_name = n.nspname and wanted.type_name = t.typname)
           or t.oid in (select used.id from used))
)
select listed.nspname,
       listed.typname as name,
       case
           when listed.typtype = 'e'
               then array(
                   select e.enumlabel::text from pg_catalog.pg_enum e where e.enumtypid = listed.oid order by e.enumsortorder)
       end as labels,
       listed.typtype = 'c' as is_composite,
       attribute.names as attribute_names,
       attribute.types as attribute_types,
       attribute.collations as attribute_collations
from listed
left join lateral (
    select coalesce(array_agg(a.attname::text order by a.attnum), '{}') as names,
           coalesce(array_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) order by a.attnum), '{}') as types,
           coalesce(
               array_agg(
                   case
                       when a.attcollation <> 0 and a.attcollation <> t.typcollation
                           then quote_ident(cn.nspname) || '.' || quote_ident(coll.collname)
                       else ''
                   end
                   order by a.attnum),
               '{}') as collations
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_type t on t.oid = a.atttypid
    left join pg_catalog.pg_collation coll on coll.oid = a.attcollation
    left join pg_catalog.pg_namespace cn on cn.oid = coll.collnamespace
    where listed.typtype = 'c' and a.attrelid = listed.typrelid and a.attnum > 0 and not a.attisdropped) attribute on true
union all
select n.nspname, c.relname, null, false, null, null, null
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'migratable_parked'
  and c.relkind in ('r', 'p')
order by 1, 2
