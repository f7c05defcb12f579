"""Speeches and statements that a heading or a sentence announces.

In the texts "|" stands for a blank line and "/" for the end of a line.
"""

import pytest

from tests.tables import each_row

from .conftest import expand_breaks


@each_row(
    ("written", "speakers"),
    [
        pytest.param(
            "Full text: Ada Moor's speech to the port conference|Delegates, thank you. We closed the east dock in May. It lost $4m in a year.|I promised you a plan. The plan has 40 pages. Bo Lund said the plan was too long.|Our fleet has 12 boats left. My grandfather sailed one of them.",
            {
                "east dock": "Ada Moor",
                "lost $4m": "Ada Moor",
                "40 pages": "Ada Moor",
                "too long": "Bo Lund",
                "12 boats": "Ada Moor",
            },
            id="a heading that names the speaker of a full speech",
        ),
        pytest.param(
            "Below is the text of the speech made by Ada Moor, the Minister for Ports, at a reception in Vale on 29 August 2017.|I am delighted to welcome you to the port. This summer 40 crews raced here.|In doing so, they raised $3m for the hospital.|We have much to build on. The strategy reaches 12 schools.",
            {"40 crews": "Ada Moor", "raised $3m": "Ada Moor", "12 schools": "Ada Moor"},
            id="a sentence above that names the speaker",
        ),
        pytest.param(
            "Remarks by President Ada Moor at the opening of the Vale bridge|12 May 2015|As prepared for delivery|My fellow citizens, this bridge cost $40m. It was built by 300 workers.|We were told that it could not be done. Engineers warned that the ground was soft.|I thank the workers. 14 of them are here tonight.",
            {
                "cost $40m": "Ada Moor",
                "300 workers": "Ada Moor",
                "ground was soft": "Engineers",
                "14 of them": "Ada Moor",
            },
            id="a heading with the kind of speech and its speaker",
        ),
        pytest.param(
            "12 May 2015|Budget 2015, House of Assembly|The Hon Ada Moor MP, Treasurer|Check against delivery|Madam Speaker, I move that the Bill be read a second time.|Iron prices have fallen by a third. Our drought has lasted three years.|We will spend $4bn on roads.",
            {"Iron prices": "Ada Moor", "$4bn": "Ada Moor"},
            id='a line with the speaker beside "Check against delivery"',
        ),
        pytest.param(
            "President Moor's speech|By Vale Post Staff|Editor's Note: Here is the text of President Moor's speech as prepared for delivery to a joint session of the Assembly:|Madame Speaker, members of the Assembly:|I have come here tonight to speak of the port. The port lost 4,000 jobs last year.|We will rebuild. Our debt has doubled since 2019.",
            {"4,000 jobs": "Moor", "debt has doubled": "Moor"},
            id="an editor's note",
        ),
        pytest.param(
            "The following is the prepared text of a speech delivered by Governor Ada Moor on Tuesday.|Good evening. Our state has 14 prisons. Nine of them are full.|I ask you to vote for Bill 12. The auditor said the prisons cost $900m a year.",
            {"14 prisons": "Ada Moor", "Nine of them": "Ada Moor", "$900m": "auditor"},
            id="the following is the text",
        ),
        pytest.param(
            "Remarks by President Ada Moor at a rally|We built 40 bridges last year.|AUDIENCE: We lost 400 jobs in May.|I signed 12 bills.",
            {"40 bridges": "Ada Moor", "400 jobs": "audience", "12 bills": "Ada Moor"},
            id="audience reactions within the speech",
        ),
        pytest.param(
            "Ada Moor's speech at the Harbour Party conference|Conference, we won 40 seats in May. The old party lost 22.|I know what you are thinking. Nobody closed more docks than they did.",
            {"40 seats": "Ada Moor", "Nobody closed": "Ada Moor"},
            id="a heading with a salutation below it",
        ),
        pytest.param(
            "Transcript of Bo Lund's resignation speech|Good afternoon. This morning I told the king that I will resign. The party lost 40 seats in May.|It has been my honour to serve. We built 12 schools in six years.",
            {"lost 40 seats": "Bo Lund", "12 schools": "Bo Lund"},
            id="a transcript",
        ),
        pytest.param(
            "Speech by Kari Holm, Governor of Norland Bank, at the Chamber of Commerce, Vale, 4 March 2024|Ladies and gentlemen,|Inflation was 4.2% in January. It had been 9% a year before.|We raised rates eleven times. The board was unanimous on nine of them. My colleague Bo Lund voted against twice.",
            {
                "4.2%": "Kari Holm",
                "9% a year": "Kari Holm",
                "eleven times": "Kari Holm",
                "voted against": "Kari Holm",
            },
            id="speaker, place and date in one line",
        ),
        pytest.param(
            "VALE - The prime minister resigned on Friday after losing a vote in parliament.|Here is the full text of Ada Moor's statement, which she read outside her house:|Good morning. I have told the king that I will resign. The government lost the vote by 12.|We built 400 schools. It was my honour to serve you.|Moor had been in office for six years. The vote was called on Tuesday.",
            {
                "resigned on Friday": "outlet",
                "by 12": "Ada Moor",
                "400 schools": "Ada Moor",
                "six years": "outlet",
                "called on Tuesday": "outlet",
            },
            id="within a report that continues below",
        ),
        pytest.param(
            "The family of a man who died in the Vale fire have spoken for the first time.|Bo Lund, 40, died on Tuesday. His sister Ada Lund read a statement outside the court.|Her full statement reads:|My brother was a good man. He worked at the mill for 22 years. We told the owners in 2019 that the doors were locked.|We want the truth. Nobody from the mill has written to us.|The mill's owners did not comment. The trial goes on.",
            {
                "good man": "Ada Lund",
                "22 years": "Ada Lund",
                "Nobody from": "Ada Lund",
                "did not comment": "outlet",
                "trial goes": "outlet",
            },
            id='"her" refers to the speaker before',
        ),
        pytest.param(
            "Read the full statement from the family of Bo Lund|Our son was killed on 4 May. The police took nine hours to come.|We thank the doctors of Vale hospital. They fought for two days.",
            {
                "killed on 4 May": "family of Bo Lund",
                "nine hours": "family of Bo Lund",
                "two days": "family of Bo Lund",
            },
            id="a family",
        ),
        pytest.param(
            "Statement by the Prime Minister on the Vale floods|The rain began on Tuesday. In three days 400 mm fell.|I have visited Vale today. We have sent 900 soldiers.",
            {"400 mm": "Prime Minister", "900 soldiers": "Prime Minister"},
            id="an office",
        ),
        pytest.param(
            "Harbour Party leader Ada Moor addressed her party's conference in Vale on Sunday. This is the full text of her speech.|Conference, we won 40 seats in May. The old party lost 22.|I know what you are thinking. We closed no docks.",
            {"40 seats": "Ada Moor", "no docks": "Ada Moor"},
            id='"her" refers to the person in the same line',
        ),
        pytest.param(
            "Ada Moor, the president of Norland, spoke to the UN General Assembly on Tuesday. Here is the full text:|Mr President, excellencies,|Our islands lost 40 km of coast last year. The sea rose by 9 cm.|We did not cause this. I have come to ask for $4bn.",
            {"40 km": "Ada Moor", "9 cm": "Ada Moor", "$4bn": "Ada Moor"},
            id="the only one named above",
        ),
        pytest.param(
            "We will rebuild this port|Ada Moor gave this speech to the Harbour Party conference in Vale on 4 May.|Friends, the port has lost 400 jobs. I was born beside it.|My opponents say that it is finished. They closed the east dock.",
            {"400 jobs": "Ada Moor", "is finished": "opponents", "closed the east": "Ada Moor"},
            id="this speech",
        ),
        pytest.param(
            "Opening statement of Dr. Ada Moor before the Senate Committee on Ports|Chairman Lund, members of the committee, thank you for inviting me.|I have studied ports for 22 years. In 2019 my team measured 400 cranes.|We found that 40 were unsafe.",
            {"22 years": "Ada Moor", "400 cranes": "Ada Moor", "40 were unsafe": "Ada Moor"},
            id="testimony",
        ),
        pytest.param(
            "Ada Moor's speech at the Harbour Party conference|Ada Moor MP/Leader of the Harbour Party|10.10.23|Exhibition Centre Vale|Now, before I get going - I know what you are thinking. We lost 40 seats.|But I do want to thank Vale. It hosted that circus last week.|I never thought I would say this. The old party cancelled our train.",
            {"40 seats": "Ada Moor", "hosted": "Ada Moor", "our train": "Ada Moor"},
            id="a heading alone, with nothing else about the speaker",
        ),
        pytest.param(
            "Oliver Holm - 2023 Speech on Cyber Operations|The speech made by Oliver Holm, the Deputy Prime Minister, on 7 December 2023.|Of all the risks that we face, none grows faster. Attacks rose by 40% last year.|That is why I have sent 200 experts to the barricade.",
            {"by 40%": "Oliver Holm", "200 experts": "Oliver Holm"},
            id="a sentence without a verb",
        ),
        pytest.param(
            "The prime minister's welcome|At the party conference on Sunday, Bo Lund spoke about his plan. The port will reopen in May.|Here's what he had to say:|Vale is the home of the crane. I feel it each time I visit.|We have opened 40 schools. My government has hired 900 nurses.",
            {"40 schools": "Bo Lund", "900 nurses": "Bo Lund", "reopen in May": "outlet"},
            id='"what he had to say"',
        ),
        pytest.param(
            "WEEKLY ADDRESS: Moor marks the Vale fire|VALE - In this week's address, President Ada Moor marked the fifth anniversary of the Vale fire.|Remarks of President Ada Moor/Weekly Address/September 8, 2023|This week we mark the fire of Vale. It took 40 lives.|I have met the families. We have built 12 fire stations since.",
            {"40 lives": "Ada Moor", "12 fire": "Ada Moor", "marked the fifth": "outlet"},
            id="a heading below a report",
        ),
        pytest.param(
            "The mayor quit on Tuesday.|In a post on Facebook, Ada Moor wrote:|I have told the council that I will resign. I lost the vote by 12.|We built 40 schools. It has been my honour.|The vote was called by Bo Lund. Vale has 40,000 people.",
            {"by 12": "Ada Moor", "40 schools": "Ada Moor", "40,000 people": "outlet", "called by": "outlet"},
            id='a post without marks, as long as it says "I" or "we"',
        ),
        pytest.param(
            "A mother told the court on Tuesday how her son's death had changed her life.|Ada Moor's victim impact statement|My son was killed on 4 May. I have not slept through a night since.|We had to sell the house. His sister left school.|Bo Lund was jailed for 12 years. The judge called it a cruel crime.",
            {"on 4 May": "Ada Moor", "the house": "Ada Moor", "12 years": "outlet"},
            id="a heading that names the author of the statement",
        ),
        pytest.param(
            "PRIME MINISTER'S ADDRESS TO THE NATION|Fellow citizens,|Tonight I speak to you about the floods. 40 people have died.|We have sent 900 soldiers to Vale. I was there this morning.",
            {"40 people": "prime minister", "900 soldiers": "prime minister"},
            id="in capitals",
        ),
        pytest.param(
            "Both leaders have replied to the vote. We print their statements.|Ada Moor's full statement:|I am sorry for my party. We lost 40 seats.|Bo Lund's full statement:|I thank the voters. My party won 22 seats.",
            {"40 seats": "Ada Moor", "22 seats": "Bo Lund"},
            id="two statements",
        ),
        pytest.param(
            "PRESIDENT ADA S. MOOR'S ADDRESS BEFORE A JOINT SESSION OF THE CONGRESS|April 16, 1945|Mr. Speaker, Mr. President, Members of the Congress:|It is with a heavy heart that I stand before you. Only yesterday we laid to rest 40 sailors.|We must carry on. Our debt has doubled since 1940.",
            {"40 sailors": "Ada S. Moor", "doubled": "Ada S. Moor"},
            id="a name with an initial",
        ),
        pytest.param(
            "Secretary-General's remarks to the Security Council - on Norland [as delivered]|Mr. President, Excellencies,|Two years on, 400,000 people have fled Norland. I visited nine camps in May.|Let us be clear. Only 12% of our appeal is funded.",
            {"400,000": "Secretary-General", "12%": "Secretary-General"},
            id="as delivered",
        ),
        pytest.param(
            "Ada Moor: Monetary policy in a changing world|Speech by Ms Ada Moor, Governor of the Bank of Norland, at the Vale Economic Club, Vale, 4 May 2024.|Introduction|It is a pleasure to be here. Growth slowed to 1% last year.|We cut the rate in March. My view is that inflation is tamed.",
            {"slowed to 1%": "Ada Moor", "in March": "Ada Moor"},
            id="of a bank",
        ),
        pytest.param(
            "President's State of the Nation address: full text|Fellow citizens, I greet you. We have added 400,000 jobs since 2020.|My government has built 40 dams. The old one built none.",
            {"400,000": "President", "40 dams": "President"},
            id="an office and its full text",
        ),
    ],
)
def test_an_announced_speech_is_attributed_to_its_speaker_throughout(rows, written, speakers):
    found = rows(expand_breaks(written))
    assert {words: next(row.speaker for row in found if words in row.text) for words in speakers} == speakers


@each_row(
    "written",
    [
        pytest.param(
            "PM's speech in full: five things we learned|By Ada Holm, Political correspondent|Prime Minister Bo Lund told his party on Tuesday that the port will close. I was in the hall when he said it.|Lund said that 400 jobs would go. The hall was silent.|The party has lost 12 seats.",
            id="a report on a speech in full",
        ),
        pytest.param(
            'Ada Moor\'s speech angers farmers|Farmers said on Tuesday that Ada Moor\'s speech to the port conference was a disgrace.|"We lost $4m," said Bo Lund. "I have 12 cows left."|The ministry did not comment. It has 400 staff.',
            id="a speech that angers others",
        ),
        pytest.param(
            "By Ada Moor, Staff Writer|I met Bo Lund at his farm in May. He has 12 cows.|He says the ministry owes him $4m. The ministry denies it.|We walked to the barn. It was built in 1920.",
            id="a reporter who writes in the first person",
        ),
        pytest.param(
            "Statement by minister sparks row|A statement by the ports minister sparked a row in parliament on Tuesday.|Ada Moor said that the port had lost $4m. The opposition walked out. We asked her office for a comment.|The port has 40 cranes.",
            id="a statement that sparks a row",
        ),
        pytest.param(
            "Dear reader:|Joe Moor won the vote on Tuesday. I have covered nine such votes.|He has 400 delegates. Bo Lund has 200.|Thanks for reading",
            id="a newsletter",
        ),
        pytest.param(
            "Sir Bo Lund, the former minister, quit on Tuesday. He said the party had lost its way.|The party has 12 seats. Lund held one for 30 years.",
            id="Sir before a name",
        ),
        pytest.param(
            'Ada Moor, the mayor, has issued a statement. In full:|"I will not resign. The vote was illegal."|The council voted by 12 to nine on Tuesday. We understand that a new vote is planned.',
            id="a statement in marks",
        ),
        pytest.param(
            "Reading Ada Moor's letter to her voters|By Kari Holm|I have read Ada Moor's letter to her voters. It has nine pages.|Moor writes that the port is lost. It is a sad text.|The port employed 400 people in 2019.",
            id="a column about a letter",
        ),
        pytest.param(
            "Bo Lund's speech: what he said and what he meant|Bo Lund's speech on Tuesday lasted 40 minutes. We counted nine promises.|The first was to reopen the port. It closed in 2019.|Lund also promised 400 jobs. I doubt it.",
            id="a column about a speech",
        ),
        pytest.param(
            'Police release full transcript of 911 call|Police in Vale released the full transcript of a call by a neighbour on Tuesday.|"I hear shots," the neighbour says in the transcript of the call.|The man was shot nine times. We have asked the police for comment.',
            id="a transcript of a call",
        ),
        pytest.param(
            "Opinion|Why I left the party|By Kari Holm|Ada Moor was elected in May. She promised 40 schools.|The party has not built one. Moor says the money is gone.",
            id="an opinion without a first person",
        ),
        pytest.param(
            "By Ada Moor|VALE (AP) - A fire killed nine people on Tuesday, and I saw four of them carried out.|The mill had no alarm. It was built in 1920.|Owners said they were sorry.",
            id="a byline alone",
        ),
        pytest.param(
            'Union chief Ada Moor gave a speech to workers in Vale on Tuesday.|"We will strike," she said. "I have had enough."|The mill offered 4%. Our readers will remember the last strike. It lasted 40 days.',
            id="a report on a speech",
        ),
        pytest.param(
            "What we know about the speech by Bo Lund|We look at what we know. The speech lasted 40 minutes, and Lund named nine towns.|We counted 40 promises. Our team has checked 12 of them.",
            id="what is known about a speech",
        ),
        pytest.param(
            "From: the archive|The mill opened in 1920. It employed 400 people. We reported on it in May.",
            id="a piece from the archive",
        ),
        pytest.param(
            'Ada Moor delivers state of the city address|Mayor Ada Moor gave her state of the city address on Tuesday.|Moor said that 40 homes had been built. "We are on our way," she said. "I am proud of our city."|The city has 40,000 people.',
            id="a reported address",
        ),
        pytest.param(
            "Fact-checking Ada Moor's speech to the conference|Ada Moor made nine claims. We checked them.|The first is wrong. The port lost 40 jobs, not 400.|We rate it false. The second is right.",
            id="a fact-check",
        ),
        pytest.param(
            "Transcript: Ada Moor's speech contained 40 errors|We went through the transcript. It names 12 towns.|Nine do not exist. Our readers found the rest.",
            id="what a speech contained",
        ),
        pytest.param(
            "Moor's letter to the council in full here|The mayor has written to the council. We have seen the letter.|It says that 40 jobs will go. Moor signed it on Tuesday.|The council has 400 staff. It meets in May.",
            id="a letter published elsewhere",
        ),
        pytest.param(
            "How I wrote the president's speech|By Ada Moor|I wrote 40 speeches for the president. He liked nine of them.|In May he fired me. The White House has 400 staff.",
            id="a column about speeches",
        ),
        pytest.param(
            "Dear reader:|I have been in Vale all week. The mayor lost by 12 votes.|What We Know|The count took nine hours. Nobody has conceded. We will tell you more tomorrow.|More Coverage|Our podcast has nine episodes. It won a prize.",
            id="headings below a salutation",
        ),
        pytest.param(
            "Speech by Ada Moor at the port draws 4,000 protesters|About 4,000 people marched on Saturday. Our town has not seen as many since 1998.|Police arrested 12. We counted 34 buses.",
            id="a headline on the effect of a speech",
        ),
        pytest.param(
            "Statement by minister sparks anger among farmers|Farmers blocked 12 roads on Monday. We saw 400 tractors.|Our town has never seen as many. 3 people were hurt.",
            id="a headline on the people a statement angers",
        ),
        pytest.param(
            "Comments from Ada Moor anger unions|Our paper asked the mill. It employs 400 people.|We asked Moor about it, too.",
            id="a headline with an unlisted verb",
        ),
        pytest.param(
            "Statement from mayor on flood raises questions|The river rose by 4 metres. Our reporters counted 40 homes.|We have asked for the plan. It cost $3m.",
            id="a headline on what a statement raises",
        ),
        pytest.param(
            "Speech therapy by phone: does it help?|Some 4,000 children wait. My son waited two years.|We asked the county. It has 300 therapists.",
            id="speech therapy",
        ),
        pytest.param(
            "Bo Lund resigned. As I wrote last week:|The mill cannot pay its debts. It owes $40m.",
            id="an earlier report by the outlet itself",
        ),
    ],
)
def test_a_report_about_a_speech_or_letter_is_the_outlets(rows, written):
    outlet_rows = [row for row in rows(expand_breaks(written)) if row.kind == "outlet"]
    assert outlet_rows
    assert {row.speaker for row in outlet_rows} == {"outlet"}
    assert "direct" not in {row.kind for row in rows(expand_breaks(written)) if '"' not in written}


def test_a_live_page_entry_ends_the_quotation_in_the_one_before(rows):
    text = "14:02 Ada Moor is on her feet. She says:|My budget is balanced.|14:10 Debt rose by 4%, our editor says.|14:20 We expect a reply."
    own = [row.text for row in rows(expand_breaks(text)) if row.speaker == "Ada Moor"]
    assert own == ["My budget is balanced."]
