"""From a mention to a speaker, within one article.

"he added" is the last person who spoke or was spoken of; "Doe" is the Jane Doe of the article; "the
official" is the fullest description of an official so far; "the report" is the last report. Nothing
is linked across articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.bodies import STANDS_FOR, may_be_called, named_body, named_many
from claimtrack.core.extract.genders import is_given_name, is_he_or_she, may_be
from claimtrack.core.extract.names import Naming, naming, plain_word
from claimtrack.core.extract.nearby import body_before, person_before, sexes
from claimtrack.core.model import ClaimantKind

_EPITHET = re.compile(
    r"(?:the|The) (?:\d{1,3}-year-old(?: [a-z]+)?|(?:mother|father|mum|dad|gran)[ -]of[ -]\w+)"
)
"""Words that stand for the person before: "said the 46-year-old"."""
_SEAT = re.compile(
    r"[Tt]he (?:[A-Z][\w-]+ ){1,4}(?:MP|MEP|MSP|TD|senator|congressman|congresswoman|lawmaker|Democrat|Republican"
    r"|native|councillor|councilman|councilwoman|assemblyman|assemblywoman|peer|backbencher|manager|captain|striker)"
)
"""Words for the person before by seat or club: "said the North Cornwall MP"."""
_OWNED = re.compile(
    r"(?P<owner>(?:[Tt]he )?[A-Z][\w.&-]*(?: (?:of|for|and|the|[A-Z][\w.&-]*)){0,8})'s (?:[\w-]+ ){0,3}(?P<what>[a-z]+)"
)
"""A document with its author: "the Norbridge Trust's latest figures"."""
_HERS = re.compile(
    r"(?P<whose>[Hh]is|[Hh]er) (?:(?:own|[a-z]+) )?(?P<what>statement|letter|email|testimony|evidence|speech|post|message|memoir|tweet"
    r"|affidavit|book|office|campaign|team)"
)
"""What stands for a person: "her statement went on", "his office said"."""
_THEY_ALONE = frozenset({"spokesperson", "somebody", "someone"})
"""Nouns for one person that "they" goes on with."""
_OBJECTIVE = {"him": "he", "her": "she", "them": "they"}
_ANY_PRONOUN = lexicon.PRONOUNS | _OBJECTIVE.keys()
_PEOPLE_IN_SIGHT = 5
_ANSWERS = frozenset({"A", "Answer", "ANSWER"})
"""Labels of an interview that stand for whoever is asked."""
_SUBJECT_THING = re.compile(r"(?:The|This|Its|Their|A|An)(?: [a-z]+){1,4}\b")
_SUBJECT_WINDOW = 200
"""Characters of a sentence in which its subject is looked for."""
_TURNED = re.compile(r"(?:Among|One of|First|Next|Also) [^,.]{3,80}? (?:is|was|are|were) ")
"""A sentence whose subject stands behind its verb: "Among them is Jane Doe"."""
_OPENING_PLACE = re.compile(
    r"(?:In|At|From|On|Across) [A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30})?,? (?=(?:the|an?|his|her|its|their) )"
    r"|(?:Last|This|Earlier this|Late last) (?:week|month|year|night)(?:,| (?=the ))"
)
"""Where or when, before the subject: "In Jerusalem an Israeli official", "Last week the commission"."""
_BEFORE_NAME = re.compile(
    r"(?: [a-z-]{3,20}){0,3} (?!and\b|of\b)[a-z-]*(?:er|or|ist|ian|man|woman|person|chief|head|aide|lead|boss|director) [A-Z][\w-]+ [A-Z]"
)
"""What stands between a body and the name of its officer: "Green Party health spokesperson Ann Lee"."""
_MOST_RUNS = 4
_LONGEST_DESCRIPTION = 6
_UNNAMED = frozenset({"A", "An", "One", "Another"})
_CAPITALS = re.compile(r"[A-Z](?<=\b[A-Z])[\w'-]{1,30}(?: [A-Z][\w.'-]{0,30}){0,5}")
_SAYS_OR_DOES = lexicon.FINITE | lexicon.CUES
_NOT_BEFORE_SUBJECT = lexicon.PREPOSITIONS | lexicon.FINITE | lexicon.CONJUNCTIONS | lexicon.RELATIVES


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

    text: str = ""
    outside: str = ""
    """The text with what stands in quotation marks masked."""
    full_names: dict[str, str] = field(default_factory=dict)
    given_names: dict[str, str] = field(default_factory=dict)
    """First name -> full name; empty where two people share it."""
    roles: dict[str, list[str]] = field(default_factory=dict)
    """Role -> the full names of those who have it: there may be two presidents."""
    described: list[Speaker] = field(default_factory=list)
    last: Speaker | None = None
    people: list[Speaker] = field(default_factory=list)
    """The people in sight, each once, the latest last."""
    body: Speaker | None = None
    several: Speaker | None = None
    """Those whom the outlet's last sentence was about, until a body or several people speak."""
    thing: Speaker | None = None

    at: int = 0
    told: dict[str, str] | None = None

    @property
    def sexes(self) -> dict[str, str]:
        """Surname -> "he" or "she", where the article tells; read when first asked for, since few names need it."""
        if self.told is None:
            self.told = sexes(self.outside, self.full_names)
        return self.told

    @property
    def person(self) -> Speaker | None:
        """The person who spoke or was spoken of last."""
        return self.people[-1] if self.people else None

    def resolve(self, source: str, at: int = 0) -> Speaker:
        """Whom these words of the article mean, at this point of it; they stand at `at`."""
        self.at = at
        if self.person and (source in _ANSWERS or _EPITHET.fullmatch(source) or _SEAT.fullmatch(source)):
            return self.person
        owned = _OWNED.fullmatch(source) if "'s " in source else None
        if owned and owned["what"] in lexicon.DOCUMENTS:
            source = owned["owner"]
        hers = _HERS.fullmatch(source)
        owner = self._he_or_she("she" if hers["whose"].lower() == "her" else "he") if hers else None
        if hers and owner and owner.kind is ClaimantKind.PERSON:
            is_body = hers["what"] in lexicon.BODIES
            return Speaker(f"{owner.name}'s {hers['what']}", ClaimantKind.ORGANISATION) if is_body else owner
        speaker = (
            self._pronoun(source.lower())
            if source.lower() in _ANY_PRONOUN and source != "WHO"
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
            self.body, self.several = speaker, None
        self._describe(speaker)

    def notice(self, sentence: str, at: int = 0) -> None:
        """Take note of the person, body or document that a sentence of the outlet is about; it stands at `at`."""
        self.at = at
        sentence = _OPENING_PLACE.sub("", sentence, count=1)
        if body := named_body(sentence[:_SUBJECT_WINDOW]):
            self.remember(Speaker(body.name, body.kind, body.head))
            return
        if many := named_many(sentence[:_SUBJECT_WINDOW]):
            self.several = Speaker(many.name, many.kind, many.head)
            return
        thing = _SUBJECT_THING.match(sentence)
        if thing and (words := _up_to_head(thing[0].split())):
            self.thing = self._mention(naming(" ".join(words)))
            if words[-1] in lexicon.BODIES:
                self.remember(self.thing)
        person = self._subject(sentence[:_SUBJECT_WINDOW])
        if person is not None:
            self._see(person)
            self._describe(person)

    def _describe(self, speaker: Speaker) -> None:
        """Keep whom a noun may mean, the latest last."""
        if speaker.kind in {ClaimantKind.ANONYMOUS, ClaimantKind.DOCUMENT, ClaimantKind.ORGANISATION}:
            if speaker in self.described:
                self.described.remove(speaker)
            self.described.append(speaker)

    def _subject(self, sentence: str) -> Speaker | None:
        """The first person whom the article names in full and who stands before any verb."""
        turned = _TURNED.match(sentence)
        start = turned.end() if turned else 0
        for run in islice(_CAPITALS.finditer(sentence, start), _MOST_RUNS):
            before = sentence[start : run.start()].rpartition(", ")[2].lower().split()
            words = run[0].split()
            if run[0].endswith(("'s", "s'")) or any(map(_bars_subject, before)):
                continue
            last = plain_word(words[-1]).lower()
            full = self.full_names.get(last) or self.given_names.get(last)
            if full and _BEFORE_NAME.match(sentence, run.end()):
                continue
            if full:
                return Speaker(full, ClaimantKind.PERSON, full.split()[-1].lower())
            if len(words) == 1 and is_given_name(last):  # "Her husband, Luis, nodded"
                return Speaker(words[0], ClaimantKind.PERSON, last)
        return self._somebody(sentence)

    def _somebody(self, sentence: str) -> Speaker | None:
        """Somebody unnamed whom a sentence is about: "A Hamas official disputed this"."""
        words = sentence.split(" ", _LONGEST_DESCRIPTION)[:_LONGEST_DESCRIPTION]
        if words[0].capitalize() not in _UNNAMED:
            return None
        head = next((at for at, word in enumerate(words) if _is_person(word)), None)
        if head is None or _SAYS_OR_DOES & {word.lower() for word in words[:head]}:
            return None  # "A surgeon told a nurse": the person is not whom the sentence is about
        return self._mention(naming(" ".join(words[: head + 1])))

    def _see(self, person: Speaker) -> None:
        if person in self.people:
            self.people.remove(person)
        self.people.append(person)
        del self.people[:-_PEOPLE_IN_SIGHT]

    def _pronoun(self, word: str) -> Speaker:
        word = _OBJECTIVE.get(word, word)
        if word == "they":
            one = self.last if self.last and self.last.head in _THEY_ALONE else None
            found = one or self.several or self.body or self.last
        elif word == "it":
            found = self.thing or self.last
        elif word in lexicon.PERSON_PRONOUNS:
            found = self._he_or_she(word)
        else:
            found = self.person if word == "who" else self.last
        return found or Speaker(word, ClaimantKind.UNKNOWN, resolved=False)

    def _he_or_she(self, word: str) -> Speaker | None:
        """Whoever spoke or was spoken of last and may be meant, else whoever is named just before and must be."""
        for one in reversed(self.people):
            if not may_be(word, one.name, one.head):
                continue
            if is_he_or_she(one.name) or self.sexes.get(one.head, word) == word:
                return one
        full = person_before(self.text, self.at, word, self.full_names, self.sexes)
        return Speaker(full, ClaimantKind.PERSON, full.split()[-1].lower()) if full else None

    def _mention(self, named: Naming) -> Speaker:
        if named.kind in {ClaimantKind.PERSON, ClaimantKind.UNKNOWN}:
            full = self.full_names.get(named.head)
            if full and (
                named.kind is ClaimantKind.UNKNOWN
                or named.name.split()[0] in full
                or full.lower().endswith(named.name.lower())
            ):
                return Speaker(full, ClaimantKind.PERSON, named.head)
            if " " not in named.name and (full := self.given_names.get(named.head)):
                return Speaker(full, ClaimantKind.PERSON, full.split()[-1].lower())
            return Speaker(named.name, named.kind, named.head)
        earlier = self._earlier(named) if named.definite else None
        return earlier or Speaker(named.name, named.kind, named.head)

    def _earlier(self, named: Naming) -> Speaker | None:
        """The fuller description, or the person of that role, that "the official" refers back to."""
        if named.head in self.roles:
            names = self.roles[named.head]
            full = next((one.name for one in reversed(self.people) if one.name in names), names[0])
            return Speaker(full, ClaimantKind.PERSON, full.split()[-1].lower())
        same = [s for s in self.described if s.head == named.head and len(s.name) >= len(named.name)]
        if same and " " not in named.name:
            return same[-1]
        if same:
            return max(same, key=lambda s: (_shared(s.name, named.name), len(s.name)))
        if named.name.lower() not in STANDS_FOR:
            return None
        near = body_before(self.text, self.at, named.head, self.body.name if self.body else None)
        if near is not None:
            return Speaker(near, ClaimantKind.ORGANISATION, near.split()[-1].lower())
        is_body = self.body is not None and self.body.kind is ClaimantKind.ORGANISATION
        return self.body if self.body and is_body and may_be_called(self.body.name, named.head) else None


def _up_to_head(words: list[str]) -> list[str]:
    """ "The interior ministry confirmed" up to its noun for a body or a document; empty where there is none."""
    heads = [at for at, word in enumerate(words) if word in lexicon.DOCUMENTS or word in lexicon.BODIES]
    return words[: heads[-1] + 1] if heads else []


def _is_person(word: str) -> bool:
    return word in lexicon.PEOPLE and word not in lexicon.BODIES and not word.endswith("s")


def _bars_subject(word: str) -> bool:
    return word in _NOT_BEFORE_SUBJECT or (word.endswith("ed") and len(word) > 4)


def _shared(one: str, other: str) -> int:
    return len(set(one.lower().split()) & set(other.lower().split()))
