-- Sequences of the scope; parameters as in tables.sql, a sequence owned by a table in the scope being in it too.
--
-- Left out: those that the connecting role has no part in, as in tables.sql; the inside of identity columns (deptype i), sequences of parked columns, and what tables.sql leaves out.
-- deptype a is OWNED BY, as serial sets it.
-- Grants: what roles other than the owner may do, each a role, a line break and the privileges.
-- Persistence: since 15 a sequence can be unlogged; before, nothing is said of it.
with scope as (
    select ? as any_schema, ?::text[] as schemas, ? as any_table, ?::text[] as table_schemas, ?::text[] as table_names
)
select n.nspname,
       c.relname,
       pg_catalog.format_type(s.seqtypid, null) as type,
       s.seqstart,
       s.seqincrement,
       s.seqmin,
       s.seqmax,
       s.seqcache,
       s.seqcycle,
       owner_namespace.nspname as owner_schema,
       owner_table.relname as owner_table,
       owner_column.attname as owner_column,
       coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), '') as comment,
       case
           when current_setting('server_version_num')::integer >= 150000
               then case c.relpersistence when 'u' then 'unlogged' else 'logged' end
       end as persistence,
       case
           when c.relacl is not null
               then array(
                   select case when acl.grantee = 0 then 'PUBLIC' else acl.grantee::regrole::text end
                              || chr(10) || string_agg(acl.privilege_type, ', ' order by acl.privilege_type)
                   from pg_catalog.aclexplode(c.relacl) acl
                   where acl.grantee <> c.relowner
                   group by acl.grantee
                   order by 1)
       end as grants
from scope
cross join pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_sequence s on s.seqrelid = c.oid
left join pg_catalog.pg_depend owned
       on owned.classid = 'pg_catalog.pg_class'::regclass
      and owned.objid = c.oid
      and owned.refclassid = 'pg_catalog.pg_class'::regclass
      and owned.refobjsubid > 0
      and owned.deptype = 'a'
left join pg_catalog.pg_class owner_table on owner_table.oid = owned.refobjid
left join pg_catalog.pg_namespace owner_namespace on owner_namespace.oid = owner_table.relnamespace
left join pg_catalog.pg_attribute owner_column
       on owner_column.attrelid = owned.refobjid and owner_column.attnum = owned.refobjsubid
where c.relkind = 'S'
  and n.nspname !~ '^pg_'
  and n.nspname not in ('information_schema', 'migratable', 'migratable_parked')
  and not exists (
      select 1
      from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_class'::regclass
        and d.objid = c.oid
        and d.objsubid = 0
        and d.deptype in ('e', 'i'))
  and coalesce(owner_column.attname !~ '__parked_[0-9]{4,}$', true)
  and (scope.any_schema or n.nspname = any (scope.schemas))
  and (not scope.any_table
       or pg_catalog.pg_has_role(c.relowner, 'USAGE')
       or case when c.relkind = 'S' then pg_catalog.has_sequence_privilege(c.oid, 'USAGE, SELECT, UPDATE') end)
  and (scope.any_table
       or exists (
           select 1
           from unnest(scope.table_schemas, scope.table_names) wanted (schema_name, table_name)
           where (wanted.schema_name = n.nspname and wanted.table_name = c.relname)
              or (wanted.schema_name = owner_namespace.nspname and wanted.table_name = owner_table.relname)))
order by n.nspname, c.relname
