-- What tables, their indexes and constraints have that the model has no word for: oids as bigint[]. Of columns,
-- columns.sql tells. Only what is not as CREATE makes it by itself.
with scope as (
    select unnest(?::bigint[])::oid as id
),
found as (
    select c.oid as table_oid, null::text as column_name, setting.text
    from scope
    join pg_catalog.pg_class c on c.oid = scope.id
    left join pg_catalog.pg_am am on am.oid = c.relam
    left join pg_catalog.pg_tablespace space on space.oid = c.reltablespace
    cross join lateral (values
        ('storage parameters ' || array_to_string(c.reloptions, ', ')),
        (case when c.relrowsecurity then 'row level security' end),
        (case when c.relforcerowsecurity then 'row level security for the owner too' end),
        (case c.relreplident when 'n' then 'replica identity nothing' when 'f' then 'replica identity full' end),
        (case when am.amname <> 'heap' then 'access method ' || quote_ident(am.amname) end),
        ('tablespace ' || quote_ident(space.spcname))) setting (text)
    union all
    select i.indrelid, null, 'index ' || quote_ident(c.relname) || ': ' || setting.text
    from scope
    join pg_catalog.pg_index i on i.indrelid = scope.id
    join pg_catalog.pg_class c on c.oid = i.indexrelid
    left join pg_catalog.pg_tablespace space on space.oid = c.reltablespace
    cross join lateral (values
        ('storage parameters ' || array_to_string(c.reloptions, ', ')),
        (case when i.indisclustered then 'the table is clustered on it' end),
        (case when i.indisreplident then 'the replica identity' end),
        ('tablespace ' || quote_ident(space.spcname))) setting (text)
    where c.reloptions is not null or i.indisclustered or i.indisreplident or space.oid is not null
    union all
    select i.indrelid, null, 'index ' || quote_ident(c.relname) || ': comment ' || quote_literal(d.description)
    from scope
    join pg_catalog.pg_index i on i.indrelid = scope.id
    join pg_catalog.pg_class c on c.oid = i.indexrelid
    join pg_catalog.pg_description d
      on d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
    union all
    select k.conrelid, null, 'constraint ' || quote_ident(k.conname) || ': comment ' || quote_literal(d.description)
    from scope
    join pg_catalog.pg_constraint k on k.conrelid = scope.id and k.conparentid = 0
    join pg_catalog.pg_description d
      on d.classoid = 'pg_catalog.pg_constraint'::regclass and d.objoid = k.oid and d.objsubid = 0
    union all
    select k.conrelid,
           a.attname,
           'constraint ' || quote_ident(k.conname) || ': ' || pg_catalog.pg_get_constraintdef(k.oid)
    from scope
    join pg_catalog.pg_constraint k on k.conrelid = scope.id and k.contype = 'n'
    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where not k.convalidated or k.connoinherit
)
select found.table_oid::bigint as table_oid,
       found.column_name,
       found.text as name
from found
where found.text is not null
order by 1, 2, 3
