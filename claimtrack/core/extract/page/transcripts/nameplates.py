"""Names on a line of their own above what is said, as parliaments' websites and records of calls set them: "Ruth Sandell -- Chief Executive Officer"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.capitals import PARTICLE
from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.interviews import addresses
from claimtrack.core.extract.page.transcripts.label_forms import PARTY
from claimtrack.core.extract.page.transcripts.lines import ends_sentence, is_office, is_person
from claimtrack.core.extract.page.transcripts.records import opens_record
from claimtrack.core.extract.words.reading import Span, name_pattern
from claimtrack.core.extract.words.titles import without_titles

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_PLATE = name_pattern(
    rf"(?:\*\*|__)?(?P<name>[A-Z][\w.'-]*(?: (?:of|for|and|the|{PARTICLE}|[A-Z][\w.'-]*)){{0,7}})(?:, [JS]r\.?)?"
    r"(?P<role> (?:--|[–—-]) [A-Z](?:[^.!?\n]|(?<=[A-Z])\.|(?<=Inc|Ltd)\.|(?<=Co)\.){2,90}|, [A-Z][^.!?\n]{2,60}|(?: \([^)\n]{1,60}\)){1,2})?(?:\*\*|__)?"
)
_HOLDER = name_pattern(r" ?\((?P<name>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})\)")
"""Who has the office above it: "The Minister for Health", "(Ruth Calder)"."""
_OFFICE = (
    r"(?: (?:The|Shadow|Minister|Secretary|Prime|Deputy|Leader|Chair|Chancellor|Attorney|Solicitor|Parliamentary|Opposition|Government|Conservative"
    r"|Labour|Liberal|Crossbench|Scottish|Independent|Green|Plaid|SNP|DUP|Speaker|Assistant|Spokesperson)\b[^.!?\n\d]{0,90})?"
)
_DATED = name_pattern(
    rf"(?P<name>[A-Z][\w'-]*(?: [A-Z][\w.'-]*){{1,3}}?){_OFFICE}(?P<when> \d{{1,2}}:\d{{2}} [ap]m, \d{{1,2}} [A-Z][a-z]+ \d{{4}})?"
)
"""As websites that show what parliaments say set it: "Ada Moor Shadow Minister (Ports) 1:02 pm, 3 May 2024"; the time is not told each time."""
_ALONE = frozenset(
    "Operator,Moderator,Chair,Host,An Ceann Comhairle,An Leas-Cheann Comhairle,An Cathaoirleach".split(",")
)
_BESIDE = expression(r"(?:\([^)\n]{1,60}\) ?){1,3}|\d{1,2}[:.]\d{2}(?: ?[ap]m)?|Share(?: this)?|[#>] ?\d+")
"""What may stand between: constituency and party, the time, a link to share it."""
_LONGEST, _FEWEST, _MOST_BESIDE = 120, 3, 3
_WORDS_OF_NAME = range(1, 4)
"""Blanks in a name that no title or first name tells."""


class _Plate(NamedTuple):
    """A name, and the number of the paragraph below it."""

    name: Span
    below: int
    named_below: bool
    """Whether what stands below speaks of whoever is named, as an article does and he does not."""
    sure: bool
    """Whether the line is known for a speaker's: others that stand again are beside one who speaks again."""


def plated(plain: str, paragraphs: list[Span]) -> dict[int, Span]:
    """Who speaks in which paragraph, by the line above it.

    Nobody unless several speak, one of them again and one of himself or to somebody: a list of portraits names each once, and
    speaks of each below; so does a guide for voters.
    """
    found = list(_plates(plain, paragraphs))
    names = Counter(plain[slice(*plate.name)] for plate in found)
    is_told = any(plate.sure and names[plain[slice(*plate.name)]] > 1 for plate in found)
    found = [plate for plate in found if plate.sure or (is_told and names[plain[slice(*plate.name)]] > 1)]
    names = Counter(plain[slice(*plate.name)] for plate in found)
    is_transcript = len(found) >= _FEWEST and len(names) > 1 and max(names.values()) > 1
    is_said = any(addresses(plain, paragraphs[plate.below]) for plate in found)
    if not (is_transcript and is_said) or sum(plate.named_below for plate in found) * 2 >= len(found):
        return {}
    return {plate.below: plate.name for plate in found}


def stands_beside(text: str, line: Span) -> bool:
    """Whether a line holds nothing but what stands beside such a name: "(Wenbury) (Lab)"."""
    return line.end - line.start <= _LONGEST and _BESIDE.fullmatch(text, *line) is not None


def is_plate(text: str, line: Span) -> bool:
    """Whether a line is a name with its party, which no line goes on with: "Ada Moor (Lowe) (Lab)"."""
    if text[line.end - 1 : line.end] != ")" or line.end - line.start > _LONGEST:
        return False
    plate = _PLATE.fullmatch(text, *line)
    return plate is not None and PARTY.search(text, plate.end("name"), line.end) is not None


def _dated(plain: str, line: Span, dated: set[str]) -> re.Match[str] | None:
    """A name with its office and the time; without the time where the same name stands with one before."""
    plate = _DATED.fullmatch(plain, *line) if dated or plain[line.end - 1].isdigit() else None
    if plate and plate["when"]:
        dated.add(plate["name"])
    return plate if plate and plate["name"] in dated else None


def _plates(plain: str, paragraphs: list[Span]) -> Iterator[_Plate]:
    dated: set[str] = set()
    for number, line in enumerate(paragraphs):
        if line.end - line.start > _LONGEST or opens_record(plain, line):
            continue
        if ends_sentence(plain, line) and not plain.endswith((" Jr.", " Sr."), *line):
            continue
        plate = _dated(plain, line, dated) or _PLATE.fullmatch(plain, *line)
        role = plate.groupdict().get("role", "") if plate else None
        is_sure = plate is not None and (role is not None or _is_speaker(plate["name"]))
        if plate and (is_sure or plate["name"].count(" ") in _WORDS_OF_NAME):
            below = _below(plain, paragraphs, number)
            if below is not None:
                holder = _HOLDER.fullmatch(plain, *(plate.span("role") if role else paragraphs[number + 1]))
                is_held = holder and is_office(plate["name"])
                named = holder if holder and is_held else plate
                surname = (without_titles(named["name"].split()) or [""])[-1]
                is_named = surname != "" and plain.find(surname, *paragraphs[below]) >= 0
                is_named = is_named or plain.startswith(("He ", "She "), *paragraphs[below])
                yield _Plate(Span(*named.span("name")), below, is_named, is_sure)


def _below(plain: str, paragraphs: list[Span], number: int) -> int | None:
    """The number of the paragraph that is said below a name; None where a heading or nothing stands there."""
    end = min(len(paragraphs), number + 2 + _MOST_BESIDE)
    below = next(
        (at for at in range(number + 1, end) if not stands_beside(plain, paragraphs[at])), len(paragraphs)
    )
    is_said = below < len(paragraphs) and ends_sentence(plain, paragraphs[below])
    return below if is_said else None


def _is_speaker(name: str) -> bool:
    """Whether a line is a person's full name, with a title or without, or an office: "Deputy Mary Nolan", "The Taoiseach"."""
    return is_person(name.split()) or is_office(name) or name in _ALONE
