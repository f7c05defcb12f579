"""Which of the words that only one statement has change its claim."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimtrack.core.language.word_lists import BEFORE_A_NOUN, STOP_WORDS, UNIVERSAL_QUANTIFIERS, words_of
from claimtrack.core.match.alignment.modifiers import (
    POPULATION_STEMS,
    is_coordinated,
    is_main_action,
    is_vague_multiplier,
    modifies_statistic,
    restricts_counted_noun,
    specifies_part,
    specifies_statistic,
)
from claimtrack.core.match.alignment.prepositions import prepositions_differ
from claimtrack.core.match.guards.quantities.rates import is_rate_expression
from claimtrack.core.match.guards.time.modality import is_future, is_mood_surely_different
from claimtrack.core.match.reading.attribution import DOUBTING_CUES
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import clause_start
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.terms import stem, stems_of

NARROWING_STEMS = stems_of(
    "total overall gross net average median typical new existing former first second third last next both "
    "public private foreign abroad overseas domestic local federal national global regional illegal legal "
    "partly partial partially fully temporary temporarily permanent alleged possible potential plan propose "
    "attempt threaten nearly almost among half most some many few several least violent young old parent "
    "mother father wife husband brother sister male female think consider weigh discuss mull study head "
    "capita law step ex acting deputy vice assistant non anti pre unless until if before after except "
    "instead indirectly directly once twice again rarely often sometimes usually mainly mostly officially "
    "reportedly allegedly supposedly near fail refuse try hope expect want call offer promise vow demand "
    "urge end stop begin start deny less more fewer enough too than extreme severe acute chronic mild "
    "moderate core nominal real absolute relative juvenile youth adult rural urban skilled unskilled armed "
    "unpaid part-time full-time"
)
"""Stems that change a claim when only one statement has them: "total", "alleged", "third", "considers"."""


_ADDITION_OPENERS = words_of("a an the its their his her up down compared")
_COMPARISON_WORDS = words_of(
    "compared most least best worst first last record rise fall increase drop decline jump gain loss times"
)
"""Contents of a final clause that only adds a fact: ", its highest since 2008", ", up from 4 percent"."""
_RELATIVE_PRONOUNS = words_of("which who whose")
_CONFIRMING_VERBS = words_of(
    "confirm+s+ed show+s+ed find+s+ed explains explained testified added replied recalled concluded"
)
"""Last words of a final clause that names a source, besides reporting verbs: ", records in the archive confirm"."""
_ROLE_NOUNS = NOT_NAMES | words_of("leader head editor analyst adviser advisor lawyer owner")
"""Nouns that identify, in a clause of its own, a person named before: ", the firm's press secretary"."""
_LIMITING_WORDS = DOUBTING_CUES | words_of(
    "except+ed+ing exclude+s+ed+ing without unless if provided only not adjusted estimate+s+ed theory "
    "paper apart aside alone limited confined restricted barring besides among amongst between including "
    "save but mostly mainly partly largely least possibly perhaps maybe reject+s+ed deny+s+ed "
    "dismiss+s+ed refute+s+ed debunked joke joked fiction"
)
"""Words of a clause that takes back part of what precedes it: ", excluding imports"."""
_NOT_ADDITION_OPENERS = STOP_WORDS - _ADDITION_OPENERS


def select_weighty(reading: Reading, places: Sequence[int], alike: bool) -> Sequence[int]:
    """The offsets, among the unaligned tokens of one side, that change its claim; empty where none does.

    A final clause that only adds a fact or names a source changes nothing; any other final clause is returned whole, since it may take
    back the rest. In a reworded sentence (not `alike`) a single extra word changes nothing.
    """
    words = reading.words
    last = max((at for at in range(1, len(words)) if reading.is_boundary(at)), default=len(words))
    content = {at for at in range(last, len(words)) if words[at] not in STOP_WORDS and words[at][0].isalnum()}
    new = content & set(places)
    if len(new) * 2 > len(content) and not _is_harmless_addition(words[last:]):
        return range(last, len(words))
    if new == content:
        places = [at for at in places if at < last]
    sided = {at for found in reading.poles.values() for _, _, at in found}
    is_plain = not any(
        _is_narrowing(reading, at)
        or at in sided
        or _is_in_adjunct(words, at)
        or modifies_statistic(words, at)
        or is_vague_multiplier(words, at)
        or is_coordinated(words, at)
        or _is_verb_of_count(words, at)
        for at in places
    )
    return [] if is_plain and len(places) <= 1 and not alike else list(places)


def _is_verb_of_count(words: Sequence[str], at: int) -> bool:
    """Whether a word is a verb right between its subject and a number: "the club *expelled* 300 members"."""
    after = words[at + 1] if at + 1 < len(words) else ""
    is_verb = at > 0 and is_verb_form(words[at]) and words[at - 1] not in STOP_WORDS
    return is_verb and bool(after) and after[0].isdecimal()


_CONDITION_OPENERS = words_of("if unless when whenever provided once only except but")


def find_final_condition(one: Reading, other: Reading) -> Sequence[int]:
    """The offsets of a final clause that makes the claim conditional where the other is not: ", unless the court agrees"; empty without one."""
    last = clause_start(one, len(one.words) - 1)
    opening = one.words[last] if last else ""
    return range(last, len(one.words)) if opening in _CONDITION_OPENERS - other.vocabulary else ()


def _is_harmless_addition(clause: Sequence[str]) -> bool:
    """Whether a final clause adds a fact and takes nothing back: ", its highest since 2008"."""
    if not _LIMITING_WORDS.isdisjoint(clause):
        return False
    names_a_role = clause[0] not in _NOT_ADDITION_OPENERS and not _ROLE_NOUNS.isdisjoint(clause)
    compares = clause[0] in _ADDITION_OPENERS and any(
        word in _COMPARISON_WORDS or word[0].isdecimal() or word.endswith("est") for word in clause
    )
    return compares or names_a_role or clause[0] in _RELATIVE_PRONOUNS or clause[-1] in _CONFIRMING_VERBS


_ADJUNCT_PREPOSITIONS = words_of("in at on for")
_IMPLIED_ADJUNCTS = words_of("world country nation past last total")
"""Nouns that are implied after these: "the largest in the world", "in the past five years"."""


def _is_in_adjunct(words: Sequence[str], at: int) -> bool:
    """Whether a word heads an adjunct of place, means or beneficiary: "at home", "for the blind"."""
    before = at - 1 - (at > 1 and words[at - 1] in BEFORE_A_NOUN)
    return before >= 0 and words[before] in _ADJUNCT_PREPOSITIONS and words[at] not in _IMPLIED_ADJUNCTS


def changes_claim_anywhere(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether the single unaligned word changes the claim whatever the word order: "*one of* the worst", "was *restored*"."""
    words, at = one.words, places[0]
    if [words[i] for i in places] == ["real", "terms"]:
        return True
    if len(places) > 1:
        return False
    if is_vague_multiplier(words, at) or (words[at] in _MULTIPLIERS and one.word(at + 1) == "as"):
        return True
    deed = is_main_action(one, at, other) or _is_one_of_several_tops(words, at)
    return deed or (not one.is_boundary(at + 1) and _narrows_number(one, at, other))


_MULTIPLIERS = words_of("twice half thrice")


def _narrows_number(one: Reading, at: int, other: Reading) -> bool:
    """Whether a word restricts what a number counts: "*extreme* poverty", "exports of *red* wine", "60 *used* buses"."""
    if restricts_counted_noun(one, at, other) or specifies_part(one, at, other):
        return True
    return stem(one.words[at]) in NARROWING_STEMS | POPULATION_STEMS and specifies_statistic(one, at)


def _is_narrowing(reading: Reading, at: int) -> bool:
    """Whether a word is a name, a number or a narrowing stem: "Leeds", "total"."""
    named = reading.has_capital(at) and at > 0
    return named or reading.words[at][0].isdecimal() or stem(reading.words[at]) in NARROWING_STEMS


_UNREALISED_WORDS = words_of(
    "considers considering considered weighs weighing mulls mulling thinking plans planning planned wants "
    "wanted proposes proposed proposing threatens threatened threatening intends intended seeks seeking "
    "sought attempts attempted attempting discusses discussing reviewing debating alleged allegedly ex "
    "deputy vice acting law nearly almost potential suspected accused rumoured rumored dropped abandoned "
    "shelved scrapped ditched cancelled canceled rarely seldom against cleared exonerated acquitted exempt "
    "exempted"
)
"""Words that present an action as not done, not quite done, or done by somebody else: "considering", "alleged"."""


def narrows_universal(one: Reading, at: int, other: Reading) -> bool:
    """Whether a word only restricts what the other states of all or none: "diesel cars", "all diesel cars", for "all cars"."""
    after = at + 1 + (one.word(at + 1) in _COMPOUND_HEADS)
    noun = one.words[after : after + 1]
    if not noun or noun[0] in STOP_WORDS or one.is_boundary(at + 1):
        return False
    if one.words[at - 1] in UNIVERSAL_QUANTIFIERS:
        unsaid = _IMPLIED_AFTER_NO if one.words[at - 1] == "no" else _IMPLIED_AFTER_ALL
        is_plain = one.words[at] not in unsaid and not one.has_capital(at)
        return is_plain and [one.words[at - 1], noun[0]] in map(list, pairwise(other.words))
    return ALL_QUANTIFIERS.isdisjoint(one.vocabulary) and any(
        word in ALL_QUANTIFIERS and other.word(i + 1) == noun[0] for i, word in enumerate(other.words)
    )


_COMPOUND_HEADS = words_of("income time risk age speed paid skilled born made based owned")
"""Words that may form a compound with the word before: "each low-income household"."""
ALL_QUANTIFIERS = words_of("all every any")
_IMPLIED_AFTER_ALL = words_of(
    "single one individual living human government official existing eligible registered respective relevant "
    "participating own crew staff fellow remaining outstanding criminal"
)
_IMPLIED_AFTER_NO = _IMPLIED_AFTER_ALL | words_of(
    "other certain known such major serious further additional possible actual real immediate clear direct "
    "credible hard concrete conclusive formal specific obvious visible apparent"
)
"""Modifiers that are implied after "all" or "each", or after "no", where they only add emphasis: "every single house", "no serious injuries"."""


_BOUND_PREPOSITIONS = words_of("under over above below aged without")


def bounds_universal(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether a postmodifier only restricts a universal noun phrase of both sides: "no child *under ten*"."""
    words, at = one.words, places[0]
    if at < 2 or words[at] not in _BOUND_PREPOSITIONS or places[-1] - at > _MAX_BOUND_TOKENS:
        return False
    if words[at - 2] not in UNIVERSAL_QUANTIFIERS:
        return False
    return words[at - 2 : at] in [other.words[i : i + 2] for i in range(len(other.words) - 1)]


_MAX_BOUND_TOKENS = 4
"""The most tokens from the start to the end of such a postmodifier."""


def changes_fact(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether the extra words change the fact of an otherwise identical statement: not realised yet, a rate, an opposite direction."""
    if is_rate_expression(one, places) or is_mood_surely_different(one, other):
        return True
    if _is_unrealised(one, places) and not is_future(other):
        return True
    mark = prepositions_differ(one, other)
    return mark is not None and mark.sure


def _is_unrealised(reading: Reading, places: Sequence[int]) -> bool:
    """Whether the single unaligned word presents the action as unrealised: "is *considering*"."""
    words, at = reading.words, places[0]
    return len(places) == 1 and words[at] in _UNREALISED_WORDS


_TOP_ADJECTIVES = words_of("most least best worst main chief leading top prime foremost")


def _is_one_of_several_tops(words: Sequence[str], at: int) -> bool:
    """Whether a word makes a superlative one of several: "*one of* the worst", "*among* the worst"."""
    first = at + (words[at] in ("one", "some") and words[at + 1 : at + 2] == ["of"])
    is_member = first > at or words[at] == "among"
    tops = (word in _TOP_ADJECTIVES or word.endswith("est") for word in words[first + 2 : first + 4])
    return is_member and words[first + 1 : first + 2] == ["the"] and any(tops)
