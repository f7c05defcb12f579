"""Writes claimtrack/core/match/words/english.txt: python scripts/english_words.py FOLDER.

FOLDER has the word lists of Debian's packages wamerican-small, wamerican and wamerican-large, and of the same three of wbritish, as in
/usr/share/dict (`dpkg -x` extracts them from a package). Alternatives on PyPI were rejected: the lists of english-words have no plurals,
or every rare word, and pyspellchecker and wordfreq are tens of times as large.
"""

from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path

from claimtrack.core.match.words.misprints import ENGLISH, transposed_misprints

WIDTH = 150
MIN_LENGTH, MIN_LENGTH_MISPRINTED = 4, 5
"""The least length in letters of a listed word, and of a word whose misprints are considered."""
NEWER = (
    "online website websites healthcare renewables defund defunded defunding crypto iphone mpox lockdown lockdowns unvaccinated cyberattack"
    " covid eurozone chatbot whistleblower jihadi jihadis podcast podcasts emoji emojis blog blogs blogger vaxxer funder demining sextortion"
    " strandings deplorables employe attende detaine refere traine transgender smartphone hashtag selfie drone drones grandma grandmas"
    " grandpa grandpas airship airships antisemite antisemites antisemitic antisemitism"
)
EXCLUDED = frozenset("minster pubic preform preformed preforming preforms corespondent corespondents".split())
"""Words that are, in a claim, a misprint of another word."""


def read_list(folder: Path, size: str) -> set[str]:
    """The lower-case words of the American and the British list of a size."""
    lists = (folder / f"{kind}-english{size}" for kind in ("american", "british"))
    words = (word for path in lists for word in path.read_text(encoding="utf-8").split())
    return {word for word in words if re.fullmatch(f"[a-z]{{{MIN_LENGTH},}}", word)}


def patterns(word: str) -> set[str]:
    """The word with a letter replaced by "?", or a "?" inserted: two words with a common pattern are at most a letter apart."""
    replaced = {f"{word[:i]}?{word[i + 1 :]}" for i in range(len(word))}
    return replaced | {f"{word[:i]}?{word[i:]}" for i in range(len(word) + 1)}


def english(folder: Path) -> list[str]:
    """All common words, and those rarer words that could be taken for a misprint of a common one."""
    common, rarer = read_list(folder, "-small"), read_list(folder, "") | read_list(folder, "-large")
    misprinted = {word for word in common if len(word) >= MIN_LENGTH_MISPRINTED}
    known_patterns = {pattern for word in misprinted for pattern in patterns(word)}
    near = {
        word for word in rarer if patterns(word) & known_patterns or transposed_misprints(word) & misprinted
    }
    return sorted((common | near | set(NEWER.split())) - EXCLUDED)


if __name__ == "__main__":
    header = [line for line in ENGLISH.read_text(encoding="ascii").splitlines() if line.startswith("#")]
    ENGLISH.write_text(
        "\n".join([*header, *textwrap.wrap(" ".join(english(Path(sys.argv[1]))), WIDTH)]) + "\n",
        encoding="ascii",
    )
