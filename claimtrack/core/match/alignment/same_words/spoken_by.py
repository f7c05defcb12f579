"""Who is told to say it, where all else is the same: "the bank's report says", "critics of the mayor said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.entities.names import ORGANISATION_NOUNS, is_name_shared
from claimtrack.core.match.guards.entities.sources import GENERIC_SPEAKERS, find_speakers
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.paraphrases import unmatched
from claimtrack.core.match.reading.syntax.phrases import terms_between
from claimtrack.core.match.words.lexicon import MONTHS, STOP_WORDS, WEEKDAYS, groups_by_word, words_of
from claimtrack.core.match.words.terms import format_both, stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

SOMEBODY_ELSE = stems_of(
    "wife husband son daughter father mother brother sister widow cousin nephew niece relative family friend neighbour"
    " colleague lawyer attorney solicitor barrister opponent rival critic enemy foe supporter ally fan follower student"
    " pupil patient client aide confidant confidante entourage adviser assistant deputy successor predecessor biographer chauffeur accuser victim"
)
"""Who is told by somebody else's name is not they: "critics of the mayor", "the mayor's widow"."""
_STORIES = stems_of(
    "joke prank comedy sketch sitcom satire novel thriller film movie legend horoscope deepfake hoax spoof parody"
)
"""What these tell is made up. Before a noun they may say what else that is: "a novel study", "a film critic"."""
_MADE_UP = _STORIES | stems_of(
    "fake forged bogus satirical fabricated doctored photoshopped invented fictional fictitious"
)
"""With these before it a document is nobody's word."""
_BEFORE_A_NOUN = _STORIES - stems_of("hoax spoof parody deepfake satire")
_NO_SUCH_THING = _MADE_UP | stems_of("draft leaked summary unpublished")
"""A document of which these are told is another, or nobody's word."""
_FILM = stem("film")
_ALLEGED = frozenset({stem("allege"), _FILM})
_NOT_FOR_SURE = _ALLEGED | {stem("claim")}
"""What is told with these may be so, and nobody says that it is."""
_DOCUMENTS = stems_of("report study survey poll statement document paper review audit analysis data figures")

_OF_A_BODY = _DOCUMENTS | stems_of("source insider")
"""Of which body these are tells whose word it is: "sources in the *company*"."""
_UNION = stem("union")
_EMPLOYERS = stems_of("company firm operator government state")
"""The union of those who work for one of these is not anybody."""

_APART = SOMEBODY_ELSE | _NO_SUCH_THING
_UNNAMED = frozenset(map(stem, GENERIC_SPEAKERS | words_of("leader chief boss head politician chair")))
_MANY = groups_by_word(
    "who know: experts analysts scientists researchers academics | in office: officials authorities police prosecutors investigators regulators government"
    " | who live there: residents villagers neighbours neighbors locals | against it: critics campaigners activists opponents"
)
"""Many of one sort, who may be called by another of its words, but hardly by one of another sort, or by what else they are: "scientists", "farmers"."""
_TELLING_NOBODY = MONTHS.keys() | WEEKDAYS.keys() | words_of("mr mrs ms dr prof never always also again once")


_WITH = words_of("according as")
"""With one of these a source is told that bears it out, with "contrary to" one that does not."""


def speakers_differ(a: Reading, b: Reading) -> Difference | None:
    """Both tell who says it, and it is somebody else, or another document: "a bank report", "a union report"."""
    for one, other in ((a, b), (b, a)):
        agrees = next((word for word in other.words if word in _WITH - one.vocabulary), "")
        if agrees and "contrary" in one.vocabulary - other.vocabulary:
            return Difference(
                f"differs: {format_both(('contrary to', agrees), turned=one is not a)}", sure=True
            )
        if (at := _somebody_else(one, other)) is not None:
            in_any_order = one.word(at + 1) in _OF_WHOM or one.words[at] in _ROUND
            return Difference(f"only one says: {one.written[at]}", sure=True, in_any_order=in_any_order)
        if (at := _made_up_or_alleged(one, other)) is not None:
            surely = stem(one.words[at]) not in _NOT_FOR_SURE
            return Difference(f"only one says: {one.written[at]}", sure=surely, in_any_order=surely)
        if (at := _in_their_name(one, other)) is not None:
            return Difference(f"only one says: {one.written[at]}", sure=False, in_any_order=True)
    told = find_speakers(a, b)
    if told is None or any(s.start not in attribution_places(r) for r, s in zip((a, b), told, strict=True)):
        return None
    two = _are_two(a, told[0], b, told[1])
    if two is None:
        return None
    ours, theirs = (r.as_written(s.start, s.stop) for r, s in zip((a, b), told, strict=True))
    return Difference(f"other speaker: {ours} / {theirs}", sure=two)


_FORMER = words_of("former ex previous late estranged shadow acting")
_OF_WHOM = words_of("of for to")
_ROUND = words_of("around near behind")
_THOSE = words_of(
    "those people sources source persons figures insiders officials men women somebody someone anyone circles"
)


def _somebody_else(one: Reading, other: Reading) -> int | None:
    """The place of what makes another of who says it, where the other statement has nothing of it and tells who says it, too."""
    places, theirs = attribution_places(one), attribution_places(other)
    if not places or not theirs or any(_is_near(other, at) for at in theirs):
        return None
    if _FORMER.isdisjoint(other.vocabulary):
        for at in sorted(places):
            if one.words[at] in _FORMER and (
                stem(one.word(at + 1)) in SOMEBODY_ELSE or _is_no_name(one, places, at + 1, other, theirs)
            ):
                return at  # the former wife, the wife
    found = _only_one_tells(one, _APART, other)
    if found is not None or any(stem(other.words[at]) in _APART for at in theirs):
        return found
    return next((at for at in sorted(places) if _is_near(one, at)), None)


def _is_no_name(
    one: Reading, places: frozenset[int], at: int, other: Reading, theirs: frozenset[int]
) -> bool:
    """Whether both tell who says it by what that one is alone: "the former *mayor*", "the mayor"; but not by a name."""
    named = any(r.has_capital(i) and i for r, said in ((one, places), (other, theirs)) for i in said)
    return not named and one.word(at) in {other.words[i] for i in theirs}


_IN_A_NAME = words_of("spokesman spokeswoman spokesperson spokesmen office secretary staff")
_PERSONS = words_of(
    "president minister premier chancellor mayor governor king queen prince princess pope senator congressman congresswoman general judge"
    " bishop archbishop commissioner ambassador sheriff coach manager singer actor actress pilot captain"
)
"""Who speaks for one of these is another, while a body has no other voice: "the *president's* spokesman", "the bank's spokesman"."""


def _in_their_name(one: Reading, other: Reading) -> int | None:
    """The place of who speaks for somebody that speaks in the other statement: "the mayor's *office* said", "the mayor said"."""
    words, theirs = one.words, {other.words[at] for at in attribution_places(other)}
    if theirs.isdisjoint(_PERSONS) or not theirs.isdisjoint(_IN_A_NAME):
        return None
    for at in sorted(attribution_places(one)):
        behind = words[at + 2 : at + 6] if one.word(at + 1) in _OF_WHOM else []
        whose = [word.removesuffix("'s") for word in (*words[max(0, at - 3) : at], *behind)]
        if words[at] in _IN_A_NAME and any(word in _PERSONS & theirs for word in whose):
            return at
    return None


def _made_up_or_alleged(one: Reading, other: Reading) -> int | None:
    """The place of what tells that it is made up or only alleged, where the other statement knows nothing of that.

    What is alleged may be what somebody else is told to say.
    """
    words, told = one.words, attribution_places(other)
    for at in range(len(words) - 2 if _CLAIMS.isdisjoint(other.vocabulary) and not told else 0):
        if words[at] in _CLAIMS and words[at + 1] == "to" and words[at + 2] in _HAVE:
            return at  # "claims to have won"
    return _only_one_tells(one, _MADE_UP - {_FILM} if told else _MADE_UP | _ALLEGED, other)


_CLAIMS, _HAVE = words_of("claims claim claimed"), words_of("have be")


def _only_one_tells(one: Reading, terms: frozenset[str], other: Reading) -> int | None:
    """The place of the first of some terms by which who says it is told, and of which the other statement has nothing."""
    places = attribution_places(one)
    telling = ((term, at) for term, at in one.placed_terms if at in places and term in terms)
    return next(
        (
            at
            for term, at in telling
            if unmatched(frozenset((term,)), other.terms)
            and (term not in _BEFORE_A_NOUN or _ends_there(one, at, places))
        ),
        None,
    )


def _ends_there(reading: Reading, at: int, places: frozenset[int]) -> bool:
    """Whether what says it is told up to a place: "a *novel* says", "a *film* by the bank shows"; but "a film critic says"."""
    following = reading.words[at + 1 : at + 2]
    return at + 1 >= max(places) or not following or following[0] in STOP_WORDS or following[0].endswith("s")


def _is_near(reading: Reading, at: int) -> bool:
    """Whether it is told of those round somebody: "sources *close* to the coach", "people *around* the coach"."""
    words = reading.words
    close = words[at : at + 2] == ["close", "to"]
    return close or (at > 0 and words[at] in _ROUND and words[at - 1] in _THOSE)


def _are_two(a: Reading, ours: range, b: Reading, theirs: range) -> bool | None:
    """Whether two who say it are surely two: the union, the insurer; None where they may well be one: the president, Macron.

    A body by its name may still be the one that is only described: "Brunel Gas", "the supplier".
    """
    mine, yours = terms_between(a, ours.start, ours.stop), terms_between(b, theirs.start, theirs.stop)
    if any(_is_one_person(a, at, mine & yours) for at in ours):
        return None
    x, y = _only_there(a, ours, unmatched(mine, yours), b), _only_there(b, theirs, unmatched(yours, mine), a)
    if x and y and not mine & yours and _are_of_two_sorts(a.words[ours.stop - 1], b.words[theirs.stop - 1]):
        return False
    if not mine & yours & _OF_A_BODY and not (_UNION in mine ^ yours and mine ^ yours & _EMPLOYERS):
        x, y = ({at: term for at, term in side.items() if term not in _UNNAMED} for side in (x, y))
    if not x or not y:
        return None
    named = [{reading.has_capital(at) for at in side if at} for reading, side in ((a, x), (b, y))]
    if named[0] and named[1] and named[0].isdisjoint(named[1]):
        many = all(r.words[p.start].endswith("s") and len(p) == 1 for r, p in ((a, ours), (b, theirs)))
        return False if many or _other_kind(_kinds(a, ours), _kinds(b, theirs)) else None
    doing = any(r.words[at].endswith("ing") for r, side in ((a, x), (b, y)) for at in side)
    return named[0] == named[1] and not doing  # "the group opposing Vale", "the group fighting Vale"


def _are_of_two_sorts(ours: str, theirs: str) -> bool:
    """Whether two words for many who say it tell of two sorts of them: "scientists", "campaigners"; but "officials", "the police"."""
    two = _MANY.get(ours, ours), _MANY.get(theirs, theirs)
    many = all(word in _MANY or (word.endswith("s") and word not in STOP_WORDS) for word in (ours, theirs))
    return two[0] != two[1] and not {ours, theirs}.isdisjoint(_MANY) and many


def _kinds(reading: Reading, places: range) -> frozenset[str]:
    """What kind of body says it, by its name or where it is described; a bloc is a union of states, or a name of letters."""
    words = frozenset(reading.words[places.start : places.stop])
    letters = any(len(reading.words[at]) > 1 and reading.written[at].isupper() for at in places)
    return words & ORGANISATION_NOUNS | (
        frozenset({"union", "bloc"}) if letters or words & _BLOCS else words & {"bloc"}
    )


_BLOCS = words_of("union community league association alliance")


def _other_kind(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two bodies are of two kinds, of which one is described by it: "the court", "the World Bank"."""
    return ours.isdisjoint(theirs) and (bool(ours and theirs) or "bloc" in ours | theirs)


_OF = words_of("of in from for at the")


def _is_one_person(reading: Reading, at: int, shared: frozenset[str]) -> bool:
    """Whether a word is a name that both have for who says it, and not only where they are from."""
    before = reading.words[at - 1]
    named = at and reading.has_capital(at) and before not in _OF and not before.endswith("ing")
    return bool(named) and stem(reading.words[at]) in shared


def _only_there(one: Reading, places: range, terms: frozenset[str], other: Reading) -> dict[int, str]:
    """Of some terms for who says it those that tell who that is, and are no name that the other has in some form; by their places."""
    telling = (
        (term, at)
        for term, at in one.placed_terms
        if at in places and term in terms and one.words[at] not in _TELLING_NOBODY
    )
    return {
        at: term for term, at in telling if one.written[at].islower() or not is_name_shared(one, at, other)
    }
