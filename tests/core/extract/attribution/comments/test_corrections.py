"""An outlet's correction of somebody's words, or its comment on them, is not attributed to that person."""

import pytest

from tests.tables import each_row

LATER = "Ada Moor opened the fair on Monday.\n\n"
RENTS = ("Ada Moor", "rents rose 12 percent")


@each_row(
    ("tail", "correction"),
    [
        pytest.param(
            ", when in fact they rose 3 percent.",
            ("outlet", "when in fact they rose 3 percent"),
            id="in fact",
        ),
        pytest.param(
            " (the real figure is 3 percent).", ("outlet", "the real figure is 3 percent"), id="in brackets"
        ),
        pytest.param(
            ", even though the port office put the rise at 3 percent.",
            ("port office", "the port office put the rise at 3 percent"),
            id="even though somebody else says otherwise",
        ),
        pytest.param(
            ", although official figures show a rise of 3 percent.",
            ("official figures", "official figures show a rise of 3 percent"),
            id="although figures show otherwise",
        ),
        pytest.param(
            ", despite figures of the port showing a fall of 3 percent.",
            ("outlet", "despite figures of the port showing a fall of 3 percent"),
            id="despite figures",
        ),
        pytest.param(" (they actually fell).", ("outlet", "they actually fell"), id="actually"),
        pytest.param(
            " [figures of the port show 3 percent].",
            ("outlet", "figures of the port show 3 percent"),
            id="figures in brackets",
        ),
        pytest.param(", although that is false.", ("outlet", "that is false"), id="a verdict"),
        pytest.param(
            " — in fact they rose 3 percent.", ("outlet", "in fact they rose 3 percent"), id="after a dash"
        ),
        pytest.param(
            ", contrary to official figures.",
            ("outlet", "contrary to official figures"),
            id="contrary to figures",
        ),
        pytest.param(", but gave no evidence.", ("outlet", "gave no evidence"), id="without evidence"),
        pytest.param(
            ", but did not offer any proof.", ("outlet", "did not offer any proof"), id="without proof"
        ),
        pytest.param(" before leaving the stage.", None, id="left the stage"),
        pytest.param(", before walking out.", None, id="left the hall"),
        pytest.param(", prompting laughter from the opposition.", None, id="laughter"),
        pytest.param(", to loud applause.", None, id="applause"),
        pytest.param(", as the crowd cheered.", None, id="cheers"),
    ],
)
def test_an_outlets_correction_is_cut_off_the_speakers_words(rows, tail, correction):
    found = rows(f"{LATER}Moor said rents rose 12 percent{tail}")[1:]
    assert [(row.speaker, row.text) for row in found] == [RENTS, *([correction] if correction else [])]


@each_row(
    "said",
    [
        "rents rose 12 percent, although wages rose as well",
        "rents rose 12 percent, even though nobody had asked for it",
        "half the boats were sold, even though the ministry told her office they were sound",
        "the boat was sold, despite promises by the port to keep it",
        "she drank two beers before leaving the bar",
        "rents rose 12 percent, prompting the council to act",
        "the firm lied, but gave no refunds",
        "the port lost 12 boats (four of them old)",
        "half of it was the port's doing, which was untrue",
    ],
)
def test_a_concession_that_may_be_the_speakers_own_is_kept(rows, said):
    found = rows(f"{LATER}Moor said {said}.")[1:]
    assert [(row.speaker, row.text) for row in found] == [("Ada Moor", said)]


@each_row(
    "tail",
    [
        "which Ada Moor denied at the time",
        "which the mayor, Ada Moor, has denied since May",
        "a claim that Ada Moor denied",
    ],
)
def test_a_denied_statement_is_not_attributed_to_its_denier(row, tail):
    sentence = f"The council paid 30 crowns for the site, {tail}."
    assert (row(sentence).speaker, row(sentence).text) == ("outlet", sentence)


@each_row(
    "opening",
    [
        "Moor, who said in May that rents rose 12 percent, now says",
        "Moor, who said on Monday rents rose 12 percent, now admits",
        "Moor, who had said that rents rose 12 percent, has since conceded that",
    ],
)
def test_an_earlier_statement_is_a_row_of_its_own(rows, opening):
    found = rows(f"{LATER}{opening} they fell 3 percent.")[1:]
    assert [(row.speaker, row.text) for row in found] == [RENTS, ("Ada Moor", "they fell 3 percent")]


@each_row(
    ("sentence", "expected"),
    [
        pytest.param(
            "The council sold the site in 2020, and Ada Moor denied that she knew of it.",
            [
                ("outlet", "The council sold the site in 2020"),
                ("Ada Moor", "Ada Moor denied that she knew of it"),
            ],
            id="a denial joined to what the outlet says",
        ),
        pytest.param(
            "Ada Moor, who has denied taking 40 crowns, sold the site in 2020.",
            [("outlet", "Ada Moor, who has denied taking 40 crowns, sold the site in 2020.")],
            id="a denial in passing",
        ),
        pytest.param(
            "Ada Moor, who sold the site in 2020, denied taking 40 crowns.",
            [("Ada Moor", "Ada Moor, who sold the site in 2020, denied taking 40 crowns.")],
            id="a denial as the main clause",
        ),
    ],
)
def test_a_denial_covers_only_its_clause(rows, sentence, expected):
    assert [(row.speaker, row.text) for row in rows(sentence)] == expected


FERRIES = "ferries had doubled"


@each_row(
    ("tail", "correction"),
    [
        pytest.param(
            ", which is false: there are 12.",
            ["which is false: there are 12"],
            id="a verdict with its reason",
        ),
        pytest.param(", but that's untrue.", ["that's untrue"], id="a short verdict"),
        pytest.param(", a figure that is wrong.", ["a figure that is wrong"], id="a wrong figure"),
        pytest.param(
            ", although they fell by a third.", ["they fell by a third"], id="the opposite of the same thing"
        ),
        pytest.param(
            " - they had dropped by 4 percent.",
            ["they had dropped by 4 percent"],
            id="the opposite after a dash",
        ),
        pytest.param(
            ", and he is mistaken on both counts.",
            ["he is mistaken on both counts"],
            id="a verdict on the speaker",
        ),
    ],
)
def test_a_verdict_on_a_statement_is_attributed_to_the_outlet(rows, tail, correction):
    found = rows(f"Karel Voss said {FERRIES}{tail}")
    expected = [("Karel Voss", FERRIES), *(("outlet", words) for words in correction)]
    assert [(row.speaker, row.text) for row in found] == expected


@each_row(
    ("tail", "correction"),
    [
        (", and that is nonsense: two were sold.", "that is nonsense: two were sold"),
        (", and it was a lie even then.", "it was a lie even then"),
        (", and he is right: the port bought nine.", "he is right: the port bought nine"),
        (", which was untrue.", "which was untrue"),
    ],
)
def test_a_verdict_after_a_quotation_is_attributed_to_the_outlet(rows, tail, correction):
    found = rows(f'"Ferries have doubled," Karel Voss said{tail}')
    assert [(row.speaker, row.text) for row in found] == [
        ("Karel Voss", "Ferries have doubled"),
        ("outlet", correction),
    ]


def test_the_speaker_continues_after_an_outlets_aside_between_dashes(rows):
    found = rows("Karel Voss said fares fell 3 percent - they rose 3 percent - and blamed the port.")
    assert [(row.speaker, row.text) for row in found] == [
        ("Karel Voss", "fares fell 3 percent"),
        ("outlet", "they rose 3 percent"),
        ("Karel Voss", "blamed the port"),
    ]


@each_row(
    "said",
    [
        pytest.param("fares rose in May, although they fell in June", id="a contrast in time"),
        pytest.param("fares fell, although wages rose", id="a contrast with something else"),
        pytest.param("fares rose 4 percent - they rose 3 percent before", id="figures that agree"),
        pytest.param("the port had lied, and that it was wrong to wait", id="a judgement on an act"),
        pytest.param("the quay was old, and it was a shame", id="her own verdict"),
    ],
)
def test_words_that_do_not_contradict_the_speaker_stay_the_speakers(rows, said):
    assert {row.speaker for row in rows(f"Karel Voss said {said}.")} == {"Karel Voss"}


def test_a_verdict_within_a_present_tense_report_is_the_speakers(rows):
    found = rows("Karel Voss says the toll is new, and that is wrong.")
    assert [(row.speaker, row.text) for row in found] == [
        ("Karel Voss", "the toll is new, and that is wrong")
    ]
