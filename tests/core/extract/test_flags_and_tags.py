"""Which rows are flagged, which names and topics they are tagged with, and how much context they keep."""

import pytest

from claimtrack.core.model import Flag
from tests.tables import each_row


@each_row(
    ("text", "flag"),
    [
        ("Officials said theminister had lost 40 seats in May.", Flag.GLUED_WORDS),
        ("Doral said theMinistry had set aside 60 million crowns.", Flag.GLUED_WORDS),
        ("Dairies in Brenno closed. Dairies in Brennohave closed two plants.", Flag.GLUED_WORDS),
        ("Cows were lost, according to a survey.Farmers Alliance figures.", Flag.GLUED_WORDS),
        ("The council will build 40 schools by 2030.", Flag.FUTURE_PLAN),
        ("The council will build schools at will.", Flag.FUTURE_PLAN),
        ("A decision on the budget is expected in October.", Flag.FUTURE_PLAN),
        ("Ada Moor said she would build 300 homes.", Flag.FUTURE_PLAN),
        ("Rents would not rise before May, Ada Moor said.", Flag.FUTURE_PLAN),
        ("They have lost a third of their value this year.", Flag.UNRESOLVED_PRONOUN),
        pytest.param("One of them said the dam held.", Flag.UNRESOLVED_PRONOUN, id="one of many people"),
        pytest.param("Another said the dam held.", Flag.UNRESOLVED_PRONOUN, id="another such person"),
        pytest.param(
            "A third told the Courier that 12 left.", Flag.UNRESOLVED_PRONOUN, id="a third such person"
        ),
        pytest.param(
            "A clerk took 40 crowns, a jury heard.", Flag.UNRESOLVED_PRONOUN, id="somebody who only heard it"
        ),
        pytest.param("MPs were told that the dam held.", Flag.UNRESOLVED_PRONOUN, id="somebody who was told"),
        pytest.param("Some said the dam held.", Flag.UNRESOLVED_PRONOUN, id="some people"),
        pytest.param(
            "Rents rose 12%, the ministry said, compared with 4% in Vale.",
            Flag.UNRESOLVED_PRONOUN,
            id="a comparison without what is compared",
        ),
        pytest.param(
            "The port employs 900 people, Ada Moor said on Friday, more than ever before.",
            Flag.UNRESOLVED_PRONOUN,
            id="more than ever, without what is more",
        ),
        pytest.param(
            "The quay cost 9 million crowns, Ada Moor said, twice as much as planned.",
            Flag.UNRESOLVED_PRONOUN,
            id="twice as much, without what is twice as much",
        ),
        pytest.param(
            "The firm cut costs by a third, Ada Moor said, by closing two mills and selling the ships that it had.",
            Flag.UNRESOLVED_PRONOUN,
            id="a manner without an agent",
        ),
        pytest.param(
            "The council, which said the pier was lost, shut it in June.",
            Flag.UNRESOLVED_PRONOUN,
            id="a description of the subject after the statement",
        ),
        pytest.param(
            "Ada Moor pointed to the tax, which she said had cut 40 jobs.",
            Flag.UNRESOLVED_PRONOUN,
            id="a verb without its subject",
        ),
    ],
)
def test_a_row_with_a_defect_is_flagged(rows, text, flag):
    assert flag in rows(text)[-1].flags


def test_a_second_statement_after_the_speaker_is_not_flagged(rows):
    for text in ("and more than 300 families moved", "and more than ever left the town"):
        assert rows(f"Rents rose by 4 percent, Ada Moor said, {text}.")[-1].flags == ()


@each_row(
    "text",
    [
        "Mr McDonald owns an iPhone and an eBay shop in LaGrange.",
        "The site example.com was closed by the police in May.",
        "The site www.portRecords.example was closed by the police in May.",
        "Americans in America and Christians in Christchurch met.",
        "It is clear that the council closed the bridge.",
        "Prisoners roamed the yard at will on Friday.",
        "The vote showed the people's will.",
        "One worker said the dam had held.",
        "Another witness said the dam had held.",
        "Two officials said the dam had held.",
        "The boats were faster than would be expected by chance.",
        "Sales were lower than expected in May.",
        "Ada Moor said the council would have built 300 homes.",
        "Ada Moor said the council built 300 homes that would flood.",
        "Ada Moor said the council would lose 300 homes if the dam broke.",
        pytest.param(
            "Boston, Mass., is cold, and fees in Massachusetts rose 4% in May.",
            id="a state and its abbreviation",
        ),
        pytest.param(
            "Israel won, Israelis voted in May, and an 82 kWh battery burned.",
            id="words that are not run together",
        ),
    ],
)
def test_an_ordinary_row_is_not_flagged(row, text):
    assert row(text).flags == ()


def test_the_remains_of_a_lost_link_name_the_source(row):
    found = row("Cows were lost in the valley, according to a survey.Farmers Alliance figures.")
    assert found.speaker == "Farmers Alliance figures"


def test_tags_are_names_and_topics(row):
    found = row("On Monday the Harbour Bank of Vale cut 300 jobs in Port Avon and raised wages.")
    assert found.tags == ("Harbour Bank of Vale", "Port Avon", "economy")


def test_neither_is_not_part_of_a_name(row):
    assert row("Neither Ada Moor nor Tom Ashby had 300 boats.").tags == ("Ada Moor", "Tom Ashby")


@each_row(
    ("text", "tags"),
    [
        ("The old mayor of St. Avon met Brig. Gen. Ann Lee twice.", ("St. Avon", "Ann Lee")),
        pytest.param("The old mayor met Cmdr. Ann Lee twice.", ("Ann Lee",), id="a rank abbreviated"),
        ("Tory MP Sandra Moss met retired Ole van der Berg twice.", ("Sandra Moss", "Ole van der Berg")),
        ("He met Fianna Fáil's Mary Lou O'Dowd twice.", ("Fianna Fáil", "Mary Lou O'Dowd")),
        ("She left King's Theatre Avon twice.", ("King's Theatre Avon",)),
        pytest.param(
            "Vale has NEVER closed a port and will CUT none.", (), id="words in capitals for emphasis"
        ),
        pytest.param("Rents were FORCED to their LOWEST in Vale.", ("Vale",), id="... by their endings"),
        pytest.param("Vale told OPEC, UNICEF and an LED maker.", ("OPEC", "UNICEF", "LED"), id="acronyms"),
        pytest.param("OPEC closed a port.", ("OPEC",), id="... at the beginning"),
        pytest.param("The winner: Brutal storms in Vale.", ("Vale",), id="a word after a colon"),
        pytest.param('He wrote "False teeth" on it.', (), id="... after a mark"),
        pytest.param("The boats - Brutal is no word here - left.", (), id="... after a dash"),
        pytest.param(
            "It hit two towns: Halden and Vale.", ("Halden", "Vale"), id="... but not a list of names"
        ),
        pytest.param("It hit one town: Halden.", ("Halden",), id="... and not one that ends there"),
        pytest.param("In Halden the boats left.", ("Halden",), id="a name after the first word"),
        pytest.param("The 2.4 GWh Moorvlakte plant left.", ("Moorvlakte",), id="a unit before a name"),
        pytest.param("He wrote to the company five times.", (), id="a company that anybody can write to"),
        pytest.param("The company lost 40 million crowns.", ("economy",), id="... but acting itself"),
        pytest.param("The striker cost a fee of 61 million pounds.", (), id="a fee that anybody can pay"),
        pytest.param(
            "The council paid 4 pounds.", ("taxes and budgets", "law and government"), id="... but a council"
        ),
        pytest.param(
            "The tax cost 4 pounds.", ("taxes and budgets",), id="a word that is specific to a topic"
        ),
        pytest.param("The water came in four minutes.", (), id="water that anybody drinks"),
        pytest.param("We will go to court over it.", (), id="a court that anybody can go to"),
        pytest.param("The toll was quashed by a court.", ("law and government",), id="... but it ruled"),
        pytest.param("Ferries were full before the pandemic.", (), id="a time"),
        pytest.param("Ferries were full north of the border.", (), id="a place"),
        pytest.param("Some 40 men crossed the border.", ("crime and migration",), id="... that is crossed"),
        pytest.param("The lorries stood on the A2 in Vale.", ("Vale",), id="a road"),
        pytest.param("The rating of Vale was cut by Moody's.", ("Vale", "Moody's"), id="not a possessive"),
        pytest.param(
            "She left the Ministry of Ports and Inland Waters.",
            ("Ministry of Ports and Inland Waters",),
            id="a ministry of two fields",
        ),
        pytest.param("The hon. Member for Vale read the Bill at Christmas.", ("Vale",), id="by convention"),
        pytest.param("Vale: Since Easter 12 left.", (), id="a season"),
        pytest.param("The ferry is full on Saturdays.", (), id="several weekdays"),
        pytest.param("It came after Monday's vote in Vale.", ("Vale",), id="the vote of a weekday"),
        pytest.param("It told Vale Radio Friday of 40 boats.", ("Vale Radio",), id="a weekday after a name"),
        pytest.param("It sold 40 boats on Black Friday.", ("Black Friday",), id="... that is one"),
        pytest.param("While Vale lost 40 boats, none sank.", ("Vale",), id="a conjunction before a name"),
        pytest.param("They met Gov. Ann B. Lee (R-Fla.).", ("Ann B. Lee",), id="an initial, and a party"),
        pytest.param(
            "They met Sens. Ann Lee and Bo Moor.", ("Ann Lee", "Bo Moor"), id="several of an office"
        ),
        pytest.param("The plant in Avon, Tex., lost 40 men.", ("Avon", "Texas"), id="a state, abbreviated"),
        pytest.param(
            "The Secretary of State told the Governor, 'Hey, it sank.'", (), id="nobody in particular"
        ),
        pytest.param("It was the Former England side.", ("England",), id="a description"),
        pytest.param("It was London-listed Gravel Peak Resources.", ("Gravel Peak Resources",), id="a place"),
        pytest.param("They met Chairman Dale Hruska.", ("Dale Hruska",), id="an office"),
        pytest.param("They met Cllr S. Hruska.", ("Hruska",), id="... before an initial"),
        pytest.param(
            "She met the Ministry of Ports and Ada Moor.", ("Ministry of Ports", "Ada Moor"), id="... of one"
        ),
    ],
)
def test_names_are_tags_and_other_capitalised_words_are_not(row, text, tags):
    assert row(text).tags == tags


def test_a_surname_is_tagged_with_the_full_name_in_the_article(rows):
    found = rows(
        "They met Chairman Dale Hruska in Port Avon. The vote was taken by Hruska and Moor. In Avon 40 saw Ann Moor and Bo Moor."
    )
    assert [row.tags for row in found] == [
        ("Dale Hruska", "Port Avon"),
        ("Dale Hruska", "Moor"),
        ("Avon", "Ann Moor", "Bo Moor"),
    ]


def test_a_titled_surname_is_tagged_with_the_full_name_of_that_title(rows):
    found = rows(
        "They met President Ann Moor. The vote was taken by President Moor. They saw Clerk Treva Ostrander."
    )
    assert [row.tags for row in found] == [("Ann Moor",), ("Ann Moor",), ("Treva Ostrander",)]


def test_a_first_name_is_tagged_with_the_only_full_name_in_the_article(rows):
    found = rows(
        "They met Derek Moor. The vote was lost by Derek. They met Ann B. Lee. They met Ann Lee. The vote was won by Ann and Lee. "
        "In Charlotte 40 left. They met Charlotte Ashby. They saw Ada Moss and Ada Lind. The boat was sold by Ada."
    )
    assert [row.tags for row in found] == [
        ("Derek Moor",),
        ("Derek Moor",),
        ("Ann Lee",),
        ("Ann Lee",),
        ("Ann Lee",),
        ("Charlotte",),
        ("Charlotte Ashby",),
        ("Ada Moss", "Ada Lind"),
        ("Ada",),
    ]


def test_a_titled_surname_is_its_own_tag_if_the_full_name_is_untitled(rows):
    found = rows(
        "The ball was thrown by Ann Moor. The vote was taken by President Moor. It was lost by Moor."
    )
    assert [row.tags for row in found] == [("Ann Moor",), ("President Moor",), ("Moor",)]


def test_a_titled_surname_is_the_tag_if_no_full_name_is_given(rows):
    found = rows("They met President Moor. The vote was lost by Moor.")
    assert [row.tags for row in found] == [("President Moor",), ("President Moor",)]


def test_a_later_surname_is_tagged_with_the_full_name_of_a_speaker(rows):
    found = rows('"It sank," said Treva Ostrander. They met Ostrander. "It rose," Ostrander said.')
    assert [row.tags for row in found] == [(), ("Treva Ostrander",), ()]


def test_the_context_of_a_row_is_bounded(rows):
    found = rows("First comes this sentence. " * 40)
    assert found[20].context_before.endswith("First comes this sentence. ")
    assert {len(row.context_before) for row in found[10:]} == {200}
    assert len(found[0].context_after) == 200


def test_both_of_two_sentences_run_together_are_flagged(rows):
    found = rows("The bridge has been shut since spring.Officials have no date for it. The toll is gone.")
    assert [Flag.GLUED_WORDS in row.flags for row in found] == [True, True, False]
