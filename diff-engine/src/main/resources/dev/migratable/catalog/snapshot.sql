-- One state of the catalog for all queries, and a promise to change nothing.
set transaction isolation level repeatable read, read only
