"""A transcript was read while it was being written: a sentence that was cut off is complete in the next version.

The claim that was filed from the first half gets the words of the whole, unless somebody has worked on it: then the whole is filed as a
new claim, and the half is reported as no longer in the article.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claimtrack.core.texts.anchor import common_prefix_length
from claimtrack.core.texts.wrapped import unwrap_line
from claimtrack.store import appearances, articles, claims, speakers, stretches, tags
from claimtrack.workflow.articles import reprints
from claimtrack.workflow.articles.candidates import look_up_candidates
from claimtrack.workflow.articles.naming import claimant_id, claimant_name
from claimtrack.workflow.marking import BY_HAND
from claimtrack.workflow.matching import matching, repeating

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlite_utils import Database

    from claimtrack.core.model import ExtractedClaim
    from claimtrack.workflow.articles.candidates import LookUp
    from claimtrack.workflow.articles.recognising import Place, Recognised

    Row = dict[str, Any]
    Span = tuple[int, int]

_SENTENCE_ENDS = (*".!?…。！？؟।۔",)
_ELLIPSES = ("…", "...")


@dataclass(frozen=True, slots=True)
class CompletedClaim:
    """A claim that was cut off in the previous version, with the words that it had and those that it has now."""

    claim_id: int
    was: str
    text: str


def find_completed(
    db: Database,
    recognised: Recognised,
    found: Sequence[ExtractedClaim],
    look_up: LookUp,
    is_wanted: Callable[[ExtractedClaim], bool],
) -> Recognised:
    """Find the claims that were cut off and are complete now, and leave out halves that somebody has worked on. Reads only.

    A whole replaces no half if it is not wanted as a claim, or if the desk has it already.
    """
    if recognised.previous_id is None:
        return recognised
    halves = dict(_find_truncated(db, recognised.previous_id))
    continued: list[tuple[int, ExtractedClaim]] = []
    kept: list[Place] = []
    places = [*recognised.carried, *_find_changed_starts(db, recognised, halves)]
    for appearance_id, span in places:
        half = halves.get(appearance_id)
        whole = None if half is None else _find_completion(half, recognised, span, found)
        is_free = whole is not None and is_wanted(whole) and _overlaps_no_other(whole, appearance_id, places)
        if half and whole and is_free and _can_complete(db, half, recognised, whole, look_up):
            continued.append((appearance_id, whole))
        elif (appearance_id, span) in recognised.carried and not (
            half and half["is_last"] and _is_extended(recognised, span, found)
        ):
            kept.append((appearance_id, span))
    return replace(recognised, carried=tuple(kept), continued=tuple(continued))


def _find_truncated(db: Database, article_id: int) -> Iterator[tuple[int, Row]]:
    """The appearances in which a text, or a line of it, breaks off, each with whether that `is_last` of it."""
    text = articles.get(db, article_id)["text"] or ""
    last_word = _last_alphanumeric(text, len(text))
    for row in appearances.of_article(db, article_id):
        if row["quote"] is None or row["extractor"] == BY_HAND:
            continue
        end = row["span_end"]
        is_last = end > last_word
        rest = text[end:].split("\n", 1)[0]
        if is_last or not (
            any(map(str.isalnum, rest)) or any(one in text[end - 1 : end] + rest for one in _SENTENCE_ENDS)
        ):
            yield row["id"], {**row, "is_last": is_last}


def _find_changed_starts(db: Database, recognised: Recognised, halves: dict[int, Row]) -> Iterator[Place]:
    """Where a half begins that stands there no longer, as it was, but up to which the text is the same: "rose by 4,0" is "rose by 4,200".

    A sentence that had its stop did not break off: it was corrected.
    """
    known = {one for one, _ in (*recognised.carried, *recognised.quoted_already)}
    lost = [row for row in halves.values() if row["is_last"] and row["id"] not in known]
    if not lost or recognised.previous_id is None:
        return
    before = articles.get(db, recognised.previous_id)["text"] or ""
    alike = common_prefix_length(before, recognised.article.text or "")
    for row in lost:
        start, end = row["span_start"], min(row["span_end"], alike)
        if _ends_sentence(before, row["span_end"]):
            continue
        if 2 * (end - start) > row["span_end"] - start:
            yield row["id"], (start, end)


def _ends_sentence(text: str, end: int) -> bool:
    """Whether a sentence ends there, and does not trail off."""
    ending = text[_last_alphanumeric(text, end) + 1 :].split("\n", 1)[0]
    return any(one in ending for one in _SENTENCE_ENDS) and not any(one in ending for one in _ELLIPSES)


def _last_alphanumeric(text: str, end: int) -> int:
    """Where the last letter or digit before that place stands; -1 where there is none."""
    return next((at for at in range(end - 1, -1, -1) if text[at].isalnum()), -1)


def _find_completion(
    half: Row, recognised: Recognised, span: Span, found: Sequence[ExtractedClaim]
) -> ExtractedClaim | None:
    """What is found now in the place of a half: of the last one anything else in its sentence, of others what begins with it."""
    text, (start, end) = recognised.article.text or "", span
    there = next((one for one in found if one.end > start), None)
    if there is None or (there.start, there.end) == span:
        return None
    if half["is_last"]:
        between = text[max(start, end - 1) : there.start]  # "According to Ada Moor, "
        is_here = not any(one in between for one in (*_SENTENCE_ENDS, "\n"))
        return there if is_here and any(map(str.isalnum, text[end:])) else None
    is_longer = there.start == start and any(map(str.isalnum, text[end : there.end]))
    return there if is_longer else None


def _is_extended(recognised: Recognised, span: Span, found: Sequence[ExtractedClaim]) -> bool:
    """Whether the span ends within a word, or what is found at its beginning has more words."""
    text, (start, end) = recognised.article.text or "", span
    if text[end - 1].isalnum() and text[end : end + 1].isalnum():
        return True
    return any(one.start == start and any(map(str.isalnum, text[end : one.end])) for one in found)


def _overlaps_no_other(whole: ExtractedClaim, appearance_id: int, carried: Sequence[Place]) -> bool:
    """Whether it covers nothing else that was quoted."""
    return all(
        one == appearance_id or end <= whole.start or whole.end <= start for one, (start, end) in carried
    )


def _can_complete(
    db: Database, half: Row, recognised: Recognised, whole: ExtractedClaim, look_up: LookUp
) -> bool:
    """Whether the half is as it was read, and the whole no claim that the desk holds besides."""
    if not stretches.is_as_read(db, half["id"]):
        return False
    [candidate] = look_up_candidates(db, recognised.article, [whole], look_up)
    here = [one for one in (recognised.article_id, recognised.previous_id) if one is not None]
    repeated = repeating.exact_match(
        db, candidate.wording(), candidate.matches, lambda ids: speakers.elsewhere(db, ids, here)
    )
    return repeated in (None, half["claim_id"]) and reprints.find_reprints(db, [candidate]) == [None]


def file_completed(
    db: Database, recognised: Recognised, article_id: int, extractor: str
) -> tuple[CompletedClaim, ...]:
    """Give the claims that were cut off their complete words. Within the transaction.

    A claim that somebody has worked on since, or that has other words by now, is left: its whole is filed as a new one. If two people read
    the text at once, the words of the one who read more of it stay.
    """
    told = []
    for appearance_id, whole in recognised.continued:
        if not stretches.is_as_read(db, appearance_id):
            continue
        half = appearances.get(db, appearance_id)
        claim = claims.get(db, half["claim_id"])
        text = unwrap_line(whole.text, recognised.article.text or "")
        is_longer = claim.text == unwrap_line(half["quote"], half["quote"]) or text.startswith(claim.text)
        if not is_longer and not claim.text.startswith(text):
            continue  # it went on otherwise in a version that stands no more
        said_by = claimant_id(db, whole, claimant_name(recognised.article, whole))
        appearances.add_extracted(
            db, whole, claim_id=claim.id, article_id=article_id, claimant_id=said_by, extractor=extractor
        )
        if is_longer:
            claims.update(
                db, claim.id, text=text, claimant_id=said_by, claimed_on=whole.claimed_on, score=whole.score
            )
            tags.replace(db, claim.id, whole.tags)
            matching.renew_suggestions(db, claim.id)
        told.append(CompletedClaim(claim.id, claim.text, text))
    return tuple(told)
