-- How many rows meet a condition, and how many were read.
select count(*) filter (where {condition}) as found, count(*) as read
from (select {columns} from {table} {sample}) as {alias}
