"""Words that a repeat may put in each other's place, and words that say little about which claim is meant.

Both only help to find and to order: whether two claims say the same never rests on them. The groups are loose
("shot" may be a vaccination or a crime), so a word of the group counts for a part of the word itself.
"""

from __future__ import annotations

from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stem

_CHATTER = words_of(
    """
    lol lmao lmfao rofl omg wtf smh tbh imo imho idk btw fyi dm rt icymi tldr ya yall yo ur u r thx pls plz wow whoa
    ugh yikes oops oh ah haha ha hey hi hello yes yeah yep yup nope ok okay damn hell shit fuck fucking fucked ass
    bitch crap freaking please thank thanks sorry congratulation congratulations welcome bless amen guys folks dude
    bro man everybody everyone somebody someone anyone anybody nobody literally actually basically seriously honestly
    truly really totally absolutely completely obviously clearly apparently simply certainly definitely exactly
    probably maybe perhaps unbelievable incredible amazing awesome disgusting shameful shame disgrace disgraceful
    outrageous insane ridiculous pathetic terrible horrible awful terrifying scary sad beautiful wonderful wild weird
    shocking shocked kidding joke believe imagine guess wonder hope wish wait remember forget happen happening know
    think feel want need let let's look looks see watch read listen hear check click follow share retweet tweet tell
    ask mean seem try keep get got gonna wanna gotta come go going thing things stuff something anything everything
    nothing lot lots bunch now today tonight again already still ever never always yet soon later ago moment way kind
    sort bit what's who's how's breaking update thread link below above pic photo good bad right wrong true real big
    great new
    """
)
CHATTER = frozenset(stem(word) for word in _CHATTER)
"""Stems of words that posts are full of whatever they are about: claims have them seldom, so they would pass for rare."""

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


def _akin() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in _GROUPS.replace("\n", "|").split("|"):
        stems = {stem(word) for word in group.split()}
        for one in stems:
            found.setdefault(one, set()).update(stems - {one})
    return {term: frozenset(others) for term, others in found.items()}


AKIN = _akin()
"""Stem -> the stems that may stand in its place."""
