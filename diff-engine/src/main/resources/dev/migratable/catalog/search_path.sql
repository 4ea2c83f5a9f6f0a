-- With an empty search path format_type, pg_get_expr and the like print every name outside pg_catalog with its schema.
-- Local: it ends with the transaction or the savepoint.
select set_config('search_path', '', true)
