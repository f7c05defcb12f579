import pytest

DEBATE = """Two candidates met on Thursday.

MODERATOR: Welcome. What about buses?

OKAFOR: We doubled the number of night buses. I am proud of that.

LINDQVIST: Complaints rose by 38 percent.

OKAFOR: That is not true.
"""


def test_the_name_before_the_colon_speaks_for_the_whole_line(rows):
    spoken = [(row.speaker, row.text) for row in rows(DEBATE) if row.kind == "direct"]
    assert spoken == [
        ("OKAFOR", "We doubled the number of night buses."),
        ("OKAFOR", "I am proud of that."),
        ("LINDQVIST", "Complaints rose by 38 percent."),
        ("OKAFOR", "That is not true."),
    ]


def test_whoever_asks_makes_no_rows(rows):
    assert "MODERATOR" not in {row.speaker for row in rows(DEBATE)}


def test_one_note_makes_no_speaker(row):
    assert row("Note: The council meets every Monday in the town hall.").speaker == "outlet"


def test_the_answers_of_an_interview_are_those_of_the_person_interviewed(rows):
    text = "Noor Rahimi spoke to us in May.\n\nQ: How many?\n\nA: About 90 lakes are at risk.\n\nQ: Why?\n\nA: It is warmer."
    assert {row.speaker for row in rows(text) if row.kind == "direct"} == {"Noor Rahimi"}


def test_the_paper_that_asks_makes_no_rows_whatever_its_name(rows):
    text = (
        "The mayor spoke to us.\n\nCOURIER: Where are the trams?\n\nEKE: They run since May.\n\n"
        "COURIER: They cost twice what you said.\n\nEKE: They cost 4 million.\n\nCOURIER: Will you stand?\n\nEKE: Yes."
    )
    assert {row.speaker for row in rows(text) if row.kind == "direct"} == {"EKE"}


@pytest.mark.parametrize("label", ["RESOLVED", "WHEREAS", "CLAIM", "THE FACTS", "Monday"])
def test_a_heading_that_repeats_is_no_speaker(rows, label):
    text = f"{label}: The bridge is to be closed.\n\n{label}: The toll is to go up in May."
    assert {row.speaker for row in rows(text)} == {"outlet"}


def test_who_asks_in_half_of_the_turns_is_a_speaker_whose_claims_are_kept(rows):
    found = rows(
        "CARTER: Crime rose by 40 percent.\n\nHARLAN: Unemployment is 3.4 percent.\n\n"
        "CARTER: Eight million people crossed the border.\n\nHARLAN: Who cut taxes for 50 million families?"
    )
    assert "Unemployment is 3.4 percent." in [row.text for row in found]


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        pytest.param(
            "Speaker 1:", "Speaker 2:", {"Speaker 1", "Speaker 2"}, id="voices that a machine numbered"
        ),
        pytest.param(
            "SPEAKER_01:", "SPEAKER_02:", {"SPEAKER_01", "SPEAKER_02"}, id="... in its own spelling"
        ),
        pytest.param(
            "[00:00:01] Ada Moor:", "[00:00:09] Tom Ryle:", {"Ada Moor", "Tom Ryle"}, id="with the time"
        ),
        pytest.param(
            "Ada Moor (Labour):", "Tom Ryle (Green):", {"Ada Moor", "Tom Ryle"}, id="with the party"
        ),
        pytest.param("**MOOR:**", "**RYLE**:", {"MOOR", "RYLE"}, id="in bold letters"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_labels_of_any_shape_name_who_speaks(rows, first, second, names, between):
    turns = [f"{first} We built 40 bridges.", f"{second} It was 12.", f"{first} It was 40."]
    found = rows(between.join(turns))
    assert {row.speaker for row in found} == names
    assert [row.text for row in found] == ["We built 40 bridges.", "It was 12.", "It was 40."]


@pytest.mark.parametrize(
    "labels",
    [("Step 1:", "Step 2:"), ("10:15 Norbridge:", "10:40 Eastport:"), ("Roads (new):", "Schools (old):")],
)
def test_numbered_headings_and_entries_of_a_live_page_are_no_speakers(rows, labels):
    text = "\n\n".join(f"{label} The bridge was closed in May." for label in labels)
    assert {row.speaker for row in rows(text)} == {"outlet"}
