"""What sort of thing a name or a description is, and which of its words are the name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.naming.apposed import (
    apposed_body,
    apposed_name,
    past_adjectives,
    with_list,
)
from claimtrack.core.extract.speakers.naming.causes import campaign, is_cause, past_body
from claimtrack.core.extract.speakers.naming.documents import ISSUED, paper_of, without_history
from claimtrack.core.extract.speakers.naming.epithets import described_anew, given_as, without_verdict
from claimtrack.core.extract.speakers.naming.known import (
    is_body_name,
    is_full_name,
    is_known_alone,
    is_place,
    is_worker,
    leader,
)
from claimtrack.core.extract.speakers.naming.offices import office_holder
from claimtrack.core.extract.speakers.topics.openers import past_kind
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.reading import begins_name, word_set
from claimtrack.core.extract.words.titles import (
    ABBREVIATED,
    are_many,
    has_title,
    is_joined,
    plain_word,
    tells_person,
    without_letters,
    without_marks,
    without_titles,
)
from claimtrack.core.language.capitals import PARTICLES
from claimtrack.core.language.legal_forms import is_legal_form
from claimtrack.core.model import ClaimantKind

_GLUE = expression(r"(?<=[a-z])(?<!www)\.(?=[A-Za-z]{3,})(?!(?:com|org|net|gov|edu|info)\b)")
_RELATIVE = expression(
    r",(?!\d)|[(\[]|--|—| - |;| who\b|(?<!calling) (?:(?:him|her|it)self|themselves)\b| (?:I|we) (?=[a-z])| citing\b| including\b| (?<!\bof )(?<!\bfor )(?<!\bat )(?<!\bin )(?<!\bfrom )that\b| which\b| whose\b| as part of\b"
    r"| in (?:an?|his|her|its|their) (?:[a-z]+ )?(?:statement|interview|letter|speech|post|email|message|tweet|memo)\b"
    r"| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$"
)
_PARTICIPLES = word_set(
    "released published conducted obtained reviewed seen based written commissioned issued read filed led "
    "carried made taken dated briefed consulted interviewed hired involved familiar close present unsealed"
)
_GUARDS = ("coast guard", "border guard", "national guard", "fire brigade", "fire department")
_ARTICLES = word_set(
    "a an the one another some several two three four five many both other this that these those its their his "
    "her our my own year's month's week's"
)
_ONE = ("One of ", "Another of ", "Another, ", "One, ")
_NEW = word_set("a an one another")
_WHOSE = tuple(f"{whose} " for whose in ("his", "her", "their", "His", "Her", "Their"))
_ADJECTIVES = ("OUS", "ED", "ING", "FUL", "LESS", "KEN", "GRY")
"""How adjectives end; names are shorter: "ING", "BOEING"."""
_SHORTEST_ADJECTIVE = 7
_MEMBERS = frozenset({"MPs", "MSPs", "MEPs", "TDs", "Tories", "PM", "CEO"})
_QUANTIFIERS = lexicon.CARDINALS | word_set("some several many most all both none dozens hundreds")
"""Words that count people: "three of the board members" are not named Three."""
_AMONG = frozenset({"of", "in", "at", "inside", "within", "across"})
_MANY = ("ists", "icians", "keepers", "workers", "owners", "makers", "holders", "goers", "lovers")
"""How nouns for people end that no list knows: "Beekeepers in Kent", "Cyclists"."""
_THEIRS = nouns.DOCUMENTS | nouns.PERSONS
_BESIDE = word_set("close around near behind familiar over under aged in for with against from at")
_IN_NAMES = PARTICLES | {"of", "y", "&"}


class Naming(NamedTuple):
    """What the words of a source come to."""

    name: str
    kind: ClaimantKind
    head: str  # the noun or surname in lower case by which the article may refer back
    definite: bool = False  # a description such as "the official" that may refer back to a fuller one
    is_new: bool = False  # as in "a minister" or "another minister", who is none of those named


@lru_cache(maxsize=4096)  # an article names the same people again and again, and the next one some of them
def naming(source: str) -> Naming:
    """Read the words of a source: a person, an organisation, a document, somebody unnamed."""
    text = without_marks(" ".join(source.split()))
    if alone := given_as(text):
        return Naming(alone, ClaimantKind.PERSON, alone.rpartition(" ")[2].lower())
    text = without_verdict(text)
    if body := apposed_body(text):
        return Naming(body, ClaimantKind.ORGANISATION, body.lower())
    if text.startswith(_ONE) and ", " in text and _is_person(one := naming(text.partition(", ")[2])):
        return one  # "One of the officials, former Secretary Ann Lee"
    core = apposed_name(text) or _core(described_anew(text))
    core = office_holder(core) or core if ", " not in core else core
    words = core.split()
    if len(words) > 2 and words[0].lower() in _QUANTIFIERS and (words[1] in _AMONG or _is_share(words)):
        return Naming(core, ClaimantKind.ANONYMOUS, plain_word(words[-1]).lower())
    if len(words) > 2 and is_legal_form(words[-1]):
        words = words[:-1]
    definite = bool(words) and words[0].lower() in {"the", "this", "that", "these", "those"}
    is_new = len(words) > 1 and words[0].lower() in _NEW
    count = ""
    # "A K Singh" has two initials.
    is_initial = len(words) > 2 and words[0] == "A" and len(words[1]) == 1
    words = _past_even(words)
    if told := _are_told_by_place(words):
        words = ["those", *words[1:]]
    while words and not (is_initial or told) and words[0].lower() in _ARTICLES and words[1:2] != ["of"]:
        count = words[0].lower() if words[0].lower() in lexicon.COUNTING else count
        words = words[1:]
    read = _read(without_history(words), text, definite)._replace(is_new=is_new)
    if read.kind is ClaimantKind.ANONYMOUS and read.head in nouns.KIN and text.startswith(_WHOSE):
        read = read._replace(name=f"{text.partition(' ')[0].lower()} {read.name}")
    is_counted = count and read.kind is ClaimantKind.ANONYMOUS and read.head.endswith(("s", "people", "men"))
    return read._replace(name=f"{count} {read.name}", definite=definite) if is_counted else read


def _is_person(one: Naming) -> bool:
    return one.kind is ClaimantKind.PERSON and " " in one.name


def _past_even(words: list[str]) -> list[str]:
    """The words behind "Even" and "Only": "Even Ann Lee", but not "Even though" and "Only 12 people"."""
    if not words[1:]:
        return words
    is_even = words[0] == "Even" and words[1] not in lexicon.CONJUNCTIONS
    return words[1:] if is_even or (words[0] == "Only" and begins_name(words[1])) else words


def _are_told_by_place(words: list[str]) -> bool:
    """Whether people are named by where they stand alone, or what was done to them: "Those close to him", "those surveyed"."""
    if len(words) < 2 or words[0].lower() != "those":
        return False
    return words[1].endswith("ed") or (len(words) > 2 and words[1] in _BESIDE)


def _is_share(words: list[str]) -> bool:
    """Whether people are named by their share: "Six in 10", "One in four farmers"."""
    return words[1] == "in" and (words[2].isdigit() or words[2] in lexicon.COUNTS)


def _read(words: list[str], text: str, definite: bool) -> Naming:
    """Tell what the words of a source without its articles are."""
    if len(words) > 1 and words[-1] in ISSUED:
        words = words[:-1]  # "a report into the fire published on Thursday"
    if not words:
        alone = _core(text)  # "One, who asked not to be named"
        return Naming(alone, ClaimantKind.ANONYMOUS, alone.lower())
    if body := campaign(words := past_body(words)):
        return Naming(" ".join(body), ClaimantKind.ORGANISATION, plain_word(body[0]).lower())
    head_words = _before(lexicon.NOUN_LINKS, _before(_PARTICIPLES, words))
    if head_words[1:] and head_words[-1].lower() in times.WEEKDAYS and (head_words[2:] or words[0].islower()):
        behind_participle = len(head_words) > 2 and head_words[-2].endswith("ed")
        # "documents produced Thursday by the agency"
        head_words = head_words[: -2 if behind_participle else -1]
    is_made = head_words[-1].endswith("ed") and nouns.DOCUMENTS & {one.lower() for one in head_words[-2:-1]}
    if (head_words[-1] in _PARTICIPLES or is_made) and len(head_words) > 1:
        head_words = head_words[:-1]  # "two diplomats present", "data compiled by the bank"
    head = plain_word(head_words[-1])
    if head in _MEMBERS:
        return _described(words, head, definite)  # "Liberal MPs"
    if paper := paper_of(words):
        return _described(words, paper, definite)
    last = words[-1]
    is_theirs = head.lower() in nouns.ORGANISATION and head.istitle() and last in _THEIRS
    if is_theirs and words[len(head_words)] in {"of", "for"} and begins_name(words[-2]):
        return _described(words, last, definite)  # "Bank of Norvia figures"
    are_two = head_words[1:2] == ["and"] and are_many(head_words[0].lower()) and are_many(head.lower())
    if are_two and begins_name(head_words[0]) and not begins_name(head_words[-2]):
        return _described(words, head, definite)  # "Muslims and liberal Indians"
    if begins_name(head) and not (len(head_words) == 1 and _is_common(words, head.lower())):
        return _named(head_words, words, definite)
    return _described(words, head, definite)


def _before(stops: frozenset[str], words: list[str]) -> list[str]:
    """The words before the first of `stops` that has words on either side."""
    if stops.isdisjoint(words):
        return words
    return words[: next((i for i in range(1, len(words) - 1) if words[i] in stops), len(words))]


def _is_common(words: list[str], head: str) -> bool:
    """Whether the capital is only that of a sentence's first word: "Data from the office", "Checks by the Courier"."""
    if words[1:2] == ["by"]:
        return True
    is_many = are_many(head) and (head[:-1] in nouns.PEOPLE or head.endswith(_MANY))
    if len(words) == 1:
        return is_many or (are_many(head) and head in nouns.DOCUMENTS)  # "Inspectors", "Data"
    return head in nouns.DOCUMENTS or head in nouns.PEOPLE or is_many


def _core(text: str) -> str:
    """The source without its apposition, its relative clause and what a lost link left glued to it."""
    if (" and " in text or "& " in text) and (listed := with_list(text)):
        return listed
    unglued = _GLUE.split(text)[-1] if "." in text.partition(" (")[0] else text
    begun = past_adjectives(unglued) if ", " in unglued else 0
    core = (unglued[:begun] + _RELATIVE.split(unglued[begun:], maxsplit=1)[0]).strip(" ,'\"-:")
    core = (
        core
        if core.endswith(".") and ABBREVIATED.fullmatch(core.rpartition(" ")[2])
        else core.strip(" .,'\"-:")
    )
    return core or text.strip(" .,'\"-:")


def _named(head_words: list[str], words: list[str], definite: bool) -> Naming:
    run = past_kind(_capital_run(head_words))
    if is_cause(run, words[len(head_words) :]):
        return Naming(" ".join(words), ClaimantKind.ORGANISATION, plain_word(words[-1]).lower())
    if len(head_words) > len(run) + 1 and is_joined(head_words):
        return Naming(" ".join(head_words), ClaimantKind.ORGANISATION, head_words[-1].lower())
    if not run:  # "...Un": marks before the capital
        return _described(words, plain_word(words[-1]).lower(), definite)
    lower = [plain_word(w).lower() for w in run]
    name = without_titles(without_letters(run))
    own = lower if name == run else [plain_word(w).lower() for w in name]
    # "Senate Majority Leader Grant Oduya" is a person, although the Senate is none.
    telling = own if 1 < len(name) < len(run) else lower
    kind_of = head_words[-len(run) - 1].lower() if len(head_words) > len(run) else ""
    if is_full_name(own, titled=name != run or tells_person(kind_of)):
        return Naming(" ".join(name), ClaimantKind.PERSON, own[-1])
    if "&" in run or run[0] == "Pro" or (is_place(" ".join(lower)) and len(run) > 1):
        return Naming(" ".join(run), ClaimantKind.ORGANISATION, lower[-1])
    is_of_kind = kind_of in nouns.KINDS and not is_worker(kind_of, lower)
    if (
        any(w.rstrip(".") in nouns.ORGANISATION for w in telling)
        or is_body_name(lower)
        or (definite and len(head_words) == len(run) and not has_title(lower))
    ):
        is_told = is_of_kind or (kind_of in _TRADING and name == run)  # "British parcel carrier Moor Group"
        return Naming(" ".join(run if is_told else words), ClaimantKind.ORGANISATION, lower[-1])
    if not name:
        return _described(words, lower[-1], definite)
    if len(run) > 1 and lower[0] in _DEPARTMENTS and lower[-1] in nouns.PLACES:
        return Naming(" ".join(run), ClaimantKind.ORGANISATION, lower[-1])
    if name[-1].endswith("'s") and lower[-1] not in lexicon.PRONOUNS:  # "the agency Moody's"
        return Naming(" ".join(name), ClaimantKind.ORGANISATION, lower[-1])
    if is_of_kind and name == run:
        return Naming(" ".join(run), ClaimantKind.ORGANISATION, lower[-1])
    last = plain_word(name[-1])
    is_titled = len(run) > 1 and all(map(str.isupper, run))  # "GOV. REYES", but "President NATO"
    if len(name) == 1 and (
        last.lower() in nouns.PLACES
        or last.lower() in nouns.COMPANIES
        or is_known_alone(last.lower())
        or (last.isupper() and len(last) > 1 and not is_titled)
    ):
        return Naming(" ".join(words) if last.isupper() else last, ClaimantKind.ORGANISATION, last.lower())
    is_alone = len(name) == 1 and len(run) == 1 and not leader(last)
    kind = ClaimantKind.UNKNOWN if is_alone else ClaimantKind.PERSON
    return Naming(" ".join([*name[:-1], last]), kind, last.lower())


_TRADING = word_set(
    "carrier owner developer maker giant provider contractor producer distributor brewer chipmaker drugmaker miner grocer"
)
"""What a firm does, before its name."""
_DEPARTMENTS = word_set(
    "transport health education environment energy housing defence defense justice audit police sport historic creative natural "
    "network public forestry geoscience meteorology universities hospitality statistics"
)
"""What an office is named by, before its country: "Transport Canada", "Audit Scotland"."""


def _capital_run(words: list[str]) -> list[str]:
    """The capitalised words at the end, with the particles between them ("Ursula von der Leyen")."""
    start = len(words)
    for i in range(len(words) - 1, -1, -1):
        if begins_name(words[i]):
            start = i
        elif start == len(words) or words[i] not in _IN_NAMES:
            break
    return words[start:]


def _described(words: list[str], head: str, definite: bool) -> Naming:
    lower = head.lower()
    # "A FURIOUS grandmother", as tabloids open
    shouted = len(words) > 1 and words[0].isupper() and words[1].islower()
    shouted = shouted and len(words[0]) >= _SHORTEST_ADJECTIVE and words[0].endswith(_ADJECTIVES)
    name = " ".join([words[0].lower(), *words[1:]] if shouted else words)
    kind = ClaimantKind.ANONYMOUS
    if lower in nouns.BODIES or name.lower().endswith(_GUARDS):
        kind = ClaimantKind.ORGANISATION
    elif lower in nouns.DOCUMENTS and lower not in nouns.PEOPLE:
        kind = ClaimantKind.DOCUMENT
    return Naming(name, kind, lower, definite or len(words) == 1)
