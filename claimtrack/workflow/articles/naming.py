"""Which claimant an extracted claim is filed under."""

from __future__ import annotations

from sqlite_utils import Database

from claimtrack.core.extract.words.lexicon import PRONOUNS
from claimtrack.core.language.generic_speakers import is_generic_speaker
from claimtrack.core.model import Article, ClaimantKind, ExtractedClaim, Kind
from claimtrack.core.texts.cleaning import MAX_NAME, clean_line, is_nobody
from claimtrack.store import claimants


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


def claimant_kind(found: ExtractedClaim) -> ClaimantKind:
    """The kind of claimant of an extracted claim."""
    return ClaimantKind.OUTLET if found.kind is Kind.OUTLET else found.speaker_kind


def claimant_id(db: Database, found: ExtractedClaim, name: str | None) -> int | None:
    """The id of the claimant of this name, who is added if new; None for nobody."""
    return None if name is None else claimants.get_or_add(db, name, claimant_kind(found))
