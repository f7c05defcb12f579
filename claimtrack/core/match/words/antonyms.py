"""Antonyms by axis, the pole that a word takes on each, and nouns for the two ends of a relation."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.core.match.words.terms import stem, stems_of

_AXES: dict[str, tuple[str, ...]] = {
    "direction": (
        "rise increase grow climb jump soar surge hike boost expand skyrocket rocket up raise gain double "
        "triple treble quadruple upward raised",
        "fall decrease drop decline cut lower reduce shrink plunge slump sink tumble plummet slash down "
        "downward halve lose",
    ),
    "comparative": ("more higher greater larger bigger", "less fewer lower smaller"),
    "age": ("older elder", "younger"),
    "speed": ("faster quicker", "slower"),
    "length": ("longer longest lengthen prolong", "shorter shortest shorten"),
    "strength": ("stronger strengthen", "weaker weaken"),
    "price": ("dearer costlier expensive", "cheaper cheap inexpensive"),
    "warmth": ("hotter warmer hottest warmest", "colder cooler coldest coolest"),
    "wealth": ("richer wealthier richest wealthiest rich wealthy", "poorer poorest poor bankrupt"),
    "safety": ("safer safest safe harmless edible",
        "riskier dangerous deadlier deadliest riskiest toxic poisonous venomous harmful"),
    "superlative": ("most highest greatest largest biggest", "least fewest lowest smallest"),
    "quality": ("best better improve", "worst worse worsen deteriorate"),
    "rank": ("first", "last"),
    "age superlative": ("oldest eldest", "youngest newest"),
    "bound": ("above over exceed maximum", "below under minimum"),
    "order": ("before until", "after since"),
    "outcome": ("win victory", "lose defeat loss"),
    "permission": (
        "allow permit legalise legalize authorise authorize let approve",
        "ban forbid prohibit outlaw bar block criminalise criminalize reject",
    ),
    "stand": ("support back favour endorse favor approve advocate proponent", "oppose opponent against resist reject rejected"),
    "answer": ("accept agree confirm admit grant", "reject refuse deny decline"),
    "truth": ("true real genuine authentic unedited accurate",
        "false fake misleading untrue hoax bogus fabricated doctored edited manipulated retouched staged "
        "photoshopped invented fictional fictitious"),
    "test": ("positive", "negative clean"),
    "life": ("alive survive survived living", "dead die died killed"),
    "trade": ("import", "export"),
    "deal": ("buy bought purchase", "sell sold sale"),
    "beginning": ("start begin launch open reopen resume resumed restart restarted",
        "stop end finish completed close halt shut seal closure shutdown lockdown blockade"),
    "staff": ("hire recruit", "fire sack dismiss lay laid axe"),
    "verdict": ("guilty convict convicted conviction sentenced", "innocent acquit acquitted acquittal clear cleared exonerate"),
    "sex": (
        "man male boy husband father son men boys brother king bull ram boar stag colt groom widower "
        "hero duke baron policeman businessman schoolboy grandfather uncle nephew boyfriend gentleman "
        "spokesman chairman congressman headmaster stepfather grandson grandpa steward",
        "woman female girl wife mother daughter women girls sister queen cow mare ewe sow lioness vixen doe "
        "filly bride widow heroine duchess baroness policewoman businesswoman schoolgirl grandmother "
        "aunt niece girlfriend lady spokeswoman chairwoman congresswoman headmistress stepmother "
        "granddaughter grandma stewardess"),
    "sector": ("public", "private"),
    "share": ("majority", "minority"),
    "presence": ("enter invade occupy storm", "withdraw withdrawn vacate"),
    "hold": ("take took seize seized assume acquire", "abandon relinquish cede surrender"),
    "step to an office": ("nominate nominated", "confirm confirmed"),
    "keeping a rule": (
        "uphold upheld keep kept retain retained expand extend extended prolong prolonged renew renewed", "lift lifted scrap abolish repeal"),
    "ruin": ("survive survived save saved withstand withstood intact unscathed",
        "destroy destroyed wreck wrecked collapse collapsed crumble unravel ruin ruined gutted topple "
        "toppled"),
    "clemency": ("execute executed hang hanged", "spare spared pardon pardoned reprieve reprieved"), "footing": ("strengthen bolster", "abolish scrap dissolve"),
    "fate": ("rescue rescued", "dead die died killed drown drowned"),
    "movement": ("enter arrive join rejoin", "leave exit depart quit"),
    "money": ("earn income revenue profit surplus", "spend expense loss deficit"),
    "love": ("love like", "hate dislike"),
    "help": ("help benefit protect", "hurt harm damage hinder"),
    "cause": ("cause", "prevent cure"),
    "pass": ("pass succeed success", "fail failure reject rejected"),
    "add": ("add include create", "remove exclude destroy eliminate"), "way out of prison": ("release released", "escape escaped"), "return": ("restore restored reinstate reinstated reintroduce return returned", "remove removed scrap scrapped strip stripped revoke revoked"),
    "all": ("all every always everyone entire everybody whole", "most majority", "some sometimes several few minority", "rarely seldom", "half", "nearlyall"),
    "extent": ("extend extended lengthen prolong extending", "shorten shortened curtail shortening"),
    "width": ("widen wider widest broaden", "narrow narrower narrowest"),
    "rules": ("tighten tightened toughen stricter strict tougher", "loosen relax relaxed ease eased laxer lax"),
    "pace": ("accelerate quicken speed", "decelerate slow slowed"),
    "dirt": ("clean cleaner cleanest", "dirty dirtier dirtiest polluted filthiest"),
    "word": ("kept keep honour honored honoured fulfil fulfill", "break broke broken breach betray"),
    "ruling": ("uphold upheld", "overturn overturned quash quashed annul annulled"), "signature": ("sign signed", "veto vetoed"),
    "hearing": ("uphold upheld", "reject rejected dismiss dismissed"), "measure": ("excessive", "insufficient"), "use of a place": ("occupied full", "empty vacant unoccupied"),
    "coverage": ("apply applicable covered", "exempt exempted spared excluded"), "credit": ("borrow", "repay repaid"),
    "duty": ("pay liable charge", "exempt exempted spared waive"), "praise": ("praise commend applaud hail", "criticise criticize condemn blame denounce"),
    "trust": ("trust", "distrust mistrust"), "memory": ("remember", "forget"),
    "assault": ("attack invade", "defend"),
    "loan": ("lend lent", "borrow"),
    "gift": ("give gave donate", "receive"),
    "informing": ("inform informed notify notified aware tell told", "unaware uninformed conceal hide hid"),
    "sobriety": ("drunk intoxicated", "sober"),
    "lapse": ("renew renewed extend extended", "lapse lapsed expire expired cancelled canceled"),
    "standing": ("lead ahead", "trail behind"),
    "custody": ("arrest jail imprison detain custody capture captured", "release free freed fugitive escape escaped"),
    "appointment": ("appoint elect name reappoint", "oust dismiss sack remove removed"),
    "wedlock": ("marry married", "divorce divorced"),
    "works": ("build built construct erect", "demolish demolished raze"),
    "run": ("continue resume reopen", "suspend pause halt discontinue suspension moratorium scrap scrapped"),
    "tallness": ("taller tallest", "shorter shortest"), "repair": ("operational", "inoperative"),
    "loudness": ("quiet", "noisy loud"), "bustle": ("busiest busier", "quietest quieter"),
    "mood": ("happy happier happiest", "sad sadder saddest unhappiest"),
    "health": ("healthy healthier healthiest", "sick sicker unhealthiest"),
    "frequency": ("common commoner commonest often frequently", "rare rarer rarest"),
    "load": ("heavy heavier heaviest", "light lighter lightest"),
    "height": ("high", "low"),
    "earliness": ("early earlier earliest sooner", "late later latest delay delayed"),
    "ease": ("easy easier easiest", "hard harder hardest difficult"),
    "depth": ("deep deeper deepest", "shallow shallower shallowest"),
    "distance": ("nearest closest closer nearer", "farthest furthest farther further"),
    "setting": ("rural countryside", "urban city"),
    "origin": ("domestic", "foreign"),
    "term": ("permanent permanently", "temporary temporarily"),
    "obligation": ("compulsory mandatory obligatory obliged obligated compelled", "voluntary optional choose"),
    "advice": ("must required obliged compulsory mandatory", "advised recommended encouraged urged"),
    "reckoning": ("gross", "net"), "court": ("civil", "criminal"),
    "room": ("indoor indoors inside", "outdoor outdoors outside"),
    "crossing": ("immigrate immigrant immigration", "emigrate emigrant emigration"),
    "grade": ("upgrade promote promoted", "downgrade demote demoted"),
    "owner": ("nationalise nationalize", "privatise privatize"),
    "peace": ("peace", "war"), "suit": ("plaintiff", "defendant"),
    "gravity": (
        "serious severe critical grave seriously severely critically gravely badly", "minor slight slightly lightly superficial mild mildly"),
    "fill": ("full overcrowded packed", "empty"), "recovery": ("coma comatose unconscious", "discharge discharged"),
    "attendance": ("present", "absent"),
    "outlook": ("optimistic", "pessimistic"),
    "balance": ("surplus", "deficit shortfall"),
    "gain": ("gain", "loss"), "wage": ("overpaid", "underpaid"),
    "freeze": ("melt thaw", "freeze froze frozen"), "hold on a sum": ("freeze froze frozen", "abolish abolished scrap scrapped"),
    "estimate": ("overestimate overstate overcount", "underestimate understate undercount"),
    "gender rights": ("equal", "unequal"),
    "leaning": ("pro", "anti"), "aid": ("supporter ally advocate proponent", "opponent enemy critic"),
    "reward": ("reward", "punish"),
    "show": ("appear emerge", "disappear vanish"),
    "agreement": ("ratify sign signed", "withdraw withdrawn"),
    "number": ("many numerous", "few"),
    "lawfulness": ("legal lawful legally lawfully", "illegal unlawful illegally unlawfully"),
    "fault": ("blame accuse", "clear cleared exonerate absolve vindicate"),
    "life of a rule": ("introduce introduced", "end ended"), "imposition": ("impose imposed introduce announce unveil launch",
        "lift lifted scrap abolish repeal shelve drop abandon ditch"),
    "event": ("hold held proceed", "postpone postponed cancel cancelled canceled"),
    "payment": ("pay paid", "receive received"),
    "reason": ("because due owing", "despite notwithstanding although though"),
    "intent": ("accident accidental accidentally", "deliberate deliberately intentional intentionally"),
    "tenure": ("rent rented", "own owned buy bought purchase purchased sell sold"), "getting": ("buy bought purchase purchased", "leased"),
    "company": ("alone unaided single-handedly", "accomplice accomplices"),
    "civil status": ("single unmarried", "married"),
    "secret": ("public publicly openly", "secret secretly"),
    "jobs": ("create add hire recruit", "cut axe shed slash lose lost"),
    "keeping a post": ("keep kept retain", "cost lose lost"),
    "obedience": ("heed follow obey comply respect", "ignore disregard defy flout breach violate contravene"),
    "access": ("open unlock", "lock seal sealed bolt bar blocked"), "fairness": ("fair", "rigged unfair"),
    "delivery": ("receive received arrive deliver", "await awaiting pending outstanding"),
    "amends": ("apologise apologize regret", "defend justify"),
    "parting": ("resign quit", "sack dismiss oust fire"),
    "settlement": ("pay paid", "default owe owed"), "debt": ("repay repaid", "default miss missed owe owed"),
    "attendance at an event": ("attend participate", "boycott skip snub absent missed"),
    "truth of a report": ("confirm admit acknowledge concede confess", "deny refute rebut dispute"),
    "staying": ("stay", "leave leaving depart evacuate flee resign quit"), "employment": ("employee", "freelance contractor"),
    "keeping": ("keep kept retain", "return refund surrender"),
    "reliance": ("self-sufficient", "dependent"),
    "secrecy": ("reveal disclose publish publicise", "conceal hide withhold suppress"),
    "sight": ("visible", "invisible hidden"),
    "guard": ("protect shield", "expose endanger"),
    "hope": ("hope hopeful", "fear fearful"), "ability": ("able", "unable"),
    "sufficiency": ("enough sufficient ample", "insufficient inadequate scarce shortage"),
    "encouragement": ("encourage urge", "discourage deter dissuade"),
    "acceptance": ("welcome embrace", "shun spurn"),
    "backing": ("sponsor fund finance", "defund"),
    "approach": ("advance", "retreat"),
    "quickness": ("hasten", "delay delayed"),
    "meeting a goal": ("exceed beat surpass meet met reach reached achieve", "undershoot miss missed"), "river": ("upstream upriver", "downstream downriver"),
    "membership": ("include", "omit exclude"),
    "storey": ("upstairs", "downstairs"), "side": ("liberal democrat democratic", "conservative republican gop"),
    "compass": ("north northern northwards northbound", "south southern southwards southbound", "east eastern eastwards eastbound", "west western westwards westbound"),
    "account": ("deposit deposited", "withdraw withdrew withdrawn"), "flow": ("inflow", "outflow"),
    "founding": ("create created establish established found founded", "abolish abolished dissolve dissolved disband disbanded"),
    "union of two": ("merge merged amalgamate amalgamated", "split demerge"), "uptake": ("absorb absorbed", "emit emitted"),
    "membership of a school": ("expel expelled", "readmit readmitted reinstate reinstated"),
    "freedom of a town": ("liberate liberated", "occupy occupied"), "defence in court": ("defend defended", "prosecute prosecuted"),
    "conclusion": ("completed finalise finalised finalize finalized", "cancelled canceled scrapped abandoned aborted"),
    "candidacy": ("choose chose chosen select selected", "drop dropped deselect deselected"),
    "floating": ("float afloat refloat refloated", "sink sank sunk"), "working order": ("enable", "disable"),
    "thrift": ("conserve", "waste squander"), "complexity": ("simplify", "complicate"), "course": ("converge", "diverge"),
    "stimulus": ("stimulate", "stifle"),
    "schooling of races": ("integrate integrated", "segregate segregated"), "calm": ("reassure", "alarm alarmed"),
    "hand": ("leftist leftwing", "rightist rightwing"),
}  # fmt: skip

CONTRARY_AXES = frozenset({"cause"})
"""Axes of which both poles may be denied: what does not cause it need not prevent it."""
AXES: dict[str, dict[str, int]] = {}
"""Word -> {axis: pole}; stems are keys, too, so that other forms are found."""
for _axis, _poles in _AXES.items():
    for _pole, _words in enumerate(_poles):
        for _word in _words.split():
            for _form in {_word, stem(_word), stem(f"{_word.removesuffix('e')}ed")}:
                AXES.setdefault(_form, {})[_axis] = _pole

_RELATIONS = """
son daughter child stepson stepdaughter | father mother parent dad mum mom
husband | wife
nephew niece | uncle aunt
grandson granddaughter grandchild | grandfather grandmother grandparent
pupil student | teacher
employee worker staff | employer boss
buyer | seller
tenant renter | landlord
patient | doctor surgeon nurse
voter | candidate
"""
RELATION_ROLES = {
    stem(word): (bond, end)
    for bond, ends in enumerate(_RELATIONS.strip().splitlines())
    for end, words in enumerate(ends.split("|"))
    for word in words.split()
}
"""Stem of a noun -> (relation, end): one relation may be described from either end, "pardoned his son", "pardoned by his father"."""

VOTE_WORDS = {"for": 0, "yes": 0, "no": 1}
"""What follows a verb of voting, with the pole it takes: "voted no" is "voted against"."""
VOTING_VERBS = stems_of("vote argue campaign speak rule decide plead")
"""After these "for" is the opposite of "against"."""


@lru_cache(maxsize=100_000)
def poles_of(word: str) -> tuple[tuple[str, int], ...]:
    """Return the axes on which a lower-case word takes a pole, each with that pole."""
    return tuple((AXES.get(stem(word), {}) | AXES.get(word, {})).items())
