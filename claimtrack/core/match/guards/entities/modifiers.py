"""Guard: do the two statements describe the same thing by words that exclude each other?"""

from __future__ import annotations

from itertools import product

from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.reading.reading import Reading

_CONTRASTS = """
military | humanitarian | medical | financial | technical | food
sexual | physical | verbal | psychological emotional
written | oral verbal
online virtual | offline
wild | farmed | captive | tame
fresh | frozen | canned tinned | dried | raw uncooked | cooked | smoked
front | rear back
interim acting caretaker | permanent
current incumbent | former
incoming | outgoing
elected | appointed unelected
economy | business
benign | malignant cancerous
ruling governing | opposition
upper | lower
natural | synthetic artificial
joint shared | sole exclusive
inner | outer
interior | exterior
chemical | biological | nuclear | conventional
emergency | elective routine | cosmetic
human | mechanical technical | animal
undergraduate | postgraduate graduate
senior | junior
military | civilian
coastal | inland
wholesale | retail
partly partially | fully entirely wholly completely solely
debit | credit
acute | chronic
mental | physical
formal | informal
international | domestic national
obese overweight | underweight malnourished
ground | air aerial | naval | cyber
short | long
mobile | landline
manual | automatic
original | amended revised
new | old used second-hand
professional | amateur
commercial | residential
passenger | freight cargo
summer | winter | spring | autumn
direct | indirect
"""
_MEMBERS: dict[str, dict[int, int]] = {}
"""Word -> {line: member}."""
for _line, _words in enumerate(_CONTRASTS.strip().splitlines()):
    for _member, _synonyms in enumerate(_words.split("|")):
        for _word in _synonyms.split():
            _MEMBERS.setdefault(_word, {})[_line] = _member


@symmetric_guard("differs")
def modifiers_differ(one: Reading, other: Reading) -> Excerpts | None:
    """The same thing is of two kinds that exclude each other: frozen fish and fresh fish, senior doctors and junior doctors."""
    ours = _find_contrasted(one, other)
    theirs = _find_contrasted(other, one) if ours else ours
    for at, at_b in product(ours, theirs):
        word, word_b = one.words[at], other.words[at_b]
        both = _MEMBERS[word].keys() & _MEMBERS[word_b].keys()
        opposed = any(_MEMBERS[word][line] != _MEMBERS[word_b][line] for line in both)
        if opposed and one.words[at + 1] == other.words[at_b + 1]:
            return one.as_written(at, at + 2), other.as_written(at_b, at_b + 2)
    return None


def _find_contrasted(one: Reading, other: Reading) -> list[int]:
    """The places of the listed words, in front of another, that the other statement lacks."""
    return [
        at
        for at, word in enumerate(one.words[:-1])
        if word in _MEMBERS and word not in other.vocabulary and not one.is_boundary(at + 1)
    ]
