"""Make claimtrack/core/match/words/english.txt anew: python scripts/english_words.py FOLDER.

FOLDER holds the lists of Debian's packages wamerican-small, wamerican and wamerican-large and of the same three of wbritish, as they lie in
/usr/share/dict once these are installed (`dpkg -x` takes them out of a package without that). Packages of PyPI were looked at instead: the
lists of english-words have no plurals, or every rare word, and pyspellchecker and wordfreq are tens of times as large.
"""

from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path

from claimtrack.core.match.words.misprints import ENGLISH, transposed_misprints

WIDTH = 150
FEWEST, FEWEST_MEANT = 4, 5
"""Letters of the words that are listed, and of those that may be misprinted."""
NEWER = (
    "online website websites healthcare renewables defund defunded defunding crypto iphone mpox lockdown lockdowns unvaccinated cyberattack"
    " covid eurozone chatbot whistleblower jihadi jihadis podcast podcasts emoji emojis blog blogs blogger vaxxer funder demining sextortion"
    " strandings deplorables employe attende detaine refere traine transgender smartphone hashtag selfie drone drones grandma grandmas"
    " grandpa grandpas airship airships antisemite antisemites antisemitic antisemitism"
)
NO_WORDS = frozenset("minster pubic preform preformed preforming preforms corespondent corespondents".split())
"""What is a misprint of another word wherever a claim has it."""


def listed(folder: Path, size: str) -> set[str]:
    """The words in small letters of the American and the British list of a size."""
    lists = (folder / f"{kind}-english{size}" for kind in ("american", "british"))
    words = (word for path in lists for word in path.read_text(encoding="utf-8").split())
    return {word for word in words if re.fullmatch(f"[a-z]{{{FEWEST},}}", word)}


def misprints(word: str) -> set[str]:
    """A word with a letter left open, or with room for one: two that share such a form are at most a letter apart."""
    replaced = {f"{word[:i]}?{word[i + 1 :]}" for i in range(len(word))}
    return replaced | {f"{word[:i]}?{word[i:]}" for i in range(len(word) + 1)}


def english(folder: Path) -> list[str]:
    """All common words, and of the rarer ones those that a misprint of a common one would look like."""
    common, rarer = listed(folder, "-small"), listed(folder, "") | listed(folder, "-large")
    meant = {word for word in common if len(word) >= FEWEST_MEANT}
    forms = {form for word in meant for form in misprints(word)}
    near = {word for word in rarer if misprints(word) & forms or transposed_misprints(word) & meant}
    return sorted((common | near | set(NEWER.split())) - NO_WORDS)


if __name__ == "__main__":
    header = [line for line in ENGLISH.read_text(encoding="ascii").splitlines() if line.startswith("#")]
    ENGLISH.write_text(
        "\n".join([*header, *textwrap.wrap(" ".join(english(Path(sys.argv[1]))), WIDTH)]) + "\n",
        encoding="ascii",
    )
