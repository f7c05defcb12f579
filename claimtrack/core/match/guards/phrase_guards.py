"""The guards that only compare phrases, one per row of phrases; `phrase_patterns.py` matches them."""

from __future__ import annotations

from claimtrack.core.match.guards.difference import symmetric_check, symmetric_guard
from claimtrack.core.match.guards.phrase_patterns import phrase_guard
from claimtrack.core.match.guards.scope.partitives import are_complementary_counts

asked_or_granted = phrase_guard(
    "asked_or_granted",
    """Somebody asked in one for what they received in the other: "applied for membership", "was accepted as a member".""",
    (
        "applied/applies/asked/asks/bid/appealed/hoping for >|applied/applies/asked/asks/bid/appealed/hoping for ... of >",
        "granted/grants/accepted/accepts/admitted/admits/awarded/awards/obtained/obtains/received/receives/got/gets",
    ),
    alone=True,
)
won_or_missed = phrase_guard(
    "won_or_missed",
    """Something is won in one and missed or lost in the other, which may report another win: "won, but missed a majority".""",
    (
        "missed/misses the @",
        "won/wins/secured/secures/gained/gains/got/gets/kept/keeps/held/holds/regained/regains/retained/retains/broke/breaks/beat/beats the @"
        "|set/sets/met/meets/hit/hits/reached/reaches/made/makes/caught/catches the @",
    ),
    unless="only",
    compatible=are_complementary_counts,
)
under_discussion_or_done = phrase_guard(
    "under_discussion_or_done",
    """Something is demanded, reviewed or debated in one and done in the other: "is reviewing", "has been approved".""",
    (
        "pending/demanding/urging/reviewing/awaiting/considering/considers/mulling/drafting/debating/discussing",
        "has/have/had/having _",
    ),
    alone=True,
)
pending_or_done = phrase_guard(
    "pending_or_done",
    """Something is still to come in one, and done, in use or in force in the other: "still under construction", "already in service".""",
    (
        "waiting for/to|waits/awaits|awaiting",
        "has/have received/got/obtained/secured/won|has/have been given/granted/sent/delivered/approved/paid/shipped/issued"
        "|has/have already|received/granted/approved",
    ),
    (
        "under construction/way|being built/rebuilt/repaired/restored/demolished/collected/debated/discussed|still being/under _|still building/counting/repairing/testing",
        "already|complete/completed/finished|has/have opened/reopened/ended|in/into service/operation/use",
    ),
    (
        "under review/consideration/discussion/negotiation/debate|being "
        "considered/debated/discussed/negotiated/reviewed/drafted|yet to "
        "vote/decide/rule/approve/sign/agree|considering/debating/discussing/reviewing/drafting/negotiating|undecided|not "
        "yet decided/ruled/voted/approved|nothing is decided",
        "has/have/been/is/are/was/were approved/passed/adopted/legalised/legalized/banned/signed/concluded/given/enacted/accepted/ruled/endorsed"
        "|parliament/senate/congress/council/legislature approved/passed/adopted/legalised/legalized/banned/gave"
        "|in/into force/effect|will be banned/abolished|issued",
    ),
    (
        "only/just/merely/still a plan/proposal/trial/draft/idea/suggestion/rumour/test/experiment",
        "has/have -ed|has/have become/been|already|permanent/reality/law",
    ),
    (
        "is/are to get/receive/have/become|planned/scheduled/rumoured/expected|promised/promises/pledged/vowed|plans/planning to",
        "already|has/have opened/received/got/obtained/become/gained|has/have officially/formally|in/into service/operation/use",
    ),
    (
        "take/takes/taking effect/force next|come/comes/be in/into force/effect next|next _ ... in/into force/effect",
        "been/is/are/was/were/now/already in force/effect|took/taken effect",
    ),
    unless="proposal dropped abandoned cancelled rejected scrapped blocked shelved before begun started until "
    "if once when",
    denied=(0, 1),
    alone=True,
)
in_force_or_not = phrase_guard(
    "in_force_or_not",
    """A law is in force in one and only a bill in the other: "a law now in force bars", "a bill would bar".""",
    (
        "in/into force|taken/took effect|became/become law",
        "bill/bills/draft/drafts/proposed/proposal/proposals ... would"
        "|withdrew/withdrawn/withdraws/scrapped/suspended/dropped/cancelled/repealed/revoked/shelved/postponed/delayed/abolished/annulled",
    ),
    unless="will once when if until due yet",
    denied=None,
    alone=True,
)
for_or_against = phrase_guard(
    "for_or_against",
    """One side demonstrated for what the other protested against: "demonstrated for the closure", "protested the closure".""",
    (
        "demonstrate/demonstrated/demonstrating/demonstration/demonstrations/march/marched/marching/rally/rallied/rallies/campaigned for >",
        "protest/protested/protesting/protests >|protest/protested/protesting/protests/demonstrate/demonstrated/demonstrating/demonstration"
        "/demonstrations/march/marched/marching/rally/rallied/rallies/campaigned against >",
    ),
    unless="lack end ban",
)
unless_or_only_if = phrase_guard(
    "unless_or_only_if",
    """The same condition prevents something in one and is required for it in the other: "unless the court agrees", "only if the court agrees".""",
    ("unless >", "only if >"),
)
ended_or_ongoing = phrase_guard(
    "ended_or_ongoing",
    """Something has ended in one and is going on in the other: "finished examining", "has been examining".""",
    (
        "finished/completed/concluded/stopped/ended/ceased/quit/began/started @-ing",
        "is/are/am/was/were/been/being/still @-ing",
    ),
)
record_or_below = phrase_guard(
    "record_or_below",
    """Something is a record in one and below the record in the other: "a record", "fewer than in the record year".""",
    (
        "the record|record/records",
        "fewer/less/lower/smaller/below/under/short/behind/missed/missing .. record/records"
        "|fewer/less/lower/smaller/below/under/short/behind/missed/missing .. previous/last/former record/records",
    ),
)
all_time_or_since = phrase_guard(
    "all_time_or_since",
    """Something is the extreme of all time in one, and only since a year in the other: "the warmest on record", "the warmest since 1990".""",
    (
        "the @-est ... on record|the @-est ... in history|the @-est ... ever recorded/measured|the @-est ... all time",
        "the @-est ... since #",
    ),
    other_without="records began record recorded measured measurements first ever begun started founded",
)
depends_or_regardless = phrase_guard(
    "depends_or_regardless",
    """Something depends on a measure in one and is the same whatever that measure in the other: "by weight", "whatever the weight".""",
    (
        "by @|by the @|according to the @|depending/depends/depend/based on the @",
        "whatever the @|regardless/irrespective of the @",
    ),
)
access_or_none = phrase_guard(
    "access_or_none",
    """Something is inaccessible in one and available in the other: "no access to power", "power is available to them".""",
    (
        "no/lack/lacks/without access to >|cannot/can't/couldn't/unable to get/obtain/use/buy/reach "
        ">|cannot/can't/couldn't get/obtain/use/buy/reach >",
        "access/available/accessible",
    ),
    unless="% percent few minority only some unavailable inaccessible denied refused limited",
    denied=(1,),
)
first_or_not = phrase_guard(
    "first_or_not",
    """Somebody is the first in one, and others came before in the other: "the first state to ban it", "others had already".""",
    (
        "the first|its/his/her/their first",
        "other/others/another/several/many ... already/previously/before/earlier|already ... other/others/another/several/many",
    ),
    unless="second no",
    other_without="first any every",
)
must_or_may = phrase_guard(
    "must_or_may",
    """Something is obligatory in one and optional in the other: must, may; mandatory, voluntary.""",
    (
        "must/compulsory/mandatory/obligatory/obliged/obligated/compelled/required/forced|has/have/had to",
        "can/may/could/voluntary/voluntarily/optional/free/allowed/permitted/choose",
    ),
    unless="only unless until if whoever anyone",
    alone=True,
    decorate=symmetric_guard("opposite"),
)
need_not_or_must_not = phrase_guard(
    "need_not_or_must_not",
    """Something is not required in one and forbidden in the other: "does not have to", "is not allowed to".""",
    (
        "needn't|need not|not/don't/doesn't/didn't have to|not compulsory/mandatory/obligatory/obliged/obligated/compelled/required/forced",
        "mustn't/forbidden/prohibited/banned/barred|must/may not|not allowed/permitted",
    ),
    denied=None,
    decorate=symmetric_guard("opposite"),
)
unique_or_among = phrase_guard(
    "unique_or_among",
    """Something is the only one of its kind in one, and one of several in the other: the leading cause, a leading cause.""",
    ("the @first/last/only", "one of the @first/last/only|among the @first/last/only"),
    ("the @only _ of", "an @only _ of"),
    ("say/says/said/that most @", "say/says/said/that the most @"),
    (
        "the/its/his/her/their leading/main/major/chief/principal/primary/key/top/dominant/foremost/central/decisive @",
        "a/an/one/another leading/main/major/chief/principal/primary/key/top/dominant/foremost/central/decisive @",
    ),
    ("not the first/last/only to @", "the first/last/only not to @"),
    denied=None,
    decorate=symmetric_check("differs", sure=True),
)
definite_or_indefinite = phrase_guard(
    "definite_or_indefinite",
    """The article is definite in one and indefinite in the other, so that there may be several: "is the leader", "is a leader".""",
    ("is/was/became/becomes the/its/his/her/their @", "is/was/became/becomes a/an @"),
    denied=None,
    decorate=symmetric_check("differs", sure=False),
)
attempted_or_done = phrase_guard(
    "attempted_or_done",
    """Something was only attempted, requested or postponed in one and done in the other: "applied to join", "put off the plan to join", "joined".""",
    (
        "tried/tries/trying/attempted/attempts/attempting/applied/applies/applying/asked/asks/asking/sought/seeks/seeking/bid/bids/bidding "
        "to @|threatened/threatens/threatening/offered/offers/offering/struggling/struggled/struggles to "
        "@|postponed/postpones/postponing/postpone/delayed/delays/delaying/delay/shelved/shelves/shelving/shelve/deferred/defers/deferring/defer/abandoned/abandons/abandoning/abandon/dropped/drops/dropping/drop/scrapped/scraps/scrapping/scrap/put/puts/putting "
        "... "
        "plan/plans/decision/decisions/vote/votes/proposal/proposals/bid/attempt/attempts/move/moves/effort/efforts "
        "to/on/for/of @",
        "@-ed|managed/manages to @|succeeded/succeeds in @",
    ),
    ("agreed/agrees/moved/moves/pledged/pledges/vowed/vows/promised/promises to @", "has/have/had @-ed"),
    ("attempted @", "@"),
    other_without="tried try tries trying fail fails failed failing foiled thwarted prevented survived escaped plotted "
    "plan planned attempted attempts attempting",
)
_LASTING = "for/took/takes/take/last/lasts/lasted/lasting/was/were/is/are/after/spent"
one_or_many = phrase_guard(
    "one_or_many",
    """There is only one in one, and many in the other: "in only one country", "in several countries"; "only once", "repeatedly".""",
    (
        "only/just one >|a single >|only/just one of >",
        "many/several/multiple/numerous/various/countless/dozens/scores/hundreds/thousands >|many/several/dozens/scores/hundreds/thousands of >",
    ),
    (
        "only/just once",
        "repeatedly/frequently/often|many/several/numerous/countless/hundreds/dozens times|dozens/hundreds of times",
    ),
    *(
        (f"{_LASTING} a/an/one {span}", f"{_LASTING} {span}s")
        for span in ("minute", "hour", "day", "week", "month", "year")
    ),
    alone=True,
)
deputy_or_principal = phrase_guard(
    "deputy_or_principal",
    """One mentions a deputy where the other mentions the holder of the office: the vice president, the president.""",
    ("vice/deputy/assistant @", "@"),
    other_without="deputies assistants number no sub under junior vice deputy assistant general's",
    denied=None,
)
not_all_or_all = phrase_guard(
    "not_all_or_all",
    """One denies of all what the other says of every one: "not all stations", "every station".""",
    ("not all/every @|not all the @|not all of the @", "all/every @|all the @|all of the @"),
    denied=(1,),
)
over_or_from = phrase_guard(
    "over_or_from",
    """An age is a limit in one and included in the other: "older than 12", "12 or older".""",
    ("older than @|over/above @|over/above the age of @", "@ or older/over/above"),
    decorate=symmetric_check("differs", sure=False),
)
excepted_or_included = phrase_guard(
    "excepted_or_included",
    """Something is excepted in one and included in the other: "all rice other than basmati", "basmati as well".""",
    (
        "except/excepting/excluding/barring/excepted @|except for @|with the exception of @|other than @",
        "@ as well|@ too|including/also/even/included @",
    ),
)
with_or_without = phrase_guard(
    "with_or_without",
    """Something was absent in one and present in the other: "without a warrant", "with a warrant"; "without a vote", "after a vote".""",
    ("without >", "with/after/in/by/through/following/despite >"),
    unless="away invalid expired fake",
    denied=(1,),
)
had_or_without = phrase_guard(
    "had_or_without",
    """Somebody was without something in one and had it in the other: "without a warrant", "had a warrant".""",
    (
        "without >",
        "had/has/have/having/held/holding/carried/carrying/got/obtained/showed/produced/wore/wearing/used/using/received/given >",
    ),
    unless="little less few fewer insufficient too hardly scarcely barely would could should must may only "
    "except unless if invalid expired fake",
    denied=(1,),
)
zero_or_some = phrase_guard(
    "zero_or_some",
    """Something fell to zero or is absent in one, and is only reduced in the other: "cut to zero", "cut to 0.25 percent"; "no gas", "less gas".""",
    ("to zero/nil/nothing", "to #"),
    ("no @", "halved/halves/quartered/reduced/reduces/slowed/slows/curbed/curbs/limited/limits/restricted"),
    denied=(0, 1),
)
