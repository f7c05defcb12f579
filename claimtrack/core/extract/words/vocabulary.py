"""Which words distinguish a statement of fact from talk? Written by hand from general knowledge."""

from __future__ import annotations

from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.language import word_lists

# Quantities
NUMBER_WORDS = words_of(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens"
)
LARGE_NUMBERS = words_of(
    "hundred hundreds thousand thousands million millions billion billions trillion trillions"
)
SHARES = words_of(
    "half percent percentage majority double doubled triple tripled trebled quadrupled halved "
    "two-thirds one-third three-quarters one-half"
)
FRACTIONS = words_of("third quarter fifth tenth")
"""Fractions when they count parts ("a third of all bridges") rather than order ("his third trip")."""
EXTREMES = words_of(
    "most least highest lowest largest biggest greatest worst fastest longest smallest strongest deepest "
    "oldest slowest poorest richest first only record unprecedented top"
)
UNIVERSALS = words_of("never always every none nobody everybody everyone any no ever")
RISES_AND_FALLS = words_of(
    "increase+s+ed+ing rise+s+ed+ing risen fall+ed+ing fallen decline+ed+ing drop+ed+ing grow+ed+ing grown "
    "growth reduce reduced reduction+s cut+s cutting raise+s+ed+ing lost losing loss+s gained gains "
    "doubled doubling tripled trebled halved halving climbed soared plunged slashed shrunk shrank expanded "
    "lowered decreased decrease skyrocketed quadrupled surged jumped slowed worsened improved widened "
    "narrowed collapsed recovered accelerated mounting soaring plummeted eroded depleted"
)

# Actions
LEGISLATION = words_of(
    "voted vote votes voting signed passed oppose opposed opposes opposing introduced vetoed approved "
    "rejected blocked repealed cosponsored sponsored enacted authorized authorised proposed proposes "
    "supported supports endorsed repeal ratified amended filibustered legislated lobbied nominated "
    "co-sponsored adopted advocated veto deregulated privatised privatized "
    "imposed abolished banned outlawed legalized legalised confirmed"
)
WARFARE = words_of(
    "invaded invade attacked bombed killed murdered destroyed "
    "overthrew armed arming died assassinated shelled hijacked tortured shot "
    "kidnapped massacred"
)
TAKING = words_of(
    "withdrew withdrawn sold supplied captured occupied detained deployed annexed seized surrendered"
)
FOUND = words_of("found")
DEALINGS = words_of(
    "created built spent paid invested appointed started ended founded launched fired hired bought sent "
    "gave took put led served fought won elected negotiated balanced closed opened arrested convicted "
    "charged sued indicted deported failed filed provided received awarded delivered "
    "eliminated established ordered allowed helped produced imported exported shipped borrowed inherited "
    "joined became began initiated announced changed reformed restored promised pledged refused claimed "
    "admitted released published funded subsidized subsidised bailed moved met visited settled "
    "investigated audited fined bankrupted defaulted owed merged acquired laid delayed cancelled canceled "
    "missed ignored issued granted denied warned hid concealed leaked doubled committed accused inspected "
    "defeated violated"
)

# Topics
ECONOMY = words_of(
    "economy economic jobs job unemployment unemployed employment recession trade manufacturing workers "
    "businesses business companies company corporations industry industries factories factory exports "
    "imports wages wage inflation productivity market markets banks bank wall employers interest poverty "
    "welfare mortgage mortgages foreclosure housing steel agriculture farm farmers farms"
)
MONEY = words_of(
    "tax+s+ed taxpayer+s dollar+s money budget+s deficit+s debt spend+s+ed+ing cost+s income+s salary+s "
    "price+s fund+s+ing revenue+s loan+s rent subsidy+s tariff+s pension+s euros pounds surplus "
    "pay+s+ed+ing bonds investment premiums bankrupt bankruptcy profit+s fee+s benefits loophole+s rich "
    "wealthy wealthiest millionaires billionaires"
)
HEALTH = words_of(
    "medicare medicaid insurance insured uninsured coverage health healthcare hospitals hospital drug "
    "drugs prescription patients doctors nurses medical disease cancer aids vaccine vaccines virus "
    "pandemic abortion abortions obamacare nhs infection infections mortality smoking"
)
SCHOOLS = words_of(
    "schools school education teachers teacher college colleges students student pupils classrooms "
    "tuition university universities graduates literacy"
)
CRIME = words_of(
    "crime+s murder+s violence violent gun+s prison+s police border+s immigrants immigration illegal "
    "illegally amnesty criminal+s undocumented refugees asylum deportation fraud corruption terrorist "
    "gang+s rape homicide+s shooting+s fbi investigation"
)
ENERGY = words_of(
    "oil gas coal energy emissions carbon climate nuclear solar wind pollution environment environmental "
    "pipeline drilling gasoline fuel barrels electricity water air greenhouse warming fracking renewable"
)
WAR = words_of(
    "weapon+s missile+s troops soldiers military army navy war+s treaty sanctions terrorists terrorism "
    "al-qaeda qaeda isis bomb+s+ing submarine arms forces marines combat defense defence hostages "
    "invasion pentagon intelligence cia nato ceasefire warheads tanks aircraft veterans"
)
LAW = words_of(
    "bills law+s legislation amendment act congress house senate senator supreme court+s justices "
    "constitution filibuster commission committee legislature lawsuit regulation+s judge+s ballot "
    "election+s administration agency federal contract+s governor parliament council"
)
FOREIGN = words_of(
    "russia russian russians soviet soviets china chinese japan japanese germany german europe european "
    "iraq iraqi iran iranian iranians israel israeli syria syrian korea korean koreans vietnam "
    "afghanistan pakistan mexico mexican canada cuba cuban libya egypt ukraine nicaragua panama saudi "
    "arabia lebanon bosnia kosovo haiti angola africa india britain france french turkey poland yemen "
    "somalia venezuela kuwait kurds arab palestinians"
)
HOME = words_of(
    "california texas florida ohio michigan massachusetts arkansas york pennsylvania iowa virginia "
    "georgia illinois chicago detroit boston houston carolina nevada arizona colorado wisconsin minnesota "
    "tennessee kansas missouri indiana maryland jersey hampshire louisiana alabama oregon oklahoma london "
    "scotland wales england city county"
)
MATTERS = ECONOMY | MONEY | HEALTH | SCHOOLS | CRIME | ENERGY | WAR | LAW | FOREIGN | HOME
WEIGHTY = MATTERS | LARGE_NUMBERS | LEGISLATION | WARFARE | TAKING
PUBLIC = words_of(
    "government federal agency+s program+s programme policy+s country+s nation+s population state+s "
    "world families people american+s america citizens public national department district officials "
    "residents households community+s council region"
)
NATION = words_of("country country's people people's")
OFFICES = words_of(
    "senator governor president congressman secretary vice mr mrs ms minister mayor republicans "
    "republican democrats democrat democratic labour conservatives party administration"
)

RATES = words_of("number numbers rate rates level levels average total amount ratio index turnout")
AGENCIES = words_of(
    "fbi cia irs epa fda treasury pentagon u.n nato imf opec unesco interpol commission bureau"
)

# Time
PAST_BE = words_of("was were had been wasn't weren't hadn't did didn't")
PAST_IRREGULAR = words_of(
    "came took gave made got became saw knew fell rose grew lost won left kept held began ran brought "
    "told said wrote sent spent built led met paid sold thought bought fought put cut went had broke "
    "chose drove forgot hit hurt let meant quit set shut stood struck swore threw"
)
PLANNING = words_of(
    "going set due stand+s likely scheduled slated prepared ready poised plan+s+ed+ing intend+s hope+s aim+s "
    "expect+s+ed vows vowed pledge+s+ed promise+s+ed threatens threatened next meet+s votes opens begins "
    "starts resumes returns continues holds concludes expires"
)
READINESS = words_of("prepared ready willing determined committed")
HAVE = words_of("has have haven't hasn't he's she's we've i've they've you've")
CALENDAR = words_of("last past ago this yesterday")
PARTS = words_of("percent per one half third every out cent")
COMPARING = words_of("than")
DIGITS = frozenset("0123456789")  # a number is looked up as one of these, whatever its length
PERCENT = frozenset("%")  # the mark is not a word, but is looked up like one
SCOPE = words_of("than history time world country nation")
NEEDING = words_of("need want ought have must should got time")
CHATTING = words_of("know mean let let's i")
DOERS = words_of("i we he she they who that it")
ABOUT_THE_TEXT = words_of(
    "anonymity named identified quoted edited interview conversation transcript spoke talked contributed "
    "reporting reserved copyright updated corrected amended anyone anybody witness witnesses public anonymously"
)
"""Every sentence about the article and its sources, or to its readers, contains one of these."""
REACTIONS = words_of(
    "wonders wondered rejects rejected refuted dismissed dismisses rejecting denies denied disputes disputed "
    "criticises criticised criticizes criticized welcomes welcomed praises praised condemns condemned "
    "recommends recommended urge urges urged disagree disagrees disagreed defended demanded accused blamed "
    "blames apologised apologises apologized apologizes congratulated thanked hailed applauded lamented "
    "mocked ridiculed slammed blasted deplored regretted shrugged denounced denounces decried rubbished "
    "rubbishes doubted doubts dared questioned questions lashed echoed termed cautioned branded"
)
FEELINGS = words_of(
    "relieved furious delighted angry thrilled shocked dismayed divided outraged jubilant unimpressed sceptical "
    "skeptical convinced hopeful defiant upbeat wanted hoped wished quick"
)
SILENCE = words_of(
    "declined refused respond reply comment reached not unanswered returned unsuccessful futile failed abortive vain"
)
NOT_PAST = words_of(
    "need indeed exceed speed feed seed breed deed greed bleed proceed succeed bed red led fed expected "
    "concerned prepared supposed united used committed determined convinced worried hundred agreed "
    "unprecedented sacred naked reed tweed ahmed mohamed mohammed muhammed alfred wilfred manfred"
)
"""Words in -ed that are not past tenses."""
AGAINST = words_of("against")
NEVER = words_of("never")
SINCE = words_of("since ago during until before after last past previous previously yesterday already under")
NOW = words_of("now today currently")

# Stance
SPEECH = words_of(
    "said says called wrote told claimed promised pledged announced testified stated quoted admitted"
)
FIRST_PERSON = word_lists.FIRST_PERSON
OPINION = words_of(
    "think+s+ed believe+s feel+s hope+s wish guess suppose opinion view prefer agree disagree love "
    "hate sure glad happy proud sorry convinced respect appreciate concerned worried"
)
DUTY = words_of("should must ought need needs shouldn't mustn't gotta")
FUTURE = words_of("will won't i'll we'll they'll he'll she'll it'll you'll shall gonna tomorrow")
CAN = words_of("can can't cannot could couldn't")
WOULD = words_of("would wouldn't he'd i'd we'd they'd you'd may might perhaps maybe possibly")
IF = words_of("if whether unless")
PRAISE = words_of(
    "good great right wrong important bad better terrible wonderful tough strong weak fair unfair serious "
    "real really very clear disaster disgrace ridiculous beautiful tremendous critical simple easy hard "
    "difficult nice fine interesting true incredible outrageous shameful"
)
IDEALS = words_of(
    "freedom liberty dream+s hope values faith future leadership strength character trust courage "
    "opportunity vision heart honor honour integrity moral principle+s god bless peace together ideals "
    "greatness responsibility decency commitment judgment challenge+s respect spirit destiny"
)
TALK = words_of(
    "question questions answer answers debate debates minute minutes respond response rebuttal let tell "
    "talk talking hear listen ask mention thank thanks welcome please applause laughter crosstalk "
    "inaudible audience moderator gentlemen ladies yes yeah okay ok hello excuse sorry interrupt finish "
    "seconds wait tonight point issue mean"
)
VAGUE = words_of("this that it that's it's these those what what's here here's")
LINKS = words_of("so but and because or well now look again yes no oh then")
SOFTENERS = FIRST_PERSON | OPINION | DUTY | FUTURE | CAN | WOULD | IF | PRAISE | IDEALS | TALK
FUNCTION_WORDS = words_of(
    "the a an and or but of to in on at for with by from as is are was were be been being have has had do "
    "does did i you he she it we they me him her us them my your his its our their this that these those "
    "there here not no so if then than too very can will would should could may might must just about "
    "into over up out all any some more most other such what which who whom whose when where how why "
    "because also don now only own same few both each between after before during through i'm it's that's "
    "we're they're i've we've don't didn't well going go get got think know want say said one people make "
    "let thing things lot way"
)
