"""Adjectives and adverbs that newsrooms put in each other's place. Data only; see synonyms.py for what belongs here."""

GROUPS = """
able capable | aboard onboard | academic scholarly | accidental unintentional inadvertent accidentally unintentionally inadvertently | addicted hooked
additional further supplementary supplemental | adverse negative unfavourable unfavorable | aerial air | again anew afresh | ageing aging
ailing sick ill | alarming worrying disturbing troubling | alleged purported supposed allegedly purportedly supposedly | alone solo singlehandedly
alongside beside | although though albeit | amid amidst | among amongst | animated cartoon | anthropogenic manmade
anticlockwise counterclockwise | apparently seemingly | approximate rough approximately circa | arable cultivable | archaeological archeological
armoured armored | artificial manmade synthetic | surprised astonished amazed ~ shocked stunned | astonishing astounding amazing staggering
authoritarian autocratic dictatorial despotic | automatic automated | autonomous driverless | avian bird | avoidable preventable
backup standby reserve | backward backwards | bad poor inclement | badly heavily | badly poorly | barely narrowly | barely hardly scarcely
baseless groundless unfounded | basic fundamental | belated late tardy | beneath underneath below | benign noncancerous | bereaved grieving mourning
bigger larger greater | bleak gloomy grim dismal | brave courageous valiant | brief short | broken fractured
brutal savage vicious | caesarean cesarean caesarian | canned tinned | categorically flatly | cautious careful wary cautiously carefully | cellular mobile
cerebral brain | certainly definitely undoubtedly unquestionably | charred burned burnt | civilian nonmilitary | closer nearer | closest nearest
coastal seaside | coeliac celiac | colorectal bowel | combined total aggregate | common frequent | common prevalent | communal municipal
compelling persuasive convincing | complex complicated intricate | complimentary free | conclusive definitive | congenital inborn innate
congested clogged jammed | constant continual constantly continually | contagious infectious communicable transmissible | contaminated tainted
continuous uninterrupted unbroken | correctly accurately | corrupt crooked | countless innumerable
covert clandestine undercover secret covertly clandestinely secretly surreptitiously | credible believable | critical crucial pivotal | crowded packed
cruel inhuman inhumane | currently presently nowadays | dangerous perilous hazardous treacherous | daring audacious bold | deadlier bloodier
deadliest bloodiest | debut first | deceased dead | decisive deciding | defamatory libellous libelous | defenceless defenseless
deliberate intentional wilful willful deliberately intentionally purposely wilfully willfully | delighted thrilled overjoyed elated | densely thickly
dependent reliant | derelict disused abandoned | derogatory disparaging pejorative | deserted abandoned | deserted empty | despite notwithstanding
determined resolute | devastated heartbroken | devastating destructive | devout pious | different various | difficult hard tough arduous challenging
dilapidated rundown ramshackle decrepit | disastrous catastrophic calamitous | disgraceful shameful scandalous | disputed contested
dissatisfied unhappy discontented displeased | diverse varied | divisive polarising polarizing | domestic internal | dormant inactive
doubtful dubious questionable | downward downwards | drastic dramatic drastically dramatically | drinkable potable | dry arid | eager keen
eastward eastwards | easy simple straightforward | electrical electric | eligible entitled | emergency urgent
enough sufficient adequate | environmental ecological | equal equivalent | ethical moral | eurosceptic euroskeptic | eventually ultimately finally
exact precise exactly precisely | exaggerated overblown overstated inflated | excessive undue inordinate excessively unduly overly | exclusive sole
existing current present | exorbitant extortionate | expected anticipated | experienced seasoned veteran | expired lapsed | external outside
extramarital adulterous | extremely exceptionally extraordinarily | famous famed renowned celebrated noted | faster quicker swifter
fastest quickest swiftest | fatally mortally lethally | favourable favorable | feasible viable workable | feline cat | fictional fictitious imaginary
fierce intense ferocious | flammable inflammable combustible | forever permanently | formal official formally officially
fortunate lucky fortunately luckily | forward forwards | fragile shaky tenuous | frail feeble infirm | frantic frenetic frenzied
friendly amicable cordial | frightened scared afraid fearful | fruitful productive constructive | fully completely entirely wholly
functioning working operational | furious enraged irate incensed outraged | further farther | furthest farthest | futile fruitless pointless
gastric stomach | goalless scoreless | gradual phased incremental | groundbreaking pioneering trailblazing | gruesome grisly
gynaecological gynecological | habitable livable liveable | haemorrhagic hemorrhagic | halfway midway | hardline uncompromising
harmful damaging detrimental | harmless innocuous | harsh severe | harshly sharply | heavy intense | heightened increased
hereditary inherited heritable | heterosexual straight | highly very | historic historical | homeless unhoused | homemade improvised
homophobic antigay | honest truthful | hottest warmest | however nevertheless nonetheless
huge enormous gigantic massive immense colossal giant mammoth vast | humid muggy | humiliating degrading | icy freezing frigid | idle inactive
illicit illegal unlawful illegally unlawfully illicitly | immediate instant instantaneous immediately instantly forthwith | imminent impending
impartial unbiased | inappropriate improper | inaugural first maiden | inbound incoming | incessant ceaseless unceasing relentless
incomplete unfinished | indigenous native aboriginal | indispensable essential vital crucial | ineffective ineffectual
inevitable unavoidable inescapable inevitably unavoidably | infeasible unfeasible unworkable | inflammatory incendiary | initially originally
insufficient inadequate | intact undamaged | interim acting | interim caretaker provisional transitional | invalid void
irrefutable indisputable incontrovertible undeniable | joint combined shared jointly together collectively | justified warranted | kerbside curbside
lacklustre lackluster sluggish | landmark historic | lasting enduring durable | lawful legal legally lawfully | lax loose slack
leading prominent foremost eminent | leading top | leftwing leftist | lenient mild | lgbt lgbtq lgbtqi | liable responsible | likely probable probably
lone single solitary | long lengthy prolonged protracted | longtime longstanding | loyal faithful | lucrative profitable | luxury luxurious opulent
main primary principal | major big large | makeshift improvised | malignant cancerous | manned crewed | marital matrimonial | maritime marine sea
meagre meager scant paltry | meanwhile meantime | medieval mediaeval | mental psychological | ministerial cabinet | minor slight
misleading deceptive | missing unaccounted | modern contemporary | moreover furthermore additionally | motionless immobile stationary
mounting growing increasing | multiple several | muslim islamic | mutual reciprocal | mysterious unexplained | narrow slim slender
nasal nose | nationwide national countrywide nationally | naval navy | near nearby close | necessary required needed
neighbouring neighboring adjacent adjoining | newest latest | next following | nonbinding advisory consultative | northeast northeastern
northward northwards | northwest northwestern | notorious infamous | obvious clear evident obviously clearly evidently | oesophageal esophageal
often frequently | older elder | oldest eldest | ongoing continuing underway | onward onwards | opposing rival | optional voluntary | oral mouth
oral verbal spoken orally verbally | ordinary normal | orthopaedic orthopedic | outbound outgoing | outdated obsolete antiquated outmoded
outgoing departing | outspoken vocal | outstanding excellent | outstanding unpaid | papal pope pontifical
parliamentary legislative | peaceful nonviolent | phoney phony bogus fake sham | physical bodily | pleased glad happy ~ delighted joyful cheerful overjoyed | plentiful abundant
poor impoverished needy | porcine swine | possibly perhaps maybe | postnatal postpartum | potential prospective possible
preliminary provisional tentative | premature preterm | prenatal antenatal | preventive preventative precautionary | previous prior preceding
previously earlier formerly | promising encouraging | prompt swift speedy quick rapid fast promptly swiftly speedily quickly rapidly
prone susceptible | prosperous wealthy affluent | publicly openly | rainy wet | rare uncommon infrequent | rarely seldom infrequently | raw uncooked
ready willing prepared | recently lately newly freshly | recurrent recurring repeated | regarding concerning | reigning defending
related linked connected | reliable trustworthy dependable | reluctant hesitant | remaining leftover | remarkable extraordinary exceptional
remote isolated secluded | repressive oppressive | required mandatory compulsory | respiratory breathing | responsible accountable answerable
retaliatory reprisal | rightwing rightist | rotten spoiled spoilt | rough choppy | royalist monarchist | sacred holy | sad unhappy saddened ~ miserable sorrowful | same identical
sceptical skeptical | scorching sweltering sizzling blistering searing torrid stifling | senior top | separate distinct
severe serious grave severely seriously gravely badly | shocked stunned | similar comparable alike
simultaneous concurrent simultaneously concurrently | single unmarried unwed | skilful skillful | slight marginal slightly marginally fractionally
slightly lightly | slowly gradually | sombre somber | soon shortly | sophisticated advanced | southeast southeastern | southward southwards
southwest southwestern | sparsely thinly | specific particular | sporadic intermittent | stable steady | staunch ardent fervent
steep sharp steeply sharply | stiff tough | strange odd weird peculiar bizarre | strict tough stringent rigorous | stricter tougher tighter
strong powerful mighty potent | strong robust sturdy | strongly vehemently vigorously fiercely strenuously | subsequent later ensuing
subsequently afterwards afterward later thereafter
substantial considerable significant sizeable sizable substantially considerably significantly markedly greatly | subterranean underground
sudden abrupt suddenly abruptly | suitable appropriate proper | swampy marshy boggy | talented gifted | tall high | tallest highest
teenage adolescent teen | temporary interim provisional temporarily provisionally | tense strained
terrible awful dreadful horrible horrendous horrific horrifying | terrorist terror | therefore thus hence consequently accordingly | thick dense
thorough exhaustive comprehensive | thriving flourishing booming | tiny minuscule | total complete outright blanket | toward towards
toxic poisonous noxious | traditional customary | transgender trans | turbulent tumultuous | ultimate final | unauthorised unauthorized unsanctioned
unaware oblivious | unbeaten undefeated | unchanged steady | unclear uncertain | unconfirmed unverified | underage minor
underprivileged disadvantaged deprived | undersea subsea underwater | undocumented irregular | unethical immoral
unexpected unforeseen unanticipated surprise unexpectedly surprisingly | unfair unjust inequitable
unfortunate unlucky regrettable unfortunately sadly regrettably | unhurt unharmed uninjured unscathed | uninhabitable unlivable unliveable
unjustified unwarranted | unknown unidentified | unlikely improbable | unlimited limitless unrestricted | unmanned uncrewed crewless pilotless
unnamed anonymous unidentified | unnecessary needless superfluous | unopposed uncontested
unprecedented unparalleled unrivalled unrivaled unmatched unequalled unequaled | unprofitable lossmaking | unproven unsubstantiated
unrelated unconnected | unruly rowdy disorderly | unsanitary insanitary unhygienic | unseasonal unseasonable unseasonably unseasonally
unsolved unresolved | unstable volatile | unsuccessful failed abortive fruitless | unsure uncertain | unusual uncommon atypical | upcoming forthcoming
upward upwards | urgent pressing | used secondhand preowned | useful helpful beneficial | usually normally generally typically ordinarily
vacant unoccupied empty | valuable precious | vegetarian meatless | venomous poisonous | via through | victorious winning triumphant | virtual online
virtually practically almost | wartorn warravaged | weak feeble | westward westwards | wettest rainiest | while whilst | wide broad widely broadly
widespread extensive | windy blustery gusty | wooded forested | worried concerned anxious
wrong incorrect erroneous mistaken inaccurate wrongly incorrectly erroneously mistakenly
beautiful lovely ~ pretty attractive | tired weary exhausted | clever smart intelligent | quiet silent | loud noisy | dirty filthy grubby
funny amusing humorous | boring dull tedious | grateful thankful | ~ angry mad
wonderful marvellous marvelous fantastic | wet soaked drenched | upset distressed | ruined wrecked
"""
