"""Verbs that newsrooms put in each other's place, and nouns of what they do. Data only; see synonyms.py for what belongs here."""

GROUPS = """
abandon ditch drop dropped | abandon forsake forsook forsaken desert | abandon jettison scrap | abate subside ease | abduct kidnap snatch
abhor loathe detest despise hate | abide comply adhere | obey comply | obey follow heed | follow observe obey | abolition repeal scrapping
terminate abolish end | abridge shorten condense | absolve exonerate clear | mistreat maltreat | misuse abuse
accelerate quicken hasten | expedite hasten accelerate speed sped | accompany escort | accomplish achieve attain | accrue accumulate
achievement accomplishment feat | acknowledge admit concede | recognise recognize acknowledge | secure obtain procure | acquire obtain procure
source procure obtain | adapt adjust | adjust tweak | administer give gave given | admonish reprimand rebuke chide scold
berate scold upbraid castigate chastise | advise recommend | advise counsel | advocate champion espouse | affect impact | influence affect shape
influence sway | afflict plague beset | blight plague | aggravate worsen exacerbate | compound worsen exacerbate | frighten scare alarm
alienate estrange | allay ease calm quell soothe assuage | alleviate relieve ease | mitigate lessen alleviate | allot allocate apportion
amass accumulate gather | ambush waylay | amend revise alter | revise update | amplify magnify | amuse entertain | analyse analyze examine study
anchor moor | dock berth moor | anger enrage infuriate incense outrage | annihilate obliterate destroy | announce proclaim declare | declare pronounce
annoy irritate irk vex | anticipate expect foresee foresaw foreseen | envisage envision foresee foresaw foreseen | predict foretell forecast
appal appall horrify shock | appease placate pacify | append attach add | attach fasten affix | designate appoint | designate classify list
appraise value | capture catch caught apprehend | argue contend maintain insist | arise arose arisen emerge surface
emerge surface appear | arouse stir evoke | elicit evoke draw drew drawn | ascend climb mount | question quiz grill | query question | assail attack
assume presume suppose | ensure guarantee | astonish amaze astound stun | shock stun | startle surprise | attract draw drew drawn | lure entice tempt
lure attract | attribute ascribe | augment supplement | authenticate verify | validate certify | verify confirm corroborate | substantiate corroborate
approve okay greenlight | approval authorisation authorization | empower authorise authorize | enable allow let permit
avenge revenge | avoid prevent avert | avoid sidestep | evade dodge elude | award bestow confer | grant confer accord
wake awake awaken woke woken awoke | banish exile | ban prohibition | ban proscribe outlaw | bar exclude | exclude omit | omit drop dropped
bankroll finance fund | haggle bargain | barter swap trade exchange | batter pound pummel lash | hammer pound batter | bear bore borne shoulder
bear bore borne carry | beat beaten defeat overcome overcame | vanquish defeat beat | thrash trounce rout | crush rout | drub thrash trounce
become became turn | beg implore plead beseech | urge exhort | behave act | behead decapitate | belittle disparage denigrate
decry deplore condemn denounce | bemoan lament | mourn grieve | bequeath leave left | bet wager gamble | bid offer | attempt bid effort
bind bound tie tied | fetter shackle manacle | slam blast lambaste lambast criticise criticize | castigate savage slam | criticise criticize fault
blend mix mingle | bloom blossom flower | block obstruct | hinder hamper impede obstruct | inhibit hinder | boast brag
fortify strengthen reinforce | boost bolster strengthen | boo jeer | heckle jeer barrack | book reserve | border adjoin abut neighbour neighbor
bore drill | bother disturb trouble | botch bungle | mismanage mishandle | rally rebound recover | rebound bounce recover | brace prepare
prepare ready | brand label dub | label call | name call dub | term call | brandish wield | brandish wave | break broke broken shatter smash
break broke broken beat | fracture break broke broken | snap break broke broken | breach violate infringe contravene
violation breach infringement contravention | breed bred rear raise | bring brought fetch | broadcast transmit relay | screen show shown air
screening showing | broaden expand widen | extend expand | mediate broker | build built construct erect | construction building
flatten level raze bulldoze demolish | burden saddle | burn burned burnt torch | burn burnt incinerate | burst rupture
bury buried inter | burial interment | buy bought purchase | purchase acquisition | bypass circumvent sidestep skirt | calculate compute
calm soothe pacify | telephone ring rang rung phone call | capitulate surrender | yield relent | cede surrender yield relinquish | renounce relinquish
capture seize | capture take took taken | conquer capture | overrun capture | captivate enthral enthrall fascinate | intrigue fascinate
carry transport convey haul | ferry transport carry | wreak inflict cause | provoke spark trigger cause | ignite spark trigger
precipitate trigger spark | induce cause prompt | engender create generate | commemorate mark observe | remember commemorate
commemoration remembrance | challenge contest dispute | convert transform turn | conversion transformation | chair preside | chair head lead led
spearhead lead led | charter hire rent | chase pursue | pursuit chase | chat talk converse | trick dupe con deceive | mislead misled deceive delude
chill cool | choke suffocate asphyxiate | smother suffocate | choke strangle throttle | choose chose chosen pick | decide opt choose chose chosen
fell chop | chronicle document record | orbit circle | circulate distribute | disseminate spread circulate | cite mention | invoke cite
clash fight fought battle | skirmish clash | clash confrontation | categorise categorize classify | clean cleanse | clear remove | clinch secure
clinch win won seal | secure win won | land secure | clog block | clutch grip grasp | convince persuade | persuade cajole coax | coerce force
coerce compel | coin invent | collaborate cooperate | collaboration cooperation | collapse fail fold | collapse topple | collect gather
compile gather assemble | conspire plot scheme | colonise colonize settle | commit perpetrate | commitment pledge promise
pledge swear swore sworn vow promise | comment remark | note observe remark | compare liken | indemnify compensate | offset counterbalance
compete vie contend | complain grumble gripe moan | finish complete | finalise finalize complete conclude | completion finish
compose write wrote written | draft write wrote written | draft prepare | draft conscript | conscription draft | comprise consist
constitute represent | hide hid hidden conceal | disguise mask conceal | stash hide conceal | obscure hide | conceive devise | invent devise
devise formulate concoct | design devise | develop devise | develop create design | concentrate focus | conclude determine find found
determine establish ascertain | deduce infer | infer conclude | concur agree | consent agree assent | conduct perform undertake undertook undertaken
conduct hold held | occupy hold held | occupy fill | confer consult | confine restrict limit | reaffirm reiterate | reiterate repeat restate
contradict conflict | confront face | encounter face | encounter meet met | meet met receive received | baffle puzzle perplex bewilder mystify | confuse bewilder confound
connect join link | link associate tie | conserve preserve protect | preservation conservation | consider weigh mull contemplate ponder
deliberate ponder | deem consider judge | regard consider view | perceive view regard | consolidate merge | amalgamate merge combine | fuse merge
console comfort | consume use | eat ate eaten consume | contact reach | stem curb contain | curb rein restrain | contaminate taint
pollute contaminate foul | continue proceed | continue persist | persist persevere | persist linger remain | endure persist | contract catch caught
contribute donate give gave given | convene call summon | convene meet met | gather convene | convey communicate | relay convey
copy duplicate reproduce replicate | correct rectify | remedy rectify fix | correspond match | counterfeit forge falsify | fake forge falsify
falsify doctor | debunk disprove refute | woo court | insure cover | span cover | span stretch | crack solve | resolve solve | settle resolve
cram pack | crowd throng pack | throng crowd flock | flock swarm | slam crash smash plough plow | crawl creep crept | sneak creep crept
form create establish | institute establish introduce | creation establishment formation | cripple paralyse paralyze | cross traverse
crush quell suppress quash | repress suppress | stifle suppress | weep wept cry sob | cultivate grow grew grown | cultivate farm | plough plow till
curse swear | curtail curb restrict limit | cycle pedal | damage harm impair | harm hurt | dash shatter | dash rush hurry race | rush hasten hurry
rush whisk | disable deactivate | defuse disarm | peddle hawk sell sold | handle manage | process handle | manage cope | debate discuss
discussion debate | premiere debut | decay rot rotted rotten decompose | determine decide resolve | diminish dwindle wane lessen
decline dwindle wane | fade wane dwindle | decrease diminish lessen | reduce lessen diminish | decorate adorn | honour honor decorate
honour honor recognise recognize | decree order | decree edict | order command instruct direct | order directive command | dedicate devote
subtract deduct | deepen intensify | deface vandalise vandalize | defame slander | malign vilify smear | defeat loss | defend protect guard
shield protect guard | deform distort warp | distort misrepresent twist | defy disobey flout | ignore disregard | overlook miss | neglect overlook
neglect disregard | degrade deteriorate | deteriorate degenerate | humiliate degrade demean | shame embarrass | shame disgrace | delay defer
delay postponement deferral | delay holdup | erase wipe | delight thrill | excite thrill | deliver give gave given
present give gave given | delve dig dug | demonstrate show shown | show showed shown display | illustrate demonstrate show | demote relegate
denote signify | mean meant signify | withhold withheld suppress | depart leave left | departure exit | quit leave left | vacate leave left
hinge depend | portray represent depict | describe portray depict | describe characterise characterize | deploy dispatch send sent | deploy station
overthrow overthrew overthrown topple depose oust | unseat oust topple | dethrone depose | overthrow ouster toppling | deprive strip | scupper derail
thwart foil frustrate | thwart prevent | deride mock ridicule | taunt mock | scoff sneer | derive obtain | desecrate defile profane | deserve merit
declare designate | desire want wish | destabilise destabilize unsettle | destroy wreck ruin | gut destroy | mar spoil | devastate ravage
devastation destruction | detach disconnect | disconnect unplug | detect spot | detect discover identify | discover uncover find found
spot notice observe | see saw seen spot | deter dissuade discourage | detonation explosion blast | divert redirect reroute | distract divert
deviate diverge stray | dig dug burrow tunnel | soften weaken dilute | moderate temper soften | guide steer direct | guide lead led | aim point
aim direct | disagree differ | dissent disagree | disagreement dispute | vary differ | disallow forbid | disburse pay paid | distribute disburse
discard dump ditch jettison | dispose discard | discern perceive | discharge dump | discipline punish | penalise penalize punish
punishment penalty | divulge reveal disclose | expose reveal uncover | disclosure revelation | unmask expose | discovery find | disdain scorn
disfigure scar | disgust revolt repel | sanitise sanitize disinfect | disintegrate crumble | display exhibit show | scotch dispel quash
dispense distribute | supplant supersede replace | succeed replace | disrupt interrupt | disruption interruption | dissipate disperse
distribution handout | disturb upset unsettle | distress upset | sadden distress | unnerve unsettle rattle | dive dove plunge
divest sell sold shed offload | divestment disposal sale | partition divide split | share split divide | ~ condemn sentence
lower downgrade cut | downplay minimise minimize | doze nap snooze | drag haul pull | tow haul pull | pull tug | yank pull | sketch draw drew drawn
fear dread | drench soak | drift float | drill exercise | drive drove driven fuel propel | stoke fuel inflame | fan stoke fuel
withdraw withdrew withdrawn drop dropped | withdraw withdrew withdrawn pull | withdraw withdrew withdrawn remove | withdrawal pullout
~ withdraw withdrew withdrawn retreat | ~ retreat withdrawal | retract withdraw withdrew withdrawn | recant retract | retraction withdrawal
dwell dwelt live reside | dye colour color tint | ease relax loosen | easing relaxation loosening | relax rest unwind | mirror reflect | echo mirror
eclipse surpass exceed | overshadow eclipse | instruct teach taught | elapse pass | elevate promote | eradicate eliminate exterminate
eradication elimination | elongate lengthen | prolong extend lengthen | prolongation extension | embark board | embed implant
embezzlement misappropriation | siphon syphon divert | embolden encourage | hug embrace cuddle | emit release discharge
emphasise emphasize stress underline underscore highlight | employ use | deploy use | emulate imitate copy mimic | simulate mimic | enclose surround
foster promote encourage nurture | cultivate nurture | encroach intrude | trespass intrude | endanger imperil jeopardise jeopardize | suffer endure
undergo underwent undergone experience | experience suffer | incur suffer sustain | sustain maintain | keep kept maintain | maintain preserve
keep kept preserve | store keep kept | engage participate | partake participate | engineer orchestrate mastermind | inscribe engrave etch
engulf envelop | engulf consume | shroud envelop blanket | cloak shroud veil | enhance improve | ameliorate improve | enjoy relish
savour savor relish | enlargement expansion | enlist recruit | ensue follow | entail involve | infiltrate penetrate | penetrate pierce
puncture pierce | match equal | equip outfit furnish | equip fit | furnish supply provide | erode undermine | undermine weaken | debilitate weaken
erupt flare | escalate intensify | escalation intensification | heighten intensify | strengthen intensify | heighten raise increase
flee fled bolt | escape evade | reckon estimate | reckon believe think thought | gauge measure | ~ evacuate clear
evaporate vaporise vaporize | exaggerate overstate inflate | scrutinise scrutinize examine inspect | review examine | scrutiny examination
exceed top | surpass top | excel shine | excuse forgive forgave forgiven | exempt excuse | implement execute | exert apply | apply use
exhume disinter | remove oust | ousting removal ouster | expel eject oust | expulsion ejection | expand swell | mushroom balloon swell
explain clarify | elucidate explain | exploit tap | harness tap | harness use | voice express | express convey | mine extract | extract remove
extricate free | quench extinguish douse | fabricate invent concoct | fail flop | fail flunk | malfunction fail | malfunction failure breakdown
fall fell fallen drop dropped | fall fell fallen tumble | fall fell fallen slide slid | slip slide slid | skid slide slid
plummet plunge nosedive slump | plummet tumble dive | slide decline drop | falter stumble | hesitate waver falter | trip stumble | mould mold shape
prefer favour favor | preference favour favor | feature star | feature include | feed fed nourish | sense feel felt | feign fake pretend
scuffle brawl fight | fistfight brawl scuffle | combat fight fought | struggle fight fought battle | grapple wrestle struggle | fill plug | plug seal
~ film shoot shot | film record | tape record | ~ fire launch | launch mount | mount stage | launch open initiate
initiate start launch begin began begun | originate start begin began begun | originate stem | launch liftoff | landing touchdown | set fix | rig fix
rig manipulate | flip overturn | overturn roll | moot float suggest | flog whip lash | flood swamp inundate deluge | overwhelm swamp
thrive flourish prosper | boom thrive | flow ran run stream | pour stream | fluctuate vary oscillate | fly flew flown jet | follow tail shadow
trail follow | track trace | ~ trace find found locate | pinpoint locate | forage scavenge | forbid forbade forbidden ban | forestall preempt
forgo forwent forgone waive | forego forgo | forward send sent | strengthen bolster fortify | founded create form
fulfil fulfill honour honor keep kept | fulfil fulfill meet met satisfy | achieve realise realize | function work operate | garner gather attract
garner receive got get | get got gotten obtain | get got gotten receive | muster gather | stare gaze | generation production | glorify exalt
extol praise laud | salute praise hail | travel go went gone | grab seize snatch | requisition commandeer | seizure confiscation | seizure capture
grasp understand understood comprehend | greet welcome | grow grew grown expand | grow grew grown rise rose risen | growth rise increase
growth expansion | spike surge jump | rocket skyrocket soar | skyrocket soar surge | mount rise rose risen grow | increase swell
upturn rise increase | downturn decline slump | guess surmise | gush spurt spout | belch spew | spew emit | hand pass | give gave given hand
occur transpire | transpire emerge | harass hound pester | harden toughen stiffen | tighten toughen stiffen | tighten strengthen
tightening toughening | harvest reap | hatch concoct | pile heap stack | herald signal | foreshadow presage herald | signal indicate | hike trek
hike increase | imply suggest hint | imply insinuate | intimate hint | insinuate hint | hire engage | hoard stockpile | hoist raise | hoist lift
hone sharpen | comb scour search | rummage search | hush silence | silence mute | identify recognise recognize | identify pinpoint
adore idolise idolize | light lit ignite | illuminate light lit | immerse submerge | implementation execution | levy impose slap
imposition introduction | impress wow dazzle | incite foment instigate | goad provoke | encompass include | incorporate include
integrate incorporate | integration incorporation | apprise inform notify | ingest swallow | inject pump | invest pump pour
insert place | put place | position place | plant place | lay laid place | lay laid put | motivate inspire | motivate prompt drive drove driven
instal install | insult offend affront | slight insult | tamper meddle interfere | interference meddling | construe interpret | cross intersect
introduce launch | introduce present | invalidate nullify annul annulled void | invite ask | trigger invoke | irrigate water | isolate seclude
issue release publish | publication release | publish post | upload post | mail post | record post | report record | jam pack | jam clog | jam block
joke jest quip | shake shook shaken rock jolt rattle | vibrate shake shook shaken | shiver tremble shudder quiver | jostle push shove
jump leap leapt leaped | leap leapt surge jump | justify warrant | kick boot | killing slaying | death demise | succumb die | perish die died
toil labour labor | labour labor work | lag trail | laugh chuckle giggle | learn learned learnt discover | liberate free | liberation freeing
lift end | lift remove | lifting removal | limitation restriction limit | restriction curb | itemise itemize list | litter strew strewn scatter
lobby press | press push | press pressure | push drive | situate locate | yearn long crave | look seem seemed appear | look search | ~ lose lost shed
manage run ran | operate run ran | manage oversee | supervise manage | mandate require | necessitate require | manoeuvre maneuver exercise
market promote | advertise promote | publicise publicize promote | plug promote tout | mobilise mobilize muster marshal | mobilise mobilize rally
massacre slaughter butcher | maul savage | melt thaw | memorise memorize learn learned learnt | menace threaten
threat menace | mistake mistook mistaken confuse | misinterpret misread misunderstand misunderstood misconstrue | misplace mislay mislaid
misspend misspent squander | modernise modernize upgrade update | modernisation modernization upgrade | monitor observe watch | watch view observe
monitoring surveillance | witness see saw seen | coach manage | shift move | switch shift change | relocation move | mug rob | robbery holdup
theft larceny | steal stole stolen pilfer swipe | pinch steal stole | pillage plunder loot | multiply proliferate | proliferate spread
mumble mutter murmur | mutiny revolt rebel | narrate recount relate | recount tell told | narrow shrink | tend nurse
object protest | oppose object | objection opposition | opposition resistance | resist withstand withstood | survive withstand withstood weather
outlive outlast survive | proffer offer | operate act | seep ooze | oppress repress subjugate | persecute victimise victimize
outwit outfox outsmart outmanoeuvre outmaneuver | outpace outstrip | outperform outdo | overcome overcame surmount | overcome overcame conquer
overcharge fleece gouge | overhaul revamp reform | remodel renovate refurbish | revamp refurbish | overpower overwhelm subdue | restrain subdue
oversight supervision | lampoon satirise satirize parody spoof | paint daub | pay paid settle | remunerate pay | peep peek peer
perform play | performance show | portray play | pervade permeate | photograph snap | pick harvest | gather pick | pilot fly flew flown | test check
pose masquerade | pose present | pose raise | raise voice | practise practice rehearse | rehearsal practice | precede predate | preclude prevent
stop prevent | predominate prevail | win won triumph prevail | triumph victory win | proclamation declaration | announcement declaration
profess claim | progress advance | prop shore bolster | shore strengthen | prop support | propose suggest | proposal suggestion | moot propose
protrude jut | provision supply | prune trim pare | pare cut reduce | downsize shrink reduce | scale reduce | curtail reduce | punch thump
slap smack | pull remove | pursue seek sought | pursue follow | quarrel argue bicker squabble | quarrel spat squabble | feud quarrel dispute
rank rate | reach attain | reach strike struck | react respond | reaction response | reappear resurface | resurgence comeback | return comeback
reschedule rearrange | schedule slate | rebuild rebuilt reconstruct | reconstruction rebuilding | rebuff spurn reject | snub shun | snub rebuff
rejection refusal rebuff | recall remember recollect | remembrance recollection | recede retreat | recede subside | recede shrink
reconsider rethink rethought reassess | recoup recover | regain recover | reclaim regain retake retook | recapture reclaim | salvage retrieve recover
salvage save rescue | recuperate recover convalesce | recuperation recovery convalescence | refrain abstain desist | allude refer | regret rue
reintroduce reinstate restore | relate pertain | renege backtrack | revive resurrect | revitalise revitalize revive | resuscitate revive
rename rebrand | render make made | repatriate return | repatriation return | repeal revoke rescind | repel repulse | replenish refill
request seek sought | solicit request | rescue extricate | honour honor respect | respect observe | retaliate revenge
retaliation revenge reprisal | reunify reunite | reunification reunion | unify unite | venerate revere worship | revise modify
revolutionise revolutionize transform | rotate spin spun | reward recompense | rip tear tore torn | rip sweep swept | tear tore torn sweep swept
ripen mature | roam wander | prowl roam | sap drain | screen vet | vetting screening | scream shriek screech | scream yell shout | shout bellow
scrawl scribble | sculpt carve | seal close shut | close shut shutter | forfeit lose lost | closure shutdown | opening inauguration | segregate separate
segregation separation | sedate tranquillise tranquilize | send sent transmit | wire transfer | remit send sent | remit transfer | shed cut axe
shine shone glow | shorten cut | shrink shrank shrunk contract dwindle | sideline marginalise marginalize | simplify streamline
sing sang sung perform | sink sank sunk founder | slow decelerate | slowdown deceleration | slip drop fall | smear daub | stifle smother | stink reek
soar leap | speak spoke spoken talk | stipulate specify | spill spilt spilled leak | splinter fragment | breakup split | sprout germinate
spur prompt | spur stimulate boost | spur encourage | stabilise stabilize steady | stagnate stall | stagnation standstill
standardise standardize harmonise harmonize | star appear | standoff impasse deadlock | staunch stanch stem
stitch sew sewed sewn | strive endeavour endeavor | strive try | stroll saunter amble | submit present | submit tender | submission filing
summarise summarize recap | canvass survey poll | swerve veer | swindle con | tackle confront | tarnish sully stain taint | terminate cancel
termination cancellation | terrorise terrorize | throw threw thrown toss hurl fling flung lob chuck | top lead led | transfer handover
translate render | trap ensnare snare | treat handle | treble triple | tumble drop | twist contort | uncover unearth | undo undid undone reverse
reversal overturning | unfold happen | unleash release | unload offload | discharge unload | unlock open | uphold maintain | uphold keep kept
wait await | waiver exemption | wander stray | wear wore worn sport | whine complain | wilt wither | worry fret
worry trouble | worry alarm | write wrote written pen | yield produce | yield generate | inspection check | check verify | meeting session
meeting gathering | voyage journey trip | crossing passage | fighting combat | bombing bombardment
pullback withdrawal | offensive assault attack | onslaught assault attack | conquest capture
~ conflict war | burglary housebreaking | wrongdoing misconduct | donation gift | devote commit | rise rose risen climb | break broke broken burst
gauge assess
~ look stare gaze glance watch | ~ walk stroll hike march wander trek | ~ run sprint jog dash race | ~ cut slice chop carve dice
~ cook fry bake grill roast | ~ ride drive | ~ chat talk speak | ~ clean wash wipe scrub | smile grin ~ beam | ~ eat chew nibble munch
~ drink sip gulp
"""
