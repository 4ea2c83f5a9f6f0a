-- Indexes of the tables whose oids are given (bigint[]), one row each: keys and included columns by number, what belongs
-- to a key in vectors. Operator classes and collations by oid, see names.sql.
-- The second and third parameter are the tables and numbers of parked columns (both bigint[]).
--
-- Left out: indexes of constraints; indexes attached to a partitioned parent's, which come and go with it; indexes that
-- mention a parked column, be it in an expression or predicate (pg_depend knows).
--
-- Expressions: empty at a column's place. Their own collation is not in the catalog; where the index's is not the type's,
-- the printed definition tells whether it was said explicitly.
-- Options: of operator classes; the built-in ones of b-trees and hash indexes (oids below 16384) take none.
-- indnullsnotdistinct is new in 15: in older servers the name is that of the row "older".
select i.indrelid::bigint as table_oid,
       c.relname as index_name,
       i.indisunique as is_unique,
       am.amname as method,
       i.indisvalid as is_valid,
       coalesce(newer.indnullsnotdistinct, false) as nulls_not_distinct,
       i.indpred is not null as is_partial,
       pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
       i.indnkeyatts as keys,
       i.indkey::text as columns,
       i.indoption::text as options,
       i.indclass::text as classes,
       i.indcollation::text as collations,
       case
           when i.indexprs is not null
               then array(select case when key.number = 0
                                      then coalesce(pg_catalog.pg_get_indexdef(i.indexrelid, key.position::int, false), '')
                                      else '' end
                          from unnest(i.indkey::int2[]) with ordinality key (number, position)
                          order by key.position)
       end as expressions,
       case
           when i.indexprs is not null
               then array(select case when t.typtype = 'd' then t.typbasetype else t.oid end::bigint::text
                          from pg_catalog.pg_attribute a
                          join pg_catalog.pg_type t on t.oid = a.atttypid
                          where a.attrelid = i.indexrelid
                          order by a.attnum)
       end as expression_types,
       case
           when i.indexprs is not null
               then array(select (a.attcollation <> 0
                                 and a.attcollation <> t.typcollation
                                 and position(pg_catalog.pg_get_indexdef(i.indexrelid, a.attnum, false) || ' COLLATE '
                                              in pg_catalog.pg_get_indexdef(i.indexrelid)) > 0)::text
                          from pg_catalog.pg_attribute a
                          join pg_catalog.pg_type t on t.oid = a.atttypid
                          where a.attrelid = i.indexrelid
                          order by a.attnum)
       end as expression_collated,
       case
           when am.amname not in ('btree', 'hash') or 16384 <= any (i.indclass::oid[])
               then array(select coalesce('(' || array_to_string(a.attoptions, ', ') || ')', '')
                          from pg_catalog.pg_attribute a
                          where a.attrelid = i.indexrelid
                          order by a.attnum)
       end as class_options
from unnest(?::bigint[]) scope (id)
join pg_catalog.pg_index i on i.indrelid = scope.id::oid
join pg_catalog.pg_class c on c.oid = i.indexrelid
join pg_catalog.pg_am am on am.oid = c.relam
cross join (values (false)) older (indnullsnotdistinct)
cross join lateral (select indnullsnotdistinct from (select i.*) row_of_i) newer
where not exists (
      select 1
      from pg_catalog.pg_constraint k
      where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  and not exists (select 1 from pg_catalog.pg_inherits inherits where inherits.inhrelid = i.indexrelid)
  and not exists (
      select 1
      from unnest(?::bigint[], ?::bigint[]) parked (table_oid, number)
      join pg_catalog.pg_depend d
        on d.refclassid = 'pg_catalog.pg_class'::regclass
       and d.refobjid = parked.table_oid::oid
       and d.refobjsubid = parked.number
      where d.classid = 'pg_catalog.pg_class'::regclass
        and d.objid = i.indexrelid)
order by i.indrelid, c.relname, i.indexrelid
