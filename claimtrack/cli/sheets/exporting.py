"""The command `export`: write the desk's rows for spreadsheets and other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from claimtrack.cli.output.messages import say, say_left_out
from claimtrack.cli.parameters.filters import export_selection, filter_options, once_option
from claimtrack.cli.parameters.options import readers_link_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.cli.parameters.types import COUNT, LOCATION, OneOf
from claimtrack.cli.sheets.parting import desk_command
from claimtrack.core.claimreview.claimreview import Profile
from claimtrack.core.sheets.sheets import Format, Layout, Preset
from claimtrack.core.texts.printable import list_some, plural

_MAX_WARNINGS = 50
"""Reviews with warnings to list."""


@click.group("export")
def export_command() -> None:
    """Export the desk for spreadsheets, programs or the web.

    \b
    claimtrack export csv -o claims.csv
    claimtrack export csv log --since 2024-04-01 --bom -o log.csv
    """


export_command.add_command(desk_command)


def _target_path(ctx: click.Context, option: click.Parameter, output: str) -> Path | None:
    """The output file; None for standard output."""
    return None if output == "-" else Path(output)


output_option = click.option(
    "-o",
    "--output",
    "target",
    default="-",
    callback=_target_path,
    show_default="standard output",
    metavar="FILE",
    type=LOCATION,
    help="File to write; `-` is standard output. If the export fails, no partial file is left.",
)
preset_argument = click.argument(
    "preset", type=OneOf(Preset), default=str(Preset.CLAIMS), required=False, metavar="[PRESET]"
)


own_columns_option = click.option(
    "--column",
    "own",
    metavar="NAME",
    multiple=True,
    help="Add a column of your own: with Platform, what the claims have after 'Platform:' in their tags. Repeatable.",
)


@export_command.command("csv")
@preset_argument
@output_option
@filter_options
@once_option
@own_columns_option
@click.option(
    "--bom", is_flag=True, help="Mark the file as UTF-8, so that Excel for Windows shows accents correctly."
)
@click.option(
    "--semicolon",
    is_flag=True,
    help="Separate columns with semicolons, for an Excel whose numbers have a decimal comma.",
)
@pass_session
def csv_command(
    session: Session, /, preset: str, target: Path | None, bom: bool, semicolon: bool, **filters: Any
) -> None:
    """Export claims or other rows as CSV.

    PRESET says what a row is: claims (the default), reviews, appearances, evidence, notes, corrections, or log, which has everything on one
    sheet. The file is safe to open: text that a spreadsheet would run as a formula (= + - @ ...) gets an apostrophe in front, which
    `claimtrack import csv` removes again.

    \b
    claimtrack export csv -o claims.csv
    claimtrack export csv --status published --tag economy | head
    claimtrack export csv --column Platform --column Country -o claims.csv
    claimtrack export csv reviews --since 2024-04-01 --until 2024-04-30 --bom -o april.csv
    """
    delimiter = ";" if semicolon else ","
    _write(session, Format.CSV, preset, target, filters, bom=bom, delimiter=delimiter)


@export_command.command("xlsx")
@preset_argument
@output_option
@filter_options
@once_option
@own_columns_option
@pass_session
def xlsx_command(session: Session, /, preset: str, target: Path | None, **filters: Any) -> None:
    """Export claims or other rows as an Excel workbook.

    PRESET says what a row is: claims (the default), reviews, appearances, evidence, notes, corrections, or log, which has everything on one
    sheet. It also opens in LibreOffice. Needs `pip install 'claimtrack[xlsx]'`.

    \b
    claimtrack export xlsx -o claims.xlsx
    claimtrack export xlsx log --since 2024-04-01 -o log.xlsx
    """
    if target is None and sys.stdout.isatty():
        raise click.UsageError("a workbook cannot be shown in a terminal: name a file with -o")
    _write(session, Format.XLSX, preset, target, filters)


@export_command.command("jsonl")
@preset_argument
@output_option
@filter_options
@once_option
@own_columns_option
@pass_session
def jsonl_command(session: Session, /, preset: str, target: Path | None, **filters: Any) -> None:
    """Export claims or other rows as JSON Lines.

    Each line is one JSON object, for programs. PRESET says what it is: claims (the default), reviews, appearances, evidence, notes,
    corrections, or log, which has everything on one sheet.

    \b
    claimtrack export jsonl -o claims.jsonl
    claimtrack export jsonl evidence --tag economy | jq .url
    """
    _write(session, Format.JSONL, preset, target, filters)


@export_command.command("claimreview")
@output_option
@click.option(
    "--layout",
    type=OneOf(Layout),
    default=str(Layout.FEED),
    show_default=True,
    help="feed: one DataFeed; lines: one document per line; files: one file per review, in the folder given "
    "with -o; csv: Duke's CSV columns.",
)
@click.option(
    "--profile",
    type=OneOf(Profile),
    default=str(Profile.GOOGLE),
    show_default=True,
    help="Rules to check against: Google's, or Duke's stricter schema.",
)
@click.option(
    "--all-publishers",
    is_flag=True,
    help="Include imported reviews by other publishers. Speaker, day and pages of the claim are then those of the desk, even if it is not published.",
)
@filter_options
@pass_session
def claimreview_command(
    session: Session, /, target: Path | None, layout: str, profile: str, all_publishers: bool, **filters: Any
) -> None:
    """Export published reviews as schema.org ClaimReview.

    Each review is checked first. One that breaks a rule is left out with a message that says how to fix it, and the exit code is 1. Warnings
    point out what else readers and search engines would miss.

    With --layout files, the files (named like review-12.json) of reviews that are withdrawn or left out are deleted from the folder.

    \b
    claimtrack export claimreview -o feed.json
    claimtrack export claimreview --layout files -o claimreview/
    claimtrack export claimreview --profile duke --layout lines | head -1
    """
    from claimtrack.workflow import exporting

    wanted = export_selection(Preset.REVIEWS, **filters)
    how: dict[str, Any] = {"profile": Profile(profile), "all_publishers": all_publishers, **wanted}
    if layout == Layout.FILES:
        if target is None:
            raise click.UsageError("--layout files needs a folder: name it with -o")
        done = exporting.export_claimreview_files(session.file(), target, **how)
    else:
        done = exporting.export_claimreview(session.file(), target, layout=Layout(layout), **how)
    if target is not None:
        say(f"Wrote {plural(done.written, 'review')} to {target}")
    if done.removed:
        names = list_some(sorted(path.name for path in done.removed))
        say(f"Removed files of reviews that are no longer published, or are left out: {names}")
    for one in done.warned[:_MAX_WARNINGS]:
        say(f"Review {one.review_id}: warning: {'; '.join(map(str, one.findings))}")
    if done.warned[_MAX_WARNINGS:]:
        say(f"and {plural(len(done.warned) - _MAX_WARNINGS, 'more review')} with warnings")
    for one in done.left_out:
        say(f"Left out review {one.review_id}: {'; '.join(map(str, one.findings))}")
    if done.left_out:
        raise click.exceptions.Exit(1)


@export_command.command("markdown")
@click.argument("claim_ids", metavar="[ID]...", nargs=-1, type=COUNT)
@output_option
@click.option(
    "--words",
    metavar="CODE|FILE.toml",
    help="Language of headings and dates: ar, de, en, es, fr or pt, or a file with your own words, as for `publish --language`. Without it, "
    "that of the verdict, if it is one of these, else English. A region sets how days are written: en-GB has 3 May 2024.",
)
@readers_link_option("A page of yours that each verdict ends with, such as how to complain.")
@filter_options
@pass_session
def markdown_command(
    session: Session,
    /,
    claim_ids: tuple[int, ...],
    target: Path | None,
    words: str | None,
    links: tuple[tuple[str, str], ...],
    **filters: Any,
) -> None:
    """Export verdicts as text for an article.

    Each has the claim, who said it, when and where, the rating, the summary and the sources, primary ones first, in Markdown, which most
    editors of articles and newsletters take. It has what readers get of the verdict, as it was signed: never notes, drafts or names of
    users. Give the numbers of claims, or choose them with the options below.

    By number you also get the verdicts that are approved, but not published, without an address and a date, and a message that says so. The
    options choose published ones only.

    \b
    claimtrack export markdown 12
    claimtrack export markdown --article 2 --words es -o debate.md
    claimtrack export markdown --since 2024-04-22 --link "How to complain" https://desk.example/complain
    """
    from claimtrack.workflow.exporting import export_markdown

    if claim_ids and any(value not in (None, ()) for value in filters.values()):
        raise click.UsageError("give the numbers of claims, or options that choose them, not both")
    wanted = export_selection(Preset.REVIEWS, **filters)
    done = export_markdown(session.file(), target, claim_ids=claim_ids, language=words, links=links, **wanted)
    if target is not None or not done:
        say(f"Wrote {plural(len(done), 'verdict')}{f' to {target}' if target else ''}")
    if waiting := [one for one in done if not one["is_published"]]:
        say(_describe_unpublished(waiting))


def _describe_unpublished(waiting: list[dict[str, Any]]) -> str:
    """Say which verdicts readers do not have yet, and how those are published for which the time has come."""
    from claimtrack.workflow.days import describe_wait, now

    named = "; ".join(
        f"review {one['id']} on claim {one['claim_id']}{describe_wait(one['not_before'])}" for one in waiting
    )
    told = f"Approved, but not published, so without an address and a date: {named}"
    ready = [one for one in waiting if (one["not_before"] or "") <= now()]
    options = [str(one["id"]) for one in ready]
    if not all(one["planned_url"] for one in ready):
        options.append("--url-pattern PATTERN" if ready[1:] else "--url URL")
    if not all(one["planned_on"] for one in ready):
        options.append("--date today")
    return f"{told}. To publish: `claimtrack review publish {' '.join(options)}`" if ready else told


def _write(
    session: Session, form: Format, preset: str, target: Path | None, options: dict[str, Any], **how: Any
) -> None:
    """Write the selected rows of a preset, and print how many went into the file."""
    from claimtrack.workflow.exporting import export_sheet

    filters = {name: value for name, value in options.items() if name != "own"}
    if filters["is_once"] and preset != Preset.CLAIMS:
        raise click.UsageError(
            f"--once is for claims, and rows of {preset} would be missing: leave it out, or export claims"
        )
    named = target.suffix.lower().lstrip(".") if target else form
    if named != form and named in tuple(Format):
        raise click.UsageError(
            f"{target} would hold {form.upper()}, and programs that go by its name would misread it: use "
            f"`claimtrack export {named}`, or a name that ends in .{form}"
        )
    wanted = export_selection(preset, **filters)
    rows = export_sheet(
        session.file(), target, form, preset=Preset(preset), own=options["own"], **wanted, **how
    )
    if target is not None:
        say(f"Wrote {plural(rows, 'row')} to {target}")
    if wanted["criteria"].is_of_work or wanted["criteria"].without:
        with session.open() as db:
            say_left_out(db, wanted["criteria"])
