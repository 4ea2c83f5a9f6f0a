-- Constraints of the tables whose oids are given (bigint[]). Columns by number; those of a referenced table that was not
-- asked for by name.
--
-- Left out: what a partition or a child has from its parent (conparentid, not conislocal), since it comes and goes with
-- the parent's; NOT NULL (contype n since 18), which is a facet of the column; constraint triggers (t).
--
-- is_verbatim is true where a constraint has a facet the model has no word for: WITHOUT OVERLAPS, PERIOD and NOT ENFORCED
-- (18), ON DELETE SET NULL (columns) (15), NO INHERIT. Such a one is kept as the server prints it.
-- Where a server is too old for a column, the column's name is that of the row "older".
with scope as (
    select unnest(?::bigint[])::oid as id
)
select k.conrelid::bigint as table_oid,
       k.conname,
       k.contype::text as kind,
       k.condeferrable,
       k.condeferred,
       k.convalidated,
       array_to_string(k.conkey, ' ') as columns,
       i.indkey::text as index_columns,
       coalesce(unique_index.indnullsnotdistinct, false) as nulls_not_distinct,
       k.confrelid::bigint as referenced_oid,
       array_to_string(k.confkey, ' ') as referenced_columns,
       referenced_namespace.nspname as referenced_schema,
       referenced.relname as referenced_name,
       case
           when referenced.oid is not null
               then array(select a.attname::text
                          from unnest(k.confkey) with ordinality key (number, position)
                          join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = key.number
                          order by key.position)
       end as referenced_names,
       k.confdeltype::text as on_delete,
       k.confupdtype::text as on_update,
       k.confmatchtype = 'f' as match_full,
       case when k.contype = 'c' then pg_catalog.pg_get_expr(k.conbin, k.conrelid) end as expression,
       newer.is_verbatim,
       case when newer.is_verbatim then pg_catalog.pg_get_constraintdef(k.oid) end as definition
from scope
join pg_catalog.pg_constraint k on k.conrelid = scope.id
cross join (
    values (false, true, null::int2[], false)) older (conperiod, conenforced, confdelsetcols, indnullsnotdistinct)
cross join lateral (
    select k.contype = 'x'
               or conperiod
               or not conenforced
               or confdelsetcols is not null
               or (k.contype = 'c' and k.connoinherit) as is_verbatim
    from (select k.*) row_of_k) newer
left join pg_catalog.pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u')
cross join lateral (select indnullsnotdistinct from (select i.*) row_of_i) unique_index
left join pg_catalog.pg_class referenced
       on referenced.oid = k.confrelid and k.confrelid not in (select id from scope)
left join pg_catalog.pg_namespace referenced_namespace on referenced_namespace.oid = referenced.relnamespace
where k.contype in ('p', 'u', 'f', 'c', 'x')
  and k.conparentid = 0
  and (k.conislocal or k.contype <> 'c')
order by k.conrelid, k.conname
