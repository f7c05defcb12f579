"""How news prose tells colour, private life and its own work, as classes of words for the points alone."""

from __future__ import annotations

from claimtrack.core.extract.reading import word_set
from claimtrack.core.extract.vocabulary import FAMILY

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
POSSESSIVE = word_set("her his their")
HER_HIS_MY = word_set("her his my")
KIN = FAMILY | word_set(
    "widow widower grandmother grandparents aunt uncle cousin nephew niece partner fiance fiancee neighbour neighbor "
    "neighbours neighbors colleague colleagues mum twins baby"
)
MIND = word_set(
    "believes believe believed thinks think thought feels feel felt hopes hope hoped fears fear feared worries worry "
    "worried wants want wanted knows know knew understands understand understood remembers remember remembered imagine "
    "imagined loves love hates hate wish wishes wished seem seems sounds sounded like likes trust trusts "
    "regret regrets"
)

# Talk
ASKING = word_set("asked asks asking urged invited begged")
PROMISES = word_set("promised promises vowed vows pledged pledges threatened threatens threat threats")
DEMANDS = word_set("demand demands demanded wants urged urges called calls")
ATTITUDES = word_set(
    "signaled signalled signals floated sought seeks insisted insists argued argues argue suggested suggests hinted hints "
    "appetite mood anger frustration infuriated"
)

# The work of the newsroom
SOURCING = word_set(
    "comment comments interview calls corroborated verified confirm confirmed elaborate anonymity questions respond "
    "response reply replied"
)
IMPRINT = word_set("contributed reserved copyright additional updated corrected amended")
DOCUMENTS = word_set(
    "document documents report reports email emails letter letters memo contract minutes files records logs policy "
    "decision ruling filing figures data statement statements paper papers message messages page pages budget"
)

# Facts
ABLE = word_set("can can't cannot")
DENYING = word_set("deny denies denied denying")
NEGATIONS = word_set("isn't wasn't aren't weren't")
BE = word_set("is was are were")
NOT = word_set("not")
DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december jan feb aug sept oct nov dec"
)
