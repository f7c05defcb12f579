"""Hypernyms (a dog is an animal), and words that are related without being synonyms. Data and two questions."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.core.language.word_lists import IRREGULAR, words_of
from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.terms import inflection, stem, stems_of

_LISTED = """
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
crime offence offense : crime:
sport : sport | more sport | athletics:
relative : relative:
medicine drug : medicine:
water : water : stream
road :: street avenue motorway highway lane
document : document:
"""
"""General nouns, then the kinds of `kinds.py` and the other words that they include. Ambiguous words are left out."""
_MASS_NOUNS = words_of("food meat fruit clothes clothing furniture water fish")
"""Nouns without a plural."""
_HYPONYMS: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
"""General noun -> the kinds and the words that it includes."""
for _line in _LISTED.strip().splitlines():
    _names, _kinds, _words = _line.split(":")
    for _name in _names.split():
        _HYPONYMS[_name] = frozenset(map(str.strip, _kinds.split("|"))) - {""}, words_of(_words)

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
"""General words for people of any or one sex and age -> the words that they include."""
_ROLES = frozenset(
    (
        "occupation", "specialist", "military rank", "officer of a firm", "office", "learner", "people", "on board", "army",
        "household", "part in a crime", "part of a team", "person on a ship or plane",
    )
)  # fmt: skip
_WHO = words_of(
    "officer official worker protester demonstrator activist gunman attacker robber thief burglar suspect "
    "resident villager visitor player athlete runner rider performer guest leader politician lawmaker "
    "scientist researcher citizen migrant walker climber hiker neighbour neighbor colleague relative friend "
    "intruder hostage survivor bystander fan supporter"
)
_HIS, _HERS = ("man", "monk", "king", "prince", "waiter"), ("woman", "ess", "nun", "queen")
"""Endings of nouns for people that show the sex."""


def _singular(word: str) -> str:
    """Return the singular of a noun, or the word itself."""
    return IRREGULAR.get(word, inflection(word) if word.endswith("s") and not word.endswith("ss") else word)


@lru_cache(maxsize=20_000)
def is_hypernym(general: str, word: str) -> bool:
    """Whether a lower-case noun always includes what another names: "animal", "dog"; "people", "voters".

    "Man" and "woman" also include occupations that do not show the other sex.
    """
    x, y = _singular(general), _singular(word)
    if x == y or ((x == general) != (y == word) and x not in _MASS_NOUNS):
        return False
    if x in _PERSONS and (y in _PERSONS[x] or (x in _GROWN and _may_be_person(x, y))):
        return True
    kinds, words = _HYPONYMS.get(x, ((), ()))
    return y in words or not KINDS.get(y, {}).keys().isdisjoint(kinds)


def _may_be_person(human: str, word: str) -> bool:
    """Whether a noun for what somebody does or is may be used of such a person."""
    if word not in _WHO and _ROLES.isdisjoint(KINDS.get(word, ())):
        return False
    return not word.endswith(
        {"man": _HERS, "gentleman": _HERS, "woman": _HIS, "lady": _HIS}.get(human, ("-",))
    )


CHATTER = stems_of(
    """
    lol lmao lmfao rofl omg wtf smh tbh imo imho idk btw fyi dm rt icymi tldr ya yall yo ur u r thx pls plz wow whoa
    ugh yikes oops oh ah haha ha hey hi hello yes yeah yep yup nope ok okay damn hell shit fuck+ed+ing ass bitch crap
    freaking please thank+s sorry congratulation+s welcome bless amen guys folks dude bro man everybody everyone
    somebody someone anyone anybody nobody literally actually basically seriously honestly truly really totally
    absolutely completely obviously clearly apparently simply certainly definitely exactly probably maybe perhaps
    unbelievable incredible amazing awesome disgusting shameful shame disgrace disgraceful outrageous insane
    ridiculous pathetic terrible horrible awful terrifying scary sad beautiful wonderful wild weird shocking shocked
    kidding joke believe imagine guess wonder hope wish wait remember forget happen happening know think feel want
    need let let's look+s see watch read listen hear check click follow share retweet tweet tell ask mean seem try
    keep get got gonna wanna gotta come go going thing+s stuff something anything everything nothing lot+s bunch now
    today tonight again already still ever never always yet soon later ago moment way kind sort bit what's who's
    how's breaking update thread link below above pic photo good bad right wrong true real big great new
    """
)
"""Stems of words that posts contain whatever they are about: as claims seldom have them, they would pass for rare."""

_GROUPS = """
kill murder slay slain homicide | die dead fatal fatality decease pass | doctor physician medic surgeon
ban prohibit forbid outlaw bar | jail prison imprison incarcerate cell | arrest detain custody apprehend
car vehicle automobile auto | truck lorry | plane aircraft airplane jet aeroplane flight | ship boat vessel ferry
police cop officer | gun firearm weapon rifle pistol handgun | shoot shot gunman shooter
bomb explosive explosion blast | photo photograph picture image pic selfie snapshot | video footage clip film
movie film | fake hoax bogus phony doctored fabricated manipulated photoshop altered edited | president potus
supreme scotus | gop republican | democrat dem dnc | vp vice | money cash dollar fund | pay wage salary
tax levy | buy purchase | sell sale | firm company corporation business | shop store retailer | close shut shutter
job employment work | worker employee staff | fire sack dismiss layoff | hire recruit employ | resign quit step
kid child baby infant toddler minor youngster | boy son | girl daughter | mom mother mum | dad father
wife spouse husband | pregnant pregnancy | immigrant migrant refugee alien undocumented illegal asylum
border frontier wall | deport expel | muslim islam islamic | jew jewish | christian christianity | church parish
bible scripture | vote ballot election elect poll | senator senate | congress lawmaker legislator
bill legislation law act | say state claim tell declare announce assert | ask request | deny refute
admit confess acknowledge | demand urge call | attack assault strike hit | beat punch
protest demonstration demonstrator protester march rally | riot unrest loot | virus coronavirus covid pandemic
vaccine vaccination shot jab immunization | sick ill illness disease | cure treat treatment remedy
medicine drug medication pharmaceutical | hospital clinic | cancer tumor tumour
big large huge massive giant enormous | small tiny little | rich wealthy | poor impoverished | old elderly
smart intelligent | begin start launch | end stop cease halt | increase rise grow raise
decrease fall drop decline reduce cut | help aid assist assistance relief | give donate donation
get receive obtain | show display depict reveal | hide conceal | find discover | lose loss | win victory
leave depart exit | house home residence mansion | apartment flat | school classroom student pupil
university college | teacher educator | professor academic | fire blaze burn wildfire | flood flooding
storm hurricane cyclone | quake earthquake | heat warming climate | food meal | eat consume | drink beverage
dog puppy canine | cat kitten feline | pig hog swine pork | cow cattle beef | usa america american us
uk britain british | eu european | war conflict military army troop soldier | veteran vet | navy naval
nuclear atomic nuke | truth fact | lie falsehood mislead false | rumor rumour | secret hidden covert
plot conspiracy scheme | racist racism racial | black african | white caucasian | gay homosexual lgbt lesbian
trans transgender | woman female women | man male men | rape sexual molest harassment assault
abuse mistreat | pedophile paedophile pedophilia | court judge judicial | trial lawsuit sue
lawyer attorney counsel | guilty convict conviction | crime criminal felony | flag banner | statue monument
name rename call | airport airline | train railway rail | bus coach | road highway street
phone cellphone mobile smartphone | computer laptop | internet online web | website site | app application
tv television | show program programme series episode | actor actress celebrity star | singer musician
song music | author writer | book novel | newspaper press media journalist reporter | king queen royal monarch
prince princess | pope vatican catholic | shirt tshirt | hat cap
dress wear outfit clothing | free complimentary giveaway | discount coupon sale offer voucher | price cost
"""


def _related_stems() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in _GROUPS.replace("\n", "|").split("|"):
        stems = {stem(word) for word in group.split()}
        for related in stems:
            found.setdefault(related, set()).update(stems - {related})
    return {term: frozenset(others) for term, others in found.items()}


RELATED_STEMS = _related_stems()
"""Stem -> the stems that may take its place."""
