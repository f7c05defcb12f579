"""The command `publish`: the public copy of the desk, and the site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.output.results import write_results
from claimtrack.cli.parameters.options import readers_link_option, result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import URL, NewPath
from claimtrack.core.steps import TAKE_PLACE_AWAY
from claimtrack.core.texts.printable import list_some, numbered, plural, printable

if TYPE_CHECKING:
    from claimtrack.export.words import Words
    from claimtrack.workflow.publishing import Published


@click.command("publish")
@click.argument("out", metavar="OUT.db", type=NewPath(dir_okay=False))
@click.option("--site", type=NewPath(file_okay=False), metavar="DIR", help="Folder for a static website.")
@click.option("--base-url", type=URL, help="Web address of the site, for its feeds and sitemap.")
@readers_link_option("A page of yours that each page of the site links to, such as your corrections policy.")
@click.option(
    "--language",
    metavar="CODE|FILE.toml",
    help="Language of the site's own words and dates: ar, de, en, es, fr or pt, with a region if you like (es-MX), or a file with your own words.",
)
@click.option(
    "--topic",
    "topics",
    multiple=True,
    metavar="TAG",
    help="A tag that readers may see: the site gets a list of its verdicts. Can be repeated; other tags stay on the desk.",
)
@result_option
@pass_session
def publish_command(
    session: Session,
    out: str,
    site: str | None,
    base_url: str | None,
    links: tuple[tuple[str, str], ...],
    language: str | None,
    topics: tuple[str, ...],
    output_format: str,
) -> None:
    """Build a public copy of the desk from published claims only.

    Writes OUT.db, and OUT.metadata.yml beside it; plain Datasette can serve them. Notes, drafts, assignees, user names and full articles are
    left out: schema/public.sql names every column that is published. Addresses and file locations that only your own
    computer or network has are left out too, with a message.

    \b
    claimtrack publish public.db
    claimtrack publish public.db --site public/ --base-url https://desk.example/checks/
    claimtrack publish public.db --site public/ --language es
    claimtrack publish public.db --site public/ --topic health --topic jobs
    claimtrack publish public.db --site public/ --link "How to complain" https://desk.example/complain
    datasette public.db -m public.metadata.yml
    """
    from claimtrack.workflow.publishing import publish

    if out.isdigit():
        raise click.UsageError(
            f"{out} would be the name of a file, OUT.db: to publish a review, use `claimtrack review publish REVIEW` "
            f"(./{out} for a file with that name)"
        )
    for option, given in (("--link", links), ("--language", language)):
        if given and not site:
            raise click.UsageError(f"{option} is for the pages of a site: give its folder with --site")
    place = Path(site) if site else None
    done = publish(
        session.file(),
        Path(out),
        site=place,
        base_url=base_url,
        links=links,
        language=language,
        topics=topics,
    )
    _report(done, out, site)
    write_results([_row(done, out, site)], output_format)


def _row(done: Published, out: str, site: str | None) -> dict[str, Any]:
    """The result for programs."""
    return {
        "file": out,
        "metadata": str(done.metadata),
        "site": site,
        "pages": done.pages,
        "counts": done.rows,
        "private": done.left_out,
        "unreachable": done.unreached,
        "pageless": done.pageless,
        "overdue": len(done.due),
        "held": len(done.held),
        "new_places": [one._asdict() for one in done.new_places],
    }


def _report(done: Published, out: str, site: str | None) -> None:
    named = {("changed verdicts" if table == "corrections" else table): n for table, n in done.rows.items()}
    if not named["topics"]:  # most desks name none
        del named["topics"]
    counts = ", ".join(f"{n:,} {name if n != 1 else name.removesuffix('s')}" for name, n in named.items())
    say(f"Wrote {out} ({counts}) and {done.metadata}")
    _report_missing(done)
    if done.new_places:
        places = (f"{one.place} (claim {one.claim_id})" for one in done.new_places)
        say(
            f"New for readers, filed after the verdict was signed: {list_some(map(printable, places))}. {TAKE_PLACE_AWAY}"
        )
    if site and done.words:
        say(f"Wrote {plural(done.pages or 0, 'review page')}, an index, feeds and a sitemap to {site}")
        _report_translation(done.words, done.mostly)


def _report_missing(done: Published) -> None:
    """Say what readers do not find: what was left out, what they cannot open, and verdicts that nobody published yet."""
    if done.left_out:
        say(f"Left out what only your own computer or network has: {', '.join(done.left_out)}")
    if done.unreached:
        say(
            f"Readers cannot open the pages of these verdicts, which are on your own computer or network: {', '.join(done.unreached)}"
        )
    if done.pageless:
        say(
            f"The site has no page at the address of these verdicts, where feeds and search engines send readers: {', '.join(done.pageless)}. "
            "To change the address: `claimtrack review address`"
        )
    if done.topicless:
        say(
            f"No list for these topics, as no claim of a published verdict has such a tag: {', '.join(done.topicless)}"
        )
    if done.held:
        say(
            f"Not in it, as it is held: {numbered('review', done.held)}. To give it back to readers: `claimtrack review release {done.held[0]}`"
        )
    if done.undated:
        say(
            f"Not in it, without a date: {numbered('review', done.undated)}. To add it, edit the row in Datasette's table `reviews`"
        )
    if ready := len(done.due) - len(done.without_address):
        say(
            f"Not in it: {plural(ready, 'approved verdict')} whose time has come. To publish what is due: `claimtrack review publish --due`, "
            "then run this again"
        )
    if done.without_address:
        first = f"`claimtrack review publish {done.without_address[0]} --url URL --date today`"
        say(
            f"Not in it, although its time has come, for want of an address: {numbered('review', done.without_address)}. To publish it: {first}"
        )


def _report_translation(words: Words, mostly: str | None) -> None:
    """Say which phrases of the site are not in the language of most reviews, and how to translate them."""
    from claimtrack.core.texts.languages import is_english
    from claimtrack.export.words import WHERE, is_shipped

    if words.language is None and mostly and not is_english(mostly):
        remedy = (
            f"{mostly} writes them in that language"
            if is_shipped(mostly)
            else f"takes a file of yours, {WHERE}"
        )
        say(f"Most reviews are in {mostly!r}, and the site's headings are in English: --language {remedy}")
    if words.unknown:
        say(f"Not used, as no phrase of the site has that name: {', '.join(words.unknown)}")
    if words.missing:
        say("These phrases are in English on the site. To translate them, add these lines to your file:")
        for name in words.missing:
            say(f"{name} = {json.dumps(words.phrases[name], ensure_ascii=False)}")
