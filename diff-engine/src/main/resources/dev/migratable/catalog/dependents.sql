-- What is not part of the model and yet depends on the tables whose oids are given (bigint[]): whoever
-- changes or drops the table, or the column where one is named, changes or breaks it, or is refused because of it.
--
-- pg_depend knows columns, but not what a function's body in PL/pgSQL or any text mentions.
-- A view upon a view depends on the table through it; which columns, only the direct one knows.
-- Left out: internal triggers (those of foreign keys), triggers that a partition has from its parent, what the owner of
-- a table may do with it, and foreign keys between tables of the scope, which are part of the model.
with recursive scope as (
    select unnest(?::bigint[])::oid as id
),
direct as (
    select distinct d.classid, d.objid, d.refobjid as table_oid, nullif(d.refobjsubid, 0) as number
    from scope
    join pg_catalog.pg_depend d
      on d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = scope.id
    where d.classid in (
        'pg_catalog.pg_rewrite'::regclass,
        'pg_catalog.pg_trigger'::regclass,
        'pg_catalog.pg_policy'::regclass,
        'pg_catalog.pg_proc'::regclass,
        'pg_catalog.pg_publication_rel'::regclass,
        'pg_catalog.pg_statistic_ext'::regclass)
),
rewrite as (
    select direct.table_oid, direct.number, r.ev_class, r.rulename
    from direct
    join pg_catalog.pg_rewrite r on r.oid = direct.objid
    where direct.classid = 'pg_catalog.pg_rewrite'::regclass
),
view_of as (
    select table_oid, number, ev_class as view_oid
    from rewrite
    where rulename = '_RETURN'
    union
    select view_of.table_oid, null::int, r.ev_class
    from view_of
    join pg_catalog.pg_depend d
      on d.refclassid = 'pg_catalog.pg_class'::regclass
     and d.refobjid = view_of.view_oid
     and d.classid = 'pg_catalog.pg_rewrite'::regclass
    join pg_catalog.pg_rewrite r on r.oid = d.objid and r.rulename = '_RETURN' and r.ev_class <> view_of.view_oid
),
row_type as materialized (
    select c.oid as table_oid, either.type_oid
    from scope
    join pg_catalog.pg_class c on c.oid = scope.id
    join pg_catalog.pg_type t on t.oid = c.reltype
    cross join lateral (values (t.oid), (t.typarray)) either (type_oid)
),
row_user as materialized (
    select row_type.table_oid, d.classid, d.objid, d.objsubid
    from row_type
    join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_type'::regclass and d.refobjid = row_type.type_oid
    where d.classid in ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_class'::regclass)
),
granted as materialized (
    select a.attrelid, a.attnum, a.attacl
    from pg_catalog.pg_attribute a
    where a.attacl is not null and not a.attisdropped
),
found as (
    select view_of.table_oid,
           view_of.number,
           case when v.relkind = 'm' then 'materialized view' else 'view' end as kind,
           v.oid::regclass::text as name,
           '' as detail
    from view_of
    join pg_catalog.pg_class v on v.oid = view_of.view_oid
    union all
    select table_oid, number, 'rule', quote_ident(rulename) || ' on ' || ev_class::regclass::text, ''
    from rewrite
    where rulename <> '_RETURN'
    union all
    select t.tgrelid, direct.number, 'trigger', t.tgname::text, pg_catalog.pg_get_triggerdef(t.oid)
    from scope
    join pg_catalog.pg_trigger t on t.tgrelid = scope.id and not t.tgisinternal and t.tgparentid = 0
    left join direct
           on direct.classid = 'pg_catalog.pg_trigger'::regclass
          and direct.objid = t.oid
          and direct.table_oid = t.tgrelid
    union all
    select direct.table_oid,
           direct.number,
           'policy',
           quote_ident(p.polname) || ' on ' || p.polrelid::regclass::text,
           case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' when 'd' then 'DELETE'
                         else 'ALL' end
    from direct
    join pg_catalog.pg_policy p on p.oid = direct.objid
    where direct.classid = 'pg_catalog.pg_policy'::regclass
    union all
    select direct.table_oid, direct.number, 'function', f.oid::regprocedure::text, ''
    from direct
    join pg_catalog.pg_proc f on f.oid = direct.objid
    where direct.classid = 'pg_catalog.pg_proc'::regclass
    union all
    select row_user.table_oid, null, 'function', f.oid::regprocedure::text, 'takes or gives rows of the table'
    from row_user
    join pg_catalog.pg_proc f on row_user.classid = 'pg_catalog.pg_proc'::regclass and f.oid = row_user.objid
    union all
    select row_user.table_oid,
           null,
           'column',
           user_table.oid::regclass::text || '.' || quote_ident(a.attname),
           'is of the row type'
    from row_user
    join pg_catalog.pg_class user_table
      on row_user.classid = 'pg_catalog.pg_class'::regclass and user_table.oid = row_user.objid
    join pg_catalog.pg_attribute a
      on a.attrelid = user_table.oid and a.attnum = row_user.objsubid and row_user.objsubid > 0
    union all
    select scope.id, direct.number, 'publication', p.pubname::text, ''
    from pg_catalog.pg_publication_tables published
    join pg_catalog.pg_publication p on p.pubname = published.pubname
    join pg_catalog.pg_namespace n on n.nspname = published.schemaname
    join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = published.tablename
    join scope on scope.id = c.oid
    left join pg_catalog.pg_publication_rel listed on listed.prpubid = p.oid and listed.prrelid = c.oid
    left join direct
           on direct.classid = 'pg_catalog.pg_publication_rel'::regclass
          and direct.objid = listed.oid
          and direct.number is not null
    union all
    select direct.table_oid, direct.number, 'statistics', s.stxnamespace::regnamespace || '.' || quote_ident(s.stxname), ''
    from direct
    join pg_catalog.pg_statistic_ext s on s.oid = direct.objid
    where direct.classid = 'pg_catalog.pg_statistic_ext'::regclass
    union all
    select c.oid,
           null,
           'privilege',
           case when acl.grantee = 0 then 'PUBLIC' else acl.grantee::regrole::text end,
           string_agg(acl.privilege_type || case when acl.is_grantable then ' WITH GRANT OPTION' else '' end,
                      ', ' order by acl.privilege_type)
    from scope
    join pg_catalog.pg_class c on c.oid = scope.id
    cross join lateral pg_catalog.aclexplode(c.relacl) acl
    where c.relacl is not null and acl.grantee <> c.relowner
    group by c.oid, acl.grantee
    union all
    select c.oid,
           granted.attnum,
           'privilege',
           case when acl.grantee = 0 then 'PUBLIC' else acl.grantee::regrole::text end,
           string_agg(acl.privilege_type || case when acl.is_grantable then ' WITH GRANT OPTION' else '' end,
                      ', ' order by acl.privilege_type)
    from scope
    join pg_catalog.pg_class c on c.oid = scope.id
    join granted on granted.attrelid = c.oid
    cross join lateral pg_catalog.aclexplode(granted.attacl) acl
    where acl.grantee <> c.relowner
    group by c.oid, granted.attnum, acl.grantee
    union all
    select scope.id, null, 'child', i.inhrelid::regclass::text, ''
    from scope
    join pg_catalog.pg_inherits i on i.inhparent = scope.id
    join pg_catalog.pg_class child on child.oid = i.inhrelid
    where not child.relispartition or child.relkind = 'f'
    union all
    select k.confrelid,
           key.number,
           'foreign key',
           quote_ident(k.conname) || ' of ' || k.conrelid::regclass::text,
           pg_catalog.pg_get_constraintdef(k.oid)
    from scope
    join pg_catalog.pg_constraint k on k.confrelid = scope.id and k.contype = 'f' and k.conparentid = 0
    cross join lateral unnest(k.confkey) key (number)
    where not exists (select 1 from scope other where other.id = k.conrelid)
)
select distinct
       found.table_oid::bigint as table_oid,
       found.kind,
       found.name,
       a.attname as column_name,
       found.detail
from found
left join pg_catalog.pg_attribute a on a.attrelid = found.table_oid and a.attnum = found.number
order by 1, 2, 3, 4, 5
