-- A session may be read-only by default; the temporary table is rolled back whatever happens.
set transaction isolation level read committed, read write
