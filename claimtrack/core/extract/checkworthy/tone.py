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
SHOWN_AS = word_set(
    "road path door doors step steps line lines wave waves storm spotlight stage table edge ground race card "
    "cards hand hands ball heartland teeth bones shadow shadows cloud clouds tide seeds roots spark sparks battle battles battling "
    "battleground arrow playbook blueprint puzzle maze tightrope rope crossroads hurdle hurdles obstacle obstacles milestone "
    "landmark watershed tipping backdrop forefront heels wake rise brink grip grips"
)
LOOSELY = word_set(
    "kind kinds sort sorts bit lot lots thing things something anything everything stuff somehow somewhat whatever whoever"
)
SWEEPINGLY = word_set(
    "everything everyone everybody everywhere always anything anyone anybody whatever nobody nothing"
)
SWAYING = word_set(
    "threatens undermine undermines undermined undermining jeopardize jeopardise overshadow overshadows overshadowed dominate dominates "
    "dominated shape shapes shaped shaping define defines defined redefine embrace embraces embraced championed tackle "
    "tackles confront confronts challenged thrive flourish stumble falter dwindle fade erode eroded weaken weakened "
    "strengthen strengthened bolster bolstered boost boosts boosted fuel fuels fueled fuelled complicate shake shook shaken rattle rattled "
    "haunt haunts haunted resonate resonates galvanize energize alienate embolden emboldened cast casts paint paints painted portray "
    "portrays portrayed frame framed cement cemented usher ushered loom looms looming hinge hinges hinged"
)
"""What one force does to another, which is for whoever tells it to say."""
OWN = word_set("own himself herself themselves itself yourself myself ourselves")
COULD = word_set("could")
PRESS = word_set(
    "media press news reporters journalists story stories headlines newspaper newspapers tv cable tweet tweets "
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
STRIVING = word_set(
    "advantage advantages alternative alternatives ambition ambitions aspiration aspirations assumption assumptions belief beliefs bias "
    "burden character clarity commitment compromise confusion consensus courage desire desires difference differences dignity direction "
    "discipline diversity emphasis essence expectation expectations faith focus frustration hatred heritage honor honour humanity "
    "hypocrisy illusion impact incentive incentives inspiration integrity intention intentions interpretation legitimacy liberty logic "
    "loyalty morale motivation motive motives mystery myth necessity objective objectives option options outcome outcomes passion "
    "pride principle principles privilege promise quest recognition relevance respect responsibility sacrifice sentiment sentiments "
    "solution solutions style substance sympathy talent trend trends unity urgency virtue wisdom"
)
EMOTION = word_set(
    "love loved hate hated fear feared angry anger happy sad proud ashamed afraid worried worry anxious anxiety nervous frustrated "
    "frustrating disappointed disappointing surprised surprising shocked shocking upset confused confusing hopeful hopeless lonely jealous "
    "shame joy pain painful suffering comfort comfortable uncomfortable trust tired bored embarrassed emotion emotions feeling feelings"
)
CHEER = word_set(
    "excited exciting proud honoured honored grateful thrilled happy delighted pleased humbled humbling thank thanks congratulations welcome "
    "love loved glad sad sorry disappointed devastated heartbroken amazing wonderful fantastic incredible incredibly awesome terrible "
    "horrible awful beautiful brilliant great shocked shocking blessed lucky enjoy enjoyed fun"
)
NEED = word_set("need needs needed must should ought necessary required")
GROWTH = word_set(
    "growth economy economies recovery recession economic market markets demand consumer consumers"
)

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
NATURE = word_set(
    "virus viruses bacteria protein proteins gene genes dna species fossil fossils orbit planet planets moon asteroid comet telescope "
    "molecule molecules vaccine vaccines symptoms symptom infection infections disease diseases cell cells brain blood tissue cancer tumor "
    "tumour dose doses antibodies antibiotics temperature temperatures water ice ocean oceans glacier glaciers carbon oxygen hydrogen "
    "methane emissions atmosphere rainfall soil forest forests insects bees mammals birds fish whales neurons hormones insulin"
)
ALSO = word_set("also")
POLICE = word_set(
    "police policeman officer officers deputies deputy sheriff authorities investigators detective detectives suspect suspects jail custody "
    "trooper troopers firefighters paramedics prosecutors prosecutor coroner"
)
THEY = word_set("they they're they've them their")
CONTRACTED = word_set(
    "it's doesn't don't he's she's there's isn't wasn't can't won't didn't they're we're you're i'm i've let's what's who's wouldn't "
    "couldn't aren't weren't haven't hasn't you'll we'll they'll it'll they've we've you've shouldn't ain't here's"
)
WE_OR_YOU = word_set("we we're we've we'll i i'm i've you you're you'll")
WILL = word_set("will")
NEVER_OR_NOT = word_set("never not didn't hasn't haven't hadn't wasn't weren't don't aren't")
RANKING = word_set("most best worst biggest greatest")

# What a page sets around an article
FURNITURE = word_set(
    "watch watched replay read see images reuters afp photo click date shown seen pictured cover sketch credit image plot chart graph "
    "map autoplay embed interest code pic ap"
)
