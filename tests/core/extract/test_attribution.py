from pathlib import Path

import pytest

CASES = Path(__file__).parents[2] / "cases" / "attribution.tsv"


def cases():
    reason = ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            reason = line.removeprefix("# ")
        else:
            yield pytest.param(*line.split("\t"), id=reason)


@pytest.mark.parametrize(("sentence", "speaker", "words", "kind"), list(cases()))
def test_a_sentence_comes_to_its_speaker_and_words(row, sentence, speaker, words, kind):
    found = row(sentence)
    assert (found.speaker, found.text, found.kind) == (speaker, words, kind)


def test_two_people_in_one_sentence_are_two_rows(rows):
    found = rows("Ada Moor said the bridge was safe, adding that it carries 9,000 cars a day.")
    assert [row.text for row in found] == ["the bridge was safe", "it carries 9,000 cars a day"]
    assert {row.speaker for row in found} == {"Ada Moor"}


def test_a_split_quotation_is_two_rows_of_one_speaker(rows):
    found = rows('"We closed the bridge," Ada Moor said, "and we would do it again."')
    assert [row.text for row in found] == ["We closed the bridge", "and we would do it again."]
    assert {row.speaker for row in found} == {"Ada Moor"}


def test_each_sentence_of_a_quotation_is_a_row_of_whoever_is_named_at_its_end(rows):
    found = rows('"We closed the bridge. We had no choice," said Ada Moor.')
    assert [(row.text, row.speaker) for row in found] == [
        ("We closed the bridge.", "Ada Moor"),
        ("We had no choice", "Ada Moor"),
    ]


def test_a_main_clause_is_not_lost_for_a_short_attributed_one(row):
    text = "The bill needs 34 votes in the chamber by Friday, but its sponsors say they have fewer."
    assert row(text).text == text


def test_a_lead_up_that_says_nothing_is_cut(row):
    assert row("While the count goes on, the mayor said the vote was fair.").text == "the vote was fair"


def test_a_main_clause_before_saying_that_is_the_outlets_own_row(rows):
    found = rows("The bank kept its main rate at four per cent, saying that prices were falling.")
    assert [(row.speaker, row.text) for row in found] == [
        ("outlet", "The bank kept its main rate at four per cent"),
        ("bank", "prices were falling"),
    ]
