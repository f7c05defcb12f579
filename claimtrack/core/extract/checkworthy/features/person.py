"""Is it about private life, or does it describe a scene?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    OUTLET,
    WRITTEN,
    feature,
    word_feature,
)
from claimtrack.core.extract.checkworthy.sentence import word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.model import BODIES, Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_AGED = expression(
    r"\d(?:\d,(?<=[A-Za-z], \d\d,)(?!\d)|(?<=\b\d)\d?-year-old\b"
    r"|\d\b(?<=\baged \d\d)(?! (?:or|and) (?:above|over|older|under|below|younger)\b))"
)
_WHO = expression(r", who(?:se|m)?\b")
_DENIES = expression(r"s?he (?:has |had )?den(?:y|ies|ied) (?!that\b|\w+ing\b)")
_DONE_TO = expression(
    r"\b(?:was|were|had been) (?:told|asked|ordered|given|denied|forced|fired|charged|arrested|paid)\b"
)
_WHEN_HE = expression(r" when (?:i|we|you|he|she|they|it)\b")
_IS_OR_HAS = expression(r"(?:and |but )?s?he (?:has|is|had been)\b")

KIN = word_class(
    "mother mothers father fathers mum mom dad daughter daughters son sons wife husband widow widower sister "
    "sisters brother brothers parents grandmother grandfather grandson granddaughter grandparents "
    "grandchildren uncle aunt nephew niece cousin fiancé fiancée girlfriend boyfriend partner twin twins "
    "sibling siblings relatives family mother's father's daughter's son's wife's husband's family's"
)
word_feature(-8, "kin", "mentions relatives: a mother, a son, a family", KIN)


_COURTROOM = word_class(
    "court judge jury charged convicted jailed sentenced arrested pleaded guilty trial prosecutors police "
    "murder killed died stabbed shot fraud theft assault injured"
)


@feature(-23, v.DIGITS, only=OUTLET)
def aged(s: Sentence) -> bool:
    """gives somebody's age"""
    return _AGED.search(s.text) is not None and not s.has(_COURTROOM)


_DONE_TO_WORDS = word_class("told asked ordered given denied forced fired charged arrested paid")
HE_SHE = word_class("he she")
DENYING = word_class(
    "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing"
)


@feature(-13, HE_SHE, only=INDIRECT)
def of_oneself(s: Sentence) -> bool:
    """begins with he or she, often the speaker"""
    if s.source in BODIES or (s.has(DENYING) and _DENIES.match(s.lower) is not None):
        return False  # companies are not "she", and "He denied any delay" is about the delay
    if s.has(_DONE_TO_WORDS) and _DONE_TO.search(s.lower) is not None:
        return False
    return s.begins(HE_SHE)


HIS_HER = word_class("her his")
_OWN = word_class("own himself herself themselves itself yourself myself ourselves")


@feature(-6, HIS_HER, HE_SHE, _OWN, only=WRITTEN)
def person(s: Sentence) -> bool:
    """about one person"""
    if s.has(HIS_HER) or s.has(_OWN):
        return True
    return not s.begins(HE_SHE) or (s.kind is Kind.OUTLET and _IS_OR_HAS.match(s.lower) is None)


word_feature(-9, "who", "also says who somebody is", words_of("who whose whom"), found=_WHO, only=WRITTEN)


_WHEN = word_class("when")
_SCENE = word_class(
    "sky sun rain snow fog mist drizzle wind breeze smoke mud grass dawn dusk sunset evening grey gray blue "
    "green red yellow white black dark pale bright orange crowd applause banners placards flowers candle+s "
    "rug coffee tea bread table chair+s door window lobby lawn porch stage gym podium microphone gallery "
    "street corner pavement field coat+s jacket shirt+s hat+s cap+s jeans boots shoes umbrella+s wore "
    "wearing hands eyes face voice head tears silence quiet loud noise smell sat sitting stood standing "
    "walked walking leaned stared glanced smiled smiling nodded nodding shook shrugged paused sighed laughed "
    "laughing wept weeping cried crying grinned frowned winced waved waving hugged clapped cheered cheers "
    "booed applauded chanted whispered shouted muttered gestured sipped folded folding wrapped stacked"
)


@feature(-10, _SCENE, _WHEN, only=OUTLET)
def scene(s: Sentence) -> bool:
    """a scene, or a moment in a story"""
    if s.has(_WHEN) and _WHEN_HE.search(s.lower) is not None:
        return True
    return s.has(_SCENE) and (s.count(_SCENE) > 1 or not s.weighs())


COLOUR = word_class(
    "outside inside beside beneath behind across nearby along morning evening dusk dawn night rain sun mud "
    "cold sat stood stands sits walked waited watched gathered packed crowd crowded queue queued banner "
    "banners signs coat coats chair chairs table desk room hall hallway window door street yard porch "
    "kitchen smell smoke dust shoes boots hand hands eyes voice laughter applause silence smiled nodded "
    "shrugged laughed sighed cried wept"
)
word_feature(-3, "colour", "words for a place, a time of day or a gesture", COLOUR, quoted=True)


_SETTING = word_class("at on outside inside behind beside across for with by after before around above")


@feature(-9, _SETTING, only=OUTLET)
def setting(s: Sentence) -> bool:
    """opens with the circumstances: at, after, with"""
    return s.begins(_SETTING)
