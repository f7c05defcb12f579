"""Everyday words of which another everyday word is a letter or two apart: neither is a misprint of the other.

Candidates were pairs of frequent words a letter or two apart, picked by hand: a word is left out where its only neighbours are forms of it or other spellings. Data and two questions.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Collection

_WORDS = """
    aboard abroad abstract accent accept accompanied accurate accused acknowledge acquired acquit across actress adapted address adopted adverse
    advice advised affected afflicted aggressive agreed airborne airport alleged alley allocated allowed allude allusion aloud altar alter alternate
    altitude ammunition amnesty angel anger announce apology apparent appraise arrow article artificial ascent assay assembled assent assertion assets
    attached attack attitude audio audit averse bacteria baker bakery ballet ballot basic basin basis basket batch battalion battery battle beach
    beast bench berth beverage biggest billet billionaire birth black blank blast bleach bleeding blind block blonde blood bloom blush board boast
    boost booth bottle boulder bounce bound bounty brain branch brass breach bread break breast breath breed breeze brick bridge brief bright bring
    brink broach broad brother brown building bullet butcher butterfly calvary cancelled candidate candle candy capita capital captain cardiac
    carriage carry cartridge casket catering cattle caught cavalry cellar censure certain certificate certified chain chair chamber champion chance
    chancellor change channel chanting chapter charge charitable charmed chart chasm cheap cheating cheers cheese chess chicken chief chronic cider
    clash class clause clean cleansing clear click clock cloud clown cluster coach coarse coast collar collection comet command commission committed
    commodity common community commute compact company comparative compared compassion compelling compensation competition complain complement
    complete compliment composite compression comprise computer conceived concept concerned concert concession conclusion concrete concussion
    condemned conducted confession confirmed conflict conform congestion connection conquest consecutive conservation consistent constant constituents
    constitution construction consumption contact contains contaminated contempt contender contention contest context continent contingent continue
    contract contrast convenient convention conversation converted convey convicted convinced convoy correct corruption couch cough council counsel
    count countess country county couple course court courtesy cover coverage crack craft cranium crash cream created creek creep cricket cross crowd
    crown crush crust culture curator curtain daily dairy dangerous daughter deadline decades decay deceased decent deception decided decoy decrease
    decree deduce deduct defeat defect deferred definition degree delay deliberate delivered delivery denounce denture department deported deposit
    depot depression derived descend described desert deserve design desist dessert destiny destroyed destruction details detained detective device
    devise diagram diary disburse disclose discreet discrete discussion disgrace dismissed disperse displaced dissertation distort distract district
    disturbing ditch divers diverse divided divine division dollars domain dominant donor dough draft drain dress drift drink drowning duration
    eastern ecology economy effect eject election electric emission emperor empire endure enquiry ensure enter entire entitled entry erected essay
    eternal evacuation evaluate evolution exalt except excerpt excise excite exhort expand expect expend expensive experience expert expired explain
    explicit explode exploit explore export extended external extinction extort extract exult factory faint fairy faker fakir fault feast feather
    federal feint fellow ferry fever fewer field fight fitness fixture flash flesh flight flock flood floor flush following foreword forward
    foundation fountain fraction freed fresh friction fridge front frontier frost frown frozen function funnel furry future gamble gambol garden
    gasket geranium giant glass graffiti graft grain grandfather grandmother grant grasp grass gravel greed green greet grief gross ground guess guest
    guild guilty hallway handle harden hardship harvest haven headline health healthy heaven height highest history hoard hoarse hockey homeland
    homemade honesty honey honor hottest humor illusion immerge immerse imminent immune impact impart implosion important imposed incident incite
    including increase indicate indictment induce infection inferior inflection inflicted influence influx ingenious ingenuous inherent inherited
    injection injured inland inner innocent innovation inquiry insects insert inside inspector insulation insult insurance integrate intercept
    interest interim interior internet internment interpretation interrupted interstate intervene invented investment invisible invited irrigation
    irritate island jacket jockey joint journal junction kettle knowledge lantern largest laser latitude laughter launch layer layoff least leather
    legion lessen lesson level lever library light lightning liner literary liver loath lobster local longest loser lottery lounge lover lower loyal
    lunch lynch maintain major maker manor margin marina marine marital marriage married martin massage match material maternal matron mature maximum
    mayor medal media median medical memoir memorial memory merit merry message messenger metal meters millionaire mineral minimum minister minor
    minus minutes misuse mixture mobster model moderate module moist money monitor monster months moral mortality motion motor mound mountain mourn
    mouth narrow national natural naval navel nearest necessity newer night nominated north northern notion novel novelty nursery occurred older
    omission onion operator opponents opposite opposition oppress order overdo overdose overdue overnight overtime overweight packet painting paper
    parents parish parole particles partner party passage passenger passport password patch patent paternal patrol patron pattern pedal penal perish
    permission persecute persistence perspective petrol pilot pinch piper pitch pivot plain plaintive planet planner plant plastic plausible playoff
    pleasure poach pocket point poison poker polar police policy political position pottery poultry pounce pounds poverty power preach precious
    predicted preference premier prescribed preserve presidency president press pressure presume pretend prevention preview previous primary prince
    princess principal principle print prison privacy proceed process produce professor profile profit profound progress project promote prompted
    pronounced property prophecy prophet proportion proscribe prosecution prospect protect protein protest protract provide provision published punch
    quantity quarter question rabid racist radical radio railway rally ranch rapid rapist ratio rational reach reaction reason rebel receipt recent
    reception recession recover reduce referee reference refined refuge refugees refused regain region register regular rehired reign reject related
    relax relay relic relict remain remission remote removed renal renounce repair repay repel reply report rescind resemble resent reserve residency
    residents resigned resistance resolution resort respect restart restaurant resume retail retain retention retired retried revenge revenue reverse
    revert review revised revolt revolution richest right river rocket rotor rough round rover royal rubbish rumor runaway runway saint sample satire
    scandal scarce scarf scatter scent scooter scout scrap screaming season secular select separate settlement sewer shaft shallow shark sharp shatter
    sheep sheer sheet shelf shelter shelves shift shock short shortest shot shout shutter sight silence simple sinister skill skull slain slash
    slaughter sleep sleeve slender slick small smart smash smell snack sneak solar sound southern spark sparse speak spear species specific spell
    spent spill sponsored spouse spray spring stable stack staff stairs stall stamp stance stand staple stark start starve stationary stationery
    statue stature status statute steal steam steel steep steer stern stick stiff stock storm story strain strait stranded strange strap straw stray
    streak stream stride strife strike string strip strive stroke strong stuck studio study stunt stutter subject submarine submitted subset substance
    success suggest summary summit sunset supplement suppliers suppress surgeon surgery surpassed surplus surrender suspect suspended suture swallow
    swamp swear sweat sweep sweet swift tally teacher teeth terrain testify thick thief thieves threat throat throne throw ticket tight tonic topic
    torch tortuous torturous touch tough tower toxic toxin track traction traffic trail training traitor transfer transit transmitted transplant
    travel tread treason treasure treatment treaty trend trial tribunal tribute trick trooper trouper trousers truck trunk trust tumor tunic tunnel
    turban tutor tweet union uranium urban vacancy vacant vacation vagrancy valley vault venal venture veracious verdict victory villa village viral
    vital vocal vocation voracious vulture waitress wallet warden warship watch water weakest wealth wealthy weather weight wheat wickets widen wider
    widow window witness worship worth wounded wrath yeast yellow yield young youngest youth
"""
_ONE_HEAD = (
    "personal personnel", "constitution constituency constituent", "international internet interned",
    "conservative conservation", "christian christmas", "republic republican", "democrat democracy", "liberal liberation",
    "physical physician physicist", "popular population", "secret secretary", "contract contrast contrary contraception contradict contractor",
    "transport transplant transparent", "interview intervene interval", "committed committee", "complete complex complement",
    "concern concert", "construct constraint", "continue continent contingent", "convention convenient", "consult consulate",
    "district distribute", "electric electronic", "experience experiment", "hospital hospitality", "import important", "instruct instrument",
    "invest investigate", "opposition opposite", "principal principle", "professor profession", "protest protestant", "represent repression",
    "respond responsible", "social socialist", "special species", "transfer transform", "prospect prosper", "statute statue",
    "industry industrious", "economic economical", "provision province", "organic organise", "artillery artificial", "extension extensive",
    "commerce commercial", "presence presentation", "distinct distinguish", "parliament parlour", "passport passenger",
)  # fmt: skip
"""Words that begin with the same six letters, and are no forms of one."""
_ONE_STEM = (
    "university universities | universal | universe", "community communities | communist communists communism | communal", "conversion | conversation",
    "general | generation generations | generic | generous", "organic | organised organized", "executive executives | execution executions",
    "international | internal | interns", "state states | station stations",
    "severe severely | sever severs severed", "human | humane", "import imports imported | important", "object objects | objective objectives",
    "minor | minority minorities", "customs | custom", "patent patents | patently", "army | arms", "position positions | positive",
    "active | activist activists", "engine engines | engineer engineers", "capital | capitalism capitalist", "ration rations | rational",
    "plan plans | plane planes", "car cars | care", "cap caps capped | cape capes", "tap taps | tape tapes", "win wins | wine wines", "rat rats | rate rates",
    "star stars | stare stares", "score scores scored | scour scoured", "grip grips gripped | gripe gripes", "route routes | rout routs", "mat mats | mate mates",
    "consent | consist consists consisted", "violence | violation violations",
    "mission missions | missing | missive missives", "former | form forms | formal formally", "major | majority majorities", "pressing | press",
    "part parts | partition partitions", "terror | terrible", "trait traits | traitor traitors", "past | pastor pastors",
    "charity charities | charred",
    "prison prisons | prisoner prisoners inmate inmates", "roma gypsy gypsies | romanian romanians romania", "indiana | india indian indians",
    "islamist islamists | islamic islam muslim muslims moslem moslems", "tried | tired",
    "serious | series", "marsh marshes | marshal marshals", "sector sectors | section sections | sect sects",
    "credit credits | creditor creditors", "portion portions | port ports", "resident residents | residence residences",
)  # fmt: skip
"""Words that are one to the matcher by their stem, and are not one; bars part those that are."""
_GROUP = {
    word: (at, kind)
    for at, listing in enumerate(_ONE_STEM)
    for kind, words in enumerate(listing.split("|"))
    for word in words.split()
}


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(map(stem, _WORDS.split()))


@lru_cache(maxsize=1)
def _apart() -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(map(stem, pair)) for group in _ONE_HEAD for pair in combinations(group.split(), 2)
    )


def are_two_words(a: str, b: str) -> bool:
    """Whether two terms that look alike are stems of two words that both are common: county and country."""
    return (a in _known() and b in _known()) or frozenset((a, b)) in _apart()


_ONE_SYLLABLE = re.compile(r"([b-df-hj-np-tv-z]*u?[aeiou])([bdgkmnprt])(\2?)(ed|ing)")


def _once_or_twice(word: str) -> str:
    """What a verb of one syllable is with its last letter once for twice, or twice for once, which is another: hoped, hopped."""
    found = _ONE_SYLLABLE.fullmatch(word)
    return f"{found[1]}{found[2] if found[3] else found[2] * 2}{found[4]}" if found else ""


def of_one_stem(a: Collection[str], b: Collection[str]) -> tuple[str, str] | None:
    """Of the words that each side alone has, the first two that share their stem and are two words: universal, university; raped, rapped."""
    for word in sorted(a):
        other = _once_or_twice(word)
        if other in b:
            return word, other
    ours, theirs = _kinds(a), _kinds(b)
    apart = (at for at in ours.keys() & theirs.keys() if ours[at].keys().isdisjoint(theirs[at]))
    return next(((max(ours[at].values()), max(theirs[at].values())) for at in sorted(apart)), None)


def _kinds(words: Collection[str]) -> dict[int, dict[int, str]]:
    """Group -> kind -> word, of the words that stand in a group: "inmates" of a "prison" are prisoners."""
    found: dict[int, dict[int, str]] = {}
    for word in sorted(words):
        if word in _GROUP:
            at, kind = _GROUP[word]
            found.setdefault(at, {})[kind] = word
    return found
