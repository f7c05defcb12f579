"""Exact repeats: the one kind that is joined without a person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.language.capitals import is_same_name_respelt
from claimtrack.core.language.dangling import has_unresolved_reference, starts_with_dangling_pronoun
from claimtrack.core.match import fold_text, is_bare_answer, is_exact_repeat
from claimtrack.core.match.contradicting import count_words
from claimtrack.core.match.score import SHORT_TEXT
from claimtrack.core.match.statement_guards import relative_times_differ
from claimtrack.core.match.unnamed_claimants import PERHAPS_ANOTHER_PERSON, is_description
from claimtrack.core.model import Judgement, Statement, Suggestion
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.store import claims, matches, quotes, speakers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence, Set

    from sqlite_utils import Database

    from claimtrack.core.model import Match
    from claimtrack.store.claims import Worded

    Elsewhere = Callable[[Set[int]], Set[int]]
    """Of claims those that stand in articles, and not in the one that is read, or not at the place that is told."""


def repeats_exactly(statement: Statement, other: Statement) -> bool:
    """Whether the other has the statement's very words, and not in another person's mouth or of another year.

    Only this is ever joined without a person. Two people who say "I never voted for it" make two
    claims, and so does "Crime fell last year", said of two years; where one of the speakers or of the days is not known
    the words decide.
    """
    return is_exact_repeat(statement.text, other.text) and is_compatible(statement, other)


def is_compatible(statement: Statement, other: Statement) -> bool:
    """Whether nothing that is known of who said the same words and when makes them another claim."""
    return may_be_same_speaker(statement.claimant, other.claimant) and not relative_times_differ(
        statement, other
    )


def may_be_same_speaker(one: str | None, other: str | None) -> bool:
    """Whether two claimants, by the names that they go by, can be the same: equal names, or one of them not known."""
    return not (one and other) or one.casefold() == other.casefold()


def may_be_other_speakers(statement: Statement, other: Statement) -> bool:
    """Whether the same words may be another person's in another article: they point at somebody, and who says them is nobody
    that is known."""
    return (_lacks_known_speaker(statement) or _lacks_known_speaker(other)) and has_unresolved_reference(
        statement.text
    )


def _lacks_known_speaker(statement: Statement) -> bool:
    if statement.claimant is None:
        return not statement.own_voice
    return is_description(statement.claimant)


def drop_other_speakers(
    db: Database, statement: Statement, repeated: list[Worded], elsewhere: Elsewhere | None
) -> list[Worded]:
    """The claims that the statement may be joined to without a person, of those that have its words."""
    unsure = {one.claim_id for one in repeated if may_be_other_speakers(statement, one.statement)}
    if elsewhere is None or not unsure:
        return repeated
    if not _lacks_known_speaker(statement):
        nameless = {one.claim_id for one in repeated if one.claimant is None}
        unsure -= speakers.in_own_voice(db, nameless)
    apart = elsewhere(unsure)
    return [one for one in repeated if one.claim_id not in apart]


def find_new_repeats(
    db: Database, claim_id: int, was: Statement, now: Statement, *, alike: Iterable[int]
) -> tuple[int, ...]:
    """Those of the claims `alike` that a claim repeats exactly since it was edited from one statement to the other: two rows for one claim, perhaps.

    None where only a name is spelt otherwise. A pair that somebody judged in the words it has is left out, and so is one judged the
    same before, which is told as that.
    """
    if is_same_name_respelt(was.claimant, now.claimant):
        was = replace(was, claimant=now.claimant)
    others = set(alike) - {claim_id}
    if was == now or not others or is_bare_answer(now.text):
        return ()
    decided = {
        pair["claim_id"]
        for pair in matches.of_claim(db, claim_id)
        if pair["judgement"] == Judgement.SAME
        or not (pair["judgement"] == Judgement.UNJUDGED or pair["reworded"])
    }
    told = claims.worded(db, others - decided)
    return tuple(one.claim_id for one in told if repeats_exactly(now, one.statement))


def mark_other_speakers(statement: Statement, found: Iterable[Match]) -> tuple[Match, ...]:
    """What a claim that was filed apart resembles: of another in its very words it is told why they are two."""
    return tuple(
        replace(match, suggestion=Suggestion.RELATED, differences=(PERHAPS_ANOTHER_PERSON,))
        if match.suggestion is Suggestion.DUPLICATE
        and is_exact_repeat(statement.text, match.text)
        and may_be_other_speakers(statement, Statement(match.text, match.claimant))
        else match
        for match in found
    )


def exact_match(
    db: Database, statement: Statement, found: Sequence[Match], elsewhere: Elsewhere | None = None
) -> int | None:
    """The claim that the statement repeats exactly, of the same speaker rather than of none; else None.

    A look-up shows a few claims: where more speakers than that said the same words, the table knows; a claim spelt
    alike comes first. Words that say nothing by themselves repeat nothing: "No." answers another question.
    """
    [claim_id] = exact_matches(db, [(statement, found)], elsewhere)
    return claim_id


def exact_matches(
    db: Database,
    asked: Sequence[tuple[Statement, Sequence[Match]]],
    elsewhere: Elsewhere | None = None,
) -> list[int | None]:
    """The same for each of many statements. `elsewhere` keeps those apart that may be another person's; without it the words decide."""
    words = [None if is_bare_answer(one.text) else clean_line(one.text) for one, _ in asked]
    worded = _group_by_text(claims.with_words(db, filter(None, words)))
    alike = _find_same_wordings(db, asked)
    repeated = [
        [
            claim
            for claim in (
                *(alike[match.claim_id] for match in found if match.claim_id in alike),
                *worded[said],
            )
            if said and repeats_exactly(one, claim.statement)
        ]
        for (one, found), said in zip(asked, words, strict=True)
    ]
    # Else exactly in the words that a claim was read in, before somebody reworded it.
    others = [at for at, said in enumerate(words) if said and not repeated[at]]
    quoted = _group_by_text(quotes.in_words(db, (words[at] or "" for at in others)))
    for at in others:
        one, found = asked[at]
        own = quotes.of_claims(db, [match.claim_id for match in found if match.score == 1])
        repeated[at] = [
            claim for claim in (*own, *quoted[words[at]]) if _matches_original_wording(one, claim)
        ]
    return [
        _choose_likeliest(one, drop_other_speakers(db, one, claims, elsewhere))
        for (one, _), claims in zip(asked, repeated, strict=True)
    ]


def _find_same_wordings(
    db: Database, asked: Iterable[tuple[Statement, Sequence[Match]]]
) -> dict[int, Worded]:
    """Of the claims that were found, those in the words that were asked for: a match does not tell its day."""
    ids = {match.claim_id for one, found in asked for match in found if is_exact_repeat(one.text, match.text)}
    return {one.claim_id: one for one in claims.worded(db, ids)} if ids else {}


def _group_by_text(found: Iterable[Worded]) -> Mapping[str | None, list[Worded]]:
    by_words: defaultdict[str | None, list[Worded]] = defaultdict(list)
    for one in found:
        by_words[one.text].append(one)
    return by_words


def _choose_likeliest(statement: Statement, repeated: Iterable[Worded]) -> int | None:
    own = fold_text(statement.text)
    order = ((one.claimant is None, fold_text(one.text) != own, one.claim_id) for one in repeated)
    return min(order, default=(None,))[-1]


def _matches_original_wording(statement: Statement, claim: Worded) -> bool:
    """Whether the statement is a claim that was read in these words and reworded since, perhaps for what they leave unsaid.

    "Rents rose by half" may be said of any city: the few words are the claim again only where the same person says them.
    """
    quote = claim.text
    if not repeats_exactly(statement, replace(claim.statement, text=clean_line(quote))):
        return False
    stands_alone = count_words(quote) >= SHORT_TEXT and not starts_with_dangling_pronoun(quote)
    return stands_alone or bool(statement.claimant and claim.claimant)
