-- Major version, and the TimeZone that decides whether timestamp <-> timestamptz rewrites.
select current_setting('server_version_num')::int / 10000 as major_version,
       current_setting('server_version')                  as version_text,
       current_setting('TimeZone')                        as time_zone
