-- Indexes of the tables whose oids are given (bigint[]): one row for each key part and included column.
--
-- Left out: indexes of constraints; indexes attached to a partitioned parent's, which come and go with it; indexes that
-- mention a parked column, be it in an expression or predicate (pg_depend knows).
--
-- Operator class: only where it is not what the type gets by itself. A class marked default may still not be the one of
-- this type (int4_ops on an oid), which is so where another default exists for exactly this type.
-- Collation: for a column, where it is not the column's own. For an expression its own collation is not in the
-- catalog; where the index's is not the type's, the printed definition tells whether it was said explicitly.
select i.indrelid::bigint as table_oid,
       i.indexrelid::bigint as index_oid,
       c.relname as index_name,
       i.indisunique as is_unique,
       am.amname as method,
       i.indisvalid as is_valid,
       coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as nulls_not_distinct,
       i.indpred is not null as is_partial,
       pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
       key.position <= i.indnkeyatts as is_key,
       key.number = 0 as is_expression,
       case
           when key.number = 0 then pg_catalog.pg_get_indexdef(i.indexrelid, key.position::int, false)
           else a.attname::text
       end as key_text,
       (i.indoption[key.position - 1] & 1) <> 0 as is_descending,
       (i.indoption[key.position - 1] & 2) <> 0 as is_nulls_first,
       case
           when not opc.opcdefault
               or index_column.attoptions is not null
               or (opc.opcintype <> key_type.base
                   and exists (
                       select 1
                       from pg_catalog.pg_opclass exact
                       where exact.opcmethod = opc.opcmethod
                         and exact.opcdefault
                         and exact.opcintype = key_type.base))
               then case when opc_namespace.nspname = 'pg_catalog' then ''
                         else quote_ident(opc_namespace.nspname) || '.' end
                    || quote_ident(opc.opcname)
                    || coalesce('(' || array_to_string(index_column.attoptions, ', ') || ')', '')
       end as operator_class,
       case
           when coll.oid is null then null
           when key.number <> 0 and coll.oid = a.attcollation then null
           when key.number = 0 and coll.oid = t.typcollation then null
           when key.number = 0
               and position(pg_catalog.pg_get_indexdef(i.indexrelid, key.position::int, false) || ' COLLATE '
                            in pg_catalog.pg_get_indexdef(i.indexrelid)) = 0 then null
           else quote_ident(coll_namespace.nspname) || '.' || quote_ident(coll.collname)
       end as collation
from unnest(?::bigint[]) scope (id)
join pg_catalog.pg_index i on i.indrelid = scope.id::oid
join pg_catalog.pg_class c on c.oid = i.indexrelid
join pg_catalog.pg_am am on am.oid = c.relam
cross join lateral unnest(i.indkey::int2[]) with ordinality key (number, position)
left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = key.number and key.number <> 0
join pg_catalog.pg_attribute index_column on index_column.attrelid = i.indexrelid and index_column.attnum = key.position
left join pg_catalog.pg_type t on t.oid = coalesce(a.atttypid, index_column.atttypid)
cross join lateral (select case when t.typtype = 'd' then t.typbasetype else t.oid end as base) key_type
left join pg_catalog.pg_opclass opc
       on key.position <= i.indnkeyatts and opc.oid = i.indclass[key.position - 1]
left join pg_catalog.pg_namespace opc_namespace on opc_namespace.oid = opc.opcnamespace
left join pg_catalog.pg_collation coll
       on key.position <= i.indnkeyatts and coll.oid = i.indcollation[key.position - 1]
left join pg_catalog.pg_namespace coll_namespace on coll_namespace.oid = coll.collnamespace
where not exists (
      select 1
      from pg_catalog.pg_constraint k
      where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  and not exists (select 1 from pg_catalog.pg_inherits inherits where inherits.inhrelid = i.indexrelid)
  and not exists (
      select 1
      from pg_catalog.pg_depend d
      join pg_catalog.pg_attribute parked on parked.attrelid = d.refobjid and parked.attnum = d.refobjsubid
      where d.classid = 'pg_catalog.pg_class'::regclass
        and d.objid = i.indexrelid
        and d.refclassid = 'pg_catalog.pg_class'::regclass
        and d.refobjid = i.indrelid
        and parked.attname ~ '__parked_[0-9]{4,}$')
order by i.indrelid, c.relname, i.indexrelid, key.position
