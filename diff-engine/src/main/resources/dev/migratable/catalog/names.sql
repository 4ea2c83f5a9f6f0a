-- Operator classes and collations as SQL names them. A class in pg_catalog needs no schema.
select 'class' as kind,
       opc.oid::bigint as oid,
       case when n.nspname = 'pg_catalog' then '' else quote_ident(n.nspname) || '.' end || quote_ident(opc.opcname) as name,
       opc.opcmethod::bigint as method,
       opc.opcintype::bigint as base_type,
       opc.opcdefault as is_default
from pg_catalog.pg_opclass opc
join pg_catalog.pg_namespace n on n.oid = opc.opcnamespace
union all
select 'collation',
       coll.oid::bigint,
       quote_ident(n.nspname) || '.' || quote_ident(coll.collname),
       0,
       0,
       false
from pg_catalog.pg_collation coll
join pg_catalog.pg_namespace n on n.oid = coll.collnamespace
