"""Which words can name a speaker, and how a mention of a speaker is parsed."""

import pytest

from claimtrack.core.extract.attribution.sources.nameable import can_name_speaker
from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.extract.words.genders import pronoun_for_name
from claimtrack.core.extract.words.reading import tokenise
from claimtrack.core.model import ClaimantKind
from tests.tables import each_row


@each_row(
    "source",
    [
        pytest.param("afterwards", id="a time"),
        pytest.param("on Thursday", id="a day"),
        pytest.param("900,000", id="a bare number"),
        pytest.param("a weekly podcast and", id="a phrase that breaks off"),
        pytest.param("the authors of the", id="a phrase without its noun"),
        pytest.param("That's a relief for the mayor", id="a clause"),
        pytest.param("the toll was", id="a verb"),
        pytest.param("delivering a speech to the crowd", id="an act"),
        pytest.param("I'm sure the mayor", id="a clause of the first person"),
    ],
)
def test_words_that_name_nobody_are_rejected(source):
    assert not can_name_speaker(tokenise(source))


@each_row(
    "source",
    [
        pytest.param("61%", id="a share of respondents"),
        pytest.param("many of whom", id="people mentioned before"),
        pytest.param("a clerk who was there", id="a description of the source"),
        pytest.param("a poll released Thursday", id="the day of a document"),
        pytest.param("a clerk for that office", id="a noun's modifier"),
        pytest.param("leaked papers", id="a participle before its noun"),
        pytest.param("forced to defend a clerk", id="a source at the end of a clause"),
        pytest.param("Al From", id="a name like a preposition"),
        pytest.param("Will Marsh", id="a name like a verb"),
    ],
)
def test_unusual_descriptions_of_a_speaker_are_accepted(source):
    assert can_name_speaker(tokenise(source))


def test_a_time_before_a_pronoun_is_not_part_of_the_source(rows):
    found = rows("The port office said 40 boats sank. Later Monday it said that 12 of them had been raised.")
    assert (found[-1].speaker, found[-1].speaker_as_written) == ("port office", "it")


def test_a_pronoun_contracted_with_its_verb_is_resolved(rows):
    assert rows("Ivo Lund runs the quay. He's said it costs 40 million.")[-1].speaker == "Ivo Lund"


def test_a_time_after_the_reporting_verb_is_not_the_speaker(row):
    assert (
        row('"The lease ran out in May," the harbour master, Ivo Lund, said afterwards.').speaker
        == "Ivo Lund"
    )


@each_row(
    ("source", "name"),
    [
        pytest.param("Det Con Ivo Lund", "Ivo Lund", id="a constable of detectives"),
        pytest.param("Labour TD Maeve Cody", "Maeve Cody", id="a member of the Dáil"),
        pytest.param("tribal elder Ivo Lund", "Ivo Lund", id="an elder"),
        pytest.param("Salma al-Amin, a baker", "Salma al-Amin", id="an Arabic article"),
        pytest.param("www.portrecords.com", "www.portrecords.com", id="an address"),
        pytest.param("Cllr Green", "Green", id="a surname that is also a party"),
        pytest.param("Dr Bishop", "Bishop", id="a surname that is also an office"),
        pytest.param("Green Cllr Ivo Lund", "Ivo Lund", id="the party itself"),
        pytest.param("General Édgar Šimić", "Édgar Šimić", id="capitals with accents"),
    ],
)
def test_a_name_is_read_without_its_titles_and_descriptions(source, name):
    assert parse_mention(source).name == name


def test_a_first_name_with_accents_determines_the_pronoun():
    assert (pronoun_for_name("Óscar Lund"), pronoun_for_name("Béatrice Lund")) == ("he", "she")
    assert pronoun_for_name("Bjørn Lund") == "he"


def test_he_refers_to_a_subject_after_its_verb(rows):
    text = "Tom Ashby said the quay was sound. Listening at the back was fisherman Ivo Lund. He said it had sunk by 4cm."
    assert rows(text)[-1].speaker == "Ivo Lund"


def test_a_place_is_not_taken_for_the_subject_of_a_sentence(rows):
    text = (
        "PORT AVON, Norvia (NPA) — A storm cut power to 4,000 homes.\n\n"
        'In Port Avon, Salma Lund, 43, sat in the dark. "The roof went at nine," she said.'
    )
    assert rows(text)[-1].speaker == "Salma Lund"


@each_row(
    ("sentence", "speaker"),
    [
        pytest.param(
            "The clinic shut two wards, figures from the Norvia Health Board show.",
            "Norvia Health Board",
            id="the organisation that publishes them",
        ),
        pytest.param(
            "The port office said it hired 12 men. Wages rose 4%, trade data show.",
            "port office",
            id="the organisation before",
        ),
    ],
)
def test_it_never_refers_to_figures(rows, sentence, speaker):
    assert rows(f"{sentence} It said 40 jobs had gone.")[-1].speaker == speaker


def test_the_organisation_refers_to_the_agent_of_the_sentence_before(rows):
    text = (
        "Ada Moor, a biologist at Brenno University, said the crane was rare. It was listed in 2021 by the World Crane "
        "Federation. The organisation said that 400 birds were left."
    )
    assert rows(text)[-1].speaker == "World Crane Federation"


def test_she_does_not_refer_to_a_group_of_people(rows):
    text = "Salma Lund, a nurse, said the ward was full. Six of them wrote that two beds were broken. She said it was unsafe."
    assert rows(text)[-1].speaker == "Salma Lund"


@each_row(
    ("source", "name"),
    [
        pytest.param("Minister for Foreign Affairs Ada Moor", "Ada Moor", id="an office and its holder"),
        pytest.param("Speaker of the House Rep. Ada Moor", "Ada Moor", id="an office in a chamber"),
        pytest.param("Director of Harbour Watch", "Director of Harbour Watch", id="an office alone"),
        pytest.param("a trawlerman, who gave his name only as Ivo,", "Ivo", id="a first name"),
        pytest.param(
            "a clerk who asked to be identified only by her first name, Ada",
            "Ada",
            id="identified by first name only",
        ),
        pytest.param("two deckhands present", "two deckhands present", id="those present"),
        pytest.param(
            "its lead author, soil ecologist Professor Ada Moor", "Ada Moor", id="a role and a title"
        ),
    ],
)
def test_the_name_of_an_office_holder_or_source_is_read(source, name):
    assert parse_mention(source).name == name


@each_row(
    ("source", "kind"),
    [
        pytest.param("Bank of Norvia figures", ClaimantKind.DOCUMENT, id="an organisation's papers"),
        pytest.param(
            "Department of Ports spokesman", ClaimantKind.ANONYMOUS, id="an organisation's spokesman"
        ),
        pytest.param("Bank of Norvia", ClaimantKind.ORGANISATION, id="the organisation"),
        pytest.param(
            "Moor Water", ClaimantKind.ORGANISATION, id="a word that only organisation names end in"
        ),
        pytest.param("Avon Airport", ClaimantKind.ORGANISATION, id="... an airport's"),
        pytest.param("Line Dahl", ClaimantKind.PERSON, id="... and one that they begin with"),
        pytest.param("Scotland Yard", ClaimantKind.ORGANISATION, id="a well-known organisation"),
        pytest.param("No 10", ClaimantKind.ORGANISATION, id="... by its number"),
        pytest.param("Kevin Court", ClaimantKind.PERSON, id="a surname that is a word for an organisation"),
        pytest.param("the PM", ClaimantKind.ANONYMOUS, id="an office in two capitals"),
        pytest.param("data compiled by Moorline", ClaimantKind.DOCUMENT, id="data of whoever compiled them"),
        pytest.param("a 2017 meta-analysis in the Gazette", ClaimantKind.DOCUMENT, id="a meta-analysis"),
        pytest.param("poll of Norvia voters", ClaimantKind.DOCUMENT, id="a paper about people"),
    ],
)
def test_an_organisations_papers_and_people_are_not_the_organisation(source, kind):
    assert parse_mention(source).kind is kind


@each_row(
    ("text", "speaker"),
    [
        pytest.param(
            'Elvira Quispe Rojas lost the vote. Later Quispe met her voters. "We were robbed," Quispe said.',
            "Elvira Quispe Rojas",
            id="the first of two surnames",
        ),
        pytest.param(
            "Morris J. Brook Jr. won the seat. A day later Brook said the tariff cost 40 jobs.",
            "Morris J. Brook Jr",
            id="a name with junior",
        ),
        pytest.param(
            'Tom Ashby said the toll was old. A docker, who gave his name only as Ivo, waited. "It cost me 40 crowns," he said.',
            "Ivo",
            id="somebody who gave only one name",
        ),
        pytest.param(
            "Minister for Ports Ada Moor opened the quay. A day later the minister said it cost 40 million.",
            "Ada Moor",
            id="the holder of an office",
        ),
        pytest.param(
            "Tom Ashby owns the club. Goalkeeper Ivo Lund learned of the sale on the radio, he told a podcast.",
            "Ivo Lund",
            id="somebody newly introduced",
        ),
        pytest.param(
            'The council met. "The silt moves," said its lead author, soil ecologist Professor Ada Moor.',
            "Ada Moor",
            id="a name after a longer role",
        ),
    ],
)
def test_a_short_mention_is_resolved_by_the_article(rows, text, speaker):
    assert rows(text)[-1].speaker == speaker


@each_row(
    ("text", "speaker"),
    [
        pytest.param(
            "DS Ada Moor, of Vale Police, said 40 phones were found.", "Ada Moor", id="initials of a rank"
        ),
        pytest.param("Mayor-elect Ada Moor said the toll had doubled.", "Ada Moor", id="a mayor-elect"),
        pytest.param("Cllr Ada Moor (Lab, Eastfield) said it cost 4m.", "Ada Moor", id="a party and a ward"),
        pytest.param("Fianna Fáil's Seán Ó Lund said it cost 4m.", "Seán Ó Lund", id="the party of a member"),
        pytest.param(
            "The Port Federation's Matt Lund said it cost 4m.",
            "Matt Lund",
            id="the organisation of an official",
        ),
        pytest.param(
            "Dockers, among them Tom Ashby of the union, said the pay had halved.",
            "Dockers",
            id="one of many",
        ),
        pytest.param(
            "A baker who gave her name as Ada said soldiers took 40 sacks.",
            "Ada",
            id="a name given in passing",
        ),
        pytest.param(
            "A clerk who had seen it said 40 pages were gone.", "clerk", id='"it" in a relative clause'
        ),
        pytest.param(
            'Lund, a 34-year-old welder from Vale, came at noon. "My boat sank," he said.',
            "Lund",
            id="a surname with its bearer's age and trade",
        ),
        pytest.param('Ashby\'s wife, Sue, scoffs: "It never rains here."', "Sue", id="a verb before a colon"),
        pytest.param(
            'It was, says the pilot Ada Moor, "a near miss".', "Ada Moor", id="in the middle of a clause"
        ),
        pytest.param(
            "Cllr Ada Moor opened the quay. Later the councillor said it cost 4 million.",
            "Ada Moor",
            id="a title spelled out",
        ),
        pytest.param(
            'Moor, who chairs the port, was calm. "It is one crack," she said.', "Moor", id="a description"
        ),
        pytest.param(
            "A diver, who gave only his first name, Ivo, said 40 ropes had gone.",
            "Ivo",
            id="only a first name",
        ),
        pytest.param("Senate Whip Ada Moor said it cost 4m.", "Ada Moor", id="an office of the Senate"),
        pytest.param("Inspector-General Ada Moor said it cost 4m.", "Ada Moor", id="a general of inspectors"),
        pytest.param("A day later the union said 40 men had left.", "union", id="a time interval"),
        pytest.param(
            "In Varna, the head of the port, General Ada Moor, said 40 men had left.",
            "Ada Moor",
            id="a place that is not a name",
        ),
        pytest.param(
            "Reacting, a fellow at the Moor Institute, Varna, Dr Ivo Lund, said 40 men had left.",
            "Ivo Lund",
            id="a place between a role and a name",
        ),
        pytest.param(
            '"It is one crack," the panel\'s chairperson for May, Ada Moor of Norvia, told reporters.',
            "Ada Moor",
            id="a name with a home",
        ),
    ],
)
def test_the_speaker_is_separated_from_the_words_around_the_name(rows, text, speaker):
    assert rows(text)[-1].speaker == speaker


def test_a_country_is_not_taken_for_a_new_speaker(rows):
    text = (
        "Tom Ashby runs the port. Norvia has paid late for years, he said. Its boats cross the Norvia Bight in a day. "
        "Norvia Bight is 40 km wide."
    )
    assert [row.speaker for row in rows(text)][1] == "Tom Ashby"
