-- What tables, their indexes and constraints have that no entity speaks of: oids as bigint[]. Of columns, columns.sql
-- tells. Only what is not as CREATE makes it by itself.
--
-- object is the index or constraint it is about. facet is empty for what the model has no word for; else the text is
-- name=value of one storage parameter, or a comment. The constraints of type n are facets of columns, columns.sql tells
-- of those that are not valid.
with scope as (
    select unnest(?::bigint[])::oid as id
),
found as (
    select c.oid as table_oid, null::text as column_name, '' as facet, '' as object, setting.text
    from scope
    join pg_catalog.pg_class c on c.oid = scope.id
    left join pg_catalog.pg_am am on am.oid = c.relam
    left join pg_catalog.pg_tablespace space on space.oid = c.reltablespace
    cross join lateral (values
        (case when c.relrowsecurity then 'row level security' end),
        (case when c.relforcerowsecurity then 'row level security for the owner too' end),
        (case c.relreplident when 'n' then 'replica identity nothing' when 'f' then 'replica identity full' end),
        (case when am.amname <> 'heap' then 'access method ' || quote_ident(am.amname) end),
        ('tablespace ' || quote_ident(space.spcname))) setting (text)
    union all
    select c.oid, null, 'table parameter', '', parameter.text
    from scope
    join pg_catalog.pg_class c on c.oid = scope.id
    left join pg_catalog.pg_class toast on toast.oid = c.reltoastrelid and toast.reloptions is not null
    cross join lateral (
        select unnest(c.reloptions) union all select 'toast.' || unnest(toast.reloptions)) parameter (text)
    where c.reloptions is not null or toast.oid is not null
    union all
    select i.indrelid, null, '', '', 'index ' || quote_ident(c.relname) || ': ' || setting.text
    from scope
    join pg_catalog.pg_index i on i.indrelid = scope.id
    join pg_catalog.pg_class c on c.oid = i.indexrelid
    left join pg_catalog.pg_tablespace space on space.oid = c.reltablespace
    cross join lateral (values
        (case when i.indisclustered then 'the table is clustered on it' end),
        (case when i.indisreplident then 'the replica identity' end),
        ('tablespace ' || quote_ident(space.spcname))) setting (text)
    where i.indisclustered or i.indisreplident or space.oid is not null
    union all
    select i.indrelid, null, 'index parameter', c.relname, unnest(c.reloptions)
    from scope
    join pg_catalog.pg_index i on i.indrelid = scope.id
    join pg_catalog.pg_class c on c.oid = i.indexrelid
    where c.reloptions is not null
    union all
    select i.indrelid, null, 'index comment', c.relname, d.description
    from scope
    join pg_catalog.pg_index i on i.indrelid = scope.id
    join pg_catalog.pg_class c on c.oid = i.indexrelid
    join pg_catalog.pg_description d
      on d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
    union all
    select k.conrelid,
           null,
           case when k.contype = 'n' then '' else 'constraint comment' end,
           k.conname,
           case when k.contype = 'n'
                then 'constraint ' || quote_ident(k.conname) || ': comment ' || quote_literal(d.description)
                else d.description end
    from scope
    join pg_catalog.pg_constraint k on k.conrelid = scope.id and k.conparentid = 0
    join pg_catalog.pg_description d
      on d.classoid = 'pg_catalog.pg_constraint'::regclass and d.objoid = k.oid and d.objsubid = 0
    -- By such a comment a migration knows its own constraint again.
    where d.description not like 'migratable:%'
    union all
    select k.conrelid,
           a.attname,
           '',
           '',
           'constraint ' || quote_ident(k.conname) || ': ' || pg_catalog.pg_get_constraintdef(k.oid)
    from scope
    join pg_catalog.pg_constraint k on k.conrelid = scope.id and k.contype = 'n'
    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.connoinherit
)
select found.table_oid::bigint as table_oid,
       found.column_name,
       found.facet,
       found.object,
       found.text as name
from found
where found.text is not null
order by 1, 2, 3, 4, 5
