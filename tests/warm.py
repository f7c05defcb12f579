"""Imported by the process that others are forks of: what each server would do anew, for 0.2 s, is done there once."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from datasette.app import Datasette

from claimtrack.store.file.database import create_or_migrate


async def serve_once(path):
    """Have the patterns of Datasette's routes compiled, its plug-ins looked up and the metadata of a desk read."""
    create_or_migrate(path)[0].close()
    datasette = Datasette([str(path)])
    await datasette.client.get("/claims")
    datasette.close()


with TemporaryDirectory() as folder:
    asyncio.run(serve_once(Path(folder, "claims.db")))
