-- Columns with a compression method of their own (14 and newer): oids of their tables as bigint[].
select a.attrelid::bigint as table_oid,
       a.attname as column_name,
       'compression ' || case a.attcompression when 'l' then 'lz4' else 'pglz' end as name
from unnest(?::bigint[]) scope (id)
join pg_catalog.pg_attribute a on a.attrelid = scope.id::oid
where a.attnum > 0
  and not a.attisdropped
  and a.attcompression <> ''
order by 1, 2
