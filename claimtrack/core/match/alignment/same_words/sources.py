"""The source of a claim, where everything else is the same: "the bank's report says", "critics of the mayor said"."""

from __future__ import annotations

from claimtrack.core.language.word_lists import MONTHS, STOP_WORDS, WEEKDAYS, groups_by_word, words_of
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.entities.names import ORGANISATION_NOUNS, is_name_shared
from claimtrack.core.match.guards.entities.sources import GENERIC_SPEAKERS, find_speakers
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.paraphrases import unmatched
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import terms_between
from claimtrack.core.match.words.terms import format_both, stem, stems_of

RELATED_PERSON_STEMS = stems_of(
    "wife husband son daughter father mother brother sister widow cousin nephew niece relative family friend "
    "neighbour colleague lawyer attorney solicitor barrister opponent rival critic enemy foe supporter ally "
    "fan follower student pupil patient client aide confidant confidante entourage adviser assistant deputy "
    "successor predecessor biographer chauffeur accuser victim"
)
"""Nouns of people identified by somebody else's name: "critics of the mayor", "the mayor's widow"."""
_FICTION_STEMS = stems_of(
    "joke prank comedy sketch sitcom satire novel thriller film movie legend horoscope deepfake hoax spoof parody"
)
"""Works whose content is made up. As modifiers they may mean something else: "a novel study", "a film critic"."""
_FABRICATION_STEMS = _FICTION_STEMS | stems_of(
    "fake forged bogus satirical fabricated doctored photoshopped invented fictional fictitious"
)
"""Fiction, and modifiers that make a document nobody's word."""
_AMBIGUOUS_FICTION = _FICTION_STEMS - stems_of("hoax spoof parody deepfake satire")
_OTHER_VERSION_STEMS = _FABRICATION_STEMS | stems_of("draft leaked summary unpublished")
"""Modifiers that make a document another one, or nobody's word."""
_FILM = stem("film")
_ALLEGATION_STEMS = frozenset({stem("allege"), _FILM})
_UNCERTAIN_STEMS = _ALLEGATION_STEMS | {stem("claim")}
"""Stems with which a claim may hold, though nobody asserts it."""
_DOCUMENT_STEMS = stems_of(
    "report study survey poll statement document paper review audit analysis data figures"
)

_BODY_SOURCE_STEMS = _DOCUMENT_STEMS | stems_of("source insider")
"""Sources whose body identifies them: "sources in the *company*"."""
_UNION_STEM = stem("union")
_EMPLOYER_STEMS = stems_of("company firm operator government state")
"""Employers whose union is a particular one."""

_OTHER_SOURCE_STEMS = RELATED_PERSON_STEMS | _OTHER_VERSION_STEMS
_GENERIC_SOURCE_STEMS = frozenset(
    map(stem, GENERIC_SPEAKERS | words_of("leader chief boss head politician chair"))
)
_GROUPS_OF_SOURCES = groups_by_word(
    "who know: experts analysts scientists researchers academics | in office: officials authorities police "
    "prosecutors investigators regulators government | who live there: residents villagers neighbours "
    "neighbors locals | against it: critics campaigners activists opponents"
)
"""Groups of sources, which may be called by another word of their group but hardly by one of another: "scientists", "farmers"."""
_UNIDENTIFYING_WORDS = (
    MONTHS.keys() | WEEKDAYS.keys() | words_of("mr mrs ms dr prof never always also again once")
)


_AGREEING_WORDS = words_of("according as")
"""Words that introduce a source that supports a claim, while "contrary to" introduces one that does not."""


def sources_differ(a: Reading, b: Reading) -> Difference | None:
    """Both give a source, and it is another person or document: "a bank report", "a union report"."""
    for one, other in ((a, b), (b, a)):
        agrees = next((word for word in other.words if word in _AGREEING_WORDS - one.vocabulary), "")
        if agrees and "contrary" in one.vocabulary - other.vocabulary:
            return Difference(
                f"differs: {format_both(('contrary to', agrees), turned=one is not a)}", sure=True
            )
        if (at := _find_other_source(one, other)) is not None:
            in_any_order = one.word(at + 1) in _OF_WHOM or one.words[at] in _CIRCLE_PREPOSITIONS
            return Difference(f"only one says: {one.written[at]}", sure=True, in_any_order=in_any_order)
        if (at := _find_fabrication(one, other)) is not None:
            surely = stem(one.words[at]) not in _UNCERTAIN_STEMS
            return Difference(f"only one says: {one.written[at]}", sure=surely, in_any_order=surely)
        if (at := _find_spokesperson(one, other)) is not None:
            return Difference(f"only one says: {one.written[at]}", sure=False, in_any_order=True)
    speakers = find_speakers(a, b)
    if speakers is None or any(
        s.start not in attribution_places(r) for r, s in zip((a, b), speakers, strict=True)
    ):
        return None
    two = _are_different_sources(a, speakers[0], b, speakers[1])
    if two is None:
        return None
    ours, theirs = (r.as_written(s.start, s.stop) for r, s in zip((a, b), speakers, strict=True))
    return Difference(f"other speaker: {ours} / {theirs}", sure=two)


_FORMER_WORDS = words_of("former ex previous late estranged shadow acting")
_OF_WHOM = words_of("of for to")
_CIRCLE_PREPOSITIONS = words_of("around near behind")
_CIRCLE_NOUNS = words_of(
    "those people sources source persons figures insiders officials men women somebody someone anyone circles"
)


def _find_other_source(one: Reading, other: Reading) -> int | None:
    """The offset of the word that makes the source of one another, where the other has nothing like it and gives a source too; None without one."""
    places, theirs = attribution_places(one), attribution_places(other)
    if not places or not theirs or any(_is_close_circle(other, at) for at in theirs):
        return None
    if _FORMER_WORDS.isdisjoint(other.vocabulary):
        for at in sorted(places):
            if one.words[at] in _FORMER_WORDS and (
                stem(one.word(at + 1)) in RELATED_PERSON_STEMS
                or _are_sources_by_office(one, places, at + 1, other, theirs)
            ):
                return at  # the former wife, the wife
    found = _find_source_term(one, _OTHER_SOURCE_STEMS, other)
    if found is not None or any(stem(other.words[at]) in _OTHER_SOURCE_STEMS for at in theirs):
        return found
    return next((at for at in sorted(places) if _is_close_circle(one, at)), None)


def _are_sources_by_office(
    one: Reading, places: frozenset[int], at: int, other: Reading, theirs: frozenset[int]
) -> bool:
    """Whether both give a source by the same office alone: "the former *mayor*", "the mayor"; not by a name."""
    named = any(r.has_capital(i) and i for r, said in ((one, places), (other, theirs)) for i in said)
    return not named and one.word(at) in {other.words[i] for i in theirs}


_SPOKESPERSON_NOUNS = words_of("spokesman spokeswoman spokesperson spokesmen office secretary staff")
_PERSON_OFFICES = words_of(
    "president minister premier chancellor mayor governor king queen prince princess pope senator "
    "congressman congresswoman general judge bishop archbishop commissioner ambassador sheriff coach manager "
    "singer actor actress pilot captain"
)
"""Offices whose spokesperson is another person, while a body has no other voice: "the *president's* spokesman", "the bank's spokesman"."""


def _find_spokesperson(one: Reading, other: Reading) -> int | None:
    """The offset of the spokesperson of somebody who speaks in the other: "the mayor's *office* said", "the mayor said"; None without one."""
    words, theirs = one.words, {other.words[at] for at in attribution_places(other)}
    if theirs.isdisjoint(_PERSON_OFFICES) or not theirs.isdisjoint(_SPOKESPERSON_NOUNS):
        return None
    for at in sorted(attribution_places(one)):
        after = words[at + 2 : at + 6] if one.word(at + 1) in _OF_WHOM else []
        represented = [word.removesuffix("'s") for word in (*words[max(0, at - 3) : at], *after)]
        if words[at] in _SPOKESPERSON_NOUNS and any(word in _PERSON_OFFICES & theirs for word in represented):
            return at
    return None


def _find_fabrication(one: Reading, other: Reading) -> int | None:
    """The offset of the word that makes a claim fictional or only alleged, where the other has nothing like it; None without one.

    An allegation may be the statement of a source that the other gives.
    """
    words, attributed = one.words, attribution_places(other)
    for at in range(len(words) - 2 if _CLAIMS.isdisjoint(other.vocabulary) and not attributed else 0):
        if words[at] in _CLAIMS and words[at + 1] == "to" and words[at + 2] in _HAVE:
            return at  # "claims to have won"
    return _find_source_term(
        one, _FABRICATION_STEMS - {_FILM} if attributed else _FABRICATION_STEMS | _ALLEGATION_STEMS, other
    )


_CLAIMS, _HAVE = words_of("claims claim claimed"), words_of("have be")


def _find_source_term(one: Reading, terms: frozenset[str], other: Reading) -> int | None:
    """The offset of the first of some terms within the source of one statement, where the other has nothing like it; None without one."""
    places = attribution_places(one)
    for term, at in one.placed_terms if places else ():
        new = at in places and term in terms and unmatched(frozenset((term,)), other.terms)
        if new and (term not in _AMBIGUOUS_FICTION or _ends_source(one, at, places)):
            return at
    return None


def _ends_source(reading: Reading, at: int, places: frozenset[int]) -> bool:
    """Whether a source ends at an offset: "a *novel* says", "a *film* by the bank shows"; but "a film critic says"."""
    following = reading.word(at + 1)
    return at + 1 >= max(places) or following in STOP_WORDS or following.endswith("s")


def _is_close_circle(reading: Reading, at: int) -> bool:
    """Whether the source is somebody's circle: "sources *close* to the coach", "people *around* the coach"."""
    words = reading.words
    close = words[at : at + 2] == ["close", "to"]
    return close or (at > 0 and words[at] in _CIRCLE_PREPOSITIONS and words[at - 1] in _CIRCLE_NOUNS)


def _are_different_sources(a: Reading, ours: range, b: Reading, theirs: range) -> bool | None:
    """Whether two sources surely differ: the union, the insurer; None where they may be one: the president, Macron.

    A named body may be one that is only described: "Brunel Gas", "the supplier".
    """
    terms, terms_b = terms_between(a, ours.start, ours.stop), terms_between(b, theirs.start, theirs.stop)
    if any(_is_shared_name(a, at, terms & terms_b) for at in ours):
        return None
    x = _find_identifying_terms(a, ours, unmatched(terms, terms_b), b)
    y = _find_identifying_terms(b, theirs, unmatched(terms_b, terms), a)
    are_apart = x and y and not terms & terms_b
    if are_apart and _are_different_groups(a.words[ours.stop - 1], b.words[theirs.stop - 1]):
        return False
    are_sides = _UNION_STEM in terms ^ terms_b and terms ^ terms_b & _EMPLOYER_STEMS
    if not terms & terms_b & _BODY_SOURCE_STEMS and not are_sides:
        x = {at: term for at, term in x.items() if term not in _GENERIC_SOURCE_STEMS}
        y = {at: term for at, term in y.items() if term not in _GENERIC_SOURCE_STEMS}
    if not x or not y:
        return None
    named = [{reading.has_capital(at) for at in side if at} for reading, side in ((a, x), (b, y))]
    if named[0] and named[1] and named[0].isdisjoint(named[1]):
        are_plural = all(r.words[p.start].endswith("s") and len(p) == 1 for r, p in ((a, ours), (b, theirs)))
        kinds, kinds_b = _find_body_kinds(a, ours), _find_body_kinds(b, theirs)
        # of two bodies of two kinds one describes its body: "the court", "the World Bank"
        are_of_two_kinds = kinds.isdisjoint(kinds_b) and ((kinds and kinds_b) or "bloc" in kinds | kinds_b)
        return False if are_plural or are_of_two_kinds else None
    is_progressive = any(r.words[at].endswith("ing") for r, side in ((a, x), (b, y)) for at in side)
    return named[0] == named[1] and not is_progressive  # "the group opposing Vale", "the group fighting Vale"


def _are_different_groups(ours: str, theirs: str) -> bool:
    """Whether two plural sources belong to two groups: "scientists", "campaigners"; but "officials", "the police"."""
    two = _GROUPS_OF_SOURCES.get(ours, ours), _GROUPS_OF_SOURCES.get(theirs, theirs)
    are_plural = all(
        word in _GROUPS_OF_SOURCES or (word.endswith("s") and word not in STOP_WORDS)
        for word in (ours, theirs)
    )
    return two[0] != two[1] and not {ours, theirs}.isdisjoint(_GROUPS_OF_SOURCES) and are_plural


def _find_body_kinds(reading: Reading, places: range) -> frozenset[str]:
    """The kinds of body of a source, by its name or description; a bloc is a union of states, or a name in initials."""
    words = frozenset(reading.words[places.start : places.stop])
    letters = any(len(reading.words[at]) > 1 and reading.written[at].isupper() for at in places)
    bloc = {"union", "bloc"} if letters or words & _BLOC_NOUNS else words & {"bloc"}
    return words & ORGANISATION_NOUNS | bloc


_BLOC_NOUNS = words_of("union community league association alliance")


_PREPOSITIONS_OF_ORIGIN = words_of("of in from for at the")


def _is_shared_name(reading: Reading, at: int, shared: frozenset[str]) -> bool:
    """Whether a word is a name of the source that both have, and not only its origin."""
    before = reading.words[at - 1]
    named = (
        at
        and reading.has_capital(at)
        and before not in _PREPOSITIONS_OF_ORIGIN
        and not before.endswith("ing")
    )
    return bool(named) and stem(reading.words[at]) in shared


def _find_identifying_terms(
    one: Reading, places: range, terms: frozenset[str], other: Reading
) -> dict[int, str]:
    """Offset -> term, for those of some terms of a source that identify it and are no name that the other has in some form."""
    identifying = (
        (term, at)
        for term, at in one.placed_terms
        if at in places and term in terms and one.words[at] not in _UNIDENTIFYING_WORDS
    )
    return {
        at: term
        for term, at in identifying
        if one.written[at].islower() or not is_name_shared(one, at, other)
    }
