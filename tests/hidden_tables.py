"""A quicker function for the list of hidden tables, which Datasette asks for at each start and for many pages."""

from datasette.utils.sqlite import sqlite_hidden_table_names

_kept = {}


def hidden_tables(conn):
    """Return the names of the hidden tables, kept for each schema: Datasette lists all tables once for each table, 0.05 s."""
    tables = conn.execute("select name, sql from sqlite_master where type = 'table'").fetchall()
    schema = tuple(map(tuple, tables))
    if schema not in _kept:
        _kept[schema] = sqlite_hidden_table_names(conn)
    return list(_kept[schema])
