"""Letters and e-mails belong to whoever signs them, and opinion columns to their author.

In the texts "|" stands for a blank line and "/" for the end of a line.
"""

import pytest

from tests.tables import each_row

from .conftest import expand_breaks


@each_row(
    ("written", "speakers"),
    [
        pytest.param(
            "Dear Prime Minister,|We are doctors at Vale hospital. In May 40 patients waited for more than 12 hours.|Your ministry cut our budget by 8%. The health board told us that nothing would change.|Yours sincerely,|Ada Moor and 40 others",
            {"40 patients": "Ada Moor", "by 8%": "Ada Moor", "nothing would change": "health board"},
            id="an open letter",
        ),
        pytest.param(
            "Dear Prime Minister,|We lead the ports of Vale. The levy has cost 400 jobs.|Yours sincerely,|Ada Moor, mayor of Vale/Bo Lund, head of Norvest/Ann Lee, secretary of the union",
            {"ports of Vale": "Ada Moor, Bo Lund and Ann Lee", "400 jobs": "Ada Moor, Bo Lund and Ann Lee"},
            id="a letter by several people",
        ),
        pytest.param(
            "Dear Editor,|We know that the levy has cost 400 jobs.|Yours sincerely,|Ada Moor/Fort Lee, NJ",
            {"400 jobs": "Ada Moor"},
            id="a town below a name",
        ),
        pytest.param(
            "Dear Editor,|I know that the levy has cost 400 jobs, and we were not asked.|Yours sincerely,|Ada Moor/Thomas Lund, editor",
            {"400 jobs": "Ada Moor"},
            id="another name below a first-person letter",
        ),
        pytest.param(
            "Dear Editor,|We know that the levy has cost 400 jobs.|Yours sincerely,|Ada Moor|Bo Lund opened the port in May. It cost $4m.",
            {"400 jobs": "Ada Moor", "opened the port": "outlet"},
            id="prose below one name",
        ),
        pytest.param(
            "Dear Ada,|The quay cost 4 million.|Yours,/Bo Lund|Dear Bo,|It cost 6.|Yours,/Ada Moor",
            {"4 million": "Bo Lund", "cost 6": "Ada Moor"},
            id="two letters that answer each other",
        ),
        pytest.param(
            "LETTERS TO THE EDITOR|Bridge is unsafe|To the Editor:|The bridge in Vale has been closed twice since 2019. I drive over it each day.|The mayor says it is safe. Inspectors found 14 cracks.|Ada Moor/Vale, Ohio|The writer is a retired engineer.|To the Editor:|Your article on the mill was wrong. The mill employs 90 people, not 900.|Bo Lund/Lund, Ohio",
            {
                "closed twice": "Ada Moor",
                "drive over": "Ada Moor",
                "it is safe": "mayor",
                "14 cracks": "Ada Moor",
                "was wrong": "Bo Lund",
                "90 people": "Bo Lund",
            },
            id="letters to the editor, each with a place below",
        ),
        pytest.param(
            "Your letters|Full bins|The bins in Mill Road have not been emptied for three weeks. I have called the council nine times.|Jo Creaser, Wigginton Road, York|Thank you for nothing|I was on the list until May. Now I pay 40 pounds more.|Name and address supplied|Peter Rickaby's letter was wrong. The council has 12 lorries.|Ada Moor, Vale",
            {"three weeks": "Jo Creaser", "nine times": "Jo Creaser", "12 lorries": "Ada Moor"},
            id="a page of letters with names after the text",
        ),
        pytest.param(
            "Cold comfort to the elderly|Have your say|From: Barbara Harrison, Parkside Avenue, Vale.|The official figures show that deaths rose last winter. Fuel costs 40% more.|China folly|From: Norman Mellor, Huddersfield.|Am I the only one who is embarrassed? We gave China $4m in aid.",
            {"40% more": "Barbara Harrison", "$4m in aid": "Norman Mellor"},
            id="a page of letters with names above the text",
        ),
        pytest.param(
            "From: Ada Moor <ada@mill.example>/To: All staff/Date: 4 May 2024/Subject: Closure of the east mill|Dear all,|Today we told the works council that the east mill will close. It lost $4m last year.|I know this is hard. 90 of you will be offered work in Lund.|Ada",
            {"lost $4m": "Ada Moor", "90 of you": "Ada Moor"},
            id="an e-mail",
        ),
        pytest.param(
            "DEAR ABBY: My friend Tina has had an affair for a few months. Her husband called me in May. What should I do? -- TORN IN VALE|DEAR TORN: Tell him nothing. He will find out. Half of all affairs end in a year.|DEAR ABBY: My son dropped out of school. He is 16. -- WORRIED DAD|DEAR WORRIED: Call the school. The law says he must go until he is 18.",
            {"in May": "Torn In Vale", "Half of all": "Abby", "must go": "law"},
            id="an advice column",
        ),
        pytest.param(
            "Mill chief's email to staff in full|Hi team,|This morning the board decided to cut 400 jobs. It is the hardest day of my life.|We hired too many people in 2021. I take the blame for that.|Thank you,|Bo Lund",
            {"400 jobs": "Bo Lund", "in 2021": "Bo Lund"},
            id="staff, signed below",
        ),
        pytest.param(
            "The sacked harbour master has written an open letter to the council. It reads in full:|Dear councillors,|In March I told you that the crane was unsafe. You did nothing. In May it fell and killed two men.|I will not be silent. The report has 90 pages.|Yours faithfully,/Ada Moor/Former harbour master|The council said it would respond next week. The crane was built in 1974.",
            {
                "did nothing": "Ada Moor",
                "killed two men": "Ada Moor",
                "90 pages": "Ada Moor",
                "respond next week": "council",
                "built in 1974": "outlet",
            },
            id="within a report",
        ),
        pytest.param(
            "A health crisis|Sir, - The hospital in Vale has lost 40 beds since 2019. I worked there for 22 years.|The minister says it will reopen. It will not. - Yours, etc,|ADA MOOR,|Mill Road,|Co Lund.|Sir, - Your editorial was wrong. The fund holds EUR 4 million. - Yours, etc,|BO LUND,|Vale.",
            {
                "40 beds": "Ada Moor",
                "22 years": "Ada Moor",
                "It will not": "Ada Moor",
                "was wrong": "Bo Lund",
                "4 million": "Bo Lund",
            },
            id="Yours, etc",
        ),
        pytest.param(
            "MEMORANDUM|TO: All staff/FROM: Ada Moor, Chief Executive/DATE: 4 May 2024/RE: East mill|The board has decided to close the east mill. It lost $4m last year.|I will answer your questions on Friday. 90 of you will be offered work in Lund.",
            {"lost $4m": "Ada Moor", "90 of you": "Ada Moor"},
            id="a memo",
        ),
        pytest.param(
            "Letters|Sir, The new bridge has cost £40 million. I have yet to see a car on it./Ada Moor/Vale|Sir, Your leader on the fund (May 4) was wrong. It holds 4 per cent of the debt./Professor Bo Lund/Lund College",
            {"40 million": "Ada Moor", "a car on it": "Ada Moor", "4 per cent": "Bo Lund"},
            id="a name on the next line",
        ),
        pytest.param(
            "Letters to the Editor: Bike lanes are a waste|To the editor: The new bike lane on Mill Road cost $4m. I have counted nine bikes in a week.|Ada Moor, Vale|..|To the editor: I ride to work each day. Your paper said nobody does.|Bo Lund, Lund",
            {"cost $4m": "Ada Moor", "each day": "Bo Lund"},
            id="a salutation on the same line",
        ),
        pytest.param(
            "Dear Amy: My husband spends $400 a month on games. I have asked him to stop. - Fed Up|Dear Fed Up: Your husband has a problem. One in ten men does.",
            {"$400 a month": "Fed Up", "One in ten": "Amy"},
            id="a short question",
        ),
        pytest.param(
            "Vale Rail's chief executive sent this email to customers on Friday:|Dear customer,|We let you down this week. 40 trains did not run.|I am sorry. We have refunded 900 of you.|Ada Moor/Chief Executive, Vale Rail",
            {"40 trains": "Ada Moor", "900 of you": "Ada Moor"},
            id="a letter from a company",
        ),
        pytest.param(
            "The paper has read e-mails of the two.|From: Ada Moor/To: Bo Lund/Date: 4 May 2021|We paid $40,000 to the consultant.|Police opened an inquiry in June. The council has spent $3m since 2019.",
            {"$40,000": "Ada Moor", "an inquiry": "outlet", "$3m": "outlet"},
            id="an unsigned e-mail within a report",
        ),
        pytest.param(
            "Dear Minister,|We, the undersigned 214 scientists, ask you to keep the institute.|It has run since 1934.|Yours sincerely,|Professor Ada Moor, University of Vale/Dr Bo Lund, Institute of Ports and Harbours/Ann Lee, University of Orava/and 211 others",
            {"since 1934": "Ada Moor, Bo Lund and Ann Lee"},
            id="many signers, each with an institute",
        ),
        pytest.param(
            "The home wrote to 4,000 donors. The letter began:|Dear friend,|We are closing. We owe $2m.|The letter is of 4 May. The home had 31 staff.|Bo Lund",
            {"owe $2m": "outlet", "31 staff": "outlet"},
            id="a name far below, within a report",
        ),
    ],
)
def test_a_letter_belongs_to_whoever_signs_it(rows, written, speakers):
    found = rows(expand_breaks(written))
    assert {words: next(row.speaker for row in found if words in row.text) for words in speakers} == speakers


@each_row(
    ("written", "speakers"),
    [
        pytest.param(
            "Opinion|We must save the port|By Ada Moor|As mayor of Vale I have signed nine orders to save the port. It has lost 400 jobs since 2019.|The government says the port is not viable. Its own report says the opposite.|I was born here. My father loaded ships for 30 years.|Ada Moor is the mayor of Vale.",
            {
                "nine orders": "Ada Moor",
                "400 jobs": "Ada Moor",
                "not viable": "government",
                "30 years": "Ada Moor",
            },
            id='the label "Opinion"',
        ),
        pytest.param(
            "By Bo Lund, who is minister of ports|The port has lost 400 jobs. I have a plan to bring them back.|My ministry has spent $4m on cranes. The auditor found that nine work.",
            {"400 jobs": "Bo Lund", "$4m": "Bo Lund", "nine work": "auditor"},
            id="a byline with an office",
        ),
        pytest.param(
            "Guest column: The port must live|BY ADA MOOR|The port has lost 400 jobs. I have seen it with my own eyes.|The ministry told us it had no money. It has $4bn.|Moor is a city council member in Vale.",
            {"400 jobs": "Ada Moor", "had no money": "ministry", "$4bn": "Ada Moor"},
            id="a note on the author at the end",
        ),
        pytest.param(
            "Opinion|By Ada Moor|I loaded ships for 30 years. We lost, said my father.|My rival says that we saved nothing. I counted 400 jobs.",
            {"30 years": "Ada Moor", "saved nothing": "rival", "400 jobs": "Ada Moor"},
            id='"we" said by others without marks',
        ),
        pytest.param(
            "Opinion|By Ada Moor, mayor of Vale|I got a letter from Bo Lund. He wrote:|My school has no roof. We are 300.|I went there in May. The school was built in 1961.",
            {"I got": "Ada Moor", "no roof": "Bo Lund", "in 1961": "Ada Moor"},
            id="a letter within the column belongs to its own writer",
        ),
        pytest.param(
            "Comment|The port must live|Ada Moor|I loaded ships for 30 years.|The port has lost 400 jobs.|It has 9 cranes.|They were built in 1961.|Ada Moor is a writer|"
            "Bo Lund, mayor of Vale, replies:|She quotes a report from 2016.|We paid for one in May.|It has 90 pages.",
            {
                "30 years": "Ada Moor",
                "400 jobs": "Ada Moor",
                "from 2016": "Bo Lund",
                "in May": "Bo Lund",
                "90 pages": "Bo Lund",
            },
            id="a byline of the name alone, and a reply",
        ),
    ],
)
def test_an_opinion_column_belongs_to_the_person_in_its_byline(rows, written, speakers):
    found = rows(expand_breaks(written))
    assert {words: next(row.speaker for row in found if words in row.text) for words in speakers} == speakers


def test_a_title_can_mark_a_text_as_a_letter(rows):
    text = "Many say that we need a mayor who gets along. I do not.\n\nEthan Holm built 40 flats.\n\nState Rep. Mike Lund"
    assert {row.speaker for row in rows(text, title="Letter to the editor: Getting stuff done")} == {
        "Mike Lund"
    }
    assert {row.speaker for row in rows(text, title="Getting stuff done")} == {"outlet"}


def test_an_opinion_belongs_to_its_author_unless_a_reporter_wrote_it(rows):
    text = "The port has lost 400 jobs. I have seen it.\n\nIt has $4bn.\n\nAda Moor is %s."
    mayor = rows(text % "the mayor of Vale", author="Ada Moor")
    assert [row.speaker for row in mayor] == ["Ada Moor"] * 3 + ["outlet"]
    reporter = rows(text % "a reporter of the Vale Post", author="Ada Moor")
    assert {row.speaker for row in reporter} == {"outlet"}


def test_each_letter_of_an_exchange_belongs_to_its_own_signer(rows):
    text = "Dear Ada,\n\nThe quay cost 4 million.\n\nYours,\nBo Lund\n\nDear Bo,\n\nIt cost 6.\n\nYours,\nAda Moor"
    assert [(row.speaker, row.text) for row in rows(text)] == [
        ("Bo Lund", "The quay cost 4 million."),
        ("Ada Moor", "It cost 6."),
    ]


def test_a_supporter_quoted_in_a_leaflet_does_not_sign_it(rows):
    text = (
        "Vote for Bo Lund\n\nDear neighbour,\n\nI ran the fire station. The quay cost 4 million.\n\n"
        '"He got our lights mended in May." - Ada Moor, pharmacist\n\nCrime has doubled since 2016.'
    )
    assert [(row.speaker, row.text) for row in rows(text)] == [
        ("outlet", "I ran the fire station."),
        ("outlet", "The quay cost 4 million."),
        ("Ada Moor", "He got our lights mended in May."),
        ("outlet", "Crime has doubled since 2016."),
    ]


def test_items_of_a_list_in_a_letter_lack_their_bullets(rows):
    text = "Dear Editor,\n\nI live in Vale.\n\n- The quay cost 4 million.\n- Crime has doubled since 2016.\n\nYours,\nAda Moor"
    assert [(row.speaker, row.text) for row in rows(text)][1:] == [
        ("Ada Moor", "The quay cost 4 million."),
        ("Ada Moor", "Crime has doubled since 2016."),
    ]
