"""The words of a mention of a document: which of them describe it and its author, and which what happened to it."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.extract.words import nouns, times
from claimtrack.core.extract.words.reading import begins_name, words_of

_AFTER_DOCUMENT = words_of("seen written made taken sent drawn read given laid shown the he she it they")
"""Words that start a reduced relative clause after a document, besides participles in -ed: "the letter the ministry sent"."""
_READING_PARTICIPLES = words_of("obtained seen reviewed viewed examined read")
"""What reporters did with a document: "seen by this newspaper" does not name its author."""
_STUDY_NOUNS = words_of("study studies paper papers research analysis review survey")
ISSUED = words_of("published released issued")


def find_document_noun(words: list[str]) -> str:
    """The noun of a document after a name with "of": "request" in "Freedom of Information request by the Courier"; empty without one."""
    if words[1:2] != ["of"] or not begins_name(words[0]):
        return ""
    noun = next((word for word in words[2:] if not begins_name(word)), "")
    return noun if noun in nouns.DOCUMENTS and noun != words[2] else ""


def strip_document_history(words: list[str]) -> list[str]:
    """The words of a document without what happened to it: "emails obtained by the BBC", "a filing unsealed on Monday".

    Its author stays, "a report published by the charity"; so does the journal of a study.
    """
    if nouns.DOCUMENTS.isdisjoint(map(str.lower, words)):
        return words
    if words[2:] and words[-1].lower() in times.WEEKDAYS and words[-2].islower():
        words = words[: -1 - (words[-2] == "on")]  # "a report by the ministry on Friday"
    pairs = enumerate(pairwise(words))
    read = next(
        (at for at, pair in pairs if at > 1 and pair[0] in _READING_PARTICIPLES and pair[1] == "by"), 0
    )
    words = words[: read - (words[read - 1] == "and")] if read else words  # "a memo sent out and seen by us"
    for at, (word, following) in enumerate(pairwise(words)):
        if word.lower() not in nouns.DOCUMENTS or not (
            following.endswith("ed") or following in _AFTER_DOCUMENT
        ):
            continue
        by = next((i for i in range(at + 2, len(words)) if words[i] == "by"), 0)
        is_made = by > 0 and words[by - 1] not in _READING_PARTICIPLES
        return words if is_made else words[: _end_of_journal(words, at) or at + 1]
    end = next(
        (i for i in range(3, len(words)) if words[i] in ISSUED and words[i - 1][0].isupper()), len(words)
    )
    return words[:end]  # "a report by the Audit Office published on Monday"


def _end_of_journal(words: list[str], noun: int) -> int:
    """The end of "study published in the Lancet", a name of its own, where `noun` is the index of its first word; else 0."""
    if words[noun].lower() not in _STUDY_NOUNS or " ".join(words[noun + 1 : noun + 3]) != "published in":
        return 0
    start = noun + 3 + (words[noun + 3 : noun + 4] == ["the"])
    end = start
    while end < len(words) and begins_name(words[end]):
        end += 1
    name = " ".join(words[start:end]).lower()
    return 0 if name in times.MONTHS or name in nouns.GOVERNMENT_METONYMS or end == start else end
