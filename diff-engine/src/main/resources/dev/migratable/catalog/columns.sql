-- Columns of the tables whose oids are given (bigint[]). Collations by oid, see names.sql.
--
-- Nullability: since 18 attnotnull is also set by a NOT NULL constraint that is NOT VALID; old rows may then hold NULL.
-- Such a constraint is named, and so is one of the table's own whose name is not of the server's form: table_column_not_null,
-- whatever table and column were called then, with a number where that was taken.
-- Identity: the sequence belongs to the column internally (deptype i); since 17 partitions share that of the root.
-- Collation: its own where the column was given one other than its type's.
-- Base type: what an operator class of an index on the column is chosen by.
-- Settings: storage, compression and statistics target, each empty where it is as CREATE makes it by itself, and behind
-- them the options, name=value. attcompression is new in 14: in older servers the name is that of the row "older".
select a.attrelid::bigint as table_oid,
       a.attnum,
       a.attname,
       pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
       case when t.typtype = 'd' then t.typbasetype else t.oid end::bigint as base_type,
       a.attnotnull and coalesce(required.convalidated, true) as not_null,
       required.conname as not_null_name,
       d.oid is not null as has_expression,
       pg_catalog.pg_get_expr(d.adbin, d.adrelid) as expression,
       a.attgenerated::text as generated,
       a.attidentity::text as identity,
       coalesce(own.seqstart, inherited.seqstart) as seqstart,
       coalesce(own.seqincrement, inherited.seqincrement) as seqincrement,
       coalesce(own.seqmin, inherited.seqmin) as seqmin,
       coalesce(own.seqmax, inherited.seqmax) as seqmax,
       coalesce(own.seqcache, inherited.seqcache) as seqcache,
       coalesce(own.seqcycle, inherited.seqcycle) as seqcycle,
       a.attcollation::bigint as collation_oid,
       a.attcollation <> 0 and a.attcollation <> t.typcollation as has_own_collation,
       description.description as comment,
       case
           when a.attstorage <> t.typstorage or a.attstattarget >= 0 or a.attoptions is not null or newer.compressed
               then array[
                   case when a.attstorage <> t.typstorage
                        then case a.attstorage when 'p' then 'plain' when 'e' then 'external'
                                               when 'm' then 'main' else 'extended' end
                        else '' end,
                   case when newer.compressed then case newer.method when 'l' then 'lz4' else 'pglz' end else '' end,
                   case when a.attstattarget >= 0 then a.attstattarget::text else '' end]
                   || coalesce(a.attoptions, '{}')
       end as settings
from unnest(?::bigint[]) scope (id)
join pg_catalog.pg_attribute a on a.attrelid = scope.id::oid
join pg_catalog.pg_type t on t.oid = a.atttypid
cross join (values (''::"char")) older (attcompression)
cross join lateral (
    select attcompression as method, attcompression <> '' as compressed
    from (select a.*) row_of_a) newer
left join (
    select k.conrelid, k.conname, k.conkey[1] as number, k.convalidated, k.conislocal
    from pg_catalog.pg_constraint k
    where k.contype = 'n') required
       on required.conrelid = a.attrelid
      and required.number = a.attnum
      and (not required.convalidated
           or required.conislocal and required.conname !~ '_not_null[0-9]*$')
left join pg_catalog.pg_description description
       on description.classoid = 'pg_catalog.pg_class'::regclass
      and description.objoid = a.attrelid
      and description.objsubid = a.attnum
left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
left join (
    select dep.refobjid, dep.refobjsubid, s.*
    from pg_catalog.pg_depend dep
    join pg_catalog.pg_sequence s on s.seqrelid = dep.objid
    where dep.classid = 'pg_catalog.pg_class'::regclass
      and dep.refclassid = 'pg_catalog.pg_class'::regclass
      and dep.deptype = 'i') own
       on own.refobjid = a.attrelid and own.refobjsubid = a.attnum
left join lateral (
    select s.*
    from pg_catalog.pg_attribute root
    join pg_catalog.pg_depend dep
      on dep.refobjid = root.attrelid and dep.refobjsubid = root.attnum
    join pg_catalog.pg_sequence s on s.seqrelid = dep.objid
    where a.attidentity <> ''
      and own.seqrelid is null
      and root.attrelid = pg_catalog.pg_partition_root(a.attrelid)
      and root.attname = a.attname
      and dep.classid = 'pg_catalog.pg_class'::regclass
      and dep.refclassid = 'pg_catalog.pg_class'::regclass
      and dep.deptype = 'i'
    offset 0) inherited on true
where a.attnum > 0
  and not a.attisdropped
order by a.attrelid, a.attnum
