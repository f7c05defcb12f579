"""Print what `ingest` filed, or would file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from claimtrack.cli.output.descriptions import OWN_VOICE
from claimtrack.cli.output.messages import say
from claimtrack.cli.output.rows import Row, write_rows
from claimtrack.core.desk.reasons import top_reasons
from claimtrack.core.desk.verdicts import name_rated
from claimtrack.core.model import Kind, Match
from claimtrack.core.texts.printable import plural
from claimtrack.workflow.articles.reporting import (
    counted,
    empty_article_notices,
    ingest_notices,
    nothing_found_notices,
    same_address_notices,
)
from claimtrack.workflow.articles.undated import undated_notices

if TYPE_CHECKING:
    from claimtrack.workflow.articles.ingesting import Ingested

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


def write_claims(
    claims: Iterable[tuple[Row, Sequence[Match]]],
    output_format: str,
    columns: Mapping[str, str],
    keys: Sequence[str],
) -> None:
    """Print the rows, each given with its matches.

    A table names the article's own voice and the verdicts on what is said again, and shows only the weightiest reasons. The verdict on a
    claim with one fact changed is left out: it would be taken for one on this claim.
    """
    shown = (_table_row(row, matches) if output_format == "table" else row for row, matches in claims)
    write_rows(shown, output_format, columns=columns, keys=keys)


def _table_row(row: Row, matches: Sequence[Match]) -> Row:
    speaker = OWN_VOICE if row["speaker"] == Kind.OUTLET else row["speaker"]
    rated = {one.claim_id: named for one in matches if (named := name_rated(one))}
    repeated = [rated[row["claim_id"]]] if row["claim_id"] in rated else []
    return {
        **row,
        "speaker": speaker,
        "reasons": top_reasons(row.get("reasons") or ()),
        "resembles": repeated + [rated.get(one, one) for one in row["resembles"]],
    }


def summarise(results: Sequence[Ingested], left_out: int, *, by_rules: bool) -> None:
    """Print a message for each article, then the number of claims, and of sources skipped by rule."""
    for line in (*chain.from_iterable(map(ingest_notices, results)), *same_address_notices(results)):
        say(line)
    new, repeated = sum(done.new for done in results), sum(done.repeated for done in results)
    known, skipped = sum(done.known for done in results), sum(done.skipped for done in results)
    articles = f"{len(results):,} articles: " if len(results) > 1 else ""
    say(f"{articles}{counted(new, repeated, known)}, {skipped:,} skipped{skipped_sources(left_out)}")
    if not all(done.is_withdrawal for done in results):
        found = new + repeated + known + skipped
        for line in nothing_found_notices(found, by_rules=by_rules):
            say(line)
    for line in (*empty_article_notices(results), *undated_notices(results)):
        say(line)


def skipped_sources(sources: int) -> str:
    """The number of skipped sources, to append to the summary; empty for none."""
    return f"; {plural(sources, 'source')} skipped" if sources else ""
