"""Whether "he" or "she" can mean a person: told from titles, nouns and common first names, else unknown.

A wrong guess costs a speaker, so that names used for both (Alex, Kim, Robin) are in neither list.
"""

from __future__ import annotations

from claimtrack.core.extract.words.reading import word_set
from claimtrack.core.texts.folding import folded

_MALE = word_set(
    "aaron abdul abdullah adam ahmed alain alan alastair albert alejandro alexander alexei alfred alfredo ali "
    "amir anders andre andreas andrei andrew anthony antoine anton antonio arjun arnold arthur arturo "
    "axel barack bashar ben benjamin bernard bernie bertrand bill bob boris brad bradley brendan brett brian "
    "bruce bryan calvin carl carlos cedric cesar chad charles christopher chuck clarence claude clive colin conor "
    "cornelius craig curtis cyril damien damon daniel danny darren david davide dean deepak denis dennis derek "
    "desmond dexter diego dmitry dominic donald douglas duncan dwight eamon edgar edmund eduardo edward edwin eli elias "
    "elijah emmanuel enrique eric ernest ernesto ethan eugene evan farid federico felix ferdinand fernando "
    "francesco francis francisco frank franz fred frederick frederik friedrich gabriel gareth gary gavin geoff "
    "geoffrey george gerald gerard gerhard gilbert giorgio giovanni glen glenn gordon graham grant greg guillermo "
    "gunnar gustav guy hamza hank hannes hans harold harry hassan hector heinrich helmut henri henrik henry "
    "herbert herman howard hubert hugo ian ibrahim igor imran isaac ivan ivo jack jacob jake jakob jamal james "
    "jared jarrod jason javier jeff jeffrey jeremiah jeremy jerome jerry jesus jim jimmy joachim joao joe joel "
    "johan johann johannes john jonas jonathan jorge jorgen joseph josh juan julian julio jurgen justin karim "
    "karl keir keith kenneth kevin khalid klaus kurt kyle larry lars lasse laurence lawrence leon leonard "
    "leonardo leroy liam lionel lloyd lorenzo louis luca lucas ludwig luigi luis lukas luke magnus malcolm manuel "
    "marc marcel marco marcus marek mario mark martin mateo mathias mats matteo matthew matthias maurice max "
    "mehmet melvin michael miguel mike mitch mitt mohamed mohammed morten muhammad mustafa narendra nathan "
    "nathaniel ned neil nicholas nick nicolas niels nigel nikolai noah norman olaf oliver olivier omar osama "
    "oscar otto owen pablo pascal patrick paul pavel pedro pekka pete peter petr phil philip pierre pieter rafael "
    "rahul raj rajesh ralph ramon raul raymond reginald rene rex ricardo richard rick robert roberto rodney roger "
    "roland roman ron ronald ronan rory ross roy rudolf rudy rupert russell salman salvador samuel sanjay scott "
    "sean sebastian sergei sergio seth shane sidney simon stanley stefan stephan stephen steve steven stuart "
    "sunil sven ted terence theo theodore thomas tim timo timothy toby todd tom tomas tomasz tony trevor tyler "
    "leo gil bryce oskar emil piers tobias aksel colm jaak alistair alasdair ulrich vernon victor vikram viktor vince vincent vladimir volodymyr wade walter warren wayne werner wilhelm "
    "willem william xavier xi yuri yusuf zachary zoltan "
    "giles hugh ewan callum declan hamish angus rhys gethin owain emrys iain fergus barnaby gideon "
    "jens bjorn mikael sergey vitaly oleg pyotr dmytro bohdan mykola andriy petro marcin piotr jerzy janusz zbigniew "
    "hiroshi kenji takeshi kazuo ajay vijay anil suresh ramesh amit rohit manoj ashok dinesh imtiaz tariq bilal usman "
    "kwame kofi chidi emeka babatunde sipho thabo jomo mwangi kamau mahmoud youssef hussein mustapha ismail levent "
    "murat emre kemal tayyip benoit thierry gilles yves laurent etienne guillaume uwe dieter "
    "niall eoghan cormac diarmuid padraig seamus donal cathal tadhg eamonn jaime marcelino samir nasser khaled "
    "giuseppe salvatore vincenzo joaquin santiago rodrigo gonzalo ignacio esteban emilio mauricio "
    "abel abraham aldo aidan alberto allan alvin amos andy archie arne barry bart basil benny bertie billy bobby "
    "bongani bruno caleb carlo clayton clifford clint clyde cody curt dave dirk dmitri doug dustin dwayne eddie "
    "edmond elliot elliott elmer ernie erwin fabian fabio floyd fredrik fritz geraint gerry gilberto graeme grigory "
    "guido hal harvey hristo henning herb homer horace horst humphrey ike ira irving isaiah ivor javad jed johnny "
    "jon jost kaspar ken kenny konrad len leopold linus luther lyle malte manfred marlon martyn marvin micah "
    "mikhail mohammad morris mort moses myles neville nikolaos nils noel oleksandr olof omari orville paddy percy "
    "plamen quentin ralf randall randy reggie reuben ricky robbie rod rolf ronnie rudolph ruaridh rufus sandro "
    "silas stan stewart tadeusz terrance tommy trey ulf vaughn virgil vito wilbur wilfred willie woodrow kev trev nev stu merv bert lachlan "
    "tunde femi segun kunle dapo seun wale obinna nnamdi ikenna chukwuma musa aliyu yakubu kwabena kojo kweku "
    "thabiso themba otieno ochieng ravi sandeep rakesh rajiv naveen mukesh ashwin karthik bogdan marius mihai ionut "
    "zoran dragan goran kacper jakub mateusz bartosz tyrone deshawn darnell faisal hamid rashid nasir kieran jayden "
    "brayden reece zayn ryszard vasyl serhii yevhen artem "
    "mick matt nate shaun wesley ollie jonny josiah ezra gus zach zac barney cecil wes sid kurtis seb arun sanjeev vivek nikhil "
    "rajan ganesh asif nadeem zahid yasin ifeanyi wole bayo jide dele kayode kwesi tendai farai juma hamisi bakari salim mandla thulani "
    "jabu vusi kobus gerrit joost maarten jeroen wouter thijs bjarne torsten jochen detlef egon gernot wolfgang matthieu thibault fabrice "
    "arnaud stefano paolo massimo fabrizio giancarlo enzo tiago nuno rui vasco iker xabi unai aitor sergi jordi ondrej vaclav bohumil "
    "zdenek radek janos laszlo istvan gabor tibor ferenc lajos nikos kostas piet dov sami"
)
_FEMALE = word_set(
    "alannah deirdre moira tilda maren birgit liv gro marte hester sunita nadia priya rosa pam lena amara marisol abigail ada adele adriana agatha agnes agnieszka aisha alejandra alexandra alice alicia alina alison amanda "
    "amelia amy ana anastasia angela angelina anita anja ann anna anne anneke annette annie annika antonia "
    "ariana ayesha barbara beatrice beatriz bernadette beth betty bianca bonnie brenda brigitte camila "
    "candace carla carly carmen carol caroline carrie cassandra catalina catherine cathy cecilia chantal charlene "
    "charlotte chelsea cheryl chloe christine claire clara claudia colleen constance cora cynthia daniela daphne "
    "deb kylie debbie deborah delia denise diana diane dilani dina dolores donna dora doreen dorothy edith edna eileen "
    "elaine eleanor elena eliza elizabeth ella ellen elsa emily emma erin estelle esther eunice eva evelyn fatima "
    "felicity fiona flora florence frances francesca francine freya gabriela gail genevieve georgina geraldine "
    "dawn gertrude gillian gina giorgia gisele gloria grace greta gretchen gwen hannah harriet hayley hazel heather "
    "helen helena hilary hilda hillary ida ilse imelda imogen ines ingeborg ingrid irena irene isabel isabella "
    "isabelle ivana ivanka jacqueline jana jane janet janice jasmine jeanette jeanne jenna jennifer jenny "
    "jessica jill joan joanna joanne jocelyn johanna josefina josephine joyce juanita judith judy julia juliana "
    "julie juliet karen karin karina karolina katarina kate katherine kathleen kathryn kathy katie katja kirsten "
    "kristen kristin kristina larissa laura lauren leila leonie leticia lidia lillian lily linda lisa "
    "lisbeth lois lola loretta lorraine louisa louise lucia lucy luisa lydia mabel madeleine magdalena maggie "
    "maja malala marcia margaret margarita margit maria marianne maribel marie marina marion marjorie marlene "
    "marta martha martina mary maureen maya megan megyn melania melinda melissa meredith mia michelle mila "
    "miranda miriam molly mona monica muriel myra nadine nancy nanette naomi natalie nell nellie nichola "
    "nicole nina noor nora odette olena olga olivia paige pamela paola patricia paula paulina pauline "
    "penelope penny petra phoebe phyllis polly rachel rebecca rita rosalind rosalyn rosanna rose "
    "rosemary roxanne ruth sabina sabrina sally salma samantha sandra sara sarah saskia selma serena shabana "
    "sharon sheila sheryl shirin shirley silvia simone sinead siobhan sofia sonia sonja sophie stella "
    "stephanie sue susan susanna susanne suzanne svetlana sybil sylvia tabitha tamara tanya tara tatiana teresa "
    "tessa thea theresa tiffany tina tracey ulrike uma ursula valerie vanessa vera verena victoria virginia "
    "vivian viviana wendy wilma xenia yasmin yolanda yulia yvette yvonne zainab zara zoe "
    "bethan sian heledd nerys cerys eleri aoife niamh ciara saoirse roisin orla eilidh catriona rowena "
    "priyanka anjali deepa kavita lakshmi meera leela ngozi adaeze amina halima wanjiku peris "
    "freja astrid sigrid solveig linnea noemi leyla layla yara fatma zeynep elif ayse emine oksana "
    "ludmila beata ewa zofia katarzyna milena jelena snezana hanna olha kateryna nataliya daria yuko keiko tomoko "
    "amelie celine odile sylvie mathilde delphine chiara giulia federica ilaria paloma pilar rosario "
    "maura brid mairead grainne nuala fionnuala elvira ximena shonda latoya tanisha bev beverley zawadi "
    "consuelo guadalupe xiomara renee gwyneth philippa tamsin beatrix annabel winifred "
    "abby adela alexa alyssa anabel angie annemarie antje araceli arlene audrey barb becky belinda bernice "
    "bertha bette blanca bonita brigid britta candice caitlin carole carolyn celia cheri christina cindy clarissa "
    "claudette connie corinne cristina darlene deanna debra deidre delores desiree doris earline edie elisa elise "
    "elke elsie emilia emmanuelle enid erica erika ernestine ethel eugenie eugenia faye francoise frederica "
    "friederike frieda gayle gemma georgette gilda ginny gladys gudrun gwendolyn heidi heike henrietta hermione "
    "inga isla jacinta jacquie janine jeannette jenifer jodie johanne jordana josie juana justine kara karla "
    "katharina katharine katrin kathrin kaye kayla kirsty krista lana latisha leanne leonora lesley libby lilian "
    "lillie lindiwe lindy liselotte liz lorna lottie lucille lucinda lynda lynne mae maeve mairi malin mandy "
    "marcela marguerite mariana marilyn marisa marjory marlies marsha mathilda mattie maud maxine melanie michaela "
    "milagros mildred millicent mina mireille monika myrtle nathalie nicolette nkechi nomvula norma ottilie patsy "
    "patty paulette petronella philomena polina raquel reba renate rhoda rhonda roberta robyn rochelle ronda "
    "rosalie rosalina roseanne rosie roxana rukmini sadie shauna shelley shelly sherry silke simona sophia "
    "stephania stefanie sunniva susie suzanna tatyana tess thandiwe therese tilly trudy ulla valeria velma veronica "
    "vicky wanda winnie yoko zelda zuzana "
    "kayleigh kasia gosia basia zosia kaitlyn katelyn caitlyn chantelle shanice keisha lakisha tamika "
    "kimberley kimberly kiera keira mollie millie ellie evie maisie tegan bronwyn shreya divya pooja neha aarti "
    "swati kavya ananya ishita fatoumata aminata mariama aissatou adwoa abena akua efua folake funmilayo funke "
    "bukola titilayo yetunde chiamaka rukhsana shazia saima nasreen samina khadija khadijah aaliyah maryam mariam "
    "ioana andreea mihaela agata magda kinga iryna nataliia "
    "leah katy jemma nia pippa rhian roz shona tammy trish vicki maddie cathie carys sherri stacey stacy tracy trudie yasmine zoya asma "
    "bushra lubna mehreen naila nazia rabia sadia sobia tahira uzma shilpa smita rekha sangeeta seema sushma usha vidya jyoti geeta asha "
    "chinwe nneka obiageli ifeoma adaora amaka kemi wambui njeri wangari akinyi atieno nyambura achieng nthabiseng palesa lerato zanele "
    "noluthando nomsa thembi busisiwe zuzka hala"
)
_MALE_NOUNS = word_set(
    "mr sir lord king prince duke father son brother husband man boy spokesman chairman businessman congressman "
    "councilman fisherman policeman fireman salesman gunman serviceman postman cameraman headmaster monk emperor grandfather widower dad boyfriend uncle nephew grandson stepfather stepson fiancé"
)
_FEMALE_NOUNS = word_set(
    "mrs ms miss dame lady queen princess duchess mother daughter sister wife woman girl spokeswoman chairwoman "
    "businesswoman congresswoman councilwoman grandmother gran widow mum mom girlfriend aunt niece granddaughter stepmother "
    "stepdaughter fiancée actress waitress heiress hostess stewardess landlady headmistress baroness nun empress"
)


_EITHER = word_set(
    "adrian archer asher carter christian connor cooper damian gunther harper hunter jasper kristian lester "
    "marian mercer parker piper roland rowan sawyer spencer tanner taylor trevor tristan tyler vivian"
)
"""Given names that end like an occupation."""
_GIVEN = _MALE | _FEMALE | _EITHER


def _first_name(name: str) -> str:
    """The first word of a name, in lower case and without accents, as most lists have it: "Óscar" -> "oscar", "Bjørn" -> "bjorn"."""
    return folded(name.split(" ", 1)[0])


def may_be(pronoun: str, name: str, noun: str = "") -> bool:
    """Whether "he" or "she" may mean whoever has this name or is described by this noun."""
    first = "" if "'s " in name else _first_name(name)  # "Joseph Banda's wife" is no Joseph
    against, nouns = (_FEMALE, _FEMALE_NOUNS) if pronoun == "he" else (_MALE, _MALE_NOUNS)
    return first not in against and first not in nouns and noun not in nouns


def is_he_or_she(name: str) -> str | None:
    """ "he" or "she" where the first name tells."""
    first = "" if "'s " in name else _first_name(name)
    if first in _MALE:
        return "he"
    return "she" if first in _FEMALE else None


def is_given_name(word: str) -> bool:
    """Whether a word in lower case is a common first name: "Dean" before a surname is no title."""
    # Most words are plain, and are their own first name.
    return word in _GIVEN or (not (word.isascii() and word.isalpha()) and _first_name(word) in _GIVEN)


def sex_of_noun(noun: str) -> str | None:
    """ "he" or "she" where a noun tells: "wife", "brother"."""
    if noun in _MALE_NOUNS:
        return "he"
    return "she" if noun in _FEMALE_NOUNS else None


_SPELT = frozenset(
    frozenset(pair.split("/"))
    for pair in "steven/stephen mark/marc sara/sarah ann/anne jon/john brian/bryan eric/erik philip/phillip alan/allan alan/allen carl/karl "
    "stuart/stewart jeffrey/jeffery jeffrey/geoffrey catherine/katherine catherine/kathryn katherine/kathryn rachel/rachael megan/meghan "
    "nicolas/nicholas sean/shaun neil/neal laurence/lawrence teresa/theresa elisabeth/elizabeth isabel/isobel michele/michelle anthony/antony "
    "derek/derrick hilary/hillary matthew/mathew deborah/debra frederic/frederick rebecca/rebekah".split()
)
"""Common first names that are written in two ways."""
_LONG_NAME = 5  # letters. Of shorter names, one letter apart are others: "Tim", "Tom".


def are_one_first_name(one: str, other: str) -> bool:
    """Whether the first words of two names are one first name in two spellings: "Stephen" and "Steven", "Philonise" and "Philonese"."""
    if one.partition(" ")[0] == other.partition(" ")[0]:
        return False  # as mostly
    one, other = sorted((_first_name(one), _first_name(other)), key=len)
    if {one, other} in _SPELT:
        return True
    if (
        one == other
        or len(one) < _LONG_NAME
        or len(other) - len(one) > 1
        or (one in _GIVEN and other in _GIVEN)
    ):
        return False
    at = next((i for i, letter in enumerate(one) if other[i] != letter), len(one))
    # The first and the last letter tell twins, and a sister from her brother: "Kayden", "Jayden"; "Mariana", "Mariano".
    return 0 < at < len(other) - 1 and other[at + 1 :] == one[at + (len(one) == len(other)) :]
