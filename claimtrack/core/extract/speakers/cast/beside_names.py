"""What stands beside a name: a role, "the Mayor of Vale, Ann Lee,", "Ann Lee, the engineer", or words that show a body: "terminal operator Puerto Austral", "shares in Norland Havbruk"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.pronouns import SPOKESPERSON_STEMS
from claimtrack.core.extract.speakers.mentions.offices import is_office_before
from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.occurrences import find_occurrences
from claimtrack.core.extract.words.reading import name_pattern, split_letter_runs, words_of
from claimtrack.core.extract.words.titles import POSTNOMINALS, REGNAL_TITLES, marks_person, strip_possessive
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speakers import Cast

_APPOSITION_AFTER = expression(
    rf"(?: (?:{'|'.join(sorted(POSTNOMINALS))}))?(?:, (?:(?:now |aged )?\d{{1,3}}, )?(?:the |a |an )?(?P<role>[^,.;]{{3,80}}+)[,.;]"
    r"| \((?:in )?(?:the )?(?P<alone>[A-Za-z]{3,20}+)\))"
)
"""In brackets only a single word: "(Vice Chair)" and "(former chair)" are not the chair."""
_ROLES = nouns.SPEAKERS | (nouns.NAME_PREMODIFIERS - nouns.TITLES) | words_of("mp mep msp td")
_OFFICES = (nouns.SPEAKERS | nouns.TITLES | nouns.KIN) - nouns.BODIES
_TITLES = name_pattern(r"(?:[A-Z][A-Za-z-]{0,12}\.? ){1,3}$")
_IS = expression(r"(?<=[a-z]) (?:is|was) (?P<role>(?:[\w-]+ ){0,3})$")
_CLAUSE = expression(r"[,.;:!?\"()\n—]+ *")
_DETERMINERS = lexicon.NOUN_OPENERS | {"our", "whose", "one", "another"}
_TITLE_AND_SURNAME = 2  # words
_LOOK_BACK = 110
"""Characters before a name in which its office is found: "The Permanent Secretary in the Ministry of Works and Housing, Dr Ann Lee"."""
_VERBS = lexicon.VERBS - {"state"}
_AFTER_APPOSITION = (",", ".", ";")
"""Punctuation after a name in apposition, but not in "After the talks with the mayor, Ann Lee left"."""
_ENDS_OF_CLAUSE = (",", ".", ";", ":", "!", "?", '"', ")")
_CONJUNCTIONS = words_of("and but that as while when And But As While When")
_SAID = lexicon.SAY_FORMS | lexicon.TELL | words_of("added adds")
_MOST_MENTIONS = 4  # mentions of a name that are read at most
_LONGEST_OFFICE = 5
_LONGEST_KIND, _LONGEST_NAME = 20, 60


def find_apposed_roles(cast: Cast, plain: str) -> Iterator[tuple[str, str]]:
    """Each role with the full name of its holder."""
    for full in filter(None, dict.fromkeys((*cast.full_names.values(), *cast.given_names.values()))):
        for at in islice(find_occurrences(plain, full), _MOST_MENTIONS):
            end = at + len(full)
            if plain[end : end + 1] in _AFTER_APPOSITION and (office := _find_office_before(plain, at)):
                yield office, full
            if role := _find_role_after(plain, end):
                yield role, full


def _find_role_after(plain: str, end: int) -> str | None:
    """The head noun of an apposition after a name: "Ann Lee, 46, an engineer in Vale,", "Ann Lee (Chair)"; None without a role."""
    match = _APPOSITION_AFTER.match(plain, end)
    apposed = (match["role"] or match["alone"]) if match else ""
    role = apposed.lower()
    if _ROLES.isdisjoint([*role.split(), *split_letter_runs(role)]):
        return None  # most words between commas are no role
    read = parse_mention(apposed)
    is_one = read.kind is ClaimantKind.ANONYMOUS and not lexicon.is_plural_head(read.head)
    return read.head if is_one and read.head in _ROLES else None  # not ", say officials in Vale"


def _find_office_before(plain: str, at: int) -> str | None:
    """The head noun of the office before a name in apposition: "the engineer, Ann Lee,", "The Minister of Works, Mr Ann Lee,"; None without one."""
    before = _TITLES.sub("", plain[max(0, at - _LOOK_BACK) : at]) if plain[at - 1] == " " else ""
    copula = _IS.search(before) if " is " in before or " was " in before else None
    if copula and (not copula["role"] or marks_person(copula["role"].split()[-1])):
        before = f"{before[: copula.start()]}, "  # "The first witness was police officer Ann Lee."
    if not before.endswith(", "):
        return None
    words = _CLAUSE.split(before[:-2])[-1].split()
    starts = [
        i + 1 for i, word in enumerate(words) if word.lower() in _DETERMINERS or word.endswith(("'s", "s'"))
    ]
    offices = [office for start in (0, *starts) if (office := _head_of_office(words[start:]))]
    # "A spokesman for the mayor, Ann Lee,": she is the mayor.
    is_spokesperson = offices[:1] != [] and offices[0].startswith(SPOKESPERSON_STEMS)
    return next(iter(offices[-1:] if is_spokesperson else offices), None)


def _head_of_office(words: list[str]) -> str | None:
    """The head noun of the office that opens some words: "Commissioner for Health in Kano"; None for a plural."""
    if not words or words[0].lower() in _DETERMINERS:
        return None
    end = next((i for i, word in enumerate(words) if word in lexicon.NOUN_PREPOSITIONS), len(words))
    if not 0 < end <= _LONGEST_OFFICE:
        return None
    head = words[end - 1].lower()
    is_one = head in _OFFICES and (head.endswith("ss") or not head.endswith("s"))
    return head if is_one and _VERBS.isdisjoint(words[:end]) else None


def speaks_alone(plain: str, surname: str) -> bool:
    """Whether a word with a capital says something somewhere, with no other word of a name and no article: "Park said", "said Park."."""
    for at in find_occurrences(plain, surname):
        before, after = plain[max(0, at - _LONGEST_NAME) : at], plain[at + len(surname) :][:_LONGEST_NAME]
        *_, last = ["", *before.split()]
        if after[:1] in {",", "."} and before[-1:] == " " and last in lexicon.SAY_FORMS:
            return True
        begins = before[-1:] in ("", "\n", '"') or last in _CONJUNCTIONS or last.endswith(_ENDS_OF_CLAUSE)
        if begins and after[:1] == " " and after[1:].partition(" ")[0].rstrip(".,:") in _SAID:
            return True
    return False


def words_before_which(plain: str) -> set[str]:
    """The two words before each ", which"."""
    return {" ".join(part[-_LONGEST_NAME:].split()[-2:]) for part in plain.split(", which ")[:-1]}


def is_described_as_body(plain: str, described: set[str], at: int, name: str) -> bool:
    """Whether the article describes a name as a body's: "terminal operator Puerto Austral", "Hydra Talva, which runs the dam"."""
    before = (
        plain[max(0, at - _LONGEST_KIND) : at - 1].rpartition(" ")[2].lower() if plain[at - 1] == " " else ""
    )
    if plain.startswith(" & ", at + len(name)):
        return True  # "Dale Hill & Associates"
    is_kind = before in nouns.BODY_KINDS
    if plain.startswith(", ", at - 2) and plain.startswith((", ", "."), at + len(name)):
        *_, article, kind = ["", "", *plain[max(0, at - _LONGEST_KIND) : at - 2].lower().split()]
        is_kind = article in {"a", "an"} and kind in nouns.COLLECTIVES  # "a foundation, Lumen Futuri,"
    if not (is_kind or " ".join(name.split()[-2:]) in described):
        return False
    return not is_given_name(name.partition(" ")[0].lower())


def find_traded_names(plain: str) -> set[str]:
    """The words in the place of a company's name: "Shares in Norland", "Norland's shares"."""
    found: set[str] = set()
    for before, after in pairwise(plain.split("hares")):
        joint, firm = [*after[:_LONGEST_NAME].split(maxsplit=2), "", ""][:2]
        found.update(
            map(strip_possessive, [*before[-_LONGEST_NAME:-1].split()[-1:], firm if joint == "in" else ""])
        )
    return found


def is_traded_company(plain: str, traded: set[str], name: str) -> bool:
    """Whether a name is a company's by its first word: "Shares in Norland" for Norland Havbruk."""
    first, _, last = name.partition(" ")
    return first in traded and not is_given_name(first.lower()) and plain.count(last) == plain.count(name)


def join_titled_first_names(cast: Cast) -> None:
    """Let "Prince Faisal" refer to Faisal bin Turki where the article calls him "Prince Faisal bin Turki", too."""
    for called, name in list(cast.full_names.items()):
        title, _, given = name.partition(" ")
        full = cast.given_names.get(given.lower()) if title.lower() in REGNAL_TITLES else None
        if full and f"{title} {full}" in cast.text:
            del cast.full_names[called]
            cast.full_names[name.lower()] = full


def opens_with_office(cast: Cast, name: list[str]) -> bool:
    """Whether two words are an abbreviated office and the surname of somebody who holds it: "CS Lee"."""
    full = cast.full_names.get(name[-1].lower()) if len(name) == _TITLE_AND_SURNAME else None
    return bool(full and is_office_before(name[0], cast.text, full))
