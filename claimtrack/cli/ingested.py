"""What `ingest` did, or would do: its rows, and what it says beside them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from claimtrack.cli.output import OWN_VOICE, Row, plural, say, write_rows
from claimtrack.core.model import ExtractedClaim, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimtrack.fetch import Loaded
    from claimtrack.workflow.carrying import Corrected
    from claimtrack.workflow.dry_run import PlannedArticle, PlannedClaim
    from claimtrack.workflow.ingesting import Ingested
    from claimtrack.workflow.proposing import Filed
    from claimtrack.workflow.recognising import Dropped

EXTRACTED_COLUMNS = {
    "outcome": "is",
    "claim_id": "id",
    "score": "score",
    "text": "claim",
    "speaker": "speaker",
    "kind": "kind",
    "reasons": "why",
    "flags": "flags",
    "resembles": "resembles",
}
FILED_COLUMNS = {
    name: EXTRACTED_COLUMNS[name] for name in EXTRACTED_COLUMNS if name not in ("reasons", "flags")
}

_FACTS = {
    "url": "address",
    "title": "title",
    "outlet": "outlet",
    "author": "author",
    "published_on": "date",
    "language": "language",
}
_NAMED = 5
"""Articles that a line names."""


# ── rows ────────────────────────────────────────────────────────────────────────────────────────


def planned_rows(one: Loaded, planned: PlannedArticle) -> Iterator[Row]:
    """A row for each claim of an article, of which nothing is written."""
    # Spans count in this article's text: of several it is the only way to tell which.
    where = {"source": one.source, "url": one.article.url, **_version(planned)}
    for claim in planned.claims:
        yield {"outcome": claim.outcome, **_claim(claim, claim.claim_id), **where}


def filed_rows(done: Ingested) -> Iterator[Row]:
    """A row for each claim that was filed from an article."""
    for one in done.filed:
        yield {
            "article_id": done.article_id,
            "outcome": "new" if one.is_new else "repeats",
            **_claim(one, one.claim_id),
            "source": done.source,
            "url": done.url,
            **_version(done),
        }


_FOUND = [field.name for field in fields(ExtractedClaim)]


def write_claims(rows: Iterable[Row], output_format: str, columns: Mapping[str, str]) -> None:
    """Print the rows; a table says who speaks where the article does as all tables do."""
    if output_format == "table":
        rows = ({**row, "speaker": OWN_VOICE} if row["speaker"] == Kind.OUTLET else row for row in rows)
    write_rows(rows, output_format, columns=columns)


def _claim(one: Filed | PlannedClaim, claim_id: int | None) -> Row:
    resembles = [match.claim_id for match in one.matches if match.claim_id != claim_id]
    found = {name: getattr(one.found, name) for name in _FOUND}  # not asdict, which copies each value deeply
    return {"claim_id": claim_id, **found, "resembles": resembles}


def _version(article: Ingested | PlannedArticle) -> Row:
    return {
        "previous_id": article.previous_id,
        "dropped": [one.claim_id for one in article.dropped],
        "corrected": [one.claim_id for one in article.corrected],
    }


# ── beside them ─────────────────────────────────────────────────────────────────────────────────


def say_planned(one: Loaded, planned: PlannedArticle) -> None:
    """Tell that an article would be a new version, and what that no longer holds."""
    if planned.previous_id is not None:
        if planned.article_id is None:
            say(f"{one.source} would be a new version of article {planned.previous_id}.")
        else:
            _say_back(planned, "would stand")
        _say_dropped(planned.dropped)
        _say_corrected(planned.corrected)
    _say_newer(planned)


def summarise(results: Sequence[Ingested], left_out: int = 0, *, by_rules: bool = True) -> None:
    """Tell what became of the articles, then how many claims there were, and how many sources were left out by rule."""
    for done in results:
        _say_of_article(done)
    new, repeated = sum(done.new for done in results), sum(done.repeated for done in results)
    known, skipped = sum(done.known for done in results), sum(done.skipped for done in results)
    articles = f"{len(results):,} articles: " if len(results) > 1 else ""
    say(f"{articles}{counted(new, repeated, known)}, {skipped} skipped{told_skipped(left_out)}")
    if results:
        say_if_nothing(new + repeated + known + skipped, by_rules=by_rules)
        _say_without_claim(results)


def _say_without_claim(results: Sequence[Ingested]) -> None:
    """Tell which articles are new on the desk and without a claim there: why they are kept, and how one is removed."""
    numbers = [
        str(one.article_id)
        for one in results
        if one.is_new_article and not (one.filed or one.known or one.skipped)
    ]
    if not numbers:
        return
    named = ", ".join(numbers[:_NAMED])
    more = f" and {len(numbers) - _NAMED:,} more" if len(numbers) > _NAMED else ""
    which = f"Articles {named}{more} are" if len(numbers) > 1 else f"Article {named} is"
    say(
        f"{which} kept without a claim: on its page (`claimtrack serve`) you mark one that was missed, and from Datasette's "
        f"table articles an editor removes what is no article"
    )


def _say_of_article(done: Ingested) -> None:
    if done.previous_id is not None:
        if done.is_new_article:
            say(f"Article {done.article_id} is a new version of article {done.previous_id}.")
        else:
            _say_back(done, "stands")
        _say_dropped(done.dropped)
        _say_corrected(done.corrected)
    _say_newer(done)
    if done.filled:
        told = ", ".join(f"{_FACTS[name]} {value}" for name, value in done.filled.items())
        say(f"Article {done.article_id} is known; filled in: {told}")
    for name, (stored, told) in done.kept.items():
        say(
            f"Article {done.article_id} keeps the {_FACTS[name]} {stored!r}, not {told!r}: an editor changes it in "
            f"Datasette (`claimtrack serve`), table articles"
        )


def _say_back(article: Ingested | PlannedArticle, stands: str) -> None:
    """Tell that an article is read in an older text again, and how to undo it."""
    say(
        f"Article {article.article_id} is known and {stands} again in place of its newer version, article "
        f"{article.previous_id}. Was it an old copy? Then ingest the newer text once more."
    )


def _say_newer(article: Ingested | PlannedArticle) -> None:
    if article.newer_id is not None:
        say(
            f"Article {article.article_id} is known, and so is a newer version of it, which stays: article {article.newer_id}. Did the "
            "article go back to this text? Then ingest it with the --date of that day, after the newer version's, or from standard input."
        )


def _say_dropped(dropped: Iterable[Dropped]) -> None:
    for one in dropped:
        say(f"  It no longer holds claim {one.claim_id} ({one.status.replace('_', ' ')}): {one.text}")


def _say_corrected(corrected: Iterable[Corrected]) -> None:
    for one in corrected:
        now, status = one.now or "nobody", one.status.replace("_", " ")
        if one.is_kept:
            stays = f"where {one.was} stays" if one.was else "which stays nobody's"
            told = f"{stays}, as somebody put that right"
        else:
            told = f"no longer {one.was or 'nobody'}"
            if one.claimant != one.now:
                told += f" (its claimant stays {one.claimant or 'nobody'})"
        say(f"  It names {now} for claim {one.claim_id} ({status}), {told}: {one.text}")


def told_skipped(sources: int) -> str:
    """How many files or entries were left out, beside the claims of those that were read; empty for none."""
    return f"; {plural(sources, 'source')} skipped" if sources else ""


def say_if_nothing(found: int, *, by_rules: bool = True) -> None:
    """Tell what is left out where nothing was `found`, so that nobody takes a lost full stop for a text without claims."""
    if not found and not by_rules:
        say("No claim was found, or none that the article holds word by word.")
    elif not found:
        say(
            "No claim was found. Short lines without a full stop are taken for headings; questions, bylines and notices "
            "are left out, too, and so is what scores under --min-score."
        )


def counted(new: int, repeated: int, known: int) -> str:
    """How many claims there were of each outcome, in words."""
    return f"{new} new, {repeated} repeat a claim of the desk, {known} known"
