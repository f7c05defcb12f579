"""How news prose weighs, explains and judges instead of telling, as classes of words for the points alone."""

from __future__ import annotations

from claimtrack.core.extract.words.reading import word_set

# Talk about things that nobody can look up
ABSTRACT = word_set(
    "strategy strategies strategic agenda message messaging narrative issue issues politics priority priorities challenge challenges "
    "opportunity opportunities approach approaches vision role idea ideas notion case argument arguments reason reasons sense "
    "question questions story moment moments situation environment climate culture leadership relationship relations future legacy "
    "image reputation stance tone rhetoric debate debates dynamic dynamics landscape reality realities truth matter matters topic theme "
    "themes lesson lessons spirit identity experience journey dream dreams hope hopes way ways aspect aspects concept perspective "
    "outlook mindset attitude ideology philosophy tradition traditions fate destiny potential possibility possibilities implications "
    "consequences significance importance value values goal goals mission purpose example context history era picture"
)
PRESSURE = word_set(
    "pressure pressures momentum backlash speculation controversy controversies tension tensions rift rifts divide divides divisions showdown "
    "standoff clash clashes feud uproar outcry criticism criticisms scrutiny concern concerns optimism enthusiasm uncertainty uncertainties "
    "confidence credibility appeal stakes prospect prospects chances odds clout influence leverage rebuke resistance hostility resentment "
    "outrage suspicion suspicions distrust mistrust unease scepticism skepticism doubts turmoil chaos disarray dilemma quandary firestorm "
    "furore furor rivalry bickering gridlock stalemate deadlock impasse popularity dominance weakness weaknesses strength strengths"
)
WEIGHTY = word_set(
    "significant significantly dramatic dramatically massive huge enormous immense vast serious seriously crucial vital critical essential "
    "necessary potential potentially powerful strong stronger strongest weak weaker tough difficult hard harder easy easier easily clear "
    "clearer big bigger great greater real true historic unprecedented ambitious aggressive bitter bitterly fierce fiercely deep deeper "
    "deeply sharp sharply bold robust important relevant irrelevant broader wider fresh legitimate meaningful effective successful "
    "profound fundamental stark severe intense formidable momentous pivotal influential prominent notable noteworthy telling compelling "
    "thorny delicate sensitive volatile precarious dire grim bleak bright rosy smart savvy"
)
STRESSING = word_set(
    "even just simply really truly certainly clearly obviously especially particularly increasingly largely hardly barely quite rather far "
    "indeed surely actually absolutely completely entirely totally virtually basically essentially very so extremely incredibly highly "
    "utterly perfectly inevitably arguably understandably unsurprisingly surprisingly ironically importantly notably fortunately "
    "unfortunately sadly merely mostly always"
)
SEEMING = word_set(
    "seem seems seemed seemingly appear appears appeared appearing look looks looked looking feel feels felt impression perceived perception "
    "viewed regarded seen sound sounds sounded resembles apparently evidently like unlike"
)
MORE_OR_LESS = word_set(
    "more less better worse bigger smaller greater stronger weaker easier harder tougher deeper wider closer"
)
SHOWN_AS = word_set(
    "road path door doors step steps line lines wave waves storm spotlight stage table edge ground race game play playing played card "
    "cards hand hands ball heart heartland teeth bones shadow shadows cloud clouds tide seeds roots spark sparks battle battles battling "
    "battleground arrow playbook blueprint puzzle maze tightrope rope crossroads hurdle hurdles obstacle obstacles milestone "
    "landmark watershed turning tipping backdrop forefront heels wake rise brink grip grips"
)
LOOSELY = word_set(
    "kind kinds sort sorts bit lot lots thing things something anything everything stuff somehow somewhat whatever whoever"
)
OWN = word_set("own himself herself themselves itself yourself myself ourselves")
COULD = word_set("could")
PRESS = word_set(
    "media press news reporters journalists coverage story stories headlines newspaper newspapers tv cable network networks tweet tweets "
    "tweeted tweeting twitter facebook instagram youtube blog post posts posted viral video videos interview interviews podcast pundits "
    "commentators anchor"
)
CAMPS = word_set(
    "democrats republicans liberals conservatives progressives moderates socialists tories party parties gop lawmakers politicians"
)
POLITICAL = word_set(
    "political politically politics politicians partisan bipartisan conservative conservatives liberal liberals progressive progressives "
    "socialist socialism ideology ideological rhetoric establishment democracy democratic radical extremist elite elites"
)
SO_MANY = word_set(
    "many much several some few lot lots plenty various numerous multiple countless range handful dozens hundreds thousands variety"
)
CHEER = word_set(
    "excited exciting proud honoured honored grateful thrilled happy delighted pleased humbled humbling thank thanks congratulations welcome "
    "love loved glad sad sorry disappointed devastated heartbroken amazing wonderful fantastic incredible incredibly awesome terrible "
    "horrible awful beautiful brilliant great shocked shocking blessed lucky enjoy enjoyed fun"
)
LIGHT = word_set(
    "put puts putting bring brings brought bringing keep keeps kept keeping make makes made making take takes took taken taking get gets "
    "getting give gives gave given giving let lets"
)
NEED = word_set("need needs needed must should ought necessary required")
GROWTH = word_set(
    "growth economy economies recovery recession economic market markets demand consumer consumers"
)
IF = word_set("if")

# What happened, and what there is
EVENTS = word_set(
    "arrived left fled returned joined crashed struck hit killed wounded injured died survived born buried began started "
    "held attended hosted launched released announced published introduced unveiled confirmed discovered recovered rescued "
    "removed deployed blocked halted expired reached voted passed testified identified shot fired searched contacted transported "
    "won beat defeated lost escaped evacuated sank collapsed exploded erupted landed sailed departed founded established built"
)
HOLDING = word_set(
    "include includes including included contains contain consists features comprises comprise equipped measures weighs"
)
ALSO = word_set("also")
OTHER = word_set("other others")
POLICE = word_set(
    "police policeman officer officers deputies deputy sheriff authorities investigators detective detectives suspect suspects jail custody "
    "trooper troopers firefighters paramedics prosecutors prosecutor coroner"
)
THEY = word_set("they they're they've them their")
CONTRACTED = word_set(
    "it's doesn't don't that's he's she's there's isn't wasn't can't won't didn't they're we're you're i'm i've let's what's who's wouldn't "
    "couldn't aren't weren't haven't hasn't you'll we'll they'll it'll they've we've you've shouldn't ain't here's"
)
WE_OR_YOU = word_set("we we're we've we'll i i'm i've you you're you'll")
WILL = word_set("will")

# What a page sets around an article
FURNITURE = word_set(
    "watch watched replay read see images reuters afp photo click date shown seen pictured cover sketch credit image plot chart graph "
    "map autoplay embed interest code pic ap"
)
