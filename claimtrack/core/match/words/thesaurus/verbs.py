"""Verbs that newsrooms use interchangeably, and their action nouns. Data only; see synonyms.py for what belongs here."""

GROUPS = """
abandon ditch dropped | abandon forsake forsook forsaken desert | abandon jettison scrap | abate subside ease | abduct kidnap snatch
abhor loathe detest despise hate | abide comply adhere | obey comply | obey follow heed | follow observe obey | abolition repeal scrapping
terminate abolish end | abridge shorten condense | absolve exonerate clear | mistreat maltreat | misuse abuse | accelerate quicken hasten
expedite hasten accelerate sped | accompany escort | accomplish achieve attain | accrue accumulate | achievement accomplishment feat
acknowledge admit concede | recognize acknowledge | secure obtain procure | acquire obtain procure | source procure obtain | adapt adjust
adjust tweak | administer give | admonish reprimand rebuke chide scold | berate scold upbraid castigate chastise | advise recommend | advise counsel
advocate champion espouse | affect impact | influence affect shape | influence sway | afflict plague beset | blight plague
aggravate worsen exacerbate | compound worsen exacerbate | frighten scare alarm | alienate estrange | allay ease calm quell soothe assuage
alleviate relieve ease | mitigate lessen alleviate | allot allocate apportion | amass accumulate gather | ambush waylay | amend revise alter
revise update | amplify magnify | amuse entertain | analyze examine study | anchor moor | dock berth moor | anger enrage infuriate incense outrage
annihilate obliterate destroy | announce proclaim declare | declare pronounce | annoy irritate irk vex | anticipate expect foresee
envisage envision foresee | predict foretell forecast | appal appall horrify shock | appease placate pacify | append attach add
attach fasten affix | designate appoint | designate classify list | appraise value | capture caught apprehend | argue contend maintain insist
arose arisen emerge surface | emerge surface appear | arouse stir evoke | elicit evoke drew | ascend climb mount | question quiz grill
query question | assail attack | assume presume suppose | ensure guarantee | astonish amaze astound stun | startle surprise | attract drew
lure entice tempt | lure attract | attribute ascribe | augment supplement | authenticate verify | validate certify | verify confirm corroborate
substantiate corroborate | approve okay greenlight | approval authorization | empower authorize | enable allow let permit | avenge revenge
avoid prevent avert | avoid sidestep | evade dodge elude | award bestow confer | grant confer accord | awaken woke awoke | banish exile
ban prohibition | ban proscribe outlaw | bar exclude | exclude omit | omit dropped | bankroll finance fund | haggle bargain
barter swap trade exchange | batter pound pummel lash | hammer pound batter | bear bore borne shoulder | bear bore borne carry
beat defeat overcame | vanquish defeat beat | thrash trounce rout | crush rout | drub thrash trounce | became turn | beg implore plead beseech
urge exhort | behave act | behead decapitate | belittle disparage denigrate | decry deplore condemn denounce | bemoan lament | bequeath left
bid offer | attempt bid effort | bind bound tie tied | fetter shackle manacle | slam blast lambaste lambast criticize | castigate savage slam
criticize fault | blend mix mingle | bloom blossom flower | block obstruct | hinder hamper impede obstruct | inhibit hinder | boast brag
fortify strengthen reinforce | boost bolster strengthen | boo jeer | heckle jeer barrack | book reserve | border adjoin abut neighbor | bore drill
bother disturb trouble | botch bungle | mismanage mishandle | rally rebound recover | rebound bounce recover | brace prepare | brand label dub
label call | name call dub | term call | brandish wield | brandish wave | broke shatter smash | broke beat | snap broke
breach violate infringe contravene | violation breach infringement contravention | bred rear raise | bring fetch | broadcast transmit relay
screen show air | screening showing | broaden expand widen | extend expand | mediate broker | built construct erect | construction building
flatten level raze bulldoze demolish | burden saddle | burned torch | burn incinerate | burst rupture | buried inter | burial interment
purchase acquisition | bypass circumvent sidestep skirt | calculate compute | calm soothe pacify | telephone ring rung phone call
capitulate surrender | yield relent | cede surrender yield relinquish | renounce relinquish | capture seize | capture took | conquer capture
overrun capture | captivate enthral enthrall fascinate | intrigue fascinate | carry transport convey haul | ferry transport carry
wreak inflict cause | provoke spark trigger cause | ignite spark trigger | precipitate trigger spark | induce cause prompt
engender create generate | commemorate mark observe | remember commemorate | commemoration remembrance | challenge contest dispute
convert transform turn | conversion transformation | chair preside | chair head led | spearhead led | charter hire rent | chase pursue
pursuit chase | chat talk converse | trick dupe con deceive | misled deceive delude | chill cool | choke suffocate asphyxiate | smother suffocate
choke strangle throttle | chose pick | decide opt chose | fell chop | chronicle document record | orbit circle | circulate distribute
disseminate spread circulate | cite mention | invoke cite | clash fight battle | skirmish clash | clash confrontation | categorize classify
clean cleanse | clear remove | clinch secure | clinch won seal | secure won | land secure | clog block | clutch grip grasp | convince persuade
persuade cajole coax | coerce force | coerce compel | coin invent | collaborate cooperate | collaboration cooperation | collapse fail fold
collapse topple | collect gather | compile gather assemble | conspire plot scheme | colonize settle | commit perpetrate | commitment pledge promise
pledge sworn vow promise | comment remark | note observe remark | compare liken | indemnify compensate | offset counterbalance | compete vie contend
complain grumble gripe moan | finish complete | finalize complete conclude | completion finish | compose wrote | draft wrote | draft prepare
draft conscript | conscription draft | comprise consist | constitute represent | disguise mask conceal | stash hide conceal | obscure hide
conceive devise | invent devise | devise formulate concoct | design devise | develop devise | develop create design | concentrate focus
conclude determine find | determine establish ascertain | deduce infer | infer conclude | concur agree | consent agree assent
conduct perform undertook | conduct hold | occupy hold | occupy fill | confer consult | confine restrict limit | reaffirm reiterate
reiterate repeat restate | contradict conflict | confront face | encounter face | encounter met | met received
baffle puzzle perplex bewilder mystify | confuse bewilder confound | connect join link | link associate tie | conserve preserve protect
preservation conservation | consider weigh mull contemplate ponder | deliberate ponder | deem consider judge | regard consider view
perceive view regard | consolidate merge | amalgamate merge combine | fuse merge | console comfort | consume use | contact reach | stem curb contain
curb rein restrain | pollute contaminate foul | continue proceed | continue persist | persist persevere | persist linger remain | endure persist
contract caught | contribute donate give | convene call summon | convene met | gather convene | convey communicate | relay convey
copy duplicate reproduce replicate | correct rectify | remedy rectify fix | correspond match | counterfeit forge falsify | fake forge falsify
falsify doctor | debunk disprove refute | woo court | insure cover | span cover | span stretch | crack solve | resolve solve | settle resolve
cram pack | crowd throng pack | throng crowd flock | flock swarm | slam crash smash plow | crawl crept | sneak crept | form create establish
institute establish introduce | creation establishment formation | cripple paralyze | cross traverse | crush quell suppress quash | repress suppress
stifle suppress | wept cry sob | cultivate grow | cultivate farm | plow till | curse swear | curtail curb restrict limit | cycle pedal
damage harm impair | harm hurt | dash shatter | dash rush hurry race | rush hasten hurry | rush whisk | disable deactivate | defuse disarm
peddle hawk sold | handle manage | process handle | manage cope | debate discuss | discussion debate | premiere debut
decay rotted rotten decompose | determine decide resolve | diminish dwindle wane lessen | decline dwindle wane | fade wane dwindle
decrease diminish lessen | reduce lessen diminish | decorate adorn | honor decorate | honor recognize | decree order | decree edict
order command instruct direct | order directive command | dedicate devote | subtract deduct | deepen intensify | deface vandalize | defame slander
malign vilify smear | defeat loss | defend protect guard | shield protect guard | deform distort warp | distort misrepresent twist
defy disobey flout | ignore disregard | overlook miss | neglect overlook | neglect disregard | degrade deteriorate | deteriorate degenerate
humiliate degrade demean | shame embarrass | shame disgrace | delay defer | delay postponement deferral | delay holdup | erase wipe | excite thrill
deliver give | present give | delve dug | showed display | illustrate demonstrate show | demote relegate | denote signify | mean signify
withhold suppress | departure exit | quit left | vacate left | hinge depend | portray represent depict | describe portray depict
describe characterize | deploy dispatch sent | deploy station | overthrow topple depose oust | unseat oust topple | dethrone depose
overthrow ouster toppling | deprive strip | scupper derail | thwart foil frustrate | thwart prevent | deride mock ridicule | taunt mock
scoff sneer | derive obtain | desecrate defile profane | deserve merit | declare designate | desire want wish | destabilize unsettle
destroy wreck ruin | gut destroy | mar spoil | devastate ravage | devastation destruction | detach disconnect | disconnect unplug | detect spot
detect discover identify | discover uncover find | spot notice observe | see spot | deter dissuade discourage | detonation explosion blast
divert redirect reroute | distract divert | deviate diverge stray | dug burrow tunnel | soften weaken dilute | moderate temper soften
guide steer direct | guide led | aim point | aim direct | disagree differ | dissent disagree | disagreement dispute | vary differ | disallow forbid
disburse pay | distribute disburse | discard dump ditch jettison | dispose discard | discern perceive | discharge dump | discipline punish
penalize punish | punishment penalty | divulge reveal disclose | expose reveal uncover | disclosure revelation | unmask expose | discovery find
disdain scorn | disfigure scar | disgust revolt repel | sanitize disinfect | disintegrate crumble | display exhibit show | scotch dispel quash
dispense distribute | supplant supersede replace | succeed replace | disrupt interrupt | disruption interruption | dissipate disperse
distribution handout | disturb upset unsettle | sadden distress | unnerve unsettle rattle | dive dove plunge | divest sold shed offload
divestment disposal sale | partition divide split | share split divide | ~ condemn sentence | lower downgrade cut | downplay minimize
doze nap snooze | drag haul pull | tow haul pull | pull tug | yank pull | fear dread | drift float | drill exercise | drove fuel propel
stoke fuel inflame | fan stoke fuel | withdrew dropped | withdrew pull | withdrew remove | withdrawal pullout | ~ retreat withdrawal
retract withdrew | recant retract | retraction withdrawal | dwell dwelt live reside | dye color tint | ease relax loosen
easing relaxation loosening | relax rest unwind | mirror reflect | echo mirror | eclipse surpass exceed | overshadow eclipse | instruct teach
elapse pass | elevate promote | eradicate eliminate exterminate | eradication elimination | elongate lengthen | prolong extend lengthen
prolongation extension | embark board | embed implant | embezzlement misappropriation | siphon syphon divert | embolden encourage
hug embrace cuddle | emit release discharge | emphasize stress underline underscore highlight | employ use | deploy use | emulate imitate copy mimic
simulate mimic | enclose surround | foster promote encourage nurture | cultivate nurture | encroach intrude | trespass intrude
endanger imperil jeopardize | suffer endure | undergone experience | experience suffer | incur suffer sustain | sustain maintain | kept maintain
maintain preserve | kept preserve | store kept | engage participate | partake participate | engineer orchestrate mastermind | inscribe engrave etch
engulf envelop | engulf consume | shroud envelop blanket | cloak shroud veil | enhance improve | ameliorate improve | enjoy relish | savor relish
enlargement expansion | enlist recruit | ensue follow | entail involve | infiltrate penetrate | penetrate pierce | puncture pierce | match equal
equip outfit furnish | equip fit | furnish supply provide | erode undermine | undermine weaken | debilitate weaken | erupt flare
escalate intensify | escalation intensification | heighten intensify | strengthen intensify | heighten raise increase | flee bolt | escape evade
reckon estimate | reckon believe think | gauge measure | ~ evacuate clear | evaporate vaporize | scrutinize examine inspect | review examine
scrutiny examination | exceed top | surpass top | excel shine | excuse forgave | exempt excuse | implement execute | exert apply | apply use
exhume disinter | remove oust | ousting removal ouster | expel eject oust | expulsion ejection | expand swell | mushroom balloon swell
explain clarify | elucidate explain | exploit tap | harness tap | harness use | voice express | express convey | mine extract | extract remove
extricate free | quench extinguish douse | fabricate invent concoct | fail flop | fail flunk | malfunction fail | malfunction failure breakdown
fell dropped | fell tumble | fell slid | slip slid | skid slid | plummet plunge nosedive slump | plummet tumble dive | slide decline drop
falter stumble | hesitate waver falter | trip stumble | mold shape | prefer favor | preference favor | feature star | feature include | fed nourish
sense felt | feign fake pretend | scuffle brawl fight | fistfight brawl scuffle | struggle fight battle | grapple wrestle struggle | fill plug
plug seal | ~ film shot | film record | ~ fire launch | launch mount | mount stage | launch open initiate | initiate start launch begun
originate start begun | originate stem | launch liftoff | landing touchdown | set fix | rig fix | rig manipulate | flip overturn | overturn roll
moot float suggest | flood swamp inundate deluge | overwhelm swamp | thrive flourish prosper | flow run stream | pour stream
fluctuate vary oscillate | fly jet | follow tail shadow | trail follow | track trace | ~ trace find locate | pinpoint locate | forage scavenge
forbade ban | forestall preempt | forwent forgone waive | forego forgo | forward sent | strengthen bolster fortify | founded create form
fulfil fulfill honor kept | fulfil fulfill met satisfy | achieve realize | function work operate | garner gather attract | garner receive got
muster gather | stare gaze | generation production | glorify exalt | extol praise laud | salute praise hail | travel go | grab seize snatch
requisition commandeer | seizure confiscation | seizure capture | grasp understood comprehend | greet welcome | grow expand | growth rise increase
growth expansion | spike surge jump | rocket skyrocket soar | skyrocket soar surge | mount rose grow | increase swell | upturn rise increase
downturn decline slump | guess surmise | gush spurt spout | belch spew | spew emit | hand pass | occur transpire | transpire emerge
harass hound pester | harden toughen stiffen | tighten toughen stiffen | tighten strengthen | tightening toughening | harvest reap | hatch concoct
pile heap stack | herald signal | foreshadow presage herald | signal indicate | hike trek | hike increase | imply suggest hint | imply insinuate
intimate hint | insinuate hint | hire engage | hoard stockpile | hoist raise | hoist lift | hone sharpen | comb scour search | rummage search
hush silence | silence mute | identify recognize | identify pinpoint | adore idolize | light lit ignite | illuminate light lit | immerse submerge
implementation execution | levy impose slap | imposition introduction | impress wow dazzle | incite foment instigate | goad provoke
encompass include | incorporate include | integrate incorporate | integration incorporation | apprise inform notify | ingest swallow | inject pump
invest pump pour | insert place | put place | position place | plant place | lay place | lay put | motivate inspire | motivate prompt drove
instal install | insult offend affront | slight insult | tamper meddle interfere | interference meddling | construe interpret | cross intersect
introduce launch | introduce present | invalidate nullify annul annulled void | invite ask | trigger invoke | irrigate water | issue release publish
publication release | publish post | upload post | mail post | record post | report record | jam pack | jam block | joke jest quip
shook rock jolt rattle | vibrate shook | shiver tremble shudder quiver | jostle push shove | jump leaped | leap surge jump | kick boot
killing slaying | death demise | succumb die | perish die | toil labor | labor work | lag trail | laugh chuckle giggle | learned discover
liberate free | liberation freeing | lift end | lift remove | lifting removal | limitation restriction limit | restriction curb | itemize list
litter strew strewn scatter | lobby press | press push | press pressure | push drive | situate locate | yearn long crave | look seemed appear
look search | ~ lost shed | manage run | operate run | manage oversee | supervise manage | mandate require | necessitate require | maneuver exercise
market promote | advertise promote | publicize promote | plug promote tout | mobilize muster marshal | mobilize rally | massacre slaughter butcher
maul savage | melt thaw | memorize learned | menace threaten | threat menace | mistook confuse
misinterpret misread misunderstand misunderstood misconstrue | misplace mislay mislaid | misspent squander | modernize upgrade update
modernization upgrade | monitor observe watch | watch view observe | monitoring surveillance | witness see | coach manage | shift move
switch shift change | relocation move | mug rob | robbery holdup | theft larceny | stole pilfer swipe | pinch stole | pillage plunder loot
multiply proliferate | proliferate spread | mumble mutter murmur | mutiny revolt rebel | narrate recount relate | recount told | narrow shrink
tend nurse | object protest | oppose object | objection opposition | opposition resistance | resist withstood | survive withstood weather
outlive outlast survive | proffer offer | operate act | seep ooze | oppress repress subjugate | persecute victimize
outwit outfox outsmart outmanoeuvre outmaneuver | outpace outstrip | outperform outdo | overcame surmount | overcame conquer
overcharge fleece gouge | overhaul revamp reform | remodel renovate refurbish | revamp refurbish | overpower overwhelm subdue | restrain subdue
oversight supervision | lampoon satirize parody spoof | paint daub | pay settle | remunerate pay | peep peek peer | perform play | performance show
portray play | pervade permeate | photograph snap | pick harvest | gather pick | pilot fly | test check | pose masquerade | pose present
pose raise | raise voice | practise rehearse | rehearsal practice | precede predate | preclude prevent | stop prevent | predominate prevail
won triumph prevail | triumph victory win | proclamation declaration | announcement declaration | profess claim | progress advance
prop shore bolster | shore strengthen | prop support | propose suggest | proposal suggestion | moot propose | protrude jut | provision supply
prune trim pare | pare cut reduce | downsize shrink reduce | scale reduce | curtail reduce | punch thump | slap smack | pull remove | pursue seek
pursue follow | quarrel argue bicker squabble | quarrel spat squabble | feud quarrel dispute | rank rate | reach attain | reach struck
react respond | reaction response | reappear resurface | resurgence comeback | return comeback | reschedule rearrange | rebuilt reconstruct
reconstruction rebuilding | rebuff spurn reject | snub shun | snub rebuff | rejection refusal rebuff | recall remember recollect
remembrance recollection | recede retreat | recede subside | recede shrink | reconsider rethink reassess | recoup recover | regain recover
reclaim regain retook | recapture reclaim | salvage retrieve recover | salvage save rescue | recuperate recover convalesce
recuperation recovery convalescence | refrain abstain desist | allude refer | regret rue | reintroduce reinstate restore | relate pertain
renege backtrack | revive resurrect | revitalize revive | resuscitate revive | rename rebrand | render make | repatriate return
repatriation return | repeal revoke rescind | repel repulse | replenish refill | request seek | solicit request | rescue extricate | honor respect
respect observe | retaliate revenge | retaliation revenge reprisal | reunify reunite | reunification reunion | unify unite | venerate revere worship
revise modify | revolutionize transform | rotate spun | reward recompense | rip torn | rip swept | torn swept | ripen mature | roam wander
prowl roam | sap drain | vetting screening | scream shriek screech | scream yell shout | shout bellow | scrawl scribble | sculpt carve
seal close shut | close shut shutter | forfeit lost | closure shutdown | opening inauguration | segregate separate | segregation separation
sedate tranquillise tranquilize | sent transmit | wire transfer | remit sent | remit transfer | shed cut axe | shone glow | shorten cut
shrunk contract dwindle | sideline marginalize | simplify streamline | sung perform | sunk founder | slow decelerate | slowdown deceleration
slip drop fall | smear daub | stifle smother | stink reek | soar leap | spoke talk | stipulate specify | spilled leak | splinter fragment
breakup split | sprout germinate | spur prompt | spur stimulate boost | spur encourage | stabilize steady | stagnate stall | stagnation standstill
standardize harmonize | star appear | standoff impasse deadlock | staunch stanch stem | stitch sewed | strive endeavor | strive try
stroll saunter amble | submit present | submit tender | submission filing | summarize recap | canvass survey poll | swerve veer | swindle con
tackle confront | tarnish sully stain taint | terminate cancel | termination cancellation | terrorise terrorize | throw toss hurl flung lob chuck
transfer handover | translate render | trap ensnare snare | treat handle | treble triple | tumble drop | twist contort | uncover unearth
undone reverse | reversal overturning | unfold happen | unleash release | unload offload | discharge unload | unlock open | uphold maintain
uphold kept | wait await | waiver exemption | wander stray | worn sport | whine complain | wilt wither | worry fret | yield produce | yield generate
inspection check | check verify | meeting session | meeting gathering | voyage journey trip | crossing passage | fighting combat
bombing bombardment | pullback withdrawal | offensive assault attack | onslaught assault attack | conquest capture | ~ conflict war
burglary housebreaking | wrongdoing misconduct | donation gift | devote commit | broke burst | gauge assess | ~ look stare gaze glance watch
~ walk stroll hike march wander trek | ~ run sprint jog dash race | ~ cut slice chop carve dice | ~ cook fry bake grill roast | ~ ride drive
~ chat talk speak | ~ clean wash wipe scrub | smile grin ~ beam | ~ eat chew nibble munch | ~ drink sip gulp
"""
