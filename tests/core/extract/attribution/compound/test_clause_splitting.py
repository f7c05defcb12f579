"""Several statements in one sentence, each with its own source."""

import pytest

from tests.tables import each_row


@each_row(
    ("sentence", "expected"),
    [
        pytest.param(
            "Rents rose 9 percent, according to the port office; wages fell 3 percent, Ivo Ray said.",
            [("port office", "Rents rose 9 percent"), ("Ivo Ray", "wages fell 3 percent")],
            id="cited, then said",
        ),
        pytest.param(
            "Rents rose 9 percent, Ada Moor said; but wages fell 3 percent, Ivo Ray said.",
            [("Ada Moor", "Rents rose 9 percent"), ("Ivo Ray", "wages fell 3 percent")],
            id="two sides",
        ),
        pytest.param(
            "Rents rose 9 percent, Ada Moor said; wages fell 3 percent, according to Ivo Ray; and fares doubled, said Bo Lund.",
            [
                ("Ada Moor", "Rents rose 9 percent"),
                ("Ivo Ray", "wages fell 3 percent"),
                ("Bo Lund", "fares doubled"),
            ],
            id="three sources",
        ),
        pytest.param(
            "Ada Moor accused the port of lying: according to her, rents rose 9 percent, and wages fell.",
            [
                ("Ada Moor", "Ada Moor accused the port of lying"),
                ("Ada Moor", "rents rose 9 percent, and wages fell"),
            ],
            id="cited after a colon: the second statement was lost",
        ),
        pytest.param(
            "The port has three problems: according to Ivo Ray, rents, wages and fares.",
            [("Ivo Ray", "The port has three problems")],
            id="no statement after the colon",
        ),
        pytest.param(
            "The first fire, Ada Moor said, was on March 4; the second was on March 9, she added.",
            [
                ("Ada Moor", "The first fire, Ada Moor said, was on March 4"),
                ("Ada Moor", "the second was on March 9"),
            ],
            id="an attribution in the middle",
        ),
        pytest.param(
            "Rents rose 9 percent in a year; wages in the port fell 3 percent, Ivo Ray said.",
            [("outlet", "Rents rose 9 percent in a year"), ("Ivo Ray", "wages in the port fell 3 percent")],
            id="no source for the first",
        ),
    ],
)
def test_each_side_of_a_semicolon_or_colon_has_its_own_source(rows, sentence, expected):
    assert [(row.speaker, row.text) for row in rows(sentence)] == expected


@each_row(
    ("lead", "speaker"),
    [
        ("A word with Tom Ashby", "Tom Ashby"),
        ("Then a call from Jane Doe", "Jane Doe"),
        ("Back in Vale with a nurse", "nurse"),
        ("No word from the mayor", "mayor"),
    ],
)
def test_the_antecedent_of_a_reporting_relative_clause_is_its_source(rows, lead, speaker):
    found = [row for row in rows(f"{lead}, who said that crime had doubled.") if row.kind == "indirect"]
    assert [(row.speaker, row.text) for row in found] == [(speaker, "crime had doubled")]
