"""Is a verdict in a language that its readers can follow, beside the claim and its rating? Rules of `readiness.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.texts.languages import base_language, is_english

if TYPE_CHECKING:
    from claimtrack.core.desk.facts import Dossier

_ENGLISH_RATINGS = frozenset(("true", "mostly true", "half true", "mostly false", "false", "unproven"))
"""Those of the scales that come with every desk, apart from words that other languages have, too."""


def in_another_language(claim: Dossier) -> bool:
    """the review is in another language than the claim: say in the summary what the claim means, or correct one of the two with `claimtrack review edit {review_id} --language CODE` or `claimtrack edit {claim_id} --language CODE`"""
    of_claim, of_review = claim.claim_language, claim.language
    if not of_claim or not of_review:
        return False
    return base_language(of_claim) != base_language(of_review)


def rating_in_english(claim: Dossier) -> bool:
    """the review is in “{language}”, and readers get its rating in English, “{rating}”: give one that you added in that language (`claimtrack rating add`)"""
    is_other = claim.language is not None and not is_english(claim.language)
    return is_other and (claim.rating or "").casefold() in _ENGLISH_RATINGS
