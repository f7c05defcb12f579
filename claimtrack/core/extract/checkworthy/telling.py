"""How news prose tells colour, private life and its own work, as classes of words for the points alone."""

from __future__ import annotations

from claimtrack.core.extract.words.reading import word_set
from claimtrack.core.extract.words.vocabulary import FIRST_PERSON, PRAISE

# Colour
SCENE = word_set(
    "sky sun rain snow fog mist drizzle wind breeze smoke mud grass dawn dusk sunset evening grey gray blue green red "
    "yellow white black dark pale bright orange crowd applause banners placards flowers candle candles rug coffee tea "
    "bread table chair chairs door window lobby lawn porch stage gym podium microphone gallery street corner pavement "
    "field coat coats jacket shirt shirts hat hats cap caps jeans boots shoes umbrella umbrellas wore wearing hands "
    "eyes face voice head tears silence quiet loud noise smell sat sitting stood standing walked walking leaned "
    "stared glanced smiled smiling nodded nodding shook shrugged paused sighed laughed laughing wept weeping cried "
    "crying grinned frowned winced waved waving hugged clapped cheered cheers booed applauded chanted whispered shouted "
    "muttered gestured sipped folded folding wrapped stacked"
)

# Persons
HE_SHE = word_set("he she")
MIND = word_set(
    "believes believe believed thinks think thought feels feel felt hopes hope hoped fears fear feared worries worry "
    "worried wants want wanted knows know knew understands understand understood remembers remember remembered imagine "
    "imagined loves love hates hate wish wishes wished seem seems sounds sounded trust trusts "
    "regret regrets"
)

# Talk
ASKING = word_set("asked asks asking urged invited begged")
DEMANDS = word_set("demand demands demanded wants urged urges called calls")
CALLED = word_set("called so-called described self-described branded dubbed labelled labeled")
CALLING = word_set("call calls called calling warn warns warned fear fears feared appealed appealing")
ATTITUDES = word_set(
    "signaled signalled signals floated sought seeks insisted insists argued argues argue suggested suggests hinted hints "
    "appetite mood anger frustration infuriated"
)

# The work of the newsroom
SOURCING = word_set(
    "comment comments interview calls corroborated verified confirm confirmed elaborate anonymity questions respond "
    "response reply replied"
)
DOCUMENTS = word_set(
    "document documents report reports email emails letter letters memo contract minutes files records logs policy "
    "decision ruling filing figures data statement statements paper papers message messages page pages budget"
)

# Facts
ABLE = word_set("can can't cannot")
DENYING = word_set(
    "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing"
)
BE = word_set("is was are were")

# What is said, and how much of it
SHOWING = word_set(
    "cites cited lists listed shows showed contains contained includes included specifies states stated finds found "
    "concluded concludes estimates estimated reveals revealed names named"
)
JOINTS = word_set("and which")
UNDER = word_set("under")
CAUSES = word_set("because causes caused due owing led leads linked stems")
BODIES = word_set(
    "government ministry department council court police parliament commission regulator agency authority hospital "
    "school university nhs company companies firm union board state states federal city county district"
)
EXPECTING = word_set("expect expects expected expecting")
WANTING = word_set(
    "want wants wanted wish wishes wished hope hopes hoped hoping fear fears feared believe believes believed believing "
    "think thinks thought feel feels felt trust trusts trusted doubt doubts doubted worry worries worried"
)
NOBODY = word_set("nobody everybody everyone someone somebody anybody anyone")
SETTING = word_set("at on outside inside behind beside across for with by after before around above")
VERDICTS = word_set(
    "monstrous lazy ludicrous reckless cynical hollow dangerous brave bold unacceptable disappointing encouraging "
    "worrying remarkable extraordinary robust harsh cruel absurd premature reasonable unreasonable irresponsible "
    "sensible prudent inevitable accidental confident anxious disappointed alarmed heartbreaking devastating "
    "catastrophic painful frustrating welcome uncertain tougher toughest lovely thin unhappy uncomfortable optimistic "
    "pessimistic modest failure success scandal mess nonsense joke insult betrayal tragedy shame stunt gamble "
    "nightmare crisis mistake blow slap victory triumph theatre circus myth farce outrage embarrassment warning lesson "
    "symbol signal message excuse blunder gimmick smear charade honest dishonest naive foolish stupid wise clever "
    "elegant ugly nasty vicious fragile healthy safe unsafe ready grateful lucky unlucky sad scared afraid tired "
    "exhausted sick desperate cautious careful pleased saddened surprised stunned appalled horrified heartbroken"
)
HINGES = word_set("different differently complicates complicate further another mixed remains linger lingers")
MAY_TURN = word_set("not few more less")
HAD = word_set("had")
HIS_HER = word_set("her his")
COURTROOM = word_set(
    "court judge jury charged convicted jailed sentenced arrested pleaded guilty trial prosecutors police murder killed died "
    "stabbed shot fraud theft assault injured"
)
ONE_AND_YOU = FIRST_PERSON | word_set(
    "we us our ours we're we've we'll we'd ourselves you your you're you've you'll yours yourself"
)
MODALS = word_set(
    "will would can could should must may might shall can't couldn't won't wouldn't cannot ought need"
)
VALUES = VERDICTS | PRAISE | word_set("best worst worse enough too")
OTHERS = word_set("he she they there the his her their")
COLOUR = word_set(
    "outside inside beside beneath behind across nearby along morning evening dusk dawn night rain sun mud cold sat stood "
    "stands sits walked waited watched gathered packed crowd crowded queue queued banner banners signs coat coats chair "
    "chairs table desk room hall hallway window door street yard porch kitchen smell smoke dust shoes boots hand hands "
    "eyes voice laughter applause silence smiled nodded shrugged laughed sighed cried wept"
)
ANSWERING = word_set(
    "comment commented comments respond responded response reply replied answer answered say said disclose disclosed elaborate elaborated "
    "specify specified provide provided dispute disputed publicly given reached"
)
"""What somebody who says nothing to a paper does not do."""
