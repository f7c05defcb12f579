"""Exact repeats: the only kind that is joined without a person's judgement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.language.capitals import is_same_name_respelt
from claimtrack.core.language.dangling import has_unresolved_reference, starts_with_dangling_pronoun
from claimtrack.core.match import fold_text, is_bare_answer, is_exact_repeat
from claimtrack.core.match.contradicting import count_words
from claimtrack.core.match.score import SHORT_TEXT
from claimtrack.core.match.statement_guards import relative_times_differ
from claimtrack.core.match.unnamed_claimants import PERHAPS_ANOTHER_PERSON, is_description
from claimtrack.core.model import Judgement, Match, Statement, Suggestion
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.store import claims, matches, quotes, speakers

if TYPE_CHECKING:
    from claimtrack.store.claims import Wording

    Elsewhere = Callable[[Set[int]], Set[int]]
    """Of some claims those that appear in articles, but not in the one being read, or not at the given place."""


def repeats_exactly(statement: Statement, other: Statement) -> bool:
    """Whether two statements have the same words, and compatible speakers and years.

    Only such repeats are joined without a person. Two people who say "I never voted for it" make two claims, and so does "Crime fell
    last year", said in two years; if a speaker or a day is unknown, the words decide.
    """
    return is_exact_repeat(statement.text, other.text) and is_compatible(statement, other)


def is_compatible(statement: Statement, other: Statement) -> bool:
    """Whether the same words of two statements can be one claim, by what is known of their speakers and days."""
    return may_be_same_speaker(statement.claimant, other.claimant) and not relative_times_differ(
        statement, other
    )


def may_be_same_speaker(one: str | None, other: str | None) -> bool:
    """Whether two claimants, by their main names, can be the same: the names are equal, or one is unknown."""
    return not (one and other) or one.casefold() == other.casefold()


def may_be_other_speakers(statement: Statement, other: Statement) -> bool:
    """Whether the same words in two articles may be of different speakers: "He voted against it", by nobody who is known.

    That is so if the words have an unresolved reference and one of the speakers is not named.
    """
    return (_lacks_known_speaker(statement) or _lacks_known_speaker(other)) and has_unresolved_reference(
        statement.text
    )


def _lacks_known_speaker(statement: Statement) -> bool:
    if statement.claimant is None:
        return not statement.own_voice
    return is_description(statement.claimant)


def drop_other_speakers(
    db: Database, statement: Statement, repeated: list[Wording], elsewhere: Elsewhere | None
) -> list[Wording]:
    """The repeated claims without those that may be other people's: the statement may be joined to these unseen."""
    unsure = {one.claim_id for one in repeated if may_be_other_speakers(statement, one.statement)}
    if elsewhere is None or not unsure:
        return repeated
    if not _lacks_known_speaker(statement):
        nameless = {one.claim_id for one in repeated if one.claimant is None}
        unsure -= speakers.claims_in_own_voice(db, nameless)
    apart = elsewhere(unsure)
    return [one for one in repeated if one.claim_id not in apart]


def find_new_repeats(
    db: Database, claim_id: int, was: Statement, now: Statement, *, alike: Iterable[int]
) -> tuple[int, ...]:
    """The claims among `alike` that a claim repeats exactly since an edit from `was` to `now`: perhaps two rows for one claim.

    None if only a name's spelling changed. Pairs that somebody judged in their present words are left out, and so are those judged the
    same before the edit, which are reported separately.
    """
    if is_same_name_respelt(was.claimant, now.claimant):
        was = replace(was, claimant=now.claimant)
    others = set(alike) - {claim_id}
    if was == now or not others or is_bare_answer(now.text):
        return ()
    decided = {
        other
        for other, judgement, is_reworded in matches.decided(db, claim_id)
        if judgement is Judgement.SAME or not (judgement is Judgement.UNJUDGED or is_reworded)
    }
    undecided = claims.get_wordings(db, others - decided)
    return tuple(one.claim_id for one in undecided if repeats_exactly(now, one.statement))


def mark_other_speakers(statement: Statement, found: Iterable[Match]) -> tuple[Match, ...]:
    """Mark the matches of a separately filed claim that have its words as related: perhaps another person said them."""
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
    """The id of the claim that the statement repeats exactly; None if there is none.

    A claim by the same speaker is preferred to one by nobody, and one with the same spelling to others. A look-up returns only a few
    claims, so those with the same words are also read from the table. A bare answer repeats nothing: "No." answers another question.
    """
    [claim_id] = exact_matches(db, [(statement, found)], elsewhere)
    return claim_id


def exact_matches(
    db: Database,
    asked: Sequence[tuple[Statement, Sequence[Match]]],
    elsewhere: Elsewhere | None = None,
) -> list[int | None]:
    """`exact_match` for each of many statements. `elsewhere` excludes claims that may be another person's; without it the words decide."""
    words = [None if is_bare_answer(one.text) else clean_line(one.text) for one, _ in asked]
    worded = _group_by_text(claims.find_by_text(db, filter(None, words)))
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
    # Else a claim whose original words, before somebody reworded it, are the same.
    others = [at for at, said in enumerate(words) if said and not repeated[at]]
    quoted = _group_by_text(quotes.find_by_quote(db, (words[at] or "" for at in others)))
    for at in others:
        one, found = asked[at]
        own = quotes.reworded_quotes(db, [match.claim_id for match in found if match.score == 1])
        repeated[at] = [
            claim for claim in (*own, *quoted[words[at]]) if _matches_original_wording(one, claim)
        ]
    return [
        _choose_likeliest(one, drop_other_speakers(db, one, claims, elsewhere))
        for (one, _), claims in zip(asked, repeated, strict=True)
    ]


def _find_same_wordings(
    db: Database, asked: Iterable[tuple[Statement, Sequence[Match]]]
) -> dict[int, Wording]:
    """The found claims that have the words asked for, read again by id: a match has no day."""
    ids = {match.claim_id for one, found in asked for match in found if is_exact_repeat(one.text, match.text)}
    return {one.claim_id: one for one in claims.get_wordings(db, ids)} if ids else {}


def _group_by_text(found: Iterable[Wording]) -> Mapping[str | None, list[Wording]]:
    by_words: defaultdict[str | None, list[Wording]] = defaultdict(list)
    for one in found:
        by_words[one.text].append(one)
    return by_words


def _choose_likeliest(statement: Statement, repeated: Sequence[Wording]) -> int | None:
    if not repeated:
        return None  # the usual case: the statement's text need not be folded
    own = fold_text(statement.text)
    order = ((one.claimant is None, fold_text(one.text) != own, one.claim_id) for one in repeated)
    return min(order)[-1]


def _matches_original_wording(statement: Statement, claim: Wording) -> bool:
    """Whether the statement repeats the words in which a claim was read, before it was reworded, perhaps to complete them.

    "Rents rose by half" may be said of any city: words so few repeat the claim only if the same person says them.
    """
    quote = claim.text
    if not repeats_exactly(statement, replace(claim.statement, text=clean_line(quote))):
        return False
    stands_alone = count_words(quote) >= SHORT_TEXT and not starts_with_dangling_pronoun(quote)
    return stands_alone or bool(statement.claimant and claim.claimant)
