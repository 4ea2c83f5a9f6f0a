-- Columns of the tables whose oids are given (bigint[]).
--
-- Nullability: since 18 attnotnull is also set by a NOT NULL constraint that is NOT VALID; old rows may then hold NULL.
-- Identity: the sequence belongs to the column internally (deptype i); since 17 partitions share that of the root.
-- Collation: only where the column was given one other than its type's.
select a.attrelid::bigint as table_oid,
       a.attname,
       pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
       a.attnotnull and not exists (
           select 1
           from pg_catalog.pg_constraint k
           where k.conrelid = a.attrelid
             and k.contype = 'n'
             and k.conkey = array[a.attnum]
             and not k.convalidated) as not_null,
       d.oid is not null as has_expression,
       pg_catalog.pg_get_expr(d.adbin, d.adrelid) as expression,
       a.attgenerated::text as generated,
       a.attidentity::text as identity,
       s.seqstart,
       s.seqincrement,
       s.seqmin,
       s.seqmax,
       s.seqcache,
       s.seqcycle,
       case
           when a.attcollation <> 0 and a.attcollation <> t.typcollation
               then quote_ident(collation_namespace.nspname) || '.' || quote_ident(coll.collname)
       end as collation,
       pg_catalog.col_description(a.attrelid, a.attnum) as comment,
       a.attname ~ '__parked_[0-9]{4,}$' as parked
from unnest(?::bigint[]) scope (id)
join pg_catalog.pg_attribute a on a.attrelid = scope.id::oid
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
left join pg_catalog.pg_collation coll on coll.oid = a.attcollation
left join pg_catalog.pg_namespace collation_namespace on collation_namespace.oid = coll.collnamespace
left join pg_catalog.pg_attribute root
       on a.attidentity <> ''
      and root.attrelid = coalesce(pg_catalog.pg_partition_root(a.attrelid), a.attrelid)
      and root.attname = a.attname
left join pg_catalog.pg_depend dep
       on dep.classid = 'pg_catalog.pg_class'::regclass
      and dep.refclassid = 'pg_catalog.pg_class'::regclass
      and dep.refobjid = root.attrelid
      and dep.refobjsubid = root.attnum
      and dep.deptype = 'i'
left join pg_catalog.pg_sequence s on s.seqrelid = dep.objid
where a.attnum > 0
  and not a.attisdropped
order by a.attrelid, a.attnum
