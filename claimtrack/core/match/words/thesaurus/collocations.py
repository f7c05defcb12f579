"""Words that newsrooms use interchangeably of certain things only: who "bears" a cost pays it. Data only; see alignment/collocations.py.

Before the colon are the words, several parts joined by "_"; after it the things with which they mean the same. "-est" is any
superlative after them, "-to" an infinitive, "-Name" a town, "-Place" a town or a country, "in-" an "in" and "number-" a number
before them, "-by" the amount of a change, "-end" the end of their phrase. Listed are words that mean the same with such a thing
whoever acts: who buys oil need not import it, who leaves a town need not flee it.
"""

GROUPS = """
rank rate name vote crown judge declare proclaim deem : -est
office power government job post : in-
set going due about : -to
beforehand in_advance ahead_of_time : -end
plan intend : -to
near outside just_outside close_to : -Name
visit travel_to travelled_to traveled_to go_to : -Place
burn torch set_fire set_alight set_ablaze : house village home car building church school shop straw stubble field flag tyre bus forest
kill destroy eliminate wipe_out : cell bacteria bacterium germ virus tumour mosquito weed insect pest
kill slaughter : sheep lamb cattle calf goat hen
revolve_around revolve_round go_around go_round move_around turn_around travel_around circle orbit : sun earth moon planet
high good : pay wage salary
amount_to equal equal_to total stand_at correspond_to : percent % cent
build construct erect put_up : bridge tower house fence wall statue monument dam
rob burgle break_into : bank museum shop store house home villa flat jeweller
own have has had possess : car house goat gun phone weapon land television bicycle dog
remove take_out cut_out : kidney appendix organ tumour lung gallbladder womb tooth
take shoot : photo picture image photograph
take shoot film record : video footage clip
test trial trialled : vaccine drug pill medicine treatment
raise increase put_up hike : tax price rent fare duty wage salary
move shift relocate transfer : headquarters office production factory plant embassy capital
sign ink : deal agreement contract treaty accord pact
murder homicide : number rate
get receive draw : pension benefit allowance
publish release come_out : report book study paper album letter figure
close shut : road pass bridge street motorway tunnel route track
carry_out perform conduct do did done : survey poll operation test study
short lack shortage : inspector nurse teacher doctor worker staff bed judge pilot
sink go_down founder : ship boat ferry vessel trawler yacht
collapse fall_down cave_in come_down give_way : building roof bridge wall house ceiling tower
escape break_out abscond : prison jail custody
show screen air broadcast televise : film documentary match interview series
pay bear bore borne shoulder foot : cost bill expense
spread pass transmit jump : virus disease infection
search comb scour go_through : flat house home office premises property
call_for demand : rise increase pay raise
stand lie lay lain : idle empty vacant unused derelict
win take secure get : seat vote title medal
switch_off shut_down turn_off : reactor plant machine heating
make_up account_for form constitute represent comprise : third quarter fifth half majority percent % cent
last go_on : week month day year hour
seize overrun capture take : city town airport base port village
lead head run : company government agency ministry club
lead head : party committee
hold stage organise : election referendum rally vote ceremony
pass deliver hand_down : sentence verdict ruling judgment
cause do did done inflict : damage harm
commit carry_out perpetrate : attack crime murder massacre
make take reach : decision
make reach strike : deal agreement
take sit : exam
emit release produce give_off : carbon co2 methane
contain have has had : sugar alcohol fat caffeine salt lead
grow cultivate produce : wheat rice crop coffee grape maize potato
use consume : electricity energy water fuel
break_out start begin erupt flare_up : fire war fighting riot violence blaze conflict
put_out extinguish douse : fire blaze flame
high tall : metre meter foot feet
run operate : bus train service line ferry
lift end scrap drop remove overturn strike_down : ban embargo curfew restriction sanction moratorium
impose introduce bring_in levy : tax ban curfew tariff sanction duty fee
deploy send dispatch : troops soldier
shoot_down bring_down down : plane drone jet helicopter
fire launch shoot : missile rocket
collect gather : signature
raise collect : money fund
cut shed axe slash : job
destroy wipe_out : job
catch get contract : flu measles covid disease infection malaria
lose shed : weight kilo
warm heat_up : climate ocean planet sea
fell cut_down chop_down clear : tree forest
dump discharge release pump pour : sewage waste
run_out expire lapse : contract lease permit visa licence license mandate treaty
use used take : cocaine heroin cannabis drug steroid
foreign international overseas : student worker visitor
host stage : olympics game cup summit final
ticket fare : price cost
help support assist : family refugee
make post record : profit loss
flood submerge : village valley
fall plunge : ravine gorge canal valley
attract draw welcome : tourist visitor
key main benchmark policy : rate
rule find hold : court judge tribunal
application claim : asylum
rise increase grow climb jump gain surge soar swell swelled swollen expand go_up be_up was_up is_up were_up are_up : -by
fall decrease drop decline slip slide slid sink sank tumble plunge shrink dip go_down was_down is_down were_down are_down : -by
pass approve adopt ratify vote_through : bill law budget reform treaty amendment
reject vote_down throw_out turn_down defeat : bill motion amendment budget reform
cut lower reduce slash bring_down trim decrease : tax price rent fare duty rate
abolish scrap end drop axe do_away_with : tax fee charge duty toll levy rule law
end stop finish call_off : strike walkout protest search
dismiss sack fire lay_off let_go made_redundant make_redundant : worker employee staff people teacher nurse miner
release free let_go set_free : man woman suspect prisoner hostage detainee people
strike conclude reach agree seal clinch : deal agreement pact accord treaty truce ceasefire
cancel terminate tear_up tore_up torn_up rip_up : deal agreement treaty contract accord pact
withdraw_from pull_out_of quit leave : deal agreement treaty accord pact
find detect reveal show discover identify : trace
raise lift increase revise_up upgrade : forecast outlook estimate target guidance
cut lower reduce trim revise_down downgrade : forecast outlook estimate target guidance
lower reduce cut decrease diminish lessen : risk chance danger
raise increase heighten add_to : risk chance danger
require oblige force compel : company firm people shop school employer landlord state
win triumph_in be_victorious_in were_victorious_in was_victorious_in : match game race election final cup
rise grow climb widen : deficit gap
"""

NEAR = """
make take post report record : profit loss
impose pass deliver give hand_down : sentence verdict ruling judgment
home household : number-
ram hit strike crash_into run_into plough_into : car bus lorry train tree wall van
run_out expire lapse end : contract lease permit visa licence license mandate treaty
employ staff workforce payroll : people worker person
import buy purchase : gas oil coal food energy wheat grain electricity
arrest detain pick_up : police suspect man woman people
vote_for back support : strike deal plan bill
kill slaughter massacre : sheep lamb cattle calf goat hen wolf villager civilian
rob burgle raid break_into : bank museum shop store house home villa flat jeweller
search raid comb scour go_through : flat house home office premises property
last continue go_on : week month day year hour
study examine look_at analyse cover follow : patient people
bite attack : swimmer surfer hunter walker jogger postman child boy girl man woman
put_forward propose table submit : bill plan motion amendment
dump discharge release pump pour : sewage waste acid water chemical
airspace territory : plane drone jet missile
deploy send station dispatch : troops soldier
close block shut : road pass bridge street motorway tunnel route track
flee leave escape : city country town village home region
take shoot film record make : photo picture image video footage clip photograph
raise increase lift put_up hike : tax price rent fare duty wage salary age
serve spend : prison jail year
attend go_to : funeral meeting school church ceremony rally hearing match
win take capture secure get : seat vote medal
lead head run chair manage : company party government agency ministry committee club
hold stage organise have had has : election referendum rally meeting talk summit vote ceremony
hold house contain : inmate prisoner prison jail camp refugee
come go : force
cut shed axe slash lose : job
fund pay bear : cost bill expense
flood submerge drown : village valley dam
find recover discover : body remains wreckage
handle serve : passenger
arrest detain catch take_into_custody : man woman suspect boy teenager
support back favour endorse welcome be_in_favour_of is_in_favour_of are_in_favour_of : plan bill proposal idea law move reform project deal
oppose criticise condemn object_to be_against is_against reject : plan bill proposal idea law move reform project deal
sign strike conclude reach agree seal ink : deal agreement pact accord treaty
cancel terminate tear_up tore_up withdraw_from pull_out_of quit leave : deal agreement treaty contract accord pact
reject vote_down throw_out turn_down defeat block vote_against refuse_to_pass : bill motion amendment budget reform
carry load : tonne ton cargo
little young small : boy girl child kid son daughter brother sister
shoot fire : gun rifle pistol shotgun weapon
prepare cook make : meal dinner lunch breakfast supper
leading main chief top principal biggest : cause reason killer
"""
"""Words that are used alike of certain things though the action may differ: such claims are similar, not the same."""
