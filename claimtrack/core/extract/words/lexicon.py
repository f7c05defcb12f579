"""Which words do the attribution rules depend on? Grouped by their role in a report, written by hand; add a word with a test."""

from __future__ import annotations

from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.reading import inflect, words_of
from claimtrack.core.language import irregular_verbs, word_lists
from claimtrack.core.language.inflection import singular as singular  # for the rules

TELL = words_of("tell tells told telling")
SAY = TELL | words_of(
    "say says said saying add adds added adding tweeted tweets tweeting write wrote writes writing quipped quips joked jokes "
    "remarked remarks replied replies reiterated reiterates"
)
"""Verbs that report anything that follows them: "said rents fell"."""
SAY_FORMS = words_of("say says said")
STATE = inflect(
    "acknowledge admit advise affirm agree allege announce argue assert assure attest boast caution claim clarify "
    "comment complain concede conclude confess confirm contend counter cry declare disclose emphasise "
    "emphasize estimate exclaim explain guess hint imply inform insist insinuate intone joke lament "
    "maintain mention muse note observe opine point predict proclaim protest quip reason recall recount "
    "reiterate relate remark remind reply report respond retort reveal scoff signal speculate state "
    "stress suggest surmise testify thunder shout yell scream underline underscore urge venture vent "
    "volunteer vow warn whisper continue begin answer read "
    "accept calculate persist interject chide grumble groan sigh reckon reassure concur deduce infer "
    "certify pronounce profess stipulate specify decree reaffirm corroborate deplore regret bemoan denounce criticise criticize highlight plead promise pledge aver fume gripe moan posit rant theorise theorize "
    "hypothesise hypothesize whine wager marvel mutter murmur mumble rage fret snap growl bark bellow snarl sniff snort roar huff divulge intimate "
    "avow confide depose elaborate enthuse object philosophise philosophize postulate ponder rebut rejoin restate conjecture extrapolate verify ascertain"
) | words_of(
    "wrote writes written told tells retold admitted admitting quipped foresaw foresees swore swears charged began begun went goes quoted ruled ruling heard hears projected repeated describe+s+ed submit+s+ed bragged brags shot shoots hit+s fired made makes blogged posted emailed e-mailed cabled radioed phoned guarantee+s+ed determined determines held holds "
    "projects record+s+ed counted let+s laid lays charges holding charging determining forecast+s foretold foretells reflects reflected summarises summarised summarizes summarized recollects recollected reminisces reminisced relayed adamant convinced insistent judged flagged texted messaged discovered documented granted hazarded counselled blurted blurts spelled "
    "spelt spells fires provides defends defended signalled signalling"
)
"""Verbs that report a statement when followed by a clause: "warned that ...", but not "warned drivers"."""

VERB_PARTICLES = (
    dict.fromkeys(("point", "points", "pointed", "pointing"), words_of("out"))
    | dict.fromkeys(("shot", "shoots", "hit", "hits", "fired", "fires"), words_of("back"))
    | dict.fromkeys(("made", "makes", "let", "lets"), words_of("clear plain known slip"))
    | dict.fromkeys(("laid", "lays"), words_of("down"))
    | dict.fromkeys(("blurted", "blurts", "spelled", "spelt", "spells"), words_of("out"))
)
"""Verbs that report only with one of these words after them: "pointed out", "made it clear", "let it be known"."""

GIVE = words_of("gave gives giving")
LIGHT_VERBS = GIVE | words_of("voiced expressed expresses issued")
"""Light verbs, which report only with a noun such as "fears": "voiced fears that S"."""
CLAIM_LIGHT_VERBS = LIGHT_VERBS | words_of(
    "made makes making repeated repeats repeating reiterated reiterates reiterating"
)
CLAIM_NOUNS = words_of(
    "claim claims allegation allegations accusation accusations assertion assertions charge argument contention falsehood lie"
)
"""Nouns with which light verbs report: "repeated the false claim that S"."""
THINK = inflect("believe fear worry expect hope doubt suspect consider assume imagine") | words_of(
    "think thinks thought thinking feel feels felt know knows knew knowing understand understands understood"
)
"""Verbs of thinking, which report only if a person or an organisation thinks a full clause: "fears that rents rise"."""

REPORTING_VERBS = SAY | STATE
SHOW = inflect(
    "show advise calculate establish disclose acknowledge caution predict contend suggest indicate reveal conclude confirm demonstrate estimate detail warn note report allege"
) | words_of("found finds find finding shown reads read says said say state states stated")
"""Verbs with documents and data as subjects: "the figures show that S"."""

PERCEPTION_GERUNDS = words_of("seeing hearing watching feeling smelling being having")
"""Gerunds in which witnesses describe what they perceived: "described hearing 12 shots", "reported being charged"."""

CLAIM_VERBS = inflect("deny accuse reproach pledge promise threaten dispute demand urge vow") | words_of(
    "undertook undertakes swore blame blames blamed credit credits credited fault faulted attribute attributes attributed put puts"
)
"""Verbs that are part of the claim: "denied taking money" must never lose its verb."""

ZERO_THAT_VERBS = words_of(
    "said insisted added argued claimed warned stressed acknowledged admitted conceded noted maintained predicted "
    "says insists adds argues claims warns stresses acknowledges admits concedes notes maintains predicts"
)
"""Verbs that take a clause even without "that": "insisted rents fell"."""

SPEAKER_ACTIONS = words_of(
    "accused denied rejected dismissed described called urged demanded pledged promised vowed threatened "
    "criticised criticized condemned praised welcomed hailed denounced endorsed mocked thanked apologised apologized appealed blamed undertook undertakes "
    "accuses denies rejects dismisses describes criticises criticizes condemns praises welcomes blames"
)
"""Further actions of the speaker: in "said ... and denounced it", the second verb is not part of what was said."""

_IRREGULAR = words_of(
    "saw made shot hit heard wrote told thought knew felt swore found went began foresaw shown quoted said written understood undertook put "
    "held let laid forecast foretold spelt gave adamant convinced insistent"
)


def is_base_form(word: str) -> bool:
    """Whether a cue is the base form, which needs a plural subject ("officials say") or an auxiliary."""
    is_inflected = word.endswith(("s", "ed", "ing")) or word in _IRREGULAR
    return not is_inflected or word in {"press", "discuss", "express"}


_SPEAKING = nouns.SPEAKERS | nouns.DOCUMENTS | nouns.GROUPS


def is_plural_head(word: str) -> bool:
    """Whether the noun denotes several sources: "officials", "figures", "data"."""
    is_plural = word.endswith("s") and not word.endswith("ss")  # "boss"
    return word in PLURALS or (is_plural and not _SPEAKING.isdisjoint((word, singular(word))))


PLURALS = words_of(
    "they i we you who that which people police data men women children many some few most others all "
    "several both none those media statistics faculty staff gardaí gardai half third quarter majority minority"
)
"""Subjects without a plural -s that agree with a base-form verb: "police say"."""

ASK = words_of("ask asks asked asking wonder wonders wondered inquire inquired")

VIEW_NOUNS = words_of(
    "view opinion words judgment judgement estimation reckoning account version count calculation tally"
)
"""Nouns for opinions and statements: "in the view of X", "in her words"."""

CITATION_CUES = VIEW_NOUNS | {"according", "per"}  # words that cite the source next to them

WITNESS_VERBS = words_of("saw witnessed")  # verbs with reporters as subjects: "an AFP reporter saw"
PRESSED = words_of("asked pressed questioned challenged quizzed grilled")
"""Participles of asking: "Pressed on it, she said S"."""
CUES = LIGHT_VERBS | SAY | STATE | THINK | SHOW | CLAIM_VERBS | ASK | CITATION_CUES | WITNESS_VERBS
SPEECH_CUES = CUES - THINK
SPEECH_OR_ACTION = CUES | SPEAKER_ACTIONS
ADDRESSEE_VERBS = words_of(
    "tell+s+ed+ing warn+s+ed+ing assure+s+ed+ing inform+s+ed+ing remind+s+ed+ing advise+s+ed caution "
    "cautioned convince emailed e-mailed texted messaged cabled radioed"
)
"""Verbs that take an addressee before the content: "told reporters that ..."."""

AUXILIARY_VERBS = word_lists.FINITE_FORMS
AUXILIARIES = AUXILIARY_VERBS | words_of(
    "be been being 's 've 'd also too later then again once still already just now even only further repeatedly "
    "previously recently reportedly twice thrice thus meanwhile however soon likewise altogether since never not always often earlier subsequently separately quickly "
    "long famously publicly nonetheless nevertheless therefore instead sometimes very outright flat-out n't to himself herself itself themselves"
)
"""Words that may come between a subject and its verb."""

BE = words_of("is am are was were be been being 's isn't wasn't")
HAVE = word_lists.FINITE_HAVE
FINITE = words_of(
    AUXILIARY_VERBS | (irregular_verbs.PASTS - words_of("found felt thought")),
    "isn't aren't wasn't weren't won't wouldn't hasn't haven't hadn't can't couldn't shouldn't didn't doesn't don't cannot 's 're 've 'll "
    "put+s hit read set cut let hurt quit shut burst outbid undercut thrust lit lay leaned bore slew ground bound wound bade foretold "
    "forsook partook overheard overslept needs wants makes takes gives gets goes comes plans includes contains earns applies affects "
    "depends belongs owns exists loses wins cites remain+s seems appears poses faces costs means shows says provides allows lets replaces employs "
    "serves requires receives produces creates involves brings keeps follows continues enables ensures becomes highlights",
)
"""Forms that start a clause's predicate; with past tenses in -ed they distinguish a clause from a noun phrase."""
VERBS = FINITE | CUES  # words that certainly or probably are verbs: finite forms and cues

INTRANSITIVE_PASTS = words_of(
    "failed collapsed happened occurred arrived disappeared vanished existed erupted crashed lapsed expired stalled plunged soared deteriorated "
    "worsened struggled belonged depended seemed appeared persisted surged slumped tumbled emerged doubled tripled quadrupled mattered declined remained consisted differed lasted resided ended "
    "opened reopened closed derailed exploded resigned retired rallied protested marched resumed peaked slipped climbed jumped eased debuted travelled traveled departed "
    "voted walked competed escaped survived landed continued increased decreased improved narrowed widened"
)
"""Past tenses of intransitive verbs, which are not participles of the noun before them: "the siren failed"."""
BASE_VERBS = words_of(
    "support oppose favor favour want think believe live work use need expect prefer approve disapprove "
    "agree disagree have do say know see feel fear trust earn pay own vote face lack suffer report plan "
    "avoid exceed provide require remain reduce create threaten allow prevent deserve outnumber bring make take give "
    "get keep leave pose lose win mean spend owe exist belong depend happen come go become seem appear contain include "
    "involve receive refuse hope hear sell buy build eat die arrive"
)
"""Base forms that follow a plural subject: "most voters favour the cut"."""
BASE_VERBS_OR_NOUNS = words_of(
    "offer cause cost rise fall increase drop lead damage help harm hold drive produce carry save kill put use hit show "
    "change charge claim raise cut outweigh cover"
)
"""Base forms that are also nouns: "varieties offer the best hope", but "a jobs offer"."""

PRONOUNS = word_lists.SUBJECT_PRONOUNS | {"who"}
SUBJECT_PRONOUNS = words_of(
    "he she it they we i you there this these those it's he's she's they're we're i'm there's that's "
    "what's you're i've we've they've i'd he'd she'd we'll they'll i'll you'll he'll she'll it'll"
)
HE_SHE = words_of("he she")
HUMAN_PRONOUNS = word_lists.HUMAN_PRONOUNS
SINGULAR_PRONOUNS = HE_SHE | {"it"}
THING_PRONOUNS = words_of("it they")
FIRST_SECOND_PERSON = words_of("i we you")  # the writer or the addressee, no third party
ANAPHORIC_PRONOUNS = words_of("that this it")
THIRD_PERSON = word_lists.THIRD_PERSON
SPEAKER_PRONOUNS = THIRD_PERSON | {"we", "i"}
FLOATING_QUANTIFIERS = words_of("both all each")
ARTICLES = word_lists.ARTICLES
INDEFINITE_ARTICLES = words_of("a an")
POSSESSIVES = word_lists.POSSESSIVES
NOUN_OPENERS = word_lists.BEFORE_A_NOUN
OBJECT_PRONOUNS = words_of("him them us me")
ANY_OBJECT_PRONOUNS = OBJECT_PRONOUNS | {"her", "you"}  # also subjects or possessives
DETERMINERS = words_of(
    "the a an this that these those his her its their our my your some many most all both each every "
    "several any no one two three four five six seven eight nine ten other another"
)
SUBJECT_OPENERS = SUBJECT_PRONOUNS | DETERMINERS
PREPOSITIONS = words_of(
    "in on at to from with by for of about after before during through via over under against into among "
    "between within without since until near outside inside amid amidst prior following as than like across despite "
    "unlike because alongside upon"
)
AFFILIATION_PREPOSITIONS = words_of("of from at for with")  # before an affiliation: "analysts at Citi"
PLACE_TIME_PREPOSITIONS = words_of("in on at during after before")
NOUN_PREPOSITIONS = words_of(
    "of for at from in with to on by about into against during through under alongside outside beside inside behind near above below"
)
"""Prepositions of a phrase that modifies a noun: "an engineer with the regulator"."""
BEFORE_NOUN = DETERMINERS | PREPOSITIONS
CONJUNCTIONS = words_of(
    "and but or so yet while when as because although though whereas if after before since where unless once"
)
COORDINATORS = words_of("and but")
CONTRASTIVES = word_lists.CONTRASTING | {"yet"}
CONTRASTIVE_SUBORDINATORS = words_of("while whereas")
AND_OR_CONTRASTIVES = COORDINATORS | CONTRASTIVES
CONCESSIVES = CONTRASTIVES - {"but", "yet"}
QUALIFYING_CONJUNCTIONS = words_of("although though but while")
RELATIVES = words_of("who which that whose whom where")
CLAUSE_JOINERS = RELATIVES | CONJUNCTIONS
INDIRECT_QUESTION_WORDS = words_of("what whether how why")
"""Words that start an indirect question, whose subject does not speak: "asked whether rents fell"."""
QUESTION_WORDS = words_of("whether how why what if when where who")
CONTINUATION_VERBS = words_of("charged begin begins began begun continue continues continued go goes went")
"""Verbs of continuing, which report only next to quotation marks: "since records began"."""
ANAPHORIC_NOUNS = words_of(
    "claim figure view account version allegation accusation charge assertion argument idea notion suggestion statement decision "
    "description reading number finding report"
)
"""Nouns that "that" may refer back to: "disputed that figure" reports no content."""
STATEMENT_NOUNS = CLAIM_NOUNS | ANAPHORIC_NOUNS
TESTIMONY_NOUNS = words_of("evidence testimony notice assurance assurances warning warnings doubts")
REPORTING_NOUNS = words_of(
    CLAIM_NOUNS, TESTIMONY_NOUNS, "fear fears concern concerns hope hopes alarm belief confidence view"
)
PUTS = words_of("put puts")  # verbs that state a figure: "put the toll at 31"
QUANTIFIER_PRONOUNS = words_of("one some many several others another both most")
"""Quantifiers that stand for people: "One called it a stunt"."""
CARDINALS = word_lists.CARDINALS
CARDINALS_AND_A = CARDINALS | {"a"}
DURATION_SUFFIXES = ("-minute", "-hour", "-day", "-week", "-month", "-quarter", "-year", "-page")
"""Suffixes of adjectives that give a duration or length: "a three-hour"."""
PLURAL_CARDINALS = CARDINALS - {"one", "half"}
PLURAL_QUANTIFIERS = PLURAL_CARDINALS | {"several"}
QUANTITY_MODIFIERS = words_of(
    "only just well about around roughly over under nearly almost at least most more less fewer than"
)
"""Words before a quantity: "only six", "at least 200"."""
AUDIENCE_NOUNS = words_of("reporters journalists supporters lawmakers viewers mps jurors staff investors")
TOPIC_PREPOSITIONS = words_of("about against of")
"""Prepositions that start a topic rather than content: "complained about the time it took"."""
CLAUSE_OPENERS = SUBJECT_PRONOUNS | QUESTION_WORDS | {"that"}
NEW_CLAUSE_OPENERS = SUBJECT_PRONOUNS | CONJUNCTIONS
SUBORDINATORS = words_of("but while because although though whereas if when as so yet after")
TRUE_SUBORDINATORS = SUBORDINATORS - {"but", "yet", "so"}  # true subordinators: they start a dependent clause
DEPENDENT_OPENERS = SUBORDINATORS | RELATIVES
CLAUSE_CONNECTIVES = CONJUNCTIONS | words_of(
    "however meanwhile still now then also instead indeed later earlier ultimately additionally "
    "furthermore moreover nevertheless"
)
PHRASE_OPENERS = PRONOUNS | NOUN_OPENERS
NAME_ADJECTIVES = words_of("former senior local state federal another")
SOURCE_NOUNS = nouns.SPEAKERS | nouns.DOCUMENTS | PLURALS
REPORTING_PARTICIPLES = words_of("adding saying noting stressing insisting arguing telling")
NEGATIVE_OPENERS = words_of("no none nobody neither nor not nothing few hardly scarcely")
"""Words that start a negative subject: "Few experts", "None of them", "Neither side"."""
EVALUATIVE_NOUNS = words_of(
    "blow move sign bid setback boost breach reversal departure victory rebuke effort attempt escalation retreat "
    "concession challenge warning show push step shift test"
)
REJECTION_VERBS = words_of(
    "denied denies disputed disputes rejected rejects dismissed dismisses contested contests refuted refutes"
)
STANCE_VERBS = REJECTION_VERBS | {"disagrees", "disagreed"}
"""Verbs that by themselves express a stance on a claim: "disputed that"."""
REQUEST_PREPOSITIONS = (
    dict.fromkeys(("asked", "asks"), words_of("for"))
    | dict.fromkeys(("argued", "argues"), words_of("for against"))
    | dict.fromkeys(("called", "calls"), words_of("for on"))
)
"""Verbs that request something when followed by one of these prepositions: "argued for probation"."""
LABELLING_VERBS = words_of(
    "called calls described describes dismissed dismisses rejected rejects branded labelled labeled denounced hailed likened "
    "characterised characterized appealed appeals slammed derided condemned compared deemed deems considers considered declared dubbed blasted mocked"
)
"""Verbs that carry the claim: "He called it "a sham"" states nothing without them."""
