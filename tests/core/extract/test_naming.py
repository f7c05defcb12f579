"""What names whoever speaks, and what never does."""

import pytest

from claimtrack.core.extract.genders import is_he_or_she
from claimtrack.core.extract.nameable import nameable
from claimtrack.core.extract.names import naming
from claimtrack.core.extract.reading import tokens


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("afterwards", id="a time"),
        pytest.param("on Thursday", id="a day"),
        pytest.param("900,000", id="a bare figure"),
        pytest.param("a weekly podcast and", id="a phrase that breaks off"),
        pytest.param("the authors of the", id="a phrase without its noun"),
        pytest.param("That's a relief for the mayor", id="a clause"),
        pytest.param("the toll was", id="a verb"),
    ],
)
def test_words_that_name_nobody_are_refused(source):
    assert not nameable(tokens(source))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("61%", id="so many of those asked"),
        pytest.param("many of whom", id="people told of before"),
        pytest.param("a clerk who was there", id="what is told of a source"),
        pytest.param("a poll released Thursday", id="the day of a document"),
        pytest.param("a clerk for that office", id="that of a noun"),
        pytest.param("Al From", id="a name like a preposition"),
        pytest.param("Will Marsh", id="a name like a verb"),
    ],
)
def test_words_that_name_somebody_in_an_odd_way_are_kept(source):
    assert nameable(tokens(source))


def test_a_time_before_a_pronoun_is_no_part_of_the_source(rows):
    found = rows("The port office said 40 boats sank. Later Monday it said that 12 of them had been raised.")
    assert (found[-1].speaker, found[-1].speaker_as_written) == ("port office", "it")


def test_a_time_behind_the_verb_is_no_speaker(row):
    assert (
        row('"The lease ran out in May," the harbour master, Ivo Lund, said afterwards.').speaker
        == "Ivo Lund"
    )


@pytest.mark.parametrize(
    ("source", "name"),
    [
        pytest.param("Det Con Ivo Lund", "Ivo Lund", id="a constable of detectives"),
        pytest.param("Labour TD Maeve Cody", "Maeve Cody", id="a member of the Dáil"),
        pytest.param("tribal elder Ivo Lund", "Ivo Lund", id="an elder"),
        pytest.param("Salma al-Amin, a baker", "Salma al-Amin", id="an Arabic article"),
        pytest.param("General Édgar Šimić", "Édgar Šimić", id="capitals with accents"),
    ],
)
def test_the_name_is_read_without_what_stands_beside_it(source, name):
    assert naming(source).name == name


def test_a_first_name_tells_he_or_she_with_its_accents():
    assert (is_he_or_she("Óscar Lund"), is_he_or_she("Béatrice Lund")) == ("he", "she")


def test_he_is_whoever_stands_behind_the_verb(rows):
    text = "Tom Ashby said the quay was sound. Listening at the back was fisherman Ivo Lund. He said it had sunk by 4cm."
    assert rows(text)[-1].speaker == "Ivo Lund"


def test_a_place_is_not_whom_a_sentence_is_about(rows):
    text = (
        "PORT AVON, Norvia (NPA) — A storm cut power to 4,000 homes.\n\n"
        'In Port Avon, Salma Lund, 43, sat in the dark. "The roof went at nine," she said.'
    )
    assert rows(text)[-1].speaker == "Salma Lund"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        pytest.param(
            "The clinic shut two wards, figures from the Norvia Health Board show.",
            "Norvia Health Board",
            id="whose they are",
        ),
        pytest.param(
            "The port office said it hired 12 men. Wages rose 4%, trade data show.",
            "port office",
            id="the body before",
        ),
    ],
)
def test_it_is_never_figures(rows, sentence, speaker):
    assert rows(f"{sentence} It said 40 jobs had gone.")[-1].speaker == speaker


def test_the_organisation_is_the_one_that_did_it(rows):
    text = (
        "Ada Moor, a biologist at Brenno University, said the crane was rare. It was listed in 2021 by the World Crane "
        "Federation. The organisation said that 400 birds were left."
    )
    assert rows(text)[-1].speaker == "World Crane Federation"


def test_six_of_them_are_not_she(rows):
    text = "Salma Lund, a nurse, said the ward was full. Six of them wrote that two beds were broken. She said it was unsafe."
    assert rows(text)[-1].speaker == "Salma Lund"
