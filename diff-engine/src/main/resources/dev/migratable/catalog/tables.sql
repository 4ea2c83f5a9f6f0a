-- Tables and partitioned tables of the scope.
-- Parameters: whether any schema will do, else which; whether any table will do, else the schemas and the names of
-- which (two arrays of one length).
--
-- Left out: system schemas, temporary tables (both pg_*), the schemas of Migratable itself, Liquibase's own tables, and
-- what an extension brought along (deptype e). Views, materialized views and foreign tables are no tables of a model.
--
-- stranger is the owner of a table that the connecting role has no part in: it can neither act for the owner nor has it
-- any privilege. Such a one is given only to be named, unless it was asked for by name.
--
-- row_estimate is null where nothing is known. relpages = 0 means never analyzed, or empty when last looked at: then
-- the size of the file tells an empty table from an unknown one. It is asked for no other table, and the common table
-- expression is not materialized, because pg_relation_size waits for whoever holds ACCESS EXCLUSIVE.
-- The statistics' count of live rows is newer than reltuples after a bulk load; taking a large table for a small one is
-- the costly mistake. It counts rows twice that were written just before an ANALYZE, so it is believed only where it is
-- clearly larger.
-- A partitioned table has the rows of its leaves, and is unknown where one of them is.
with scope as (
    select ? as any_schema, ?::text[] as schemas, ? as any_table, ?::text[] as table_schemas, ?::text[] as table_names
),
estimate as not materialized (
    select c.oid,
           case
               when c.relpages > 0 and c.reltuples >= 0
                   then case
                            when pg_catalog.pg_stat_get_live_tuples(c.oid) > 2 * c.reltuples + 1000
                                then pg_catalog.pg_stat_get_live_tuples(c.oid)
                            else c.reltuples::bigint
                        end
               when c.relpages = 0 and pg_catalog.pg_relation_size(c.oid) = 0 then 0
           end as row_estimate
    from pg_catalog.pg_class c
    where c.relkind = 'r'
)
select c.oid::bigint as oid,
       n.nspname,
       c.relname,
       case
           when scope.any_table
                and not pg_catalog.pg_has_role(c.relowner, 'USAGE')
                and not pg_catalog.has_table_privilege(
                    c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                and not pg_catalog.has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
               then pg_catalog.pg_get_userbyid(c.relowner)
       end as stranger,
       c.relpersistence = 'u' as unlogged,
       description.description as comment,
       case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end as partition_by,
       parent_namespace.nspname as parent_schema,
       parent.relname as parent_name,
       pg_catalog.pg_get_expr(c.relpartbound, c.oid) as partition_bound,
       case
           when c.relkind = 'p' then (
               select case when count(*) = count(leaf.row_estimate) then coalesce(sum(leaf.row_estimate), 0) end
               from pg_catalog.pg_partition_tree(c.oid) tree
               left join estimate leaf on leaf.oid = tree.relid
               where tree.isleaf)
           else estimate.row_estimate
       end::bigint as row_estimate
from scope
cross join pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join estimate on estimate.oid = c.oid
left join pg_catalog.pg_description description
       on description.classoid = 'pg_catalog.pg_class'::regclass
      and description.objoid = c.oid
      and description.objsubid = 0
left join pg_catalog.pg_inherits i on i.inhrelid = c.oid and c.relispartition
left join pg_catalog.pg_class parent on parent.oid = i.inhparent
left join pg_catalog.pg_namespace parent_namespace on parent_namespace.oid = parent.relnamespace
where c.relkind in ('r', 'p')
  and n.nspname !~ '^pg_'
  and n.nspname not in ('information_schema', 'migratable', 'migratable_parked')
  and lower(c.relname) not in ('databasechangelog', 'databasechangeloglock')
  and not exists (
      select 1
      from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.objsubid = 0 and d.deptype = 'e')
  and (scope.any_schema or n.nspname = any (scope.schemas))
  and (scope.any_table
       or exists (
           select 1
           from unnest(scope.table_schemas, scope.table_names) wanted (schema_name, table_name)
           where wanted.schema_name = n.nspname and wanted.table_name = c.relname))
order by n.nspname, c.relname
