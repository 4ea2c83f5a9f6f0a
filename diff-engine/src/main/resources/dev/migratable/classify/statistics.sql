-- What ANALYZE found in columns: schemas, tables and columns as three arrays of one length. Of a partitioned table and of
-- one with children there is what was found in all of them.
-- longest is that of the values that the statistics hold, which are a sample, and none above a kilobyte.
select distinct on (s.schemaname, s.tablename, s.attname)
       s.schemaname,
       s.tablename,
       s.attname,
       s.null_frac,
       s.n_distinct,
       (select max(length(value))
        from unnest(coalesce(s.most_common_vals::text::text[], '{}')
                    || coalesce(s.histogram_bounds::text::text[], '{}')) value) as longest
from unnest(?::text[], ?::text[], ?::text[]) wanted (schema_name, table_name, column_name)
join pg_catalog.pg_stats s
  on s.schemaname = wanted.schema_name and s.tablename = wanted.table_name and s.attname = wanted.column_name
order by s.schemaname, s.tablename, s.attname, s.inherited desc
