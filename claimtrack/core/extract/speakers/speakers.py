"""Resolving a mention to a speaker within one article.

"he added" is the last person who spoke or was mentioned; "Doe" is the Jane Doe of the article; "the official" is the fullest
description of an official so far; "the report" is the last report. Nothing is linked across articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.descriptions import resolve_description, resolve_epithet
from claimtrack.core.extract.speakers.antecedents.nearby import (
    find_document_before,
    find_person_before,
    fits_title,
    gender_of_title,
    genders,
    is_compiled,
    issuer_of,
    pick_by_title,
)
from claimtrack.core.extract.speakers.antecedents.pronouns import (
    OWNED_DOCUMENT,
    find_titled_names,
    resolve_body_metonym,
    resolve_holder_spokesperson,
    resolve_it,
    resolve_person_metonym,
)
from claimtrack.core.extract.speakers.antecedents.protagonists import pick_person_meant
from claimtrack.core.extract.speakers.cast.namesakes import Namesakes, resolve_surname
from claimtrack.core.extract.speakers.cast.short_names import expand_initials, expand_last_word
from claimtrack.core.extract.speakers.mentions.epithets import is_answer_label, is_epithet
from claimtrack.core.extract.speakers.mentions.gazetteer import is_personal_name, is_single_word_body
from claimtrack.core.extract.speakers.mentions.offices import is_office_abbreviation, is_office_before
from claimtrack.core.extract.speakers.mentions.parsing import Mention, parse_mention
from claimtrack.core.extract.speakers.speaker import NOBODY, Speaker, make_organisation, make_person
from claimtrack.core.extract.speakers.topics.lone_names import may_be_body
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.genders import (
    are_first_name_variants,
    can_take_pronoun,
    is_given_name,
    pronoun_for_name,
)
from claimtrack.core.model import ClaimantKind

_BASED_IN = expression(r"[A-Z][\w.]*(?: [A-Z][\w.]*)?-(?:based|owned|listed) (?=[a-z]+$)")
_SINGULAR_THEY = frozenset({"spokesperson", "somebody", "someone"})  # antecedents of a singular "they"
_SUBJECT_PRONOUNS = {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they", "its": "it"}
_AGE_OPENER = expression(r"^the (?:elder|younger|older|late) ", re.IGNORECASE)
_ANY_PRONOUN = lexicon.PRONOUNS | _SUBJECT_PRONOUNS.keys()
_REPLY_NOUNS = frozenset({"reply", "response", "answer"})
_PARTITIVES = frozenset({"one", "another"})
_MOST_SALIENT = 5  # people to whom a pronoun may refer
_DOCUMENT, _ORGANISATION, _OUTLET = ClaimantKind.DOCUMENT, ClaimantKind.ORGANISATION, ClaimantKind.OUTLET
_PERSONAL = frozenset({ClaimantKind.PERSON, ClaimantKind.ANONYMOUS, ClaimantKind.UNKNOWN})
_DESCRIBED_KINDS = frozenset({ClaimantKind.ANONYMOUS, ClaimantKind.DOCUMENT, ClaimantKind.ORGANISATION})


@dataclass(slots=True)
class Cast:
    """Who appears in one article. Call `resolve` in the order of the text."""

    text: str = ""
    outside: str = ""  # the text with quotations masked
    full_names: dict[str, str] = field(default_factory=dict)
    """Surname -> full name; title and surname -> the person meant, where that is another."""
    namesakes: Namesakes = field(default_factory=Namesakes)
    given_names: dict[str, str] = field(default_factory=dict)
    """First name -> full name; empty where two people share it."""
    bodies: dict[str, str] = field(default_factory=dict)
    """First word in lower case -> a name of two or more words that is no person's."""
    short: dict[str, Mention] = field(default_factory=dict)
    """Abbreviation -> the body that it stands for: "ECI"."""
    roles: dict[str, list[str]] = field(default_factory=dict)
    """Role -> the full names of its holders: there may be two presidents."""
    described: dict[Speaker, None] = field(default_factory=dict)  # those whom a noun may mean, in order
    unnamed: dict[str, int] = field(default_factory=dict)
    """Noun -> the offset of the last unnamed person described by it: "a minister"."""
    last: Speaker | None = None
    people: list[Speaker] = field(default_factory=list)  # the most salient people, each once, the latest last
    body: Speaker | None = None
    several: Speaker | None = None  # the group of the outlet's last sentence, until a body or group speaks
    thing: Speaker | None = None
    alone: set[str] = field(default_factory=set)  # one-word names that act as people and bodies do
    names: dict[str, bool] = field(default_factory=dict)  # word -> whether it is a name in the article
    meant: dict[str, Speaker] = field(default_factory=dict)  # "the company" -> the body that it meant last
    times_named: dict[str, int] = field(default_factory=dict)  # surname -> how often the text has it
    pronouns: dict[str, str] = field(default_factory=dict)  # name -> the pronoun that referred to it
    at: int = 0
    inferred_genders: dict[str, str] | None = None
    initials: dict[str, str] | None = None
    """Initials, or first initial and surname -> full name, empty where two people share them; computed when first needed."""

    @property
    def genders(self) -> dict[str, str]:
        """Surname -> "he" or "she", where the article shows it; computed when first needed, since few names need it."""
        if self.inferred_genders is None:
            self.inferred_genders = self.namesakes.drop_shared(genders(self.outside, self.full_names))
        return self.inferred_genders

    @property
    def person(self) -> Speaker | None:
        """The person who spoke or was mentioned last."""
        return self.people[-1] if self.people else None

    def resolve(self, source: str, at: int = 0) -> Speaker:
        """The speaker to whom a mention at the offset `at` refers; later mentions may refer back to it."""
        self.advance_to(at, source)
        epithet = source.partition(", who")[0]  # "the 46-year-old, who left in May"
        if is_epithet(epithet) and (person := resolve_epithet(self, epithet)):
            self.remember(person)
            return person
        if is_answer_label(source):
            return NOBODY
        owned = OWNED_DOCUMENT.fullmatch(source) if "'s " in source else None
        if owned and (owned["what"] in nouns.DOCUMENTS or owned["what"] in _REPLY_NOUNS):
            is_day = owned["owner"].lower() in times.WEEKDAYS  # "Monday's article"
            source = owned["what"] if is_day else owned["owner"]
        if source.lower() in _PARTITIVES and self.several and self.several.kind is _DOCUMENT:
            return self.several
        if " " in source and (namesake := self._resolve_titled(source.partition(",")[0])):
            return namesake
        called = None if " " in source else self.namesakes.titled_form_before(self.outside, source, at)
        if (
            called
            and (before := self._resolve_titled(called))
            and not self.namesakes.always_has_title(before.name)
        ):
            return before
        if named_so := resolve_surname(self, source) or resolve_holder_spokesperson(source, self.roles):
            self.remember(named_so)
            return named_so
        if hers := resolve_person_metonym(self, source):
            return hers
        if source.lower() == "it":
            only = self.thing is None and self.last is not None and self.last.is_plural
            source = find_document_before(self.text, at, only=only) or source
        if its := resolve_body_metonym(self, source):
            if its.kind is ClaimantKind.ANONYMOUS:
                self.mark_salient(its)
            return its
        is_pronoun = (pronoun := source.lower().partition("'")[0]) in _ANY_PRONOUN and source != "WHO"
        speaker = (
            self._resolve_pronoun(pronoun) if is_pronoun else self.look_up(named := parse_mention(source))
        )
        if not is_pronoun and named.is_new:
            self.unnamed[named.head] = at
        self.record_title(source, speaker.name)
        self.remember(speaker)
        return speaker

    def _resolve_titled(self, source: str) -> Speaker | None:
        """The person meant by a title with a surname or first name that several share; None where it is not needed."""
        if bearer := self.full_names.get(source.lower()):
            self.remember(known := make_person(bearer))
            return known
        asked, source = source, _AGE_OPENER.sub("", source)
        surname = "" if source.count(" ") > 1 else source.partition(" ")[2].lower()
        names = [
            self.full_names.get(surname),
            self.given_names.get(surname),
            *self.namesakes.full_names(surname),
        ]
        named = dict.fromkeys(name for name in names if name)
        full = pick_by_title(self.text, source, named) if len(named) > 1 and asked == source else None
        fitting = [name for name in named if fits_title(source, name)]
        if full is None and fitting and len(named) > 1 and gender_of_title(source):
            full = self.namesakes.last_named(surname, fitting, self.at)
        if full is None and (not named or fitting):
            return None
        self.remember(speaker := make_person(full or source))  # "Mr Lund" is not Jane Lund
        return speaker

    def advance_to(self, at: int, words: str) -> None:
        """Continue the article up to the words at `at`."""
        self.at = at
        self.full_names.update(self.namesakes.read_until(at + len(words)))

    def remember(self, speaker: Speaker) -> None:
        """Let later pronouns and descriptions refer to this speaker."""
        if not speaker.resolved or speaker.kind is _OUTLET:
            return
        self.last = speaker
        if (speaker.kind not in _PERSONAL and not is_compiled(speaker.name)) or may_be_body(self, speaker):
            self.thing = speaker
        if speaker.kind in _PERSONAL and not (speaker.is_plural or speaker.is_thing):
            self.mark_salient(speaker)
        if speaker.kind is _ORGANISATION or speaker.is_plural:
            self.body, self.several = speaker, None
        elif author := issuer_of(speaker.name) if speaker.kind is _DOCUMENT else None:
            self.body = make_organisation(author)
        self.record_described(speaker)

    def record_described(self, speaker: Speaker) -> None:
        """Record a speaker to whom a noun may refer, the latest last."""
        if speaker.kind in _DESCRIBED_KINDS:
            self.described.pop(speaker, None)
            self.described[speaker] = None

    def record_title(self, words: str, name: str) -> None:
        """Record the gender that a title before a surname shows, where the words start with one: "Mr Lund said"."""
        # "Mrs Moor's son, Ivo Lund" is no "she".
        if (sex := gender_of_title(words)) and words.partition(" ")[2].startswith(name):
            self.pronouns.setdefault(name, sex)

    def mark_salient(self, person: Speaker) -> None:
        """Make a person the most salient, so that "he" or "she" may refer to them."""
        if person not in self.people[-1:]:
            self.people = [*(one for one in self.people if one != person), person][-_MOST_SALIENT:]

    def _resolve_pronoun(self, word: str) -> Speaker:
        if (word := _SUBJECT_PRONOUNS.get(word, word)) == "they":
            one = next((one for one in (self.last, self.person) if one and one.head in _SINGULAR_THEY), None)
            found = one or self.several or self.body or self.last
        elif word == "it":
            found = resolve_it(self)
            if found and found.kind is ClaimantKind.UNKNOWN:
                self.pronouns.setdefault(found.name, word)  # so that no later "she" refers to it
        elif word in lexicon.HE_SHE:
            found = self.resolve_he_she(word)
        else:
            found = self.person if word == "who" else self.last
        return found or Speaker(word, ClaimantKind.UNKNOWN, resolved=False)

    def resolve_he_she(self, word: str, but: Speaker | None = None) -> Speaker | None:
        """The most salient person to whom "he" or "she" may refer, `but` excepted, else the last one named whom it surely fits."""
        fitting = [one for one in self.people if one != but and self.can_refer_to(word, one)]
        if fitting:
            return pick_person_meant(self, word, fitting)
        return None if but else self.find_named_before(word)

    def can_refer_to(self, word: str, one: Speaker) -> bool:
        """Whether "he" or "she" may refer to somebody, by the name, the noun and the article."""
        may = word == self.pronouns.get(one.name, word if can_take_pronoun(word, one.name, one.head) else "")
        return may and bool(pronoun_for_name(one.name) or self.genders.get(one.head, word) == word)

    def find_named_before(self, pronoun: str | None = None) -> Speaker | None:
        """The last person named before this point whom the pronoun surely fits; any person without a pronoun."""
        full = find_person_before(self.text, self.at, pronoun, self.full_names, self.genders)
        if full or not pronoun:
            return make_person(full) if full else None
        for words, is_sure in find_titled_names(self.outside, self.at, pronoun):
            one = self.look_up(parse_mention(words))
            known = (
                self.pronouns.get(one.name)
                or self.genders.get(one.head)
                or pronoun_for_name(one.name)
                or pronoun
            )
            if is_sure or known == pronoun:
                self.pronouns.setdefault(one.name, pronoun)
                return one
        return None

    def look_up(self, named: Mention) -> Speaker:
        """The speaker to whom a parsed mention refers, without recording it."""
        if body := self._find_body(named):
            return body
        whole = self.short.get(named.name) or expand_initials(named.name, self.described)
        if whole := whole or expand_last_word(named.name, self.text, self.at):
            return Speaker(whole.name, whole.kind, whole.head)
        full = self.full_names.get(named.head)
        is_whole = full == named.name and is_personal_name(full.lower().split(), titled=True)
        if full and (is_whole or named.name.endswith(f"'s {full}")):  # "Ann Bank"; "Labour's Ann Lee"
            return Speaker(full, ClaimantKind.PERSON, named.head)
        if named.kind in {ClaimantKind.PERSON, ClaimantKind.UNKNOWN}:
            if full and (
                named.kind is not ClaimantKind.PERSON
                or named.name.split()[0] in full
                or full.lower().endswith(named.name.lower())
                or are_first_name_variants(named.name, full)
                or is_office_before(named.name.partition(" ")[0], self.text, full)
            ):
                return Speaker(full, ClaimantKind.PERSON, named.head)
            if " " not in named.name and (full := self.given_names.get(named.head)):
                return make_person(full)
            is_shared = full == "" and not is_given_name(named.head)  # "Kim" of several Kims
            same = [one for one in self.people if is_shared and one.name.startswith(f"{named.name} ")]
            return same[-1] if same else Speaker(named.name, named.kind, named.head)
        based = _BASED_IN.match(named.name)  # "the Lund-based company" is the company
        bare = named._replace(name=named.name[based.end() :]) if based else named
        refers = (named.definite or is_office_abbreviation(named.name, self.text)) and not named.is_new
        fuller = resolve_description(self, bare) if refers else None  # "a minister" is nobody named
        return fuller or Speaker(named.name, named.kind, named.head)

    def _find_body(self, named: Mention) -> Speaker | None:
        """The body that its name or first word mentions: "Puerto Austral", "Halvard" for Halvard Semiconductors; None without one."""
        body = self.bodies.get(named.name.partition(" ")[0].lower())
        if body is None or named.name not in {body, body.partition(" ")[0]}:
            return None
        if named.name != body and is_single_word_body(named.head):
            return None  # "Nissan" is not Nissan North America
        person = self.full_names.get(named.head)
        if person and 0 <= self.text.find(person) < self.at:
            return None
        return make_organisation(body)
