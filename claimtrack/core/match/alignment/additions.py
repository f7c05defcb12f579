"""Of the words that one statement has more than the other, those that make another claim of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.modifiers import (
    OF_PEOPLE,
    is_joined,
    is_the_deed,
    of_a_counted_thing,
    of_a_figure,
    of_a_part,
    of_how_many,
    tells_which_figure,
)
from claimtrack.core.match.alignment.prepositions import prepositions_differ
from claimtrack.core.match.guards.quantities.rates import is_rate_expression
from claimtrack.core.match.guards.time.modality import is_future, is_mood_surely_different
from claimtrack.core.match.reading.attribution import DOUBTING
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.syntax.phrases import clause_start
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import BEFORE_A_NOUN, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

NARROWING = stems_of(
    "total overall gross net average median typical new existing former first second third last next both public private foreign abroad overseas domestic local federal"
    " national global regional illegal legal partly partial partially fully temporary temporarily permanent alleged possible potential"
    " plan propose attempt threaten nearly almost among half most some many few several least violent young old"
    " parent mother father wife husband brother sister"
    " male female think consider weigh discuss mull study head capita law step ex acting deputy vice assistant non anti pre"
    " unless until if before after except instead indirectly directly once twice again rarely often sometimes usually mainly"
    " mostly officially reportedly allegedly supposedly near fail refuse try hope expect want call offer promise vow"
    " demand urge end stop begin start deny less more fewer enough too than"
    " extreme severe acute chronic mild moderate core nominal real absolute relative juvenile youth adult rural urban skilled unskilled armed"
    " unpaid part-time full-time"
)
"""Words that make another claim of one by standing in it alone: "total", "alleged", "third", "considers"."""


_ADDING = words_of("a an the its their his her up down compared")
_COMPARING = words_of(
    "compared most least best worst first last record rise fall increase drop decline jump gain loss times"
)
"""How a clause begins, and what stands in it, that only adds a fact: ", its highest since 2008", ", up from 4 percent"."""
_RELATIVE = words_of("which who whose")
_VOUCHING = words_of(
    "confirm confirms confirmed show shows showed find finds found explains explained testified added replied recalled concluded"
)
"""How one ends that names who knows it, beside those that report: ", records in the archive confirm"."""
_ROLES = NOT_NAMES | words_of("leader head editor analyst adviser advisor lawyer owner")
"""In a clause of its own these tell who was named before it: ", the firm's press secretary"."""
_LIMITING = DOUBTING | words_of(
    "except excepting excluding excludes exclude excluded without unless if provided only not adjusted estimate estimates estimated"
    " theory paper apart aside alone excepted limited confined restricted barring besides among amongst between including save but mostly mainly partly largely least possibly perhaps maybe"
    " reject rejects rejected deny denies denied dismiss dismisses dismissed refute refutes refuted debunked joke joked fiction"
)
"""Words of a clause that takes back some of what was said before it."""
_NOT_ADDING = STOP_WORDS - _ADDING


def of_weight(reading: Reading, places: Sequence[int], alike: bool) -> Sequence[int]:
    """Of the words that one side alone has, those that make it another claim.

    A clause behind the last comma that only adds a fact, or names who knows it, makes none; any other is told
    whole, since it may take back what was said. In a sentence put in other words one word more is none.
    """
    words = reading.words
    last = max((at for at in range(1, len(words)) if reading.is_boundary(at)), default=len(words))
    content = {at for at in range(last, len(words)) if words[at] not in STOP_WORDS and words[at][0].isalnum()}
    new = content & set(places)
    if len(new) * 2 > len(content) and not _only_adds(words[last:]):
        return range(last, len(words))
    if new == content:
        places = [at for at in places if at < last]
    sided = {at for found in reading.poles.values() for _, _, at in found}
    plain = not any(
        _narrows(reading, at)
        or at in sided
        or _is_placed(words, at)
        or of_a_figure(words, at)
        or of_how_many(words, at)
        or is_joined(words, at)
        or _is_done_to_it(words, at)
        for at in places
    )
    return [] if plain and len(places) <= 1 and not alike else list(places)


def _is_done_to_it(words: Sequence[str], at: int) -> bool:
    """Whether a word tells what somebody did to so many, where they stand right before and behind it: "the club *expelled* 300 members"."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    done = at > 0 and is_verb_form(words[at]) and words[at - 1] not in STOP_WORDS
    return done and bool(behind) and behind[0].isdecimal()


_CONDITIONS = words_of("if unless when whenever provided once only except but")


def bound_by(one: Reading, other: Reading) -> Sequence[int]:
    """The places of a clause at the end that only lets what it says be so under a condition, where the other has none."""
    last = clause_start(one, len(one.words) - 1)
    opening = one.words[last] if last else ""
    return range(last, len(one.words)) if opening in _CONDITIONS - other.vocabulary else ()


def _only_adds(clause: Sequence[str]) -> bool:
    """Whether a clause at the end adds something without taking back what stands before it."""
    if not _LIMITING.isdisjoint(clause):
        return False
    names_a_role = clause[0] not in _NOT_ADDING and not _ROLES.isdisjoint(clause)
    compares = clause[0] in _ADDING and any(
        word in _COMPARING or word[0].isdecimal() or word.endswith("est") for word in clause
    )
    return compares or names_a_role or clause[0] in _RELATIVE or clause[-1] in _VOUCHING


_PLACING = words_of("in at on for")
_EVERYWHERE = words_of("world country nation past last total")
"""What goes without saying behind these: "the largest in the world", "in the past five years"."""


def _is_placed(words: Sequence[str], at: int) -> bool:
    """Whether a word tells where, with what or for whom: "at home", "for the blind"."""
    before = at - 1 - (at > 1 and words[at - 1] in BEFORE_A_NOUN)
    return before >= 0 and words[before] in _PLACING and words[at] not in _EVERYWHERE


def is_of_another(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether the one word that one side alone has makes another claim of it in whatever order: "one of the worst", "was restored"."""
    words, at = one.words, places[0]
    if [words[i] for i in places] == ["real", "terms"]:
        return True
    if len(places) > 1:
        return False
    if of_how_many(words, at) or (words[at] in _TIMES and words[at + 1 : at + 2] == ["as"]):
        return True
    deed = is_the_deed(one, at, other) or _one_of_the_most(words, at)
    return deed or (not one.is_boundary(at + 1) and _narrows_a_figure(one, at, other))


_TIMES = words_of("twice half thrice")


def _narrows_a_figure(one: Reading, at: int, other: Reading) -> bool:
    """Whether a word makes another figure of it: "*extreme* poverty", "exports of *red* wine", "60 *used* buses"."""
    if of_a_counted_thing(one, at, other) or of_a_part(one, at, other):
        return True
    return stem(one.words[at]) in NARROWING | OF_PEOPLE and tells_which_figure(one, at)


def _narrows(reading: Reading, at: int) -> bool:
    named = reading.has_capital(at) and at > 0
    return named or reading.words[at][0].isdecimal() or stem(reading.words[at]) in NARROWING


_UNDONE = words_of(
    "considers considering considered weighs weighing mulls mulling thinking plans planning planned wants wanted proposes proposed"
    " proposing threatens threatened threatening intends intended seeks seeking sought attempts attempted attempting discusses"
    " discussing reviewing debating alleged allegedly ex deputy vice acting law nearly almost potential suspected accused rumoured rumored dropped abandoned shelved scrapped ditched cancelled canceled rarely seldom against cleared exonerated acquitted exempt exempted"
)
"""Of those, the words by which something is not done yet, not quite, or by somebody else."""


def narrows_all(one: Reading, at: int, other: Reading) -> bool:
    """Whether a word only makes fewer of what the other says of all or none: "diesel cars", "all diesel cars", "all cars"."""
    behind = at + 1 + (not _COMPOUND.isdisjoint(one.words[at + 1 : at + 2]))
    thing = one.words[behind : behind + 1]
    if not thing or thing[0] in STOP_WORDS or one.is_boundary(at + 1):
        return False
    if one.words[at - 1] in _EACH:
        unsaid = _BESIDE_NO if one.words[at - 1] == "no" else _UNSAID
        plain = one.words[at] not in unsaid and not one.has_capital(at)
        return plain and [one.words[at - 1], thing[0]] in map(list, pairwise(other.words))
    return _ALL.isdisjoint(one.vocabulary) and any(
        word in _ALL and other.word(i + 1) == thing[0] for i, word in enumerate(other.words)
    )


_COMPOUND = words_of("income time risk age speed paid skilled born made based owned")
"""With the word before, these may make one of two: "each low-income household"."""
_ALL = words_of("all every any")
_EACH = words_of("all every each no")
_UNSAID = words_of(
    "single one individual living human government official existing eligible registered respective relevant participating own crew staff"
    " fellow remaining outstanding criminal"
)
_BESIDE_NO = _UNSAID | words_of(
    "other certain known such major serious further additional possible actual real immediate clear direct credible hard concrete"
    " conclusive formal specific obvious visible apparent"
)
"""What goes without saying behind those, or behind "no" only makes it weigh: "every single house", "no serious injuries"."""


_BOUNDS = words_of("under over above below aged without")


def bounds_all(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether some words behind "all", "every" or "no" and a thing only make fewer of it: "no child *under ten*"."""
    words, at = one.words, places[0]
    if at < 2 or words[at] not in _BOUNDS or places[-1] - at > _FEW or words[at - 2] not in _EACH:
        return False
    return words[at - 2 : at] in [other.words[i : i + 2] for i in range(len(other.words) - 1)]


_FEW = 4
"""Words that bound it at most."""


def makes_another(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether what one says more makes another fact of what else is worded alike: not yet done, so much a day, back from it."""
    if is_rate_expression(one, places) or is_mood_surely_different(one, other):
        return True
    if _undoes(one, places) and not is_future(other):
        return True
    mark = prepositions_differ(one, other)
    return mark is not None and mark.sure


def _undoes(reading: Reading, places: Sequence[int]) -> bool:
    """Whether the one word that one side alone has makes surely another claim: "is considering", "among the"."""
    words, at = reading.words, places[0]
    return len(places) == 1 and words[at] in _UNDONE


_MOST = words_of("most least best worst main chief leading top prime foremost")


def _one_of_the_most(words: Sequence[str], at: int) -> bool:
    """Whether there are others like it: "one of the worst", "among the worst", where the other says "the worst"."""
    first = at + (words[at] in ("one", "some") and words[at + 1 : at + 2] == ["of"])
    among = first > at or words[at] == "among"
    behind = words[first + 2 : first + 4]
    return (
        among
        and words[first + 1 : first + 2] == ["the"]
        and any(w in _MOST or w.endswith("est") for w in behind)
    )
