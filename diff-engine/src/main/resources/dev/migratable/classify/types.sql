-- What is behind the names of types: whether one is a domain, over which type in the end, and whether one of the domains
-- on the way has a constraint. A name that the session cannot resolve is missing.
-- Parameter: the names.
with recursive chain as (
    select wanted.name, t.oid, t.typtype, t.typbasetype, t.typtypmod, t.typnotnull, 0 as depth
    from unnest(?::text[]) wanted (name)
    join pg_catalog.pg_type t on t.oid = to_regtype(wanted.name)
    union all
    select chain.name, t.oid, t.typtype, t.typbasetype, t.typtypmod, t.typnotnull, chain.depth + 1
    from chain
    join pg_catalog.pg_type t on t.oid = chain.typbasetype
    where chain.typtype = 'd'
)
select name,
       (array_agg(format_type(typbasetype, typtypmod) order by depth desc) filter (where typtype = 'd'))[1] as base,
       bool_or(typtype = 'd' and typnotnull) as not_null,
       bool_or(typtype = 'd'
               and exists (select from pg_catalog.pg_constraint k where k.contypid = chain.oid and k.contype = 'c'))
           as checked
from chain
group by name
order by name
