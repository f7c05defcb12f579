"""Classes of words that tell a statement of fact from talk, written by hand."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NUMBER_WORDS = _words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety dozen dozens twenty-five"
)
LARGE_NUMBERS = _words("hundred hundreds thousand thousands million millions billion billions trillion trillions")
SHARES = _words("half third quarter fifth tenth percent percentage majority double doubled triple tripled twice quadrupled two-thirds one-third minority fraction")
EXTREMES = _words(
    "most least highest lowest largest biggest greatest worst fastest longest smallest strongest deepest oldest youngest "
    "lowest slowest poorest richest first only record ever unprecedented history historic leading top number-one last"
)
COMPARISONS = _words("more less fewer higher lower larger bigger smaller faster slower worse better greater longer than compared versus")
UNIVERSALS = _words("never always every everybody everyone nobody none all no any nothing everything single entire whole")
RISES_AND_FALLS = _words(
    "increase increased increases increasing rise rose risen rises rising fall fell fallen falling decline declined declining drop "
    "dropped dropping grow grew grown growing growth reduce reduced reduction reductions cut cuts cutting raise raised raises raising "
    "lost lose losing loss losses gain gained gains doubled doubling tripled went gone up down climbed soared plunged slashed shrunk "
    "expanded lowered decreased decrease skyrocketed exploded quadrupled surged jumped slowed worsened improved"
)
DEEDS = _words(
    "voted vote votes signed passed opposed opposes supported supports proposed proposes introduced vetoed created built spent paid invested appointed "
    "started ended founded launched fired hired sold bought sent gave took made brought put led served fought ran won elected negotiated "
    "approved rejected blocked cut raised balanced closed opened banned abolished repealed repudiated invaded attacked bombed killed died "
    "arrested convicted charged sued indicted deported withdrew withdrawn endorsed cosponsored sponsored authorized authorised recommended "
    "promised pledged refused failed wanted tried called said wrote told asked filed provided received awarded delivered "
    "imposed eliminated enacted established adopted ordered allowed helped caused produced imported exported shipped outsourced "
    "borrowed inherited joined left became began initiated announced changed reformed restored"
)
MONEY = _words(
    "tax taxes taxed taxpayers dollar dollars dollars' money budget budgets deficit deficits debt spending spend spends spent cost costs income incomes wage wages salary "
    "salaries price prices fund funding funds revenue revenues billionaires loan loans mortgage rent subsidies subsidy tariff tariffs pension pensions "
    "euros pounds surplus inflation pay paid pays paying bonds investment premiums bankrupt bankruptcy profit profits"
)
STATE_MATTERS = _words(
    "jobs job unemployment unemployed employment economy economic recession trade manufacturing workers businesses business companies industry factories "
    "factory exports imports poverty welfare medicare medicaid insurance insured uninsured coverage health healthcare hospitals drug drugs "
    "schools education teachers college crime crimes murder murders violence gun guns prison prisons police border immigrants immigration "
    "illegal oil gas coal energy emissions carbon climate nuclear weapons missiles missile troops soldiers military army war treaty sanctions "
    "terrorists terrorism al-qaeda taliban isis bill bills law laws legislation amendment act congress senate senator court courts justices "
    "abortion veterans population housing homes households families children farms farmers infrastructure roads "
    "ambassador sanctions agreement program programs agency federal administration government plan plans policy"
)
PLACES = _words(
    "america american americans russia russian russians soviet soviets china chinese japan japanese germany german europe european iraq iraqi iran iranian "
    "iranians israel israeli syria syrian korea korean vietnam afghanistan pakistan mexico mexican canada cuba cuban libya egypt africa "
    "ukraine nato u.n un united nations washington california texas florida ohio michigan massachusetts arkansas york pennsylvania "
    "nation nations country countries states state cities city world abroad overseas"
)
PEOPLE_COUNTED = _words(
    "people americans families workers women men children students voters citizens seniors immigrants soldiers troops households patients "
    "residents teachers veterans farmers kids employees members population percent years months days weeks countries states jobs dollars cents "
    "times points hours homes acres tons barrels"
)
OPPONENTS = _words(
    "he his him she her they their them opponent opponents senator governor president mr mrs republicans republican democrats democrat democratic "
    "administration congress he's she's they're they've he'd vice"
)
PARTIES = _words("republicans republican democrats democrat democratic party senator governor president administration congress senate opponent vice mayor minister labour conservatives government")
SINCE = _words("since ago during until before when after while last past previous")
PAST_BE = _words("was were had been wasn't weren't hadn't did didn't")
PERFECT = _words("has have have've we've they've i've you've haven't hasn't he's")
PRESENT_BE = _words("is are isn't aren't there's they're")
REPORTED = _words("according report reports reported study studies data figures statistics poll polls survey evidence analysis numbers record records said says fact facts")
FIRST_PERSON = _words("i me my i'm i've i'd i'll myself mine")
WE = _words("we us our we're we've we'd we'll ourselves ours let's")
SECOND_PERSON = _words("you your you're you've you'll you'd yours yourself")
OPINION = _words("think believe feel hope wish guess suppose opinion view believes thinks feels hopes prefer agree disagree love hate sure glad happy proud sorry convinced")
DUTY = _words("should must ought need needs shouldn't mustn't gotta have-to")
FUTURE = _words("will won't i'll we'll they'll he'll she'll it'll you'll shall gonna")
UNREAL = _words("would could might may can can't couldn't wouldn't i'd we'd he'd they'd you'd perhaps maybe possibly if whether unless")
PRAISE = _words(
    "good great right wrong important best bad better terrible wonderful tough strong weak fair unfair serious real really very clear "
    "disaster disgrace ridiculous beautiful tremendous critical simple easy hard difficult nice fine proud interesting true"
)
IDEALS = _words(
    "freedom liberty dream dreams hope values faith future leadership strength character trust courage opportunity vision believe love heart "
    "honor integrity moral principle principles god bless peace together together's ideals greatness responsibility decency commitment"
)
DEBATE_TALK = _words(
    "question questions answer answers debate debates minute minutes respond response rebuttal let tell talk talking say saying hear listen ask "
    "mention thank thanks welcome please applause laughter crosstalk inaudible audience moderator gentlemen ladies yes yeah okay ok hello excuse sorry interrupt "
    "finish seconds wait hold goodnight good-night evening tonight point issue issues mean"
)
VAGUE_SUBJECTS = _words("this that it that's it's these those what what's here here's there")
LINKS_BACK = _words("so but and because or well now look again yes no oh")
CAUSES = _words("because caused causes cause due led leads resulted result results thanks therefore created")
NEGATIONS = _words("not no never didn't doesn't don't isn't aren't wasn't weren't haven't hasn't hadn't won't can't couldn't without nor neither cannot")
QUESTION_WORDS = _words("who what why how when where which whose do does did is are can could would should will isn't aren't don't doesn't didn't")
WANTS = _words("want wants wanted like likes going try trying intend intends plan goal ready prepared able willing committed determined")
MANNER_OF_SPEAKING = _words("frankly basically actually obviously certainly simply just really kind sort course honestly believe-me absolutely quite perhaps probably")
