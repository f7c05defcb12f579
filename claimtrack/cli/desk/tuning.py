"""The command `tune`: fit matching and ranking to the desk's own decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import name_desk, progress, say
from claimtrack.cli.output.rows import Row, write_one, write_table
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.core.errors import Refused
from claimtrack.core.model import Suggestion, TunedPart
from claimtrack.core.texts.printable import plural

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.core.match import MatchTuning
    from claimtrack.core.tuning import ExtractReport, MatchReport
    from claimtrack.core.tuning.fitting import FitComparison
    from claimtrack.core.tuning.thresholds import ThresholdRow
    from claimtrack.store.tuning import ExtractTuning
    from claimtrack.workflow.tuning import TuningReport


@click.command("tune")
@click.option(
    "--apply", "applying", is_flag=True, help="Use the better settings from now on; `--reset` takes it back."
)
@click.option(
    "--reset", "resetting", is_flag=True, help="Go back to the settings that claimtrack ships with."
)
@format_option
@pass_session
def tune_command(session: Session, applying: bool, resetting: bool, output_format: str) -> None:
    """Fit matching and ranking to your decisions.

    Judged pairs show which scores mean "the same", and triage shows which sentences are worth checking. With 50 or more decisions it
    refits its settings, and offers them only if they do better on decisions they were not fitted to.

    \b
    claimtrack tune
    claimtrack tune --apply
    claimtrack tune --reset
    """
    from claimtrack.workflow import tuning

    if applying and resetting:
        raise click.UsageError("--apply and --reset cannot be used together")
    with session.open() as db:
        if resetting:
            parts = tuning.reset(db, actor=session.actor)
            say(
                f"Back to the shipped settings: {', '.join(parts)}"
                if parts
                else "There was nothing to reset."
            )
            return
        with progress("Comparing judged pairs") as advance:
            report = tuning.examine(db, advance)
        report_set_aside(report.set_aside)
        _print(report, output_format, "In use until now" if applying else "In use")
        if applying:
            _apply(db, report, session.actor)


def report_set_aside(versions: Mapping[TunedPart, int]) -> None:
    """Say which tuned versions an upgrade has disabled, and how to replace them."""
    for part, version in versions.items():
        say(
            f"{part}, version {version}, was fitted with an older claimtrack and is no longer used. The shipped settings are in "
            "use until you run `claimtrack tune --apply`."
        )


def _apply(db: Database, report: TuningReport, actor: str) -> None:
    from claimtrack.workflow import tuning

    if report.matching.missing and report.extraction.missing:
        raise Refused("there are too few decisions to fit anything, so nothing was changed")
    versions = tuning.apply(db, report, actor=actor)
    for part, version in versions.items():
        say(f"Now in use: {part}, version {version}: {_describe_tuning(report, part)}")
        for line in _describe_trade_off(report.matching) if part is TunedPart.MATCHING else ():
            say(line)
    if not versions:
        say("Nothing is better than the current settings, so nothing was changed.")


def _describe_tuning(report: TuningReport, part: TunedPart) -> str:
    if part is TunedPart.MATCHING:
        fitted, level = report.matching.weights, report.matching.thresholds
        what = f"duplicates from {level.duplicate:.2f}, related claims from {level.related:.2f}"
        return f"refitted weights, {what}" if fitted else f"{what}; the shipped weights stay"
    what = f"sentences marked from {report.extraction.threshold:.2f}"
    return f"refitted points, {what}" if report.extraction.points else f"{what}; the shipped points stay"


def _print(report: TuningReport, output_format: str, in_force: str) -> None:
    if output_format != "table":
        write_one(report.row(), output_format)
    else:
        _print_matching(report.matching, report.matching_in_force, in_force)
        click.echo("")
        _print_extraction(report.extraction, report.extraction_in_force, in_force)


def _print_matching(report: MatchReport, in_force: MatchTuning, label: str) -> None:
    click.echo(f"Matching: {plural(report.same, 'pair')} judged the same, {report.different:,} different")
    if report.missing:
        kinds = {"judged the same": report.same, "judged different": report.different}
        needed = _missing_decisions(report.missing, "judgement", kinds)
        click.echo(name_desk(f"  {needed}. To judge pairs: `claimtrack duplicates`"))
        return
    now = in_force.thresholds
    click.echo(f"  Today, with {_describe_weights(in_force)}, duplicates from {now.duplicate:.2f}:")
    write_table(_quality_rows([report.current] if report.current else []))
    better = "the refitted weights, on judgements not used for the refit"
    click.echo(
        f"  With {better if report.weights else 'the shipped weights'}, calling pairs duplicates from a score of:"
    )
    chosen = report.thresholds
    stays = now.duplicate == chosen.duplicate
    marks = {now.duplicate: "in use", chosen.duplicate: "stays" if stays else "suggested"}
    write_table([row | {"threshold": marks.get(row["from"], "")} for row in _quality_rows(report.rows)])
    for line in _explain_no_gain(report, now.duplicate):
        click.echo(f"  {line}")
    # People judge only the pairs that the matcher shows them.
    click.echo(
        f"  The judged pairs score {report.lowest:.2f} or more. Nobody has judged lower-scoring pairs, so the recall does not include them."
    )
    click.echo(f"  Would call pairs duplicates from {chosen.duplicate:.2f} (now {now.duplicate:.2f}),")
    click.echo(f"  and show related claims from {chosen.related:.2f} (now {now.related:.2f}).")
    for line in _describe_trade_off(report):
        click.echo(f"  {line}")
    is_alone = report.thresholds != now and report.weights is in_force.weights is None
    _print_comparison(report.comparison, "weights", "the thresholds" if is_alone else "")
    for why in report.untold:
        click.echo(f"  As shipped: {why}.")
    _print_in_force(in_force.version, label)


def _quality_rows(rows: Iterable[ThresholdRow]) -> list[Row]:
    return [
        {"from": row.threshold, "called": row.called, "precision": row.precision, "recall": row.recall}
        for row in rows
    ]


def _explain_no_gain(report: MatchReport, in_force: float) -> list[str]:
    """Say why a lower threshold would find no more duplicates: the remaining pairs are ruled out, whatever their score. Empty if it would."""
    lower = [row for row in report.rows if row.threshold <= in_force]
    alike = len(lower) > 1 and len(set(map(_counts, lower))) == 1
    left = report.same - round(lower[0].recall * report.same) if alike else 0
    if not left:
        return []
    return [
        f"A lower threshold would find no more: {plural(left, 'pair')} judged the same {'is' if left == 1 else 'are'} ruled out not by the score but by a fact that "
        "differs, an extra word, or having fewer than eight words."
    ]


def _describe_trade_off(report: MatchReport) -> list[str]:
    """Compare what the fitted and the current settings find and miss; empty if they are equal.

    Both are measured on all judged pairs, so these are the numbers once the settings are in use.
    """
    now, wanted = report.current, report.applied
    if now is None or wanted is None or _counts(now) == _counts(wanted):
        return []
    right, before = (round(row.recall * report.same) for row in (wanted, now))
    lines = [
        f"Of the {plural(report.same, 'pair')} judged the same, it would find {plural(right, Suggestion.DUPLICATE)} (now {before:,}). Of all pairs it calls duplicates, {_share(wanted)} would be "
        f"right (now {_share(now)})."
    ]
    if right < before:
        lines.append(f"The cost: {plural(before - right, 'repeat')} found now would no longer be found.")
    more_wrong = (wanted.called - right) - (now.called - before)
    if more_wrong > 0:
        lines.append(f"The cost: {plural(more_wrong, 'pair')} more would wrongly be called duplicates.")
    return lines


def _counts(row: ThresholdRow) -> tuple[int, float | None, float]:
    return row.called, row.precision, row.recall


def _share(row: ThresholdRow) -> str:
    return "none" if row.precision is None else f"{row.precision:.0%}"


def _describe_weights(in_force: MatchTuning) -> str:
    if in_force.weights is None:
        return "the shipped weights"
    return f"the weights of version {in_force.version} (fitted partly to these judgements)"


def _missing_decisions(missing: int, noun: str, kinds: Mapping[str, int]) -> str:
    """How many decisions are missing, and the minimum for each kind; `kinds` counts the existing ones."""
    from claimtrack.core.tuning import LEAST_OF_EACH

    lacking = {kind: LEAST_OF_EACH - count for kind, count in kinds.items() if count < LEAST_OF_EACH}
    kinds_lacking = " and ".join(f"{count} {kind}" for kind, count in lacking.items())
    is_all = sum(lacking.values()) == missing
    more = f"{plural(missing, f'more {noun}')} {'is' if missing == 1 else 'are'} needed"
    return f"{more}{': ' if is_all else ', at least ' if kinds_lacking else ''}{kinds_lacking}"


def _print_extraction(report: ExtractReport, in_force: ExtractTuning, label: str) -> None:
    click.echo(
        f"Extraction: {plural(report.accepted, 'claim')} accepted in triage, {report.rejected:,} rejected"
    )
    if report.missing:
        kinds = {"accepted": report.accepted, "rejected": report.rejected}
        needed = _missing_decisions(report.missing, "decision", kinds)
        click.echo(name_desk(f"  {needed}. To decide on claims: `claimtrack triage`"))
        return
    click.echo(f"  Accepted, ranked by the shipped points: {_shares(report.precision_at)}")
    if in_force.points is not None:
        click.echo(
            f"  Accepted, ranked by the points of version {in_force.version}: {_shares(report.current)}"
        )
    click.echo(f"  Would mark sentences from {report.threshold:.2f} (now {in_force.threshold:.2f}).")
    is_alone = report.threshold != in_force.threshold and report.points is in_force.points is None
    _print_comparison(report.comparison, "points", "the threshold" if is_alone else "")
    _print_in_force(in_force.version, label)


def _shares(precision_at: Mapping[int, float] | None) -> str:
    return ", ".join(f"{share:.0%} of the first {k}" for k, share in (precision_at or {}).items())


def _print_comparison(comparison: FitComparison | None, what: str, alone: str) -> None:
    """Print whether the refit is better; `alone` is what would change without it."""
    if comparison is None:
        return
    click.echo(f"  Refitted {what}, on decisions not used for the refit:")
    rows = [
        {"": "shipped", "surprise": comparison.shipped_log_loss, "average precision": comparison.shipped_ap},
        {"": "refitted", "surprise": comparison.refit_log_loss, "average precision": comparison.refit_ap},
    ]
    write_table(rows)
    is_better, why_not = comparison.is_better, comparison.why_not
    stay = f"the shipped {what} stay{f', and only {alone} above would change' if alone else ''}"
    click.echo(f"  {'Better' if is_better else f'Not better ({why_not}): {stay}'}.")


def _print_in_force(version: int | None, label: str) -> None:
    click.echo(f"  {label}: {'what is shipped' if version is None else f'version {version}'}.")
