-- Bounds what one count may cost: how long it runs, how long it waits for a lock, and that it uses one process.
-- Without row_security a policy that hides rows is an error, and not a count that is too small.
-- Parameters: milliseconds to run, milliseconds to wait.
select set_config('statement_timeout', ?, true),
       set_config('lock_timeout', ?, true),
       set_config('max_parallel_workers_per_gather', '0', true),
       set_config('jit', 'off', true),
       set_config('row_security', 'off', true)
