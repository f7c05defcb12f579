"""Truncated claims: a transcript was read while it was being written, and its last sentence is complete in the next version.

The claim filed from the truncated sentence gets the words of the complete one, unless somebody has worked on it: then the complete
sentence is filed as a new claim, and the truncated one is reported as no longer in the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.desk.verdicts import name_rated
from claimtrack.core.model import ExtractedClaim, Match
from claimtrack.core.texts.anchor import common_prefix_length
from claimtrack.core.texts.wrapped import unwrap_line
from claimtrack.store import appearances, articles, claims, history_ranges, speakers, tags
from claimtrack.workflow.articles import reprints
from claimtrack.workflow.articles.candidates import look_up_candidates
from claimtrack.workflow.articles.naming import claimant_id, claimant_name
from claimtrack.workflow.marking import BY_HAND
from claimtrack.workflow.matching import matching, repeating

if TYPE_CHECKING:
    from claimtrack.workflow.articles.candidates import LookUp
    from claimtrack.workflow.articles.recognising import Place, Recognised

    Row = dict[str, Any]
    Span = tuple[int, int]

_SENTENCE_ENDS = (*".!?…。！？؟।۔",)
_ELLIPSES = ("…", "...")


@dataclass(frozen=True, slots=True)
class CompletedClaim:
    """A claim that was truncated in the previous version, with its former and its complete text; `matches` are similar claims."""

    claim_id: int
    was: str
    text: str
    found: ExtractedClaim
    matches: tuple[Match, ...] = ()

    @property
    def outcome(self) -> str:
        """What programs are told of it, beside what was filed as "new" or "repeats"."""
        return "changed"


def find_completed(
    db: Database,
    recognised: Recognised,
    found: Sequence[ExtractedClaim],
    look_up: LookUp,
    is_wanted: Callable[[ExtractedClaim], bool],
) -> Recognised:
    """Find the truncated claims that are complete now, and do not carry over those that somebody has worked on. Reads only.

    A complete sentence replaces nothing if it is not wanted as a claim, or if the desk has it already.
    """
    if recognised.previous_id is None:
        return recognised
    truncated = dict(_find_truncated(db, recognised.previous_id))
    continued: list[tuple[int, ExtractedClaim]] = []
    kept: list[Place] = []
    places = [*recognised.carried, *_find_changed_starts(db, recognised, truncated)]
    for appearance_id, span in places:
        row = truncated.get(appearance_id)
        complete = None if row is None else _find_completion(row, recognised, span, found)
        is_free = (
            complete is not None
            and is_wanted(complete)
            and _overlaps_no_other(complete, appearance_id, places)
        )
        if row and complete and is_free and _can_complete(db, row, recognised, complete, look_up):
            continued.append((appearance_id, complete))
        elif (appearance_id, span) in recognised.carried and not (
            row and row["is_last"] and _is_extended(recognised, span, found)
        ):
            kept.append((appearance_id, span))
    is_complete = len(kept) + len(continued) == len(recognised.carried)
    return replace(
        recognised,
        carried=tuple(kept),
        continued=tuple(continued),
        grown_from=recognised.grown_from if is_complete else None,
    )


def _find_truncated(db: Database, article_id: int) -> Iterator[tuple[int, Row]]:
    """Yield the appearances at which the text, or a line of it, breaks off; `is_last` for the end of the text."""
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


def _find_changed_starts(db: Database, recognised: Recognised, truncated: dict[int, Row]) -> Iterator[Place]:
    """Yield where a truncated claim begins whose last words have changed: "rose by 4,0" became "rose by 4,200".

    Nothing before it may have changed. A sentence that ended with a full stop was not truncated: it was corrected.
    """
    known = {one for one, _ in (*recognised.carried, *recognised.quoted_already)}
    lost = [row for row in truncated.values() if row["is_last"] and row["id"] not in known]
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
    """Whether a sentence ends at this position, and not with an ellipsis."""
    ending = text[_last_alphanumeric(text, end) + 1 :].split("\n", 1)[0]
    return any(one in ending for one in _SENTENCE_ENDS) and not any(one in ending for one in _ELLIPSES)


def _last_alphanumeric(text: str, end: int) -> int:
    """The index of the last letter or digit before `end`; -1 if there is none."""
    return next((at for at in range(end - 1, -1, -1) if text[at].isalnum()), -1)


def _find_completion(
    row: Row, recognised: Recognised, span: Span, found: Sequence[ExtractedClaim]
) -> ExtractedClaim | None:
    """The claim found in place of a truncated one: at the end of the text any in its sentence, elsewhere one that begins with it."""
    text, (start, end) = recognised.article.text or "", span
    there = next((one for one in found if one.end > start), None)
    if there is None or (there.start, there.end) == span:
        return None
    if row["is_last"]:
        between = text[max(start, end - 1) : there.start]  # "According to Ada Moor, "
        is_here = not any(one in between for one in (*_SENTENCE_ENDS, "\n"))
        return there if is_here and any(map(str.isalnum, text[end:])) else None
    is_longer = there.start == start and any(map(str.isalnum, text[end : there.end]))
    return there if is_longer else None


def _is_extended(recognised: Recognised, span: Span, found: Sequence[ExtractedClaim]) -> bool:
    """Whether the span ends within a word, or a longer claim begins with it."""
    text, (start, end) = recognised.article.text or "", span
    if text[end - 1].isalnum() and text[end : end + 1].isalnum():
        return True
    return any(one.start == start and any(map(str.isalnum, text[end : one.end])) for one in found)


def _overlaps_no_other(complete: ExtractedClaim, appearance_id: int, carried: Sequence[Place]) -> bool:
    """Whether the complete claim overlaps no other appearance."""
    return all(
        one == appearance_id or end <= complete.start or complete.end <= start
        for one, (start, end) in carried
    )


def _can_complete(
    db: Database, row: Row, recognised: Recognised, complete: ExtractedClaim, look_up: LookUp
) -> bool:
    """Whether the truncated claim is unedited since it was read, and the complete one is no other claim of the desk."""
    if not history_ranges.is_untouched(db, row["id"]):
        return False
    [candidate] = look_up_candidates(db, recognised.article, [complete], look_up)
    here = [one for one in (recognised.article_id, recognised.previous_id) if one is not None]
    repeated = repeating.exact_match(
        db, candidate.wording(), candidate.matches, lambda ids: speakers.claims_only_elsewhere(db, ids, here)
    )
    return repeated in (None, row["claim_id"]) and reprints.find_reprints(db, [candidate]) == [None]


def file_completed(
    db: Database, recognised: Recognised, article_id: int, extractor: str
) -> tuple[CompletedClaim, ...]:
    """Give truncated claims their complete words, and return them. Call it within the transaction.

    A claim that somebody has worked on since, or that has other words by now, is left: the complete one is filed as new. If two people
    read the text at once, the longer words stay. In an article that grew, the complete appearance replaces the truncated one.
    """
    completed = []
    for appearance_id, complete in recognised.continued:
        if not history_ranges.is_untouched(db, appearance_id):
            continue
        row = appearances.get(db, appearance_id)
        claim = claims.get(db, row["claim_id"])
        text = unwrap_line(complete.text, recognised.article.text or "")
        is_longer = claim.text == unwrap_line(row["quote"], row["quote"]) or text.startswith(claim.text)
        if not is_longer and not claim.text.startswith(text):
            continue  # it was completed otherwise in a version that is no longer current
        said_by = claimant_id(db, complete, claimant_name(recognised.article, complete))
        if row["article_id"] == article_id:
            appearances.delete(db, appearance_id)  # not updated: that is how people correct a speaker
        appearances.add_extracted(
            db, complete, claim_id=claim.id, article_id=article_id, claimant_id=said_by, extractor=extractor
        )
        matches: tuple[Match, ...] = ()
        if is_longer:
            claims.update(
                db,
                claim.id,
                text=text,
                claimant_id=said_by,
                claimed_on=complete.claimed_on,
                score=complete.score,
            )
            tags.replace(db, claim.id, complete.tags)
            matches = matching.renew_suggestions(db, claim.id)
        completed.append(CompletedClaim(claim.id, claim.text, text, complete, matches))
    return tuple(completed)


def notices(completed: Iterable[CompletedClaim]) -> Iterator[str]:
    """Yield what each claim says now, and the similar claims: the truncated words may have had none."""
    for one in completed:
        yield f"  Claim {one.claim_id} now continues where it broke off: {one.text}"
        if one.matches:
            named = ", ".join(name_rated(match) or str(match.claim_id) for match in one.matches)
            yield f"    It resembles claim {named}"
