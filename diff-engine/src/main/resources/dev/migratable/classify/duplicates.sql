-- How many rows share their key with another row, and how many were read. A row whose key is not compared (NULL, or
-- outside the predicate) is in a group of its own kind, which counts as found where {uncompared} says so.
select coalesce(sum(g.n) filter (where g.compared and g.n > 1 or not g.compared and {uncompared}), 0)::bigint as found,
       coalesce(sum(g.n), 0)::bigint as read
from (select count(*) as n, ({condition}) is true as compared
      from (select {columns} from {table} {sample}) as {alias}
      group by {keys}, ({condition}) is true) as g
