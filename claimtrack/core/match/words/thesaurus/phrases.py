"""Two words that stand for one, with or without a determiner between: "take place happen", "in (a) row". Data only; two_words.py reads it."""

PHRASES = """
bail out rescue | beat back repel | beat off repel | fend off repel | fight off repel | beef up strengthen | shore up strengthen | bring about cause
bring up raise | push up raise | catch fire ignite | catch alight ignite | set alight torch | set ablaze torch | buy back repurchase | buy up purchase
snap up buy | call for demand | call on urge | clamp down crackdown | crack down clampdown | come across find | crop up emerge | spring up emerge
own up confess | cover up conceal | cut short curtail | scale down reduce | scale up increase | ramp up increase | step up increase
crank up increase | die down subside | dispose of discard | draw up draft | drive out expel | force out oust | fall apart collapse
farm out outsource | fall ill sicken | fall sick sicken | become ill sicken | become sick sicken | become pregnant conceive | get pregnant conceive
fall pregnant conceive | fill out complete | flare up erupt | gear up prepare | get underway begin | kick off begin | start over restart
get worse worsen | get married marry | tie knot marry | exchange vows marry | get divorced divorce | give off emit | give out distribute
hand out distribute | hit out criticise | lash out criticise | iron out resolve | sort out resolve | join forces cooperate | team up cooperate
leave out omit | level off stabilise | level out stabilise | look after tend | look into investigate | lose consciousness faint | make sure ensure
make certain ensure | mix up confuse | move house relocate | mull over consider | weigh up consider | settle on choose | pass away die | pay off repay
pay out pay | pay tribute honour | play down downplay | pull over stop | stay alive survive | remain alive survive | put forward propose
on display exhibit | put together assemble | rein in curb | root out eradicate | stamp out eradicate | run away flee | run aground aground
go aground aground | scare off deter | frighten off deter | shake up overhaul | crash into hit | smash into hit | slam into hit | plough into hit
collide with hit | spell out explain | split up separate | stay put remain | stick to adhere | abide by obey | comply with obey | stir up incite
whip up incite | strike back retaliate | swear in inaugurate | switch off shut | switch on start | take apart dismantle | win back regain
take prisoner capture | take captive capture | file lawsuit sue | bring lawsuit sue | file suit sue | stage protest protest | hold protest protest
stage rally rally | hold rally rally | stage demonstration demonstrate | hold demonstration demonstrate | take cover shelter | take shelter shelter
take refuge shelter | take revenge avenge | give evidence testify | give testimony testify | commit suicide suicide | talk about discuss
flip over overturn | tone down moderate | track down locate | break free escape | foot bill pay | consist of comprise | object to oppose
hold onto retain | hang onto retain | lag behind trail | wage war fight | make possible enable | go missing disappear | go bankrupt bankrupt
go bust bankrupt | cast vote vote | cast votes vote | cast ballot vote | cast ballots vote | find guilty convict | take effect commence
make decision decide | make decisions decide | take decision decide | take decisions decide | reach decision decide | reach agreement agree
reach deal agree | strike deal agree | reach consensus agree | reach compromise compromise | reach conclusion conclude | reach settlement settle
reach peak peak | make attempt attempt | make attempts attempt | make choice choose | make comment comment | make comments comment
make contribution contribute | make donation donate | make donations donate | make complaint complain | lodge complaint complain
file complaint complain | make announcement announce | make apology apologise | offer apology apologise | issue apology apologise | make offer offer
make bid bid | submit bid bid | make promise promise | make promises promise | make pledge pledge | make payment pay | make payments pay
make progress progress | make headway progress | make recovery recover | pay visit visit | make journey travel | make appeal appeal
lodge appeal appeal | file appeal appeal | make request request | make proposal propose | make proposals propose | make recommendation recommend
make recommendations recommend | make suggestion suggest | make mistake err | make mistakes err | make error err | make errors err | make speech speak
deliver speech speak | give speech speak | make debut debut | make comeback return | pay compensation compensate | pay damages compensate
make worse worsen | make illegal outlaw | make legal legalise | make compulsory mandate | make mandatory mandate | make redundant dismiss
make discovery discover | make investment invest | make investments invest | make preparations prepare | make improvements improve
make allegation allege | make allegations allege | make accusation accuse | make accusations accuse | make confession confess | make threat threaten
make threats threaten | hold meeting meet | hold discussions discuss | give permission permit | give approval approve | give consent consent
give warning warn | issue warning warn | issue invitation invite | extend invitation invite | express support support | voice support support
give thanks thank | express gratitude thank | express regret regret | express hope hope | raise money fundraise | raise funds fundraise
raise alarm alert | raise objection object | raise objections object | submit application apply | file application apply
conduct investigation investigate | conduct search search | conduct survey survey | conduct review review | conduct raid raid | launch raid raid
conduct interview interview | conduct interviews interview | conduct study study | launch invasion invade | cause damage damage | cause harm harm
cause disruption disrupt | commit murder murder | commit robbery rob | have discussion discuss | have discussions discuss | have meeting meet
have intention intend | provide assistance assist | provide help help | provide funding fund | provide shelter shelter | provide protection protect
provide training train | take photo photograph | take photos photograph | take picture photograph | take pictures photograph | do research research
right away immediately | straight away immediately | at outset initially | in end eventually | on occasion occasionally | at random randomly
every day daily | each day daily | every night nightly | each night nightly | every week weekly | each week weekly | once week weekly
every month monthly | each month monthly | once month monthly | every year annually | each year annually | per annum annually | once year annually
every hour hourly | around clock nonstop | round clock nonstop | prior to before | subsequent to after | as result consequently
as consequence consequently | in row consecutive | on trot consecutive | in succession consecutive | all told altogether | on run fugitive
on loose fugitive | in meantime meanwhile | upwards of over | in addition additionally | on fire ablaze | on rise rise | on increase rise
on decline decline | yet again again | all across throughout | all time always | lots of many | head teacher headteacher | head teachers headteacher
chief executive ceo | chief executives ceo | artificial intelligence ai | police officer officer | police officers officer | law enforcement police
fire crew firefighter | fire crews firefighter | fire brigade firefighter | fire service firefighter | fire department firefighter
health care healthcare | child care childcare | air strike airstrike | air strikes airstrike | air raid airstrike | air raids airstrike
air space airspace | cease fire ceasefire | war plane warplane | combat aircraft warplane | passenger plane airliner | passenger planes airliner
passenger jet airliner | passenger aircraft airliner | power cut outage | power cuts outage | power outage outage | power outages outage
power failure outage | power failures outage | identity card id | number plate plate | licence plate plate | license plate plate
shopping centre mall | shopping center mall | shopping centres mall | shopping centers mall | shopping mall mall | shopping malls mall
coffee shop cafe | coffee shops cafe | soft drink soda | soft drinks soda | fizzy drink soda | senior citizen pensioner | senior citizens pensioner
public prosecutor prosecutor | public prosecutors prosecutor | state prosecutor prosecutor | district attorney prosecutor | cash machine atm
cash machines atm | cash dispenser atm | stock market bourse | stock exchange bourse | labor union union | job cuts layoff | opinion poll poll
opinion polls poll | armed forces military | land mine landmine | land mines landmine | cyber attack cyberattack | cyber attacks cyberattack
cyber security cybersecurity | birth control contraception | general practitioner gp | general practitioners gp | face mask mask | face masks mask
swine flu h1n1 | whooping cough pertussis | german measles rubella | wind park windfarm | wind farm windfarm | wind farms windfarm
rain forests rainforest | forest fire wildfire | forest fires wildfire | bush fire bushfire | bush fires bushfire | brush fire bushfire
heat wave heatwave | heat waves heatwave | snow storm snowstorm | genetically modified gm | genetically engineered gm | weed killer herbicide
olympic games olympics | pedestrian crossing crosswalk | zebra crossing crosswalk | car park parking | car parks parking | parking lot parking
parking lots parking | sea bed seabed | sea floor seabed | ocean floor seabed | coast guard coastguard | sailing boat sailboat | life vest lifejacket
life jacket lifejacket | life jackets lifejacket | lorry driver trucker | lorry drivers trucker | truck driver trucker | truck drivers trucker
taxi driver cabbie | cab driver cabbie | roman catholic catholic | roman catholics catholic | knife attack stabbing | knife attacks stabbing
gun attack shooting | gun battle gunfight | bomb attack bombing | bomb attacks bombing | arson attack arson | contract killer hitman
hired killer hitman | prison guard warder | prison guards warder | prison officer warder | prison officers warder | prison break jailbreak
jail break jailbreak | news conference presser | news conferences presser | press conference presser | press conferences presser
unmanned aircraft drone | same sex gay | ill treat mistreat | ill treatment mistreatment | family member relative | family members relative
work colleague colleague | co worker colleague | co workers colleague | fellow countryman compatriot | life span lifespan | inflation rate inflation
unemployment rate unemployment | jobless rate unemployment | cell phone mobile | cell phones mobile | emergency room er | emergency department er
account for constitute | withdraw from leave | small hours earlyhours | early hours earlyhours | wee hours earlyhours
"""
