-- Nothing here waits for anybody, so that whatever takes long is not worth it. Local: they end with the savepoint.
select set_config('statement_timeout', '5s', true),
       set_config('lock_timeout', '500ms', true)
