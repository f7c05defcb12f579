"""What the words just before a mention show: the gender of a person, the person or body named last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.topics.bodies import can_be_called
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import can_take_pronoun, pronoun_for_name
from claimtrack.core.extract.words.occurrences import find_occurrences
from claimtrack.core.extract.words.reading import name_pattern, words_of
from claimtrack.core.extract.words.titles import strip_possessive
from claimtrack.core.language.legal_forms import LEGAL_FORMS

if TYPE_CHECKING:
    import re

_PRONOUNS = {"he": "he", "his": "he", "him": "he", "himself": "he"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "she"
)
_LONGEST_TITLE = 20  # characters before a name
GENDERED_TITLES = {"Mr": "he", "Sir": "he", "Mrs": "she", "Ms": "she", "Miss": "she", "Dame": "she"}
_PRONOUN_OR_NAME = name_pattern(
    r"[hsA-Z](?<=\b[hsA-Z])(?:(?<![A-Z])(?<!, .)(?P<pronoun>(?:(?<=h)(?:e|is|im|imself|er|ers|erself)|(?<=s)he)\b)(?! (?:said|says|added|adds|told|wrote|went on)\b)"
    r"|(?<=[A-Z])(?:(?P<title>(?<=M)(?:r|rs|s|iss)|(?<=S)ir|(?<=D)ame)\.? (?:[A-Z][\w'-]+ ){0,2}(?P<name>[A-Z][\w-]{2,30})|[\w-]{2,30}))"
)
"""Pronouns within a sentence only: "He left" and "she said" may mean anybody."""
_RANKING_ADJECTIVES = words_of("senior top same first second other local latter former")
_DISTINGUISHING = words_of(
    "new former incoming outgoing previous next other dissenting remaining older younger"
)
_FORMER_ADJECTIVES = words_of("former retired ex")
_VERB_ENDINGS = ("ed ", "told ", "met ")
_AFTER_OBJECT_WORDS = lexicon.PREPOSITIONS | words_of("that whether why how away and")
_REPORTED = name_pattern(r"[\w'-]+ (?:said|says|told|added|argued|claimed) [^,\"]{20,}$")
"""Reported speech that may be about somebody else: "Moor said the inquiry showed that her"."""
_AFTER_OBJECT = (*(f" {word} " for word in _AFTER_OBJECT_WORDS), *".,;")
_AUTHOR = name_pattern(r" (?:from|of|by|at) (?P<name>the .+|[A-Z].*)$")
_ISSUER_BEFORE = name_pattern(r"\b(?P<name>[A-Z][\w-]+ (?:of (?:the )?)?[A-Z][\w-]+)(?: [a-z]+){1,3}$")
_COLLECTED = expression(r" (?:compiled|collected|collated|gathered|reported) by ")
_SEEN_BY = expression(r" (?:seen|viewed|obtained|reviewed|analy[sz]ed|examined|verified) by ")
_PRONOUN_REACH = 250  # characters from a name to the last pronoun that shows its gender
_MOST_IN_SIGHT = 3  # people named last to whom a pronoun may refer
_TITLE_WEIGHT = 5  # pronouns that outweigh a title: "Mr Lund"
_CLEAR_MAJORITY = 2  # times as many pronouns of one gender
_LOOK_BACK = 500  # characters before a pronoun or noun that are searched for its antecedent
_SEARCHED = 50_000  # characters of an article that are searched for a word
_NAME = r"[A-Z][\w-]{1,30}(?:(?:'s?)? (?:(?:of|for|on|&) (?:the )?)?[A-Z][\w-]{1,30}){0,8}"
_BODY = expression(
    r"\b(?:(?P<kind>company|firm|group|agency|union|organi[sz]ation|charity|ministry|department) "
    r"|(?P<where>(?:at|in|with) the )|at |(?:of|for|from|(?<!owned )(?<!run )by|runs|directs|heads|leads|chairs|founded) the (?:[a-z-]+ ){0,3}?)"
    rf"(?P<name>{_NAME})"
)
"""A body somebody belongs to, or after its generic noun: "the charity Open Arch"."""
_LEGAL_TEXTS = tuple("Act Law Treaty Agreement Convention Code Bill Directive Pact Accord Protocol".split())
"""Last words of names that are of no body: "Clean Air Act"."""
_GENERIC_NOUNS = words_of("company firm group organisation organization")
"""Nouns for any body except a public office."""
_FIRM_ENDS = "|".join(
    sorted(LEGAL_FORMS)
    + "Company Motors Energy Systems Industries Holdings Airlines Airways Laboratories Therapeutics "
    "Pharmaceuticals".split()
    + "Technologies Labs Foods Insurance Petroleum Telecom Steel Metals Media".split()
)
_FIRM = name_pattern(rf"\b(?P<name>(?:[A-Z][\w-]{{1,30}} ){{1,4}}(?:{_FIRM_ENDS}))\b")
_READS = expression(r"[Ii]t (?:also )?(?:reads?|states?|stated|alleges)\b")
_ONE_DOCUMENT = "|".join(
    sorted((noun for noun in nouns.DOCUMENTS if not noun.endswith("s")), key=len, reverse=True)
)
_SINGLE_DOCUMENT = expression(
    r"\b(?:[Aa]n?|[Tt]h(?:e|is)|[Hh](?:is|er)|[Ii]ts|[Tt]heir) "
    rf"((?:[a-z][\w-]* ){{0,2}}?(?i:{_ONE_DOCUMENT})(?: (?:{_ONE_DOCUMENT}))?)\b"
)
"""A singular document with its determiner: "the report"."""
_OWNING = expression(rf"\b[Tt]he ({_ONE_DOCUMENT})'s ")
_CAPITAL = name_pattern(r"[A-Z][\w-]{1,30}")


def genders(text: str, full_names: Mapping[str, str]) -> dict[str, str]:
    """Surname -> "he" or "she", from the pronouns and titles after the names; only where they clearly agree."""
    by_surname: dict[str, Counter[str]] = {}
    sight: list[tuple[str, int]] = []
    for found in _PRONOUN_OR_NAME.finditer(text):
        if found["pronoun"]:
            pronoun = _PRONOUNS[found[0]]
            near = [name for name, at in sight if _same_sentence(text, at, found.start())]
            is_another = len(near) != 1 or _is_object(text, found) or _is_owner(text, found, sight[0][1])
            is_another = is_another or _REPORTED.match(text, sight[0][1], found.start()) is not None
            if not is_another and can_take_pronoun(pronoun, full_names[near[0]]):
                by_surname.setdefault(near[0], Counter())[pronoun] += 1
            continue
        name = (found["name"] or found[0]).lower()
        if name in full_names:
            sight = [(name, found.start()), *(one for one in sight if one[0] != name)][:_MOST_IN_SIGHT]
            sex = GENDERED_TITLES[text[found.start() : found.end("title")]] if found["title"] else None
            if sex and can_take_pronoun(sex, full_names[name]):
                by_surname.setdefault(name, Counter())[sex] += _TITLE_WEIGHT
    return {
        name: pronoun
        for name, counts in by_surname.items()
        for pronoun, other in (("he", "she"), ("she", "he"))
        if counts[pronoun] > _CLEAR_MAJORITY * counts[other]
    }


def _is_object(text: str, pronoun: re.Match[str]) -> bool:
    """Whether a pronoun is the object of a verb, and so somebody else: "she" is not Moor in "Moor accused her of lying"."""
    is_him = pronoun[0] == "him" or (pronoun[0] == "her" and text.startswith(_AFTER_OBJECT, pronoun.end()))
    return is_him and text.endswith(_VERB_ENDINGS, 0, pronoun.start())


def _is_owner(text: str, pronoun: re.Match[str], at: int) -> bool:
    """Whether a pronoun may be the possessor of the person named at `at`: "His MP, Ann Lee, raised his case"."""
    opens = max(text.rfind(". ", 0, at) + 1, text.rfind("\n", 0, at)) + 1
    return text.startswith("His " if _PRONOUNS[pronoun[0]] == "he" else "Her ", opens if opens > 1 else 0)


def pick_by_title(text: str, source: str, names: Iterable[str]) -> str | None:
    """The person of a surname whom "Mr Lund" or "Mrs Lund" fits; None where titles and first names do not show it."""
    title = gender_of_title(source)
    return next(
        (name for name in names if title and title == (pronoun_for_name(name) or _gender_before(text, name))),
        None,
    )


def fits_title(source: str, name: str) -> bool:
    """Whether a person of this full name may have this title: Jane Lund is not "Mr Lund"."""
    title = gender_of_title(source)
    return not title or can_take_pronoun(title, name)


def gender_of_title(source: str) -> str | None:
    """ "he" for "Mr Lund", "she" for "Mrs Lund"; None without a gendered title."""
    return GENDERED_TITLES.get(source.partition(" ")[0].removesuffix("."))


def _gender_before(text: str, name: str) -> str | None:
    """The gender of the title before a full name: "Mr Koh Wee Siong"; None without one."""
    before = {
        text[max(0, at - _LONGEST_TITLE) : at].replace(". ", " ") for at in find_occurrences(text, name)
    }
    return next(
        (sex for title, sex in GENDERED_TITLES.items() if any(one.endswith(f"{title} ") for one in before)),
        None,
    )


def _same_sentence(text: str, start: int, end: int) -> bool:
    return end - start < _PRONOUN_REACH and ". " not in text[start:end] and "\n" not in text[start:end]


def find_person_before(
    text: str, at: int, pronoun: str | None, full_names: Mapping[str, str], known: Mapping[str, str]
) -> str | None:
    """The full name of the last person before `at` whom "he" or "she" surely fits, else the last in the paragraph whom it may fit.

    Without a pronoun, the last person named.
    """
    likely = None
    for found in reversed(_CAPITAL.findall(text, max(0, at - _LOOK_BACK), at)):
        surname = strip_possessive(found).lower()
        if full := full_names.get(surname):
            sex = known.get(surname) or pronoun_for_name(full)
            if not pronoun or sex == pronoun:
                return full
            likely = likely or (full if sex is None and occurs_in_paragraph(text, full, at) else None)
    return likely


def author_of(document: str) -> str | None:
    """The author of a document: "figures from the bank", but not "images seen by the BBC"; None without one."""
    found = None if _SEEN_BY.search(document) else _AUTHOR.search(document)
    return found["name"] if found else None


def is_compiled(document: str) -> bool:
    """Whether a document is mentioned with its compiler only: "data compiled by the bank"."""
    return _COLLECTED.search(document) is not None


def issuer_of(document: str) -> str | None:
    """The body that issued a document: "Farm Office data", "figures from the Farm Office"; None without one."""
    if is_compiled(document):
        return None
    found = _ISSUER_BEFORE.search(document)
    name = found["name"] if found else (author_of(document) or "").removeprefix("the ")
    return name if name.rpartition(" ")[2].lower() in nouns.BODY_NAME_WORDS else None


def find_document_before(text: str, at: int, *, only: bool) -> str | None:
    """The document that "it" at `at` refers to in "it read" or "it states"; None where "it" does something else.

    With `only`, nothing else that "it" may refer to has been named.
    """
    if not (only or _READS.match(text, at)):
        start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
        owning = (
            _OWNING.findall(text, max(start, at - _LOOK_BACK), at) if text.startswith("it say", at) else []
        )
        return owning[-1].lower() if owning else None
    last = _SINGLE_DOCUMENT.findall(text, max(0, at - _LOOK_BACK), at)[-1:]
    is_meant = last and (last[0].endswith(("suit", "complaint")) or not text.startswith("alleges", at + 3))
    return last[0].lower() if is_meant else None


def has_office_title(text: str, name: str) -> bool:
    """Whether a surname follows a title of office anywhere: "Councillor Lee" is a person, whatever "Lumo" may be."""
    at = text.find(f" {name}", 0, _SEARCHED)
    while at > 0:
        before = text[max(0, at - _LONGEST_TITLE) : at].rpartition(" ")[2].removesuffix(".")
        if before[:1].isupper() and (before in GENDERED_TITLES or before.lower() in nouns.TITLES):
            return True
        at = text.find(f" {name}", at + 1, _SEARCHED)
    return False


def may_name_body(text: str, word: str) -> bool:
    """Whether a word may be the name of a body: it is capitalised within a sentence, and no surname."""
    is_body = any(text.startswith(", which ", at + len(word)) for at in find_occurrences(text, word))
    if is_body or has_office_title(text, word):
        return is_body
    at = text.find(f" {word}", 0, _SEARCHED)
    while at > 0 and not (text[at - 1].islower() or text[at - 1] == ","):
        at = text.find(f" {word}", at + 1, _SEARCHED)
    return at > 0


def is_mentioned_before(text: str, name: str, before: int) -> bool:
    """Whether a person's surname occurs before an offset of the article."""
    return text.find(name.rpartition(" ")[2], 0, before) >= 0


def occurs_nearby(text: str, at: int, name: str) -> bool:
    """Whether a name occurs just before `at`."""
    return text.rfind(name, max(0, at - _LOOK_BACK), at) >= 0


def occurs_in_paragraph(text: str, name: str, at: int) -> bool:
    """Whether a name occurs before `at` in the same paragraph."""
    return text.rfind(name, text.rfind("\n", 0, at) + 1, at) >= 0


def only_in_paragraph(text: str, names: Iterable[str], at: int) -> list[str]:
    """The only one of these names whose surname occurs before `at` in the same paragraph; empty where several do."""
    found = {one for one in names if occurs_in_paragraph(text, one.rpartition(" ")[2], at)}
    return list(found) if len(found) == 1 else []


def is_as_specific(fuller: str, name: str) -> bool:
    """Whether a description has every name of another: "the UN office" is not "the attorney general's office"."""
    named = {word for word in name.split() if word[0].isupper()}
    return len(fuller) >= len(name) and named <= set(fuller.split()) and not _is_distinct(fuller, name)


def _is_distinct(fuller: str, name: str) -> bool:
    """Whether the modifiers of two descriptions distinguish them: "police department", "state farm department"."""
    *others, head = fuller.split()
    *asked, noun = name.split()
    if "former" in asked and others and _FORMER_ADJECTIVES.isdisjoint(others):
        return True  # "the former home secretary" is not "the shadow home secretary"
    if (
        noun in nouns.SPEAKERS
        and not _DISTINGUISHING.isdisjoint(asked)
        and set(asked).isdisjoint(fuller.split())
    ):
        return True  # nor "the new president" "the president of one federation"
    is_apart = _RANKING_ADJECTIVES.isdisjoint(asked) and set(asked).isdisjoint(others)
    return bool(asked) and bool(others) and noun == head and is_apart


def count_shared_words(one: str, other: str) -> int:
    """The number of words that two names or descriptions share."""
    return len(set(one.lower().split()) & set(other.lower().split()))


def find_body_before(text: str, at: int, noun: str, rival: str | None) -> str | None:
    """The body before `at` that "the group" may refer to, unless its `rival` is named after it; None without one."""
    start = max(0, at - _LOOK_BACK)
    found = [
        body
        for body in _BODY.finditer(text, start, at)
        if (
            body["kind"] == noun
            or body["name"].endswith(f" {noun.capitalize()}")
            or (not (body["kind"] or body["where"]) and " " in body["name"] and noun in _GENERIC_NOUNS)
        )
        and not body["name"].endswith(_LEGAL_TEXTS)
        and can_be_called(body["name"], noun)
        and not (body[0].startswith("by ") and _same_sentence(text, body.start(), at))
    ]
    if not found and noun in {"company", "firm"}:
        found = list(_FIRM.finditer(text, start, at))
        rival = rival if rival and rival[0].isupper() else None
    if not found or (rival and text.rfind(rival, found[-1].end(), at) >= 0):
        return None
    return found[-1]["name"]
