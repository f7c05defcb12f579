"""From a mention to a speaker, within one article.

"he added" is the last person who spoke or was spoken of; "Doe" is the Jane Doe of the article; "the
official" is the fullest description of an official so far; "the report" is the last report. Nothing
is linked across articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.genders import may_be
from claimtrack.core.extract.names import Naming, naming, plain_word, without_titles
from claimtrack.core.extract.reading import word_set
from claimtrack.core.model import ClaimantKind

_FULL_NAME = re.compile(
    r"\b[A-ZÀ-ÖØ-Þ][\w'-]{1,30}"
    r"(?:(?: (?:[A-Z]\.|de|van|von|der|bin|al|el|la|da|di|du|le)){0,2} [A-ZÀ-ÖØ-Þ][\w'-]{1,30}){1,6}"
)
_EPITHET = re.compile(r"(?:the|The) (?:\d{1,3}-year-old|(?:mother|father|mum|dad|gran)[ -]of[ -]\w+)")
"""Words that stand for the person before: "said the 46-year-old"."""
_PEOPLE_IN_SIGHT = 5
_ANSWERS = frozenset({"A", "Answer", "ANSWER"})
"""Labels of an interview that stand for whoever is asked."""
_SUBJECT_THING = re.compile(r"(?:The|This|Its|Their) (?:[a-z]+ ){0,2}?(?P<head>[a-z]+)\b")
_SUBJECT_APPOSED = re.compile(
    r"(?:[A-Z][\w-]{1,30}'s?|The|Its|Her|His|Their|A|An) (?:[^\s,]+ ){0,7}[a-z][\w-]*, (?P<name>[A-Z][\w'-]{1,30}(?: [A-Z][\w.'-]{0,30}){1,3}),"
)
_SUBJECT_NAME = re.compile(
    r"(?:(?:But|And|Mr|Mrs|Ms|Dr|[A-Z][a-z]{1,4}\.)\.? ){0,2}[A-Z][\w'-]{1,30}(?: [A-Z][\w.'-]{0,30}){0,5}"
)
_ROLE_AND_NAME = re.compile(
    r"[A-Z][\w'-]* (?:[a-z][\w-]* ){1,4}(?P<name>[A-Z][\w'-]{1,30}(?: [A-Z][\w'-]{1,30}){1,2})\b"
)
_APPOSED_ROLE = re.compile(
    r"\b(?P<name>[A-Z][\w'-]{1,30} [A-Z][\w'-]{1,30}), (?:the |a |an )?(?P<role>[^,.;]{3,80})[,.;]"
)
_NOT_A_FIRST_NAME = word_set(
    "the a an in on at but and for with when while after as if it this that he she they we his her "
    "their its new united north south east west white house supreme no according wall st san los las "
    "middle prime"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved speaker; `resolved` is False where a pronoun found nobody."""

    name: str
    kind: ClaimantKind
    head: str = ""
    resolved: bool = True

    @property
    def is_plural(self) -> bool:
        """Whether several people are meant ("officials")."""
        return (self.kind is ClaimantKind.ANONYMOUS and self.head.endswith("s")) or self.head == "people"


_HE_OR_SHE = frozenset({ClaimantKind.PERSON, ClaimantKind.ANONYMOUS, ClaimantKind.UNKNOWN})
OUTLET = Speaker("outlet", ClaimantKind.OUTLET)


@dataclass(slots=True)
class Cast:
    """Who appears in one article. `resolve` is to be called in the order of the text."""

    full_names: dict[str, str] = field(default_factory=dict)
    given_names: dict[str, str] = field(default_factory=dict)
    """First name -> full name; empty where two people share it."""
    roles: dict[str, str] = field(default_factory=dict)
    described: list[Speaker] = field(default_factory=list)
    last: Speaker | None = None
    people: list[Speaker] = field(default_factory=list)
    """The people in sight, each once, the latest last."""
    body: Speaker | None = None
    thing: Speaker | None = None

    @property
    def person(self) -> Speaker | None:
        """The person who spoke or was spoken of last."""
        return self.people[-1] if self.people else None

    def resolve(self, source: str) -> Speaker:
        """Whom these words of the article mean, at this point of it."""
        if source in _ANSWERS:
            source = "he"
        if _EPITHET.fullmatch(source) and self.person:
            return self.person
        speaker = (
            self._pronoun(source.lower())
            if source.lower() in lexicon.PRONOUNS and source != "WHO"
            else self._mention(naming(source))
        )
        self.remember(speaker)
        return speaker

    def remember(self, speaker: Speaker) -> None:
        """Let later pronouns and descriptions refer to this speaker."""
        if not speaker.resolved or speaker.kind is ClaimantKind.OUTLET:
            return
        self.last = speaker
        if speaker.kind not in _HE_OR_SHE:
            self.thing = speaker
        if speaker.kind in _HE_OR_SHE and not speaker.is_plural:
            self._see(speaker)
        if speaker.kind is ClaimantKind.ORGANISATION or speaker.is_plural:
            self.body = speaker
        if (
            speaker.kind in {ClaimantKind.ANONYMOUS, ClaimantKind.DOCUMENT, ClaimantKind.ORGANISATION}
            and speaker not in self.described
        ):
            self.described.append(speaker)

    def notice(self, sentence: str) -> None:
        """Take note of the person a sentence of the outlet is about: its first words name him."""
        thing = _SUBJECT_THING.match(sentence)
        if thing and (thing["head"] in lexicon.DOCUMENTS or thing["head"] in lexicon.BODIES):
            self.thing = self._mention(naming(thing[0]))
        apposed = _SUBJECT_APPOSED.match(sentence)
        if apposed is not None:
            self._see(self._mention(naming(apposed["name"])))
            return
        match = _SUBJECT_NAME.match(sentence)
        if match is None:
            return
        named = _ROLE_AND_NAME.match(sentence)
        if named and self.full_names.get(named["name"].split()[-1].lower()) == named["name"]:
            self._see(Speaker(named["name"], ClaimantKind.PERSON, named["name"].split()[-1].lower()))
            return
        last = plain_word(match[0].split()[-1]).lower()
        known = self.full_names.get(last) or self.given_names.get(last)
        if known:
            self._see(Speaker(known, ClaimantKind.PERSON, known.split()[-1].lower()))

    def _see(self, person: Speaker) -> None:
        if person in self.people:
            self.people.remove(person)
        self.people.append(person)
        del self.people[:-_PEOPLE_IN_SIGHT]

    def _pronoun(self, word: str) -> Speaker:
        if word == "they":
            found = self.body or self.last
        elif word == "it":
            found = self.thing or self.last
        elif word in lexicon.PERSON_PRONOUNS:
            fitting = [one for one in self.people if may_be(word, one.name, one.head)]
            found = fitting[-1] if fitting else self.person
        else:
            found = self.person if word == "who" else self.last
        return found or Speaker(word, ClaimantKind.UNKNOWN, resolved=False)

    def _mention(self, named: Naming) -> Speaker:
        if named.kind in {ClaimantKind.PERSON, ClaimantKind.UNKNOWN}:
            full = self.full_names.get(named.head)
            if full and (
                named.kind is ClaimantKind.UNKNOWN
                or named.name.split()[0] in full
                or full.lower().endswith(named.name.lower())
            ):
                return Speaker(full, ClaimantKind.PERSON, named.head)
            if named.kind is ClaimantKind.UNKNOWN and (full := self.given_names.get(named.head)):
                return Speaker(full, ClaimantKind.PERSON, full.split()[-1].lower())
            return Speaker(named.name, named.kind, named.head)
        earlier = self._earlier(named) if named.definite else None
        return earlier or Speaker(named.name, named.kind, named.head)

    def _earlier(self, named: Naming) -> Speaker | None:
        """The fuller description, or the person of that role, that "the official" refers back to."""
        if named.head in self.roles:
            return Speaker(
                self.roles[named.head], ClaimantKind.PERSON, self.roles[named.head].split()[-1].lower()
            )
        same = [s for s in self.described if s.head == named.head and len(s.name) >= len(named.name)]
        if same:
            return max(same, key=lambda s: (_shared(s.name, named.name), len(s.name)))
        if named.name.lower() in {
            "company",
            "firm",
            "group",
            "agency",
            "ministry",
            "department",
            "union",
            "organisation",
            "organization",
            "charity",
        }:
            return self.body
        return None


def _shared(one: str, other: str) -> int:
    return len(set(one.lower().split()) & set(other.lower().split()))


def cast_of(plain: str) -> Cast:
    """Collect the full names and the roles that the article gives anywhere."""
    cast = Cast()
    for found in dict.fromkeys(_FULL_NAME.findall(plain)):
        words = [plain_word(w) for w in found.split()]
        while words and words[0].lower() in _NOT_A_FIRST_NAME:
            words = words[1:]
        titles = len(words) - len(without_titles(words))
        name = without_titles(words)
        if len(name) < 2 or len(name) > 4:
            continue
        read = naming(" ".join(name))
        if read.kind is not ClaimantKind.PERSON:
            continue
        full = cast.full_names.setdefault(read.head, read.name)
        given = read.name.split()[0].lower()
        cast.given_names[given] = full if cast.given_names.get(given, full) == full else ""
        if titles:
            cast.roles.setdefault(words[titles - 1].lower(), full)
    for match in _APPOSED_ROLE.finditer(plain):
        read = naming(match["role"])
        if read.kind is ClaimantKind.ANONYMOUS and read.head in lexicon.PEOPLE:
            cast.roles.setdefault(read.head, match["name"])
    return cast
