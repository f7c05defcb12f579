"""Rows of unlabelled texts that look wrong, by kind, to read and to learn from.

No label says which rows of real news are right, but many wrong ones show it: a speaker that contains a verb, a quotation that is
the outlet's, words that end in "and". `python benchmarks/oddities.py FOLDER` counts them in all .txt files below a folder, and `--show
KIND` prints those of one kind with the words around them. See "Real news without labels" in notes.md.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from claimtrack.core.extract import extract
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.model import Article, ExtractedClaim, Kind

_CONTEXT = 90  # characters shown before and after a row
_SUBJECT_PRONOUNS = frozenset("he she they it we you i how why whether".split())
_NOUNS_TOO = frozenset(
    "report reports study studies poll polls survey surveys list record records claims states will may".split()
)
_ENDS_OPEN = re.compile(
    r"(?:^|[ ,])(?:and|but|while|although|because|as|of|the|a|to|which|or)$|,$", re.IGNORECASE
)
_REPORTS = re.compile(
    r"\b(?:said|says|told|claimed|warned|insisted|added|denied) (?:that|it|he|she|they|the|there)\b"
)


def _has_verb_in_speaker(row: ExtractedClaim) -> bool:
    words = [word.strip(",'\"").lower() for word in row.speaker.split()]
    verbs = (lexicon.FINITE | lexicon.CUES | _SUBJECT_PRONOUNS) - _NOUNS_TOO
    return len(words) > 1 and not verbs.isdisjoint(words)


def _has_unknown_noun(row: ExtractedClaim) -> bool:
    words = row.speaker.split()
    is_name = words[-1][0].isupper() or row.kind is Kind.OUTLET
    is_known = words[-1].lower() in lexicon.SOURCE_NOUNS | nouns.SPEAKERS | {"unknown"}
    return not (is_name or is_known or any(word in lexicon.PREPOSITIONS for word in words))


KINDS: dict[str, Callable[[ExtractedClaim], bool]] = {
    "verb in the speaker": _has_verb_in_speaker,
    "speaker of an unknown noun": _has_unknown_noun,
    "no speaker": lambda row: row.kind is not Kind.OUTLET and row.speaker == "unknown",
    "marks without a partner": lambda row: (
        row.text.count('"') % 2 == 1 or row.text.count("“") != row.text.count("”")
    ),
    "open end": lambda row: _ENDS_OPEN.search(row.text) is not None,
    "reported speech of the outlet": lambda row: (
        row.kind is Kind.OUTLET and _REPORTS.search(row.text) is not None
    ),
}
"""Which rows look wrong; many of the last kind are right: shares of people polled, subordinate clauses."""


def _read(folder: Path) -> Iterator[tuple[str, ExtractedClaim]]:
    """Each row of the texts below a folder, with its text."""
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        yield from ((text, row) for row in extract(Article(text)))


def _in_context(text: str, row: ExtractedClaim) -> str:
    before, after = text[max(0, row.start - _CONTEXT) : row.start], text[row.end : row.end + _CONTEXT]
    return " ".join(f"{row.speaker}: {before}[[ {row.text} ]]{after}".split())


def main() -> None:
    """Count the odd rows of a folder, or show those of one kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", choices=KINDS)
    asked = parser.parse_args()
    counts = dict.fromkeys(KINDS, 0)
    rows = 0
    for text, row in _read(asked.folder):
        rows += 1
        for kind, is_odd in KINDS.items():
            if is_odd(row):
                counts[kind] += 1
                if kind == asked.show:
                    print(_in_context(text, row))
    print(f"{rows:,} rows")
    for kind, count in counts.items():
        print(f"{count:6,} {kind}")


if __name__ == "__main__":
    main()
