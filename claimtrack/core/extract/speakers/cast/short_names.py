"""Short names: abbreviations that an article explains, "the Election Commission of India (ECI)", and labels of a transcript: initials, first names, roles; and the last witness sworn."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Reversible
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.casing import ACRONYMS
from claimtrack.core.extract.speakers.mentions.parsing import Mention, parse_mention
from claimtrack.core.extract.speakers.speaker import Speaker
from claimtrack.core.extract.words.reading import name_pattern, words_of
from claimtrack.core.extract.words.titles import without_titles
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speakers import Cast

_ABBREVIATION = expression(r" \((?P<short>[A-Z]{2,8})\)")
_SMALL = words_of("of for and the in on to de du des")
_FEWEST, _MOST = 3, 8  # letters of a short name; of two there are too many
_LAST_WORDS = frozenset(
    "Times Post Journal Herald Tribune Gazette Courier Chronicle Globe Guardian Telegraph Standard Star Sun "
    "Mirror Mail Independent Observer Examiner Beacon Post-Dispatch Inquirer Register Dispatch Bee Argus "
    "Echo Court".split()
)
"""Last words of names that stand for the whole name: "the Post"."""
_FIRST_WORDS = r"(?:(?!The |In |At |On |But |And |For |As )[A-Z][\w.'&-]* ){1,3}"
_LONGEST_NAME, _FARTHEST = 120, 20_000
"""Characters of a name with the words before it, and from a short name to the whole of it."""
_INITIALS = expression(r"[A-Z]{2,3}|(?:[A-Z]\.){2,3}")
_INITIAL_FIRST = name_pattern(r"(?P<initial>[A-Z])(?:\.? |\. ?[A-Z]\. ?)(?P<surname>[A-Z][\w'-]+)")
_LABEL_WITH_ROLE = name_pattern(
    r"^(?P<name>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4}), (?P<role>[A-Z][^:,\n]{2,60})(?:,[^:\n]{1,60})?:",
    re.MULTILINE,
)
"""A label that gives a role: "ADA MOOR, PRIME MINISTER:"."""
_OF = " of "
_WITNESS_SWORN = name_pattern(
    r"^[ ]{0,40}(?P<name>[A-Z][\w.'-]*(?: (?:of )?[A-Z][\w.'-]*){1,6})"
    r"(?: \((?:re-?)?(?:sworn|affirmed|called|recalled|continued|resumed)\)"
    r"|,\s{1,40}(?:(?:a witness|having been|being|was|who was|called|recalled|the witness|the deponent)\b[^\n:]{0,120}(?:\n[^\n:]{0,80})?\b(?:sworn|affirmed|witness|testified)\b))",
    re.MULTILINE,
)
"""How a record introduces a witness: "ADA MOOR (sworn)", "ADA MOOR, called as a witness, having been duly sworn"."""


def find_abbreviations(plain: str) -> dict[str, Mention]:
    """Abbreviation -> the body named right before it, whose first letters it has."""
    if "(" not in plain:
        return {}
    found: dict[str, Mention] = {}
    for mark in _ABBREVIATION.finditer(plain):
        words = plain[max(0, mark.start() - _LONGEST_NAME) : mark.start()].split()
        name = next(_find_expansions(words, mark["short"]), "")
        read = parse_mention(name) if name and mark["short"] not in found else None
        if read and read.kind is ClaimantKind.ORGANISATION:
            found[mark["short"]] = read
    return found


def expand_initials(short: str, bodies: Reversible[Speaker]) -> Speaker | None:
    """The last body that spoke whose name has these initials: "the EPA" after "the Environment Protection Authority"; None without one."""
    if not (short.isupper() and _FEWEST <= len(short) <= _MOST):
        return None
    return next((body for body in reversed(bodies) if short == _initials_of(body)), None)


def expand_last_word(short: str, text: str, at: int) -> Mention | None:
    """The newspaper or court whose last word this is, if the article names only one before: "the Post" after "the Vale Post"."""
    if short not in _LAST_WORDS:
        return None
    found = {
        one[1] for one in re.finditer(rf"\b({_FIRST_WORDS}{short})\b", text[max(0, at - _FARTHEST) : at])
    }
    named = [name for name in found if not any(other != name and other.endswith(name) for other in found)]
    return parse_mention(named[0]) if len(named) == 1 else None


def _initials_of(body: Speaker) -> str:
    """The initials of the name of a body, without those of function words."""
    words = body.name.split() if body.kind is ClaimantKind.ORGANISATION else []
    return "".join(word[0] for word in words if word not in _SMALL and word[0].isupper())


def _find_expansions(words: list[str], short: str) -> Iterator[str]:
    """Yield the runs of last words whose initials are those of an abbreviation; function words may count or not."""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if not (word in _SMALL or (word[0].isupper() and word.replace("-", "").replace("&", "").isalpha())):
            return
        capitals = (one if one.isupper() else one[0] for one in words[at:] if one not in _SMALL)
        if word not in _SMALL and short in {"".join(capitals), "".join(one[0] for one in words[at:]).upper()}:
            yield " ".join(words[at:])


def expand_label(cast: Cast, label: str) -> str | None:
    """The full name that the article has for a short label; None where it has none, or several."""
    if names := _names_by_role(cast.text).get(label.lower()):
        return names
    letters = label.replace(".", "")
    is_initials = _INITIALS.fullmatch(label) is not None and letters.lower() not in ACRONYMS
    if is_initials and (names := _names_by_initials(cast).get(letters)):
        return names
    if found := _INITIAL_FIRST.fullmatch(label):
        return _names_by_initials(cast).get(found["initial"] + found["surname"].casefold()) or None
    if " " in label or label.lower() in cast.full_names:
        return None
    return cast.given_names.get(label.lower()) or None


def _names_by_initials(cast: Cast) -> dict[str, str]:
    """Initials, or first initial and surname -> full name: "AJM", "AM" and "Amoor" for Ada Jane Moor."""
    if cast.initials is None:
        cast.initials = {}
        for name in filter(None, {*cast.full_names.values(), *cast.given_names.values()}):
            words = name.split()
            first = [word[0] for word in words]
            for short in {"".join(first), first[0] + first[-1], first[0] + words[-1].casefold()}:
                cast.initials[short] = "" if short in cast.initials else name
    return cast.initials


@lru_cache(maxsize=1)  # a transcript asks for each of its turns
def _names_by_role(text: str) -> dict[str, str]:
    """Role in lower case -> the only person to whom the labels give it."""
    found: dict[str, set[str]] = {}
    for label in _LABEL_WITH_ROLE.finditer(text):
        role = label["role"].lower()
        for form in {role, role.partition(_OF)[0]}:
            found.setdefault(form, set()).add(label["name"])
    return {role: min(names) for role, names in found.items() if len({name.lower() for name in names}) == 1}


def find_sworn_witness(cast: Cast, at: int) -> Speaker | None:
    """The last witness sworn before an offset; None without one."""
    found = _witnesses(cast.text)
    number = bisect_left(found, (at, ""))
    if not number:
        return None
    name = " ".join(without_titles(found[number - 1][1].split()))
    if name.isupper():
        name = name.title()
    surname = name.partition(" Of ")[0].rpartition(" ")[2].lower()
    speaker = Speaker(cast.full_names.get(surname) or name, ClaimantKind.PERSON, surname)
    cast.remember(speaker)
    return speaker


@lru_cache(maxsize=1)  # a transcript asks for each of its turns
def _witnesses(text: str) -> list[tuple[int, str]]:
    return [(found.start(), found["name"]) for found in _WITNESS_SWORN.finditer(text)]
