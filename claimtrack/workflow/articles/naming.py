"""Under whose name what an extractor found is filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.words.lexicon import PRONOUNS
from claimtrack.core.language.generic_speakers import is_generic_speaker
from claimtrack.core.model import ClaimantKind, Kind
from claimtrack.core.texts.cleaning import MAX_NAME, clean_line, is_nobody
from claimtrack.store import claimants

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.core.model import Article, ExtractedClaim


def claimant_name(article: Article, found: ExtractedClaim) -> str | None:
    """The name to file: an outlet's own where it speaks for itself, nobody's where nobody was found, or only a voice without a name.

    What a transcript calls "SPEAKER 2" is another person in the next one: the appearance keeps the label, as written.
    """
    if found.kind is Kind.OUTLET and found.speaker == Kind.OUTLET:
        return article.outlet
    nobody = (
        is_nobody(found.speaker) or found.speaker.casefold() in PRONOUNS or is_generic_speaker(found.speaker)
    )
    is_name = not nobody and len(found.speaker) <= MAX_NAME
    return clean_line(found.speaker) if is_name else None


def claimant_kind(found: ExtractedClaim) -> ClaimantKind:
    """What sort of claimant says it."""
    return ClaimantKind.OUTLET if found.kind is Kind.OUTLET else found.speaker_kind


def claimant_id(db: Database, found: ExtractedClaim, name: str | None) -> int | None:
    """The claimant of that name, added where there is none; None for nobody."""
    return None if name is None else claimants.get_or_add(db, name, claimant_kind(found))
