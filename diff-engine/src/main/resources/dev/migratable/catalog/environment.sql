-- Major version, and the TimeZone that decides whether timestamp <-> timestamptz rewrites. The search path becomes that
-- of search_path.sql, by the way.
select current_setting('server_version_num')::int / 10000 as major_version,
       current_setting('server_version')                  as version_text,
       current_setting('TimeZone')                        as time_zone,
       set_config('search_path', '', true)                as search_path
