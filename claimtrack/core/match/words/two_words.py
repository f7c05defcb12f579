"""Two words that stand for one: "turned down" is rejected, "struck down" overturned, "United States" the US. Data and one reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.terms import stem
from claimtrack.core.match.words.thesaurus.phrases import PHRASES

if TYPE_CHECKING:
    from collections.abc import Sequence

_LISTED = """
turn down reject | strike down overturn | throw out reject | vote down reject | vote through approve | wave through approve
put off postpone | push back postpone | call off cancel | lay off dismiss | set up create | shut down close | close down close
go up rise | go down fall | knock down demolish | tear down demolish | pull down demolish | take down remove
step down resign | stand down resign | hand over give | take over acquire | blow up explode | break out begin | start up begin
point out say | pay back repay | cut back reduce | scale back reduce | stand by defend | sell off sell | phase out end
lock up jail | let off acquit | pull out withdraw | drop out leave | sign off approve | back down withdraw | make off flee
speed up accelerate | slow down decelerate | hold up delay | find out discover | set off trigger | wipe out destroy
most of majority | front of outside | large part majority | small part minority | small fraction minority | tiny fraction minority
small share minority | small minority minority | take on hire | end up become | wind up become | turn out become | carry out do | kick out expel | give up abandon | drop off decline
write off cancel | real estate property | united states usa | united kingdom uk | european union eu | hong kong hongkong | holy see vatican | european parliament meps | white house washington | wall street usa | prime minister pm | city hall council | at large fugitive | in custody custody | green light approve | go ahead hold | take place hold | put back postpone | do away abolish | did away abolish | done away abolish | still has keep | still have keep | in spite despite | take part participate | stay away boycott | behind bars jail | kept from conceal | keep from conceal | nothing but only | been to visit | turn up attend | show up attend | say no reject | last until end | world bank worldbank | hardly any few | nearly all most | almost all most | nearly every most | almost every most | behind schedule late | the dark unaware | of schedule early | in time early | on time early | vote out oust | vote in elect | part company dismiss | part ways dismiss | doze off sleep | pull back retreat | fall back retreat | walk out leave | on purpose deliberately | clear to allow | soon as after
push ahead continue | press ahead continue | forge ahead continue | under water submerge | lose value depreciate | declare void annul | capital punishment executions | death penalty executions | make up constitute | bring down topple | take off depart | march into enter | roll into enter | sweep into enter | move into enter | drive into enter | march out withdraw | move out leave | roll out withdraw
ivory coast ivorian | côte d'ivoire ivorian | cote d'ivoire ivorian | by mistake accidentally | by accident accidentally | in error accidentally | turn away reject | let out release | break away leave | split away leave | bird flu influenza | avian flu influenza | avian influenza influenza | care worker carer | care workers carer
break law illegal | against law illegal | violate law illegal | within law legal | too much excessive | too many excessive | too little insufficient | too few insufficient | fishing boat trawler | fishing vessel trawler
container ship containership | container vessel containership | cargo ship freighter | cargo vessel freighter | cruise ship cruiseship | cruise liner cruiseship | oil tanker tanker | united nations un
spared execution pardon | spared jail release | spared prison release | gave way collapse | give way collapse
carbon dioxide co2 | sulphur dioxide so2 | sulfur dioxide so2 | nitrogen dioxide no2 | nitrous oxide n2o | carbon monoxide co
flee homes displace | flee home displace | from homes displace | lose life die | lose lives die | claim life kill | claim lives kill

"""
_ONE_WORD: dict[tuple[str, str], str] = {}
for _entry in f"{_LISTED}|{PHRASES}".replace("\n", "|").split("|"):
    if _entry.strip():
        _first, _second, _meaning = _entry.split()
        _ONE_WORD.setdefault((stem(_first), _second), _meaning)
_SECONDS = frozenset(second for _, second in _ONE_WORD)
_AS_NOUN = {("go", "ahead"): "approve"}
"""The same where they are a noun: "gave the go-ahead"."""
_BEFORE_A_NOUN = frozenset({"the", "a", "its", "their"})
BETWEEN = frozenset({"the", "a", "an", "their", "his", "her", "its"})
"""What may stand between the two: "broke the law", "made a decision"."""


def two_words(words: Sequence[str]) -> dict[int, str]:
    """Place of the first of two words -> the one word that says the same."""
    if _SECONDS.isdisjoint(words):
        return {}
    found = {}
    for at, first in enumerate(words[:-1]):
        parted = words[at + 1] in BETWEEN and at + 2 < len(words)
        second = words[at + 1 + parted]
        if second in _SECONDS and (meaning := _ONE_WORD.get((stem(first), second))):
            noun = at and not parted and words[at - 1] in _BEFORE_A_NOUN
            found[at] = _AS_NOUN.get((first, second), meaning) if noun else meaning
    return found
