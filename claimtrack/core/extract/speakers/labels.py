"""The speaker of a turn in a transcript, from its label: "SALAS:", "Q:", "The Minister for Ports (Ada Moor):"; "A:" is the person interviewed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.casing import ACRONYMS
from claimtrack.core.extract.page.transcripts.lines import is_office
from claimtrack.core.extract.speakers.antecedents.nearby import fits_title, gender_of_title
from claimtrack.core.extract.speakers.cast.short_names import expand_label, find_sworn_witness
from claimtrack.core.extract.speakers.interviewees import find_interviewee
from claimtrack.core.extract.speakers.mentions.gazetteer import is_single_word_body
from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.extract.speakers.speaker import NOBODY, Speaker, make_person
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import pronoun_for_name
from claimtrack.core.extract.words.reading import Span, name_pattern, words_of
from claimtrack.core.extract.words.titles import FORMS_OF_ADDRESS, has_title, without_postnominals
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speakers import Cast

_VOWELS = frozenset("aeiouyàáâäåæèéêëìíîïòóôöøùúûü")
_ROLES = nouns.SPEAKERS | {"moderator", "host", "interviewer", "narrator", "announcer"}
_ASKER, _ANSWERER = "q", "a"
_PRESIDING = frozenset(("mr speaker", "madam speaker"))
UNLABELLED_ANSWER = "?"  # stands for the label of answers without one
_OFFICE_WITH_NAME = expression(
    r"^(?P<office>[A-Z][\w-]+(?: (?:[A-Z][\w-]+|of|for|and|the)){0,9}) \((?P<name>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})\)(?::|$)",
    re.MULTILINE,
)
_FIRST_QUESTION = expression(r"^(?:\*\*|__)?Q(?:[.:)]|  )|(?<=[.!?] )Q: ", re.MULTILINE)
_FIRST_PERSON_ANSWER = expression(
    r"(?:^[*_]{0,2}|(?<=[.!?] ))A(?:[.:)]|  )[^\n]*\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b", re.MULTILINE
)
_NAMED_TURN = name_pattern(
    r"^(?P<name>[A-Z][A-Z.'-]+|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3})(?: \([^)\n]{1,60}\))?: {1,4}(?=[A-Z\"])",
    re.MULTILINE,
)
"""A turn labelled with a name: "ADA MOOR: ", "Ada Moor (Labour): "."""
_TITLED_LABEL = expression(
    r"(?P<title>[A-Z][A-Za-z]+)\.? (?P<name>(?:Mc|De)?[A-Z][A-Z'-]+)(?: of (?P<state>[A-Z][A-Za-z ]+))?"
)
"""A title before a surname in capitals: "Mr. REED", "Chairwoman REED", "Mr. REED of Ohio"."""
_ADDRESSED = name_pattern(r"\b(?:Mrs?|Ms|Miss|Mx|Dr)\.? (?P<name>[A-Z][a-z]+)\b(?! [A-Z])")
_OFFICES_ADDRESSED = words_of(
    "speaker chairman chairwoman chair chairperson president secretary mayor minister commissioner "
    "ambassador justice judge attorney governor director moderator foreman chancellor premier deputy counsel "
    "senator solicitor usher clerk vice prime"
)
"""Offices that follow "Mr" and "Madam": "Mr Speaker"."""
_LABEL_WITH_STATE = expression(r"\b(?P<name>(?:Mc|De)?[A-Z][A-Z'-]+) of (?P<state>[A-Z][A-Za-z ]+)\.")
_PLACED = expression(r"(?P<noun>[A-Z]+) (?:IN|FROM|AT|ON|WITH|NEAR|BEHIND|OUTSIDE) [A-Z' -]+")
"""Somebody without a name: "WOMAN IN THE AUDIENCE"."""
_TITLED = r"(?P<title>(?:Mrs?|MRS?|Ms|MS|Miss|MISS|Sir|SIR|Dame|DAME)\.?) (?P<name>[A-Z][A-Za-z'-]+)"
_TITLED_NAME = name_pattern(_TITLED)
_TITLED_TURN = name_pattern(f"{_TITLED}:")


def resolve_label(cast: Cast, label: str, at: int) -> Speaker:
    """The speaker of a turn with this label: "SALAS" is the Maria Salas of the article, and a person in any case."""
    label = _without_postnominals(label)
    word = label.lower()
    if word.replace(".", "") in _PRESIDING and "speaker" not in cast.full_names:
        label = label.title()  # "MR SPEAKER" is who is "Mr Speaker" elsewhere, and no Speaker by name
    if word == _ASKER:
        return NOBODY  # "A" and "he" never refer to the interviewer
    if word == UNLABELLED_ANSWER:
        return _resolve_interviewee(cast, cast.text.rfind("\n", 0, at) + 1) or NOBODY
    if (word == _ANSWERER or word in {"the witness", "witness"}) and (
        witness := find_sworn_witness(cast, at)
    ) is not None:
        return witness
    if word == _ANSWERER:
        return _resolve_answer(cast, at)
    held = _holders_by_office(cast.text).get(word, [])
    if before := bisect_right(held, at, key=itemgetter(0)):
        label = held[before - 1][1]
        word = label.lower()
    if (placed := _PLACED.fullmatch(label)) and placed["noun"].lower() in nouns.SPEAKERS:
        return Speaker(label.lower(), ClaimantKind.ANONYMOUS, word)
    if short := expand_label(cast, label):
        label, word = short, short.lower()
    if titled := _titled_namesake(cast, label):
        return cast.resolve(titled, at)
    if other := _other_of_name(cast, label):
        cast.remember(other)
        return other
    if surname := _surname_of_titled(cast, label):
        word = surname.lower()
        label = surname.title() if word in nouns.TITLES else surname  # "MR KING" is no king
    is_named = word in cast.full_names or word in _find_addressed(cast.text)  # "BAKER", who is no baker
    if not (surname or is_named) and (
        is_office(label) or (label.startswith("THE ") and label.split()[-1].lower() in nouns.SPEAKERS)
    ):
        return _resolve_office(cast, label, at)
    full = cast.full_names.get(word)
    if not (full or is_named or _is_word_in_capitals(label.upper() if surname else label)):
        return cast.resolve(label, at)
    if word in _ROLES and not (surname or is_named):
        meant = cast.resolve(f"the {word}", at)
        return meant if meant.kind is ClaimantKind.PERSON else Speaker(label, meant.kind, word)
    as_name = label.title() if is_named and (word in nouns.TITLES or word in nouns.SPEAKERS) else label
    speaker = Speaker(full or as_name, ClaimantKind.PERSON, word)
    cast.remember(speaker)
    return speaker


def _without_postnominals(label: str) -> str:
    """A label without the letters after a full name, which are no office there: "ADA MOOR MP", but "Labour MP"."""
    if parse_mention(label).kind is ClaimantKind.PERSON:
        return " ".join(without_postnominals(label.split()))
    return label


def _resolve_answer(cast: Cast, at: int) -> Speaker:
    """The speaker of "A:", from the text before the first question; nobody where that person has labelled turns there."""
    question, turn, heard = _find_first_turns(cast.text)
    begins = question.start if question.end <= at else at  # people named in the questions are others
    if (somebody := _resolve_interviewee(cast, begins)) is not None:
        return somebody
    is_somebody = turn >= begins and _answers_in_first_person(cast.text)
    meant = cast.resolve("A", begins) if is_somebody else NOBODY
    return meant if heard.isdisjoint(meant.name.lower().split()[-1:]) else NOBODY


@lru_cache(maxsize=1)  # a transcript asks for each of its turns
def _answers_in_first_person(text: str) -> bool:
    """Whether an answer has "I" or "we"; an outlet that explains something asks and answers itself, and may quote others."""
    return _FIRST_PERSON_ANSWER.search(text) is not None


@lru_cache(maxsize=1)  # a transcript asks for each of its turns
def _find_first_turns(text: str) -> tuple[Span, int, set[str]]:
    """The span of the first question, the end of the first label with a name (after the text without one), and the surnames in labels."""
    first, named = _FIRST_QUESTION.search(text), list(_NAMED_TURN.finditer(text))
    question = Span(*first.span()) if first else Span(len(text) + 1, len(text) + 1)
    heard = {turn["name"].split()[-1].lower() for turn in named}
    return question, named[0].end() if named else len(text) + 1, heard


def _resolve_interviewee(cast: Cast, begins: int) -> Speaker | None:
    """The person interviewed, from the text before the first question; NOBODY where it may be either of two."""
    interviewed = find_interviewee(cast.text, begins, cast.full_names)
    if interviewed is None:
        return None
    somebody = make_person(interviewed) if interviewed else NOBODY
    cast.remember(somebody)
    return somebody


def _resolve_office(cast: Cast, label: str, at: int) -> Speaker:
    """The holder of the office in a label, else the office itself: "The Chairman" is none of the senators who spoke before."""
    spoken = " ".join(word.lower() if word.isupper() else word for word in label.split())
    spoken = spoken.removeprefix("hon. ")
    meant, office = cast.resolve(spoken, at), parse_mention(spoken)
    if meant.kind is not ClaimantKind.PERSON or meant.name in cast.roles.get(office.head, ()):
        return meant
    return Speaker(office.name, office.kind, office.head)


def _titled_namesake(cast: Cast, label: str) -> str | None:
    """The label "MS REED" as "Ms Reed", if several people share that surname: the title says which. None otherwise."""
    found = _TITLED_LABEL.fullmatch(label)
    if found is None or found["state"] or len(cast.namesakes.full_names(found["name"].lower())) < 2:
        return None
    titled = f"{found['title'].capitalize()} {found['name'].capitalize()}"
    return titled if gender_of_title(titled) else None


def _other_of_name(cast: Cast, label: str) -> Speaker | None:
    """The speaker of "MS. PEREZ", where "MR. PEREZ" or Tom Perez speaks, and the text does not name her in full: "Ms. Perez"."""
    found = _TITLED_NAME.fullmatch(label)
    if found is None or not (gender := gender_of_title(found["title"].title())):
        return None
    of_name = pronoun_for_name(cast.full_names.get(found["name"].lower(), ""))
    is_one_of_two = len(_genders_by_surname(cast.text).get(found["name"].upper(), ())) > 1
    if of_name == gender or not (of_name or is_one_of_two):
        return None
    return Speaker(label.title() if label.isupper() else label, ClaimantKind.PERSON, found["name"].lower())


def _surname_of_titled(cast: Cast, label: str) -> str | None:
    """The surname of "Mr. REED", who is "REED" in other turns; None where "Ms. REED" or a Reed of another state speaks too, or Reed is Jane."""
    found = _TITLED_LABEL.fullmatch(label)
    if found and found["state"] and len(_states_by_surname(cast.text)[found["name"]]) > 1:
        return None
    if found is None or not has_title([found["title"]]) or _is_office_alone(found):
        return None
    if len(_genders_by_surname(cast.text).get(found["name"].upper(), ())) > 1:
        return None
    full = cast.full_names.get(found["name"].lower(), "")
    return found["name"] if fits_title(label.title(), full) else None


def _is_office_alone(label: re.Match[str]) -> bool:
    """Whether both words are of an office, as in "PRIME MINISTER", and the second is no surname, as in "MR KING"."""
    return label["name"].lower() in nouns.SPEAKERS and label["title"].lower() not in FORMS_OF_ADDRESS


@lru_cache(maxsize=1)  # a transcript asks for each of its turns
def _find_addressed(text: str) -> frozenset[str]:
    """The surnames by which people are addressed, in lower case: "baker" of "Mr Baker", but no "speaker" of "Mr Speaker"."""
    return frozenset(found["name"].lower() for found in _ADDRESSED.finditer(text)) - _OFFICES_ADDRESSED


@lru_cache(maxsize=1)  # a transcript asks for each of its turns
def _states_by_surname(text: str) -> dict[str, set[str]]:
    """Surname -> the states that distinguish namesakes in labels: {"Ohio", "Texas"} of "Mr. REED of Ohio." and "Mr. REED of Texas."."""
    states: dict[str, set[str]] = defaultdict(set)
    for found in _LABEL_WITH_STATE.finditer(text):
        states[found["name"]].add(found["state"])
    return states


@lru_cache(maxsize=1)  # a transcript asks for each of its turns
def _genders_by_surname(text: str) -> dict[str, set[str]]:
    """Surname -> the genders of its titles in labels: {"he", "she"} of "Mr. REED:" and "Ms. REED:"."""
    by_surname: dict[str, set[str]] = {}
    for found in _TITLED_TURN.finditer(text):
        if sex := gender_of_title(found["title"].title()):
            by_surname.setdefault(found["name"].upper(), set()).add(sex)
    return by_surname


@lru_cache(maxsize=1)  # a transcript asks for each of its turns
def _holders_by_office(text: str) -> dict[str, list[tuple[int, str]]]:
    """Office -> the end of each label that names a holder, and the name, as in Hansard: "The Prime Minister (Ann Lee):"."""
    found: dict[str, list[tuple[int, str]]] = {}
    for label in filter(lambda label: is_office(label["office"]), _OFFICE_WITH_NAME.finditer(text)):
        found.setdefault(label["office"].lower(), []).append((label.end(), label["name"]))
    return found


def _is_word_in_capitals(label: str) -> bool:
    """Whether a label is "SALAS" or "MODERATOR", but no acronym, country, company or "A"."""
    word = label.lower()
    is_word = len(label) > 1 and label.isalpha() and label.isupper()
    is_body = (
        word in ACRONYMS
        or word in nouns.GOVERNMENT_METONYMS
        or word in nouns.COMPANIES
        or is_single_word_body(word)
    )
    return is_word and not (is_body or _VOWELS.isdisjoint(word))
