"""`claimtrack publish`: the public copy and the site."""

from __future__ import annotations

from pathlib import Path

import click

from claimtrack.cli.given.session import Session, pass_session
from claimtrack.cli.given.values import URL, Made
from claimtrack.cli.printed.talk import say
from claimtrack.core.texts.printable import plural


@click.command("publish")
@click.argument("out", metavar="OUT.db", type=Made(dir_okay=False))
@click.option("--site", type=Made(file_okay=False), metavar="DIR", help="Folder for a static website.")
@click.option("--base-url", type=URL, help="Web address of the site, for its feeds and sitemap.")
@click.option(
    "--link",
    "links",
    type=(str, URL),
    multiple=True,
    metavar="TITLE URL",
    help="A page of yours that each page of the site links to, such as your corrections policy. Can be repeated.",
)
@pass_session
def publish_command(
    session: Session, out: str, site: str | None, base_url: str | None, links: tuple[tuple[str, str], ...]
) -> None:
    """Build a public copy of the desk from published claims only.

    Writes OUT.db, and OUT.metadata.yml beside it; plain Datasette can serve them. Notes, drafts, assignees, user names and full articles are
    left out: schema/public.sql names every column that is published. Web addresses on your own computer or network are left out too, with
    a message.

    \b
    claimtrack publish public.db
    claimtrack publish public.db --site public/ --base-url https://desk.example/checks/
    claimtrack publish public.db --site public/ --link "How to complain" https://desk.example/complain
    datasette public.db -m public.metadata.yml
    """
    from claimtrack.workflow.publishing import publish

    if links and not site:
        raise click.UsageError("--link is for the pages of a site: give its folder with --site")
    if not all(title.strip() for title, _ in links):
        raise click.UsageError("a --link has no title: give what readers click on, and then its address")
    place = Path(site) if site else None
    done = publish(session.file(), Path(out), site=place, base_url=base_url, links=links)
    counts = ", ".join(
        f"{count:,} {table if count != 1 else table.removesuffix('s')}" for table, count in done.rows.items()
    )
    say(f"Wrote {out} ({counts}) and {done.metadata}")
    if done.left_out:
        say(f"Left out addresses on your own computer or network: {', '.join(done.left_out)}")
    if done.unreached:
        say(
            f"Readers cannot open the pages of these verdicts, which are on your own computer or network: {', '.join(done.unreached)}"
        )
    if site:
        say(f"Wrote {plural(done.pages or 0, 'review page')}, an index, feeds and a sitemap to {site}")
