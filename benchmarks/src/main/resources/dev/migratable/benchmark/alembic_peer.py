"""Compares a database with metadata of the same tables by Alembic's autogenerate; prints microseconds and differences."""

import logging
import os
import sys
import time

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, MetaData, create_engine

# Python knows two drivers of these names; SQLAlchemy calls both postgresql+name.
try:
    import psycopg as driver
except ImportError:
    import psycopg2 as driver


def connect(host, port, user, database):
    url = URL.create(
        "postgresql+" + driver.__name__,
        username=user,
        password=os.environ.get("PGPASSWORD"),
        host=host,
        port=int(port),
        database=database,
    )
    return create_engine(url).connect()


def main(arguments):
    if not arguments:
        return  # whether all of the above can be imported was the question
    logging.disable(logging.CRITICAL)
    with connect(*arguments) as connection:
        metadata = MetaData()
        metadata.reflect(connection)
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        start = time.perf_counter_ns()
        differences = compare_metadata(context, metadata)
        print((time.perf_counter_ns() - start) // 1000, len(differences))


main(sys.argv[1:])
