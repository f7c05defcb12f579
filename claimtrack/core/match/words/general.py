"""General nouns and what they cover: a dog is an animal, a guitar an instrument, a cyclist a person. Data and one question."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.lexicon import IRREGULAR, words_of
from claimtrack.core.match.words.terms import inflection

_GENERAL = """
animal creature : pet | wildlife | livestock | bird | insect : puppy kitten calf lamb foal monkey ape chimpanzee panda kangaroo crocodile lizard frog
bird : bird : eagle chicken hen duck goose turkey
insect : insect:
fish : fish:
dog :: puppy terrier retriever poodle labrador rottweiler alsatian
cat :: kitten
vehicle : vehicle : ambulance scooter moped suv pickup minibus coach jeep tank
bike :: bicycle motorcycle motorbike scooter
vessel boat : ship : ferry canoe dinghy kayak sailboat
aircraft :: helicopter glider airliner biplane
weapon : weapon : dagger machete axe crossbow shotgun handgun revolver
gun firearm :: pistol rifle shotgun handgun revolver
bomb explosive :: grenade mine
building : building | shop : house cottage tower skyscraper barn mansion pub
shop store : shop : boutique
room : room:
instrument : instrument : trombone tuba harmonica
food meat : meat:
food : fish | vegetable | fruit : bread cheese pizza rice pasta soup cake potato onion tomato apple banana egg
fruit : fruit : apple banana orange grape
vegetable : vegetable : potato onion tomato
drink beverage : drink : coffee tea cocktail lemonade champagne cider gin rum
clothes clothing garment : garment | clothes worn : skirt jumper sweater blouse scarf suit
furniture : furniture:
device : device:
computer :: laptop
metal : metal:
crop : crop:
tree : tree:
flower :: rose tulip daffodil lily orchid
disease illness : disease:
crime offence : crime:
sport : sport | more sport | athletics:
relative : relative:
medicine drug : medicine:
water : water : stream
road :: street avenue motorway highway lane
document : document:
"""
"""Words for a thing of a kind, then the kinds of `kinds.py` and the other words that they cover. What has two meanings is left out."""
_MASS = words_of("food meat fruit clothes clothing furniture water fish")
"""Of these there are not one and many."""
_COVERED: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
"""General noun -> the kinds and the words that it covers."""
for _line in _GENERAL.strip().splitlines():
    _names, _kinds, _words = _line.split(":")
    for _name in _names.split():
        _COVERED[_name] = frozenset(map(str.strip, _kinds.split("|"))) - {""}, words_of(_words)

_HIM = words_of("man boy gentleman father son brother husband")
_HER = words_of("woman girl lady mother daughter sister wife")
_YOUNG = words_of("boy girl baby infant newborn toddler child kid teenager")
_GROWN = words_of("man woman gentleman lady person human individual somebody someone adult")
_ANYBODY = words_of("person human individual somebody someone")
_PERSONS: dict[str, frozenset[str]] = {
    **dict.fromkeys(_ANYBODY, _ANYBODY | _HIM | _HER | _YOUNG | {"adult"}),
    **dict.fromkeys(words_of("child kid youngster"), _YOUNG),
    "adult": words_of("man woman gentleman lady"),
    "man": words_of("gentleman father husband"),
    "woman": words_of("lady mother wife"),
}
"""The words for a human being of any or one sex and age, and which others they cover."""
_ROLES = frozenset(
    (
        "occupation", "specialist", "military rank", "officer of a firm", "office", "learner", "people", "on board", "army",
        "household", "part in a crime", "part of a team", "person on a ship or plane",
    )
)  # fmt: skip
_WHO = words_of(
    "officer official worker protester demonstrator activist gunman attacker robber thief burglar suspect resident villager visitor"
    " player athlete runner rider performer guest leader politician lawmaker scientist researcher citizen migrant walker climber hiker"
    " neighbour neighbor colleague relative friend intruder hostage survivor bystander fan supporter"
)
_HIS, _HERS = ("man", "monk", "king", "prince", "waiter"), ("woman", "ess", "nun", "queen")
"""How a word for somebody who does or is something ends where it tells the sex."""


def _in_the_singular(word: str) -> str:
    return IRREGULAR.get(word, inflection(word) if word.endswith("s") and not word.endswith("ss") else word)


@lru_cache(maxsize=20_000)
def covers(general: str, word: str) -> bool:
    """Whether what a lower-case noun names is always what a more general one does: "dog", "animal"; "voters", "people".

    A man or woman may also be whoever does or is something that does not tell the other sex.
    """
    x, y = _in_the_singular(general), _in_the_singular(word)
    if x == y or ((x == general) != (y == word) and x not in _MASS):
        return False
    if x in _PERSONS and (y in _PERSONS[x] or (x in _GROWN and _is_somebody(x, y))):
        return True
    kinds, words = _COVERED.get(x, ((), ()))
    return y in words or not KINDS.get(y, {}).keys().isdisjoint(kinds)


def _is_somebody(human: str, word: str) -> bool:
    """Whether a word tells what somebody does or is, and may be told of such a human being."""
    if word not in _WHO and _ROLES.isdisjoint(KINDS.get(word, ())):
        return False
    return not word.endswith(
        {"man": _HERS, "gentleman": _HERS, "woman": _HIS, "lady": _HIS}.get(human, ("-",))
    )
