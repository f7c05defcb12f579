"""The command `articles`: list the articles of the desk."""

from __future__ import annotations

import click

from claimtrack.cli.output.rows import write_rows
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import COUNT

_COLUMNS = {
    "id": "id",
    "article": "article",
    "outlet": "outlet",
    "published_on": "date",
    "appearances": "claims",
    "statuses": "status",
    "previous_id": "changed from",
    "where": "source",
}


@click.command("articles")
@click.option("--limit", type=COUNT, default=20, show_default=True, help="Maximum number to show.")
@format_option
@pass_session
def articles_command(session: Session, limit: int, output_format: str) -> None:
    """List the articles and other sources of claims, newest first, and how far the work on their claims has come.

    An article that changed is listed once, as its newest version.

    Use the numbers with `list`, `lint`, `triage` and `export` (`--article`), and with `ingest --version-of`.

    \b
    claimtrack articles
    claimtrack articles --limit 100 --format csv
    """
    from claimtrack.store import articles

    with session.open() as db:
        rows = articles.newest(db, limit=limit)
        keys = articles.overview_columns(db)
    if output_format == "table":
        rows = [{**row, "where": row["url"] or row["source"]} for row in rows]
    else:
        rows = [{**row, "statuses": _counts(row["statuses"])} for row in rows]
    is_changed = any(row["previous_id"] for row in rows)
    columns = {key: name for key, name in _COLUMNS.items() if is_changed or key != "previous_id"}
    nothing = session.naming("No articles yet. Read one with `claimtrack ingest`.")
    write_rows(rows, output_format, columns=columns, keys=keys, nothing=nothing)


def _counts(statuses: str | None) -> dict[str, int]:
    """The number of claims with each status, from the words of the view: "3 proposed, 1 in review"."""
    parts = [part.partition(" ") for part in (statuses or "").split(", ") if part]
    return {name.replace(" ", "_"): int(number) for number, _, name in parts}
