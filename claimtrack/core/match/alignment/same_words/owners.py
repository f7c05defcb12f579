"""Whose and of which kind a thing is: "the firm sued its supplier", "the firm's supplier sued it"; "by the mayor's brother"; a word told of another thing."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.alignment.same_words.spoken_by import SOMEBODY_ELSE
from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.guards.difference import Difference, symmetric_check
from claimtrack.core.match.guards.entities.speakers import REPORTING_STEMS
from claimtrack.core.match.guards.roles.causes import is_person_noun
from claimtrack.core.match.guards.roles.transpositions import RECIPROCAL_VERBS
from claimtrack.core.match.reading.syntax.governed_heads import continues_noun_phrase, may_be_nominal
from claimtrack.core.match.reading.syntax.phrases import BREAKS, HELPERS
from claimtrack.core.match.words.forms import is_verb_form, may_be_finite
from claimtrack.core.match.words.lexicon import BE, POSSESSIVES, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading


_THEM = words_of("it them him her they he she")
_BETWEEN = words_of("has have had will would also later first then")
"""What may stand between who does something and what they do."""
_DESCRIBED = 4
"""Words of what is somebody's at most: "its *former chief engineer*"."""
_BOTH_WAYS = (RECIPROCAL_VERBS - REPORTING_STEMS) | stems_of(
    "merge draw agree divorce quarrel argue clash share compete negotiate split differ"
)
"""What two do together: "it met its rival", "its rival met it"."""
_BY_THEMSELVES = stems_of(
    "move return train retire gather grow work double halve increase decrease rise fall change close open end"
)
"""What somebody may make others do that do it: "the state moved its teachers", "the state's teachers moved"."""
_BODIES = SOMEBODY_ELSE | stems_of("bank union agency firm company subsidiary parent team club general")


class _Deed(NamedTuple):
    """What somebody does, in its stem, its place, and the places of what is told as theirs behind it."""

    who: str
    verb: str
    at: int
    theirs: range


@symmetric_check("roles swapped", sure=True, in_any_order=True)
def doer_is_their_own(one: Reading, other: Reading) -> Excerpts | None:
    """Somebody does to another of theirs what that other does: "Dravo sued its supplier", "Dravo's supplier sued it"."""
    for deed in _to_their_own(one):
        turned = _done_by_their_own(other, one, deed)
        if turned and not are_converse_comparisons(
            one, other
        ):  # "pays less than its drivers", "they pay more"
            named = set(map(stem, other.words[turned.start : turned.stop]))
            whom = max(at for at in deed.theirs[1:] if stem(one.words[at]) in named)
            return one.as_written(deed.at - 1, whom + 1), other.as_written(turned.start, turned.stop)
    return None


def _to_their_own(reading: Reading) -> Iterator[_Deed]:
    """What somebody does that is told before what is theirs, in one clause: "the *bank said* that *its customers* had"."""
    words = reading.words
    for own in (at for at, word in enumerate(words) if word in POSSESSIVES):
        end = next(
            (at for at in range(own + 1, len(words)) if reading.is_boundary(at) or words[at] in STOP_WORDS),
            len(words),
        )
        theirs = range(own, min(end, own + 1 + _DESCRIBED))
        for at in range(own - 1, 0, -1):
            if reading.is_boundary(at):
                break
            who = _before(words, at) if reading.written[at].islower() else None
            if who is not None and words[at] not in STOP_WORDS and may_be_finite(words[at]):
                yield _Deed(_name(words[who]), stem(words[at]), at, theirs)


def _before(words: list[str], at: int) -> int | None:
    """The place of the word before a verb that tells who does it; None where it is done to them, or none stands there."""
    before = next((i for i in range(at - 1, -1, -1) if words[i] not in _BETWEEN), None)
    return None if before is None or words[before] in STOP_WORDS or words[before] in BE else before


def _name(word: str) -> str:
    return stem(word.removesuffix("'s"))


def _done_by_their_own(reading: Reading, one: Reading, deed: _Deed) -> range | None:
    """The places of what somebody's own does to them, which they do to it in the other statement; None where it does not."""
    if deed.verb in _BOTH_WAYS:
        return None
    words = reading.words
    theirs = {stem(word) for word in one.words[deed.theirs.start + 1 : deed.theirs.stop]}
    for at in range(1, len(words)):
        last = _before(words, at) if stem(words[at]) == deed.verb else None
        owned = _owned(words, last, deed.who) if last is not None else range(0)
        whose = words[owned.start : owned.stop]
        if not theirs.isdisjoint(map(stem, whose)) and _does_it_to_them(words, at, deed, whose):
            return range(owned.start, at + 1 + (not _THEM.isdisjoint(words[at + 1 : at + 2])))
    return None


def _owned(words: list[str], last: int, who: str) -> range:
    """The places of somebody with whose it is, up to a word: "Dravo's supplier", "the supplier of Dravo"."""
    owner = next((at for at in range(last - 1, last - 1 - _DESCRIBED, -1) if _is_owner(words, at, who)), None)
    if owner is not None:
        return range(owner, last + 1)
    of = next((at for at in range(last - 1, max(0, last - _DESCRIBED), -1) if words[at] == "of"), None)
    return range(of - 1, last + 1) if of is not None and _name(words[last]) == who else range(0)


def _is_owner(words: list[str], at: int, who: str) -> bool:
    """Whether a word tells whose it is what stands behind it: "*Dravo's* supplier", "the *farmers'* bank"."""
    return at >= 0 and words[at].endswith("s") and _name(words[at]) == who


def _does_it_to_them(words: list[str], at: int, deed: _Deed, whose: list[str]) -> bool:
    """Whether it is surely somebody who does it: to "it", or one who can; "its exports doubled" is "it doubled its exports"."""
    said = deed.verb in REPORTING_STEMS
    behind = words[at + 1 : at + (3 if said else 2)]
    if not _THEM.isdisjoint(behind):
        return True
    return (
        not said
        and deed.verb not in _BY_THEMSELVES
        and any(is_person_noun(word) or stem(word) in _BODIES for word in whose)
    )


_OF_MANY = {"its", "their"}
"""What is told to be a body's is theirs, who are in it."""


def other_owner(ours: Iterable[str], theirs: Iterable[str]) -> Difference | None:
    """Whose a thing is, if the words before it say that it is somebody else's: "his brother", "her brother"."""
    one, other = POSSESSIVES.intersection(ours), POSSESSIVES.intersection(theirs)
    if not one or not other or one == other or one | other == _OF_MANY:
        return None
    return Difference(f"differs: {' '.join(sorted(one))} / {' '.join(sorted(other))}", sure=False)


_BEFORE = words_of("by from to for with against")
_REACH = 4
"""Words from such a preposition to the name behind it: "by *former mayor Ida* Brune"."""


@symmetric_check("differs", in_any_order=True, sure=True)
def theirs_or_themselves(one: Reading, other: Reading) -> Excerpts | None:
    """One says of somebody's brother or lawyer what the other says of them: "by Brune's brother", "by Brune to her brother"."""
    for whose, at in _somebody_of(one):
        relative, before = stem(one.words[at + 1]), _preposition(one, at)
        if before and _is_themselves(other, whose, before) and _told_behind(other, relative):
            there = other.words.index(whose)
            return one.as_written(at, at + 2), other.as_written(there, there + 1)
    return None


def _somebody_of(reading: Reading) -> Iterator[tuple[str, int]]:
    """Whose brother, lawyer or the like is told of, with the place of their name."""
    for at, word in enumerate(reading.words[:-1]):
        if word.endswith("'s") and stem(reading.words[at + 1]) in SOMEBODY_ELSE:
            yield word.removesuffix("'s"), at


def _preposition(reading: Reading, at: int) -> str:
    """The preposition before a name and what is told of it."""
    near = range(at - 1, max(-1, at - _REACH - 1), -1)
    return next((reading.words[i] for i in near if reading.words[i] in _BEFORE), "")


def _is_themselves(reading: Reading, name: str, before: str) -> bool:
    """Whether a name stands behind such a preposition without another's behind it."""
    return name in reading.vocabulary and _preposition(reading, reading.words.index(name)) == before


def _told_behind(reading: Reading, relative: str) -> bool:
    """Whether a relative is told of as theirs alone: "her brother"."""
    words = reading.words
    return any(stem(word) == relative and words[at] in POSSESSIVES for at, word in enumerate(words[1:]))


def tells_of_another(a: Reading, b: Reading) -> Difference | None:
    """A word that stands before one thing in the one statement, and before another in the other, where each names both things."""
    if "counterpart" in a.terms | b.terms:
        return None
    theirs = _belonging(b)
    for word, ours in _belonging(a).items():
        others = theirs.get(word)
        if not others or not ours.keys().isdisjoint(others):
            continue
        head = next((term for term in ours if term in b.terms), None)
        other = next((term for term in others if term in a.terms), None)
        if head and other:
            same_words = sorted(a.sequence) == sorted(b.sequence)
            same_words = same_words and _stands_bare(other, a) and _stands_bare(head, b)
            return Difference(f"differs: {ours[head]} / {others[other]}", sure=same_words)
    return None


def _stands_bare(term: str, reading: Reading) -> bool:
    """Whether a thing stands in a statement with nothing that tells of which kind it is, and is no verb there."""
    at = next(i for known, i in reading.placed_terms if known == term)
    before = reading.words[at - 1] if at > 0 else "the"
    return not is_verb_form(reading.words[at]) and (before in BREAKS or is_verb_form(before))


@lru_cache(maxsize=64)
def _belonging(reading: Reading) -> Mapping[str, dict[str, str]]:
    """Each term -> the things that it tells of wherever it stands, each with the words for both; none where it once stands by itself."""
    term_at = dict(zip(reversed(reading.places), reversed(reading.sequence), strict=True))
    found: dict[str, dict[str, str]] = defaultdict(dict)
    alone = set()
    for at, term in term_at.items():
        heads = _things_behind(reading, at) if _tells_a_kind(reading, at) else []
        if not heads:
            alone.add(term)
        for head in heads:
            if head in term_at:
                told = f"{reading.written[at]} {reading.written[head]}"
                found[term].setdefault(term_at[head], told)
    return {term: heads for term, heads in found.items() if term not in alone}


def _tells_a_kind(reading: Reading, at: int) -> bool:
    """Whether a word may tell which or how many things are meant that stand behind it: no verb, name or plural."""
    word = reading.words[at]
    if quantity := reading.number_at(at):
        return quantity in reading.amounts and quantity.kind == "number"
    opens = at in reading.openings and not word.endswith("'s")
    small = reading.written[at].islower() or opens or word.endswith(_PEOPLES)
    is_verb = at > 0 and reading.words[at - 1] in _BEFORE_A_VERB and not reading.is_boundary(at)
    plain = not word.endswith("s") or word.endswith(("'s", "ss", "ous"))
    doing = at == 0 and word.endswith("ing")
    return small and plain and not is_verb and not doing and may_be_nominal(reading, at)


_PEOPLES = ("ish", "ese", "an", "ch")
"""How words end that tell of which people or country somebody is."""
_BEFORE_A_VERB = HELPERS | {"to"}
_AND = frozenset({"and", "or"})


def _things_behind(reading: Reading, at: int) -> list[int]:
    """The places of the words behind a word that belong to one thing with it, and of what is told of along with that: "new *schools* and *roads*"."""
    words, places = reading.words, range(len(reading.words))
    found = list(takewhile(lambda i: _goes_on(reading, i), places[at + 1 :]))
    end = at + 1 + len(found)
    if found and end < len(words) and (words[end] in _AND or reading.is_boundary(end)):
        found.extend(takewhile(lambda i: _goes_on(reading, i), places[end + (words[end] in _AND) :]))
    of_a_doing = words[end : end + 1] and words[end].endswith("ing") and end + 1 in places
    return [] if of_a_doing and _goes_on(reading, end + 1) else found  # "deep-sea *mining* rights"


def _goes_on(reading: Reading, at: int) -> bool:
    spoken = reading.words[at] == "one" or reading.words[at] in REPORTING_STEMS
    return (
        not reading.number_at(at)
        and not spoken
        and may_be_nominal(reading, at)
        and continues_noun_phrase(reading, at)
    )
