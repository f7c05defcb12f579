"""An article comes in: its claims are found, recognised, and filed as proposed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claimtrack.core.anchor import anchor
from claimtrack.core.extract.lexicon import PRONOUNS
from claimtrack.core.model import Article, ClaimantKind, ExtractedClaim, Kind, Match, Statement, Status
from claimtrack.core.text import MAX_CLAIM, MAX_NAME, clean_line
from claimtrack.store import appearances, articles, claimants, claims, tags
from claimtrack.store.database import write_transaction
from claimtrack.store.vocabulary import Vocabulary
from claimtrack.workflow import matching
from claimtrack.workflow.extracting import BUILT_IN, Extractor, options_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from claimtrack.core.extract import Options


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one extracted claim; `matches` are the claims that it resembles."""

    found: ExtractedClaim
    claim_id: int
    is_new: bool
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an article added: `new` claims, `repeated` ones of the desk, and what was `known` before.

    `skipped` are those under the score asked for, too long for a claim, or inside another one found.
    """

    article_id: int
    is_new_article: bool
    previous_id: int | None
    filed: tuple[Filed, ...]
    known: int
    skipped: int

    @property
    def new(self) -> int:
        """How many claims the desk did not hold."""
        return sum(one.is_new for one in self.filed)

    @property
    def repeated(self) -> int:
        """How many claims of the desk the article says again."""
        return len(self.filed) - self.new


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An extracted claim with what the desk holds like it, looked up before the write lock."""

    found: ExtractedClaim
    claimant: str | None
    matches: tuple[Match, ...]

    def wording(self) -> Statement:
        """What makes it an exact repeat: in an outlet's own voice the words alone, whichever outlet prints them."""
        claimant = None if self.found.kind is Kind.OUTLET else self.claimant
        return Statement(self.found.text, claimant, self.found.claimed_on)


def ingest_article(
    db: Database,
    article: Article,
    *,
    source: str | None = None,
    options: Options | None = None,
    extractor: Extractor = BUILT_IN,
    actor: str | None,
) -> Ingested:
    """File an article's claims as proposed: one transaction, and the second time nothing is added.

    A claim the desk holds in the same words becomes another appearance of it; one that is only
    similar is filed, and the pair waits for a person. A changed article (same address; without one, same
    file, as `source` names it, with most of what was quoted) becomes a new version, in which the claims of
    the previous one are found again before anything new is filed: so what a person edited or rejected is
    not proposed twice. Without `options`, those in force on the desk hold.
    """
    options = options or options_in_force(db)
    source = clean_line(source or "") or None
    # What is skipped is counted, too: so the score does not cut here.
    everything = extractor.run(article, replace(options, min_score=0.0))
    wanted = [one for one in everything if one.score >= options.min_score and len(one.text) <= MAX_CLAIM]
    newest = claims.newest_id(db)
    fresh = _not_yet_filed(db, article, source, wanted)
    vocabulary = Vocabulary(db.conn)
    candidates = [_look_up(db, article, found, vocabulary) for found in fresh]
    with write_transaction(db, actor):
        article_id = articles.find(db, article, source)
        is_new = article_id is None
        previous_id = _previous(db, article, source) if is_new else None
        if article_id is None:
            article_id = _add(db, article, source, previous_id)
        before = _spans(db, article_id)
        filed = _file(db, article_id, candidates, matching.Latecomers(db, newest), extractor.name)
    matching.keep_index(db, at_least=1)
    known = sum(_overlaps(one, before) for one in wanted)
    return Ingested(
        article_id=article_id,
        is_new_article=is_new,
        previous_id=previous_id,
        filed=tuple(filed),
        known=known,
        skipped=len(everything) - len(filed) - known,
    )


def _not_yet_filed(
    db: Database, article: Article, source: str | None, found: Iterable[ExtractedClaim]
) -> list[ExtractedClaim]:
    """The claims that no appearance of this article covers: saves looking up what is known."""
    article_id = articles.find(db, article, source)
    taken = _spans(db, article_id) if article_id is not None else []
    return [one for one in found if not _overlaps(one, taken)]


def _look_up(db: Database, article: Article, found: ExtractedClaim, vocabulary: Vocabulary) -> _Candidate:
    claimant = _claimant_name(article, found)
    statement = Statement(found.text, claimant, found.claimed_on)
    return _Candidate(found, claimant, tuple(matching.look_up_repeats(db, statement, vocabulary=vocabulary)))


def _claimant_name(article: Article, found: ExtractedClaim) -> str | None:
    """The name to file: an outlet's own where it speaks for itself, nobody's where nobody was found."""
    if found.kind is Kind.OUTLET and found.speaker == Kind.OUTLET:
        return article.outlet
    nobody = found.speaker == ClaimantKind.UNKNOWN or found.speaker.casefold() in PRONOUNS
    is_name = not nobody and len(found.speaker) <= MAX_NAME
    return clean_line(found.speaker) if is_name else None


def _spans(db: Database, article_id: int) -> list[tuple[int, int]]:
    rows = appearances.of_article(db, article_id)
    return [(row["span_start"], row["span_end"]) for row in rows if row["span_start"] is not None]


def _overlaps(found: ExtractedClaim, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a span that is filed already covers part of this one: a person may have moved its ends."""
    return any(found.start < end and start < found.end for start, end in spans)


def _previous(db: Database, article: Article, source: str | None) -> int | None:
    """The article that this one is a new version of: read at the same address.

    Without an address, read from the same file, and most of what was quoted still stands in it: a file's
    name is used again for another article.
    """
    if article.url is not None:
        return articles.find_previous(db, article)
    earlier = articles.find_same_file(db, article, source)
    if earlier is None:
        return None
    quoted = [row for row in appearances.of_article(db, earlier) if row["quote"] is not None]
    return earlier if 2 * len(_places(article, quoted)) > len(quoted) else None


def _add(db: Database, article: Article, source: str | None, previous_id: int | None) -> int:
    """Store the article; the previous version's claims are filed where they stand in the changed text."""
    article_id = articles.add(db, article, source=source, previous_id=previous_id)
    if previous_id is None:
        return article_id
    for appearance_id, span in _places(article, appearances.of_article(db, previous_id)):
        appearances.copy_to(db, appearance_id, article_id=article_id, span=span)
    return article_id


def _places(article: Article, seen: Iterable[dict[str, Any]]) -> list[tuple[int, tuple[int, int]]]:
    """Where each appearance stands in another text of its article, by its words and what stood around."""
    places: list[tuple[int, tuple[int, int]]] = []
    taken = set()
    for row in seen:
        if row["quote"] is None or article.text is None:
            continue
        span = anchor(article.text, row["quote"], row["context_before"] or "", row["context_after"] or "")
        # A sentence that stood twice may stand once now: the second has lost its place.
        if span is not None and span not in taken:
            taken.add(span)
            places.append((row["id"], span))
    return places


def _file(
    db: Database,
    article_id: int,
    candidates: Iterable[_Candidate],
    latecomers: matching.Latecomers,
    extractor_name: str,
) -> list[Filed]:
    taken = _spans(db, article_id)
    filed = []
    for candidate in candidates:
        if _overlaps(candidate.found, taken):
            continue
        filed.append(_file_one(db, article_id, candidate, latecomers, extractor_name))
        taken.append((candidate.found.start, candidate.found.end))
    return filed


def _file_one(
    db: Database,
    article_id: int,
    candidate: _Candidate,
    latecomers: matching.Latecomers,
    extractor_name: str,
) -> Filed:
    wording = candidate.wording()
    claimant_id = _claimant_id(db, candidate)
    exact = matching.exact_match(db, wording, candidate.matches)
    known = exact if exact is not None else latecomers.repeated_by(wording)
    claim_id = known if known is not None else _propose(db, candidate, claimant_id)
    if known is None:
        latecomers.add(claim_id, candidate.found.text, candidate.claimant)
    appearances.add_extracted(
        db,
        candidate.found,
        claim_id=claim_id,
        article_id=article_id,
        claimant_id=claimant_id,
        extractor=extractor_name,
    )
    return Filed(candidate.found, claim_id, known is None, candidate.matches)


def _claimant_id(db: Database, candidate: _Candidate) -> int | None:
    if candidate.claimant is None:
        return None
    is_outlet = candidate.found.kind is Kind.OUTLET
    kind = ClaimantKind.OUTLET if is_outlet else candidate.found.speaker_kind
    return claimants.get_or_add(db, candidate.claimant, kind)


def _propose(db: Database, candidate: _Candidate, claimant_id: int | None) -> int:
    found = candidate.found
    claim_id = claims.add(
        db,
        clean_line(found.text),
        claimant_id=claimant_id,
        claimed_on=found.claimed_on,
        status=Status.PROPOSED,
        score=found.score,
    )
    for name in found.tags:
        tags.add(db, claim_id, name)
    matching.record(db, claim_id, candidate.matches)
    return claim_id
