"""Which claimant an extracted claim is filed under."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from claimtrack.core.extract.words.lexicon import PRONOUNS
from claimtrack.core.language.generic_speakers import is_generic_speaker
from claimtrack.core.model import Article, ClaimantKind, ExtractedClaim, Flag, Kind
from claimtrack.core.steps import Worded
from claimtrack.core.texts.cleaning import MAX_NAME, clean_line, is_nobody
from claimtrack.core.texts.printable import plural
from claimtrack.store import claimants

_FEWEST_OF_OWN = 4  # one in so many


def claimant_name(article: Article, found: ExtractedClaim) -> str | None:
    """The name to file: the outlet's for its own voice; None if no speaker was found, or only a pronoun or label.

    "SPEAKER 2" of one transcript is another person in the next; the appearance keeps the label as written.
    """
    if found.kind is Kind.OUTLET and found.speaker == Kind.OUTLET:
        return article.outlet
    nobody = (
        is_nobody(found.speaker) or found.speaker.casefold() in PRONOUNS or is_generic_speaker(found.speaker)
    )
    is_name = not nobody and len(found.speaker) <= MAX_NAME
    return clean_line(found.speaker) if is_name else None


def unnamed_author_notice(found: Sequence[ExtractedClaim], named: str, would: str) -> Iterator[str]:
    """Yield that nobody is named who says "I" in an article, if a quarter of its claims or more are, or `would` be, filed so."""
    own = sum(one.kind is Kind.OUTLET and Flag.UNSURE_SPEAKER in one.flags for one in found)
    if own and own * _FEWEST_OF_OWN >= len(found):
        are = would or ("is " if own == 1 else "are ")
        then = "If it is a speech, a post or a leaflet, " + ("" if would else "take this back and ")
        yield (
            f"{named}: {plural(own, 'claim')} with “I” or “my” {are}filed as the article's own words. "
            + Worded(f"{then}give `--speaker NAME`", f"{then}fill in its author")
        )


def claimant_kind(found: ExtractedClaim) -> ClaimantKind:
    """The kind of claimant of an extracted claim."""
    return ClaimantKind.OUTLET if found.kind is Kind.OUTLET else found.speaker_kind


def claimant_id(db: Database, found: ExtractedClaim, name: str | None) -> int | None:
    """The id of the claimant of this name, who is added if new; None for nobody."""
    return None if name is None else claimants.get_or_add(db, name, claimant_kind(found))
