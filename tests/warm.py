"""Imported once by the fork server: does the 0.2 s of work that each forked server would otherwise repeat."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from datasette import database
from datasette.app import Datasette

from claimtrack.store.file.database import create_or_migrate
from tests.quick_datasette import hidden_tables

database.sqlite_hidden_table_names = hidden_tables


async def serve_once(path):
    """Compile Datasette's route patterns, load its plug-ins and read a desk's metadata."""
    create_or_migrate(path)[0].close()
    datasette = Datasette([str(path)])
    await datasette.client.get("/claims")
    datasette.close()


with TemporaryDirectory() as folder:
    asyncio.run(serve_once(Path(folder, "claims.db")))
