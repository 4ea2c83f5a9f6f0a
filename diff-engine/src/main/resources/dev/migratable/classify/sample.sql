tablesample system ({percent}) repeatable (0)
