"""Words that newsrooms put in each other's place beside certain others only: who "bears" a cost pays it. Data only; see collocations.py.

Before the colon stand the words, those of several parts joined by "_", behind it those beside which they are one. "-est" is any superlative
before which they stand, "-to" a "to", "-Name" a name, "in-" an "in" behind which they stand.
"""

GROUPS = """
rank rate name vote crown judge declare proclaim deem : -est
office power government job post : in-
burn torch set_fire set_alight set_ablaze burn_down : village house home car building church school shop straw stubble field flag tyre bus forest
kill destroy eliminate wipe_out : cell bacteria bacterium germ virus tumour mosquito weed insect pest
kill slaughter massacre tear_apart : sheep lamb cattle calf goat hen wolf villager civilian
revolve go move turn circle orbit travel : sun earth moon planet
near outside just_outside close_to : -Name
high good : pay wage salary
amount equal total stand add correspond run : percent % cent gdp debt deficit bill budget
set going due about : -to
build construct erect put_up : bridge tower house fence wall statue monument dam
rob burgle raid break_into : bank museum shop store house home villa flat jeweller
employ staff workforce payroll : people worker person
own have has had possess : car home house goat gun phone weapon land television bicycle dog
flee leave escape : city country town village home region
burst bank overflow flood : river stream creek canal lake
remove take_out cut_out : kidney appendix organ tumour lung gallbladder womb tooth
apply affect cover hit concern : tax rule law levy tariff ban duty
take shoot film record date make : photo picture image video footage clip photograph
test try trial trialled : vaccine drug pill medicine treatment
raise increase lift put_up hike : tax price rent fare duty wage salary
hold house contain accommodate have : inmate prisoner prison jail camp refugee
move shift relocate transfer : headquarters office production base factory plant embassy capital
sign ink signature : deal agreement contract treaty accord pact
murder homicide killing : number rate
get receive draw collect : pension payment benefit pensioner allowance
want plan intend aim seek : -to
publish release appear come_out : report book study paper album letter figure
bite attack : shark dog bear snake crocodile
close block shut impassable : road pass bridge street motorway tunnel route track
carry_out perform conduct do did done : survey poll operation test study
dark nightfall sunset : after
short lack shortage few : inspector nurse teacher doctor worker staff bed judge pilot
beforehand in_advance ahead_of_time : warn test plan tell know announce prepare book inform agree rehearse
sink go_down founder : ship boat ferry vessel trawler yacht
collapse fall_down cave_in come_down give_way : building roof bridge wall house ceiling tower
escape flee break_out abscond : prison jail prisoner inmate custody zoo cage
advise recommend suggest urge : doctor parent patient expert scientist
show screen air broadcast televise run : film television tv channel documentary match interview series
import buy purchase : gas oil coal food energy wheat grain electricity
teach lesson class : child pupil school student
pay bear bore borne shoulder foot fund : cost bill expense
spread pass transmit jump : virus disease infection
search raid comb scour go_through : flat house home office premises property
call_for demand ask want seek : rise increase pay raise wage
stand lie lay lain : idle empty vacant unused derelict
win take capture secure get : seat vote medal
switch_off shut_down turn_off : reactor plant machine network internet heating
make_up account_for form constitute represent comprise : third quarter fifth half majority percent % cent
last continue go_on : week month day year hour
seize overrun capture take : city town airport base port village
lead head run chair manage : company party government agency ministry committee club
hold stage organise have had has : election referendum rally meeting talk summit vote ceremony
impose pass deliver give hand_down : sentence verdict ruling judgment
serve spend : prison jail
attend go : funeral meeting school church ceremony rally hearing match
cause do did done inflict : damage harm
commit carry_out perpetrate : attack crime murder massacre
make take reach : decision agreement deal
take sit do did done : exam test
drive travel cover : kilometre mile km
emit release produce give_off : carbon co2 greenhouse gas methane
contain have has had include hold : sugar alcohol fat caffeine salt lead
grow cultivate produce : wheat rice crop coffee grape maize potato
use consume burn need : electricity energy water fuel
break_out start begin erupt flare_up : fire war fighting riot violence blaze conflict
put_out extinguish douse : fire blaze flame
high tall : metre meter foot feet
run operate : bus train service line ferry
ram hit strike crash_into run_into plough_into : car bus lorry train tree wall van
put_forward propose table submit : bill plan motion amendment
lift end scrap drop remove : ban embargo curfew restriction sanction moratorium
impose introduce bring_in levy : tax ban curfew tariff sanction duty fee
deploy send station dispatch : troops soldier
shoot_down bring_down down : plane drone jet helicopter
airspace territory : plane drone jet missile
fire launch shoot : missile rocket
collect gather raise get : signature money fund
cut shed axe slash lose : job
catch get contract : flu measles covid disease infection cold malaria
lose shed : weight kilo pound
warm heat_up : climate ocean planet sea
fell cut_down chop_down clear : tree forest
dump discharge release pump pour : sewage waste river sea
run_out expire lapse end : contract permit visa licence
foreign international overseas : student worker visitor
worth value : million billion
host hold stage : olympics game cup summit final
home household : electricity power water gas heating broadband
arrest detain pick_up : police suspect airport
vote_for back support : strike deal plan bill
ticket fare : price cost
study examine look_at analyse cover follow : study research patient
visit travel_to go_to : -Name
help support assist : family refugee charity
make post report record : profit loss
flood submerge drown : village valley dam
speak use : language
fall plunge crash : ravine gorge canal valley
carry load board : tonne ton cargo
earn make take_home : dollar euro pound million thousand
concert show gig : singer band fan music
attract draw get receive welcome : tourist visitor
live find occur : species animal bird frog fish
key main benchmark policy : rate
destroy wipe_out cost : job
rule find hold decide : court judge tribunal
application claim : asylum
handle serve see : passenger
rise grow climb widen : deficit gap
find recover discover : body remains wreckage
"""
