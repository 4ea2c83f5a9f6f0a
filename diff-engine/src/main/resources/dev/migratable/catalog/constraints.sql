-- Constraints of the tables whose oids are given (bigint[]).
--
-- Left out: what a partition or a child has from its parent (conparentid, not conislocal), since it comes and goes with
-- the parent's; constraints that mention a parked column; NOT NULL (contype n since 18), which is a facet of the
-- column; constraint triggers (t).
--
-- verbatim is true where a constraint has a facet the model has no word for: WITHOUT OVERLAPS, PERIOD and NOT ENFORCED
-- (18), ON DELETE SET NULL (columns) (15), NO INHERIT. Such a one is kept as the server prints it.
-- to_jsonb reads the columns of newer versions without an error in older ones.
select k.conrelid::bigint as table_oid,
       k.conname,
       k.contype::text as kind,
       k.condeferrable,
       k.condeferred,
       k.convalidated,
       array(select a.attname::text
             from unnest(k.conkey) with ordinality key (number, position)
             join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.number
             order by key.position) as columns,
       array(select a.attname::text
             from unnest(i.indkey::int2[]) with ordinality key (number, position)
             join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.number
             where k.contype in ('p', 'u') and key.position > i.indnkeyatts
             order by key.position) as include,
       coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) as nulls_not_distinct,
       referenced_namespace.nspname as referenced_schema,
       referenced.relname as referenced_name,
       array(select a.attname::text
             from unnest(k.confkey) with ordinality key (number, position)
             join pg_catalog.pg_attribute a on a.attrelid = k.confrelid and a.attnum = key.number
             order by key.position) as referenced_columns,
       k.confdeltype::text as on_delete,
       k.confupdtype::text as on_update,
       k.confmatchtype = 'f' as match_full,
       case when k.contype = 'c' then pg_catalog.pg_get_expr(k.conbin, k.conrelid) end as expression,
       newer.verbatim,
       case when newer.verbatim then pg_catalog.pg_get_constraintdef(k.oid) end as definition
from unnest(?::bigint[]) scope (id)
join pg_catalog.pg_constraint k on k.conrelid = scope.id::oid
cross join lateral (
    select k.contype = 'x'
               or coalesce((row_of_k ->> 'conperiod')::boolean, false)
               or not coalesce((row_of_k ->> 'conenforced')::boolean, true)
               or row_of_k ->> 'confdelsetcols' is not null
               or (k.contype = 'c' and k.connoinherit) as verbatim
    from to_jsonb(k) row_of_k) newer
left join pg_catalog.pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u')
left join pg_catalog.pg_class referenced on referenced.oid = k.confrelid
left join pg_catalog.pg_namespace referenced_namespace on referenced_namespace.oid = referenced.relnamespace
where k.contype in ('p', 'u', 'f', 'c', 'x')
  and k.conparentid = 0
  and (k.conislocal or k.contype <> 'c')
  and not exists (
      select 1
      from pg_catalog.pg_attribute a
      where a.attname ~ '__parked_[0-9]{4,}$'
        and ((a.attrelid = k.conrelid and a.attnum = any (k.conkey))
             or (a.attrelid = k.confrelid and a.attnum = any (k.confkey))
             or (a.attrelid = k.conrelid and a.attnum = any (i.indkey::int2[]))))
order by k.conrelid, k.conname
