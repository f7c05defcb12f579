"""Names above words in a transcript as a company's directory has them: "Moor, Ada   0:03"."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.label_forms import CLOCK, IN_WORDS
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.extract.words.titles import has_title, is_occupation
from claimtrack.core.language.capitals import NAME_PARTICLE

_PARTICLES = rf"(?:{NAME_PARTICLE} ){{0,2}}"
_TIMED = name_pattern(
    rf"^(?P<last>{_PARTICLES}[A-Z][\w'-]*(?: {_PARTICLES}[A-Z][\w'-]+)?), (?P<first>(?![JS]r\b)[A-Z](?![A-Z])[\w'-]+(?: [A-Z][\w.'-]*)?)"
    r"(?P<beside>(?: \([^)\n]{2,40}\))?)"
    rf"(?P<time>(?: {{1,7}}|\n)(?:{CLOCK}|{IN_WORDS}) *)$",
    re.MULTILINE,
)
_MAY_BE = expression(r"^\w[\w' -]{1,40}, [^\W\da-z_]", re.MULTILINE)
_FEWEST = 2


def put_first_names_first(plain: str) -> str:
    """Write "Moor, Ada   0:03" as "Ada Moor    0:03", keeping the length, if several lines have that form.

    None if one has a title or an occupation there ("Chair, Ann Lee", "Moor, Mayor"), or two surnames have the same word: a party or a broadcaster.
    """
    if not _MAY_BE.search(plain):
        return plain
    found = list(_TIMED.finditer(plain))
    people = {(match["last"], match["first"]) for match in found}
    firsts = [first for _, first in people]
    is_person = len(set(firsts)) == len(firsts) and not any(
        has_title(first.split()) or is_occupation(first.lower()) or (" " in first and has_title(last.split()))
        for last, first in people
    )
    if len(found) < _FEWEST or not is_person:
        return plain
    return _TIMED.sub(r"\g<first> \g<last>\g<beside> \g<time>", plain)
