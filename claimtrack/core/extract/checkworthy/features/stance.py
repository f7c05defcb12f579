"""What does somebody think or feel? Opinions, feelings, words that judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import INDIRECT, SPOKEN, WRITTEN, feature
from claimtrack.core.extract.checkworthy.sentence import MAY_QUOTE, word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import lookbehind, words_of
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_DIRECT, _INDIRECT = Kind.DIRECT, Kind.INDIRECT

_VERDICT = expression(
    f"ed{lookbehind('describ brand dubb labell label call', 'ed')}"
    r"\b[^.]{0,60}?(?:\bas |[\"'“‘]\w)"
)
_IN_MARKS = expression(f" {lookbehind('was were is are as be been a an had the')}[\"“'‘]")
_NO_PRAISE = expression(
    r"\bright (?:now|hand|after|before|away|here|there|next|at|in|on)\b|\b(?:the|a|human|far|alt)[ -]right\b(?! (?:thing|way|decision|one)\b)|\bright-"
)
"""Uses of "right" that judge nothing: right now, the right to vote, a right-wing party."""
_RANKED = expression(r"\b(?:the|its|his|her|our) (?:most|best|worst|biggest|greatest)\b")

_EMOTION = word_class(
    "love loved hate hated fear feared angry anger happy sad proud ashamed afraid worried worry anxious "
    "anxiety nervous frustrated frustrating disappointed disappointing surprised surprising shocked shocking "
    "upset confused confusing hopeful hopeless lonely jealous shame joy pain painful suffering comfort "
    "comfortable uncomfortable trust tired bored embarrassed emotion emotions feeling feelings"
)


@feature(-8, v.OPINION, _EMOTION, only=SPOKEN)
def opinion(s: Sentence) -> bool:
    """an opinion"""
    return s.has(v.OPINION) or not s.is_bare


@feature(-3, v.OPINION, _EMOTION, only=WRITTEN)
def concern(s: Sentence) -> bool:
    """somebody's concern or belief, as reported"""
    return s.has(v.OPINION) or s.kind is _INDIRECT


_CALLED = word_class("called so-called described self-described branded dubbed labelled labeled")


@feature(-7, _CALLED, MAY_QUOTE, only=INDIRECT)
def verdict(s: Sentence) -> bool:
    """a verdict in quotation marks"""
    return (s.has(_CALLED) and _VERDICT.search(s.lower) is not None) or _IN_MARKS.search(s.text) is not None


_CHEER = word_class(
    "excited exciting proud honoured honored grateful thrilled happy delighted pleased humbled humbling "
    "thank thanks congratulations welcome love loved glad sad sorry disappointed devastated heartbroken "
    "amazing wonderful fantastic incredible incredibly awesome terrible horrible awful beautiful brilliant "
    "great shocked shocking blessed lucky enjoy enjoyed fun"
)


@feature(-12, v.FEELINGS, _CHEER, quoted=True)
def feeling(s: Sentence) -> bool:
    """a feeling"""
    return s.has(_CHEER) or not s.has_digit


_RIGHT = word_class("right")
VERDICTS = word_class(
    "monstrous lazy ludicrous reckless cynical hollow dangerous brave bold unacceptable disappointing encouraging "
    "worrying remarkable extraordinary robust harsh cruel absurd premature reasonable unreasonable irresponsible "
    "sensible prudent inevitable accidental confident anxious disappointed alarmed heartbreaking devastating "
    "catastrophic painful frustrating welcome uncertain tougher toughest lovely thin unhappy uncomfortable optimistic "
    "pessimistic modest failure success scandal mess nonsense joke insult betrayal tragedy shame stunt gamble "
    "nightmare crisis mistake blow slap victory triumph theatre circus myth farce outrage embarrassment warning lesson "
    "symbol signal message excuse blunder gimmick smear charade honest dishonest naive foolish stupid wise clever "
    "elegant ugly nasty vicious fragile healthy safe unsafe ready grateful lucky unlucky sad scared afraid tired "
    "exhausted sick desperate cautious careful pleased saddened surprised stunned appalled horrified heartbroken"
)
_WEIGHTY = word_class(
    "significant significantly dramatic dramatically massive huge enormous immense vast serious seriously "
    "crucial vital critical essential necessary potential potentially powerful strong stronger strongest "
    "weak weaker tough difficult hard harder easy easier easily clear clearer big bigger great greater real "
    "true historic unprecedented ambitious aggressive bitter bitterly fierce fiercely deep deeper deeply "
    "sharp sharply bold robust important relevant irrelevant broader wider fresh legitimate meaningful "
    "effective successful profound fundamental stark severe intense formidable momentous pivotal influential "
    "prominent notable noteworthy telling compelling thorny delicate sensitive volatile precarious dire grim "
    "bleak bright rosy smart savvy"
)


@feature(-6, v.PRAISE, _WEIGHTY, VERDICTS, words_of("most best worst biggest greatest"))
def praise(s: Sentence) -> bool:
    """a word that judges: historic, powerful, tough"""
    if s.has(v.PRAISE) and not (
        s.has(_RIGHT) and s.count(v.PRAISE) == 1 and _NO_PRAISE.search(s.lower) is not None
    ):
        return True
    if s.is_bare:
        return False
    return s.has(_WEIGHTY) or s.has(VERDICTS) or _RANKED.search(s.lower) is not None
