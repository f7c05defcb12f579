"""How names in the capital labels of a transcript are spelt: as elsewhere in the article, otherwise in the usual way."""

from claimtrack.core.extract.speakers.speaker import Speaker
from claimtrack.core.extract.speakers.truecasing import truecase_name
from claimtrack.core.model import ClaimantKind
from tests.tables import each_row

# The name in a label, and how it is filed if it occurs nowhere else in the article.
NAMES = [
    ("CONOR DALY", "Conor Daly"),
    ("SIOBHAN MCDONNELL", "Siobhan McDonnell"),
    ("SIOBHAN McDONNELL", "Siobhan McDonnell"),
    ("PATRICK O'NEILL", "Patrick O'Neill"),
    ("JEAN-LUC D'ARCY", "Jean-Luc D'Arcy"),
    ("LAURA VON DER HEIDE", "Laura von der Heide"),
    ("HENRY FORD II", "Henry Ford II"),
    ("MARTIN LUTHER KING JR.", "Martin Luther King Jr."),
    ("J.B. PRITZKER", "J.B. Pritzker"),
    ("JD VANCE", "JD Vance"),
    ("ANDREW NG", "Andrew Ng"),
    ("ZOË ÜNAL", "Zoë Ünal"),
    ("FRY", "Fry"),
    # Not names.
    ("MODERATOR", "moderator"),
    ("UNIDENTIFIED MALE", "unidentified male"),
    ("BBC", "BBC"),
    ("SPEAKER_01", "SPEAKER_01"),
    # Not in capitals.
    ("bell hooks", "bell hooks"),
    ("Ada MOOR", "Ada MOOR"),
]


@each_row(("label", "filed"), NAMES)
def test_a_name_in_capitals_is_filed_in_normal_case(label, filed):
    assert truecase_name(Speaker(label, ClaimantKind.PERSON), f"{label}: Rents fell.") == filed


def test_an_organisation_in_capitals_keeps_its_spelling():
    assert truecase_name(Speaker("ABC NEWS", ClaimantKind.ORGANISATION), "") == "ABC NEWS"


@each_row(
    ("label", "text", "filed"),
    [
        ("FIONA MACDONALD", "Fiona MacDonald spoke first.", "Fiona MacDonald"),
        ("ROBERT DE NIRO", "The actor Robert De Niro came.", "Robert De Niro"),
        ("DALY", "Mr Daly was late. DALY: No.", "Daly"),
        ("DALY", "Dalymount Park is old.", "Daly"),
        ("MARK HILL", "He left a mark hill by hill.", "Mark Hill"),
    ],
)
def test_the_articles_own_spelling_takes_precedence(label, text, filed):
    assert truecase_name(Speaker(label, ClaimantKind.PERSON), f"{label}: Rents fell.\n\n{text}") == filed


def test_a_transcript_names_speakers_in_normal_case_and_keeps_the_labels(rows):
    text = "The committee met.\n\nCONOR DALY: Rents fell by 5 per cent.\n\nMODERATOR: Why?\n\nDALY: We built 400 homes."
    found = rows(text)
    assert [(row.speaker, row.speaker_as_written) for row in found if row.kind == "direct"] == [
        ("Conor Daly", "CONOR DALY"),
        ("Conor Daly", "DALY"),
    ]


@each_row(
    ("label", "filed"),
    [
        ("WOMAN IN THE AUDIENCE", "woman in the audience"),
        ("MAN FROM THE FLOOR", "man from the floor"),
        ("ADA FROM", "Ada From"),
    ],
)
def test_somebody_without_a_name_is_filed_by_where_they_are(rows, label, filed):
    text = (
        f"ADA MOOR: Rents fell by 5 percent.\n\n{label}: Buses cost 4 euros.\n\nADA MOOR: We built 400 homes."
    )
    assert {row.speaker for row in rows(text) if "Buses" in row.text} == {filed}


@each_row(
    ("names", "label", "filed", "flags"),
    [
        (("Dana", "Marcus"), "MS WHITLOW", "Dana Whitlow", ()),
        (("Dana", "Marcus"), "MR. WHITLOW", "Marcus Whitlow", ()),
        (("Marcus", "Dana"), "MR WHITLOW", "Marcus Whitlow", ()),
        (("Mary", "John"), "Mr. WHITLOW", "John Whitlow", ()),
        (("Mary", "John"), "WHITLOW", "Mary Whitlow", ("unsure_speaker",)),
        (("Marcus", "John"), "MR WHITLOW", "Marcus Whitlow", ("unsure_speaker",)),
    ],
)
def test_a_title_in_a_label_tells_who_of_one_surname_speaks(rows, names, label, filed, flags):
    first, other = names
    text = (
        f"LENA HARCOURT: With us are {other} Whitlow of the Harbour Party and {first} Whitlow of the Greens.\n\n"
        f"{first.upper()} WHITLOW: We built 400 homes.\n\n{other.upper()} WHITLOW: Rents fell by 5 percent.\n\n"
        f"LENA HARCOURT: And the buses?\n\n{label}: Buses cost 4 euros."
    )
    assert {(row.speaker, row.flags) for row in rows(text) if "Buses" in row.text} == {(filed, flags)}


@each_row(
    ("labels", "filed"),
    [
        (("MR. PEREZ", "MS. PEREZ", "MR. PEREZ"), ("Mr. Perez", "Ms. Perez", "Mr. Perez")),
        (("Mr Perez", "Ms Perez", "Mr Perez"), ("Mr Perez", "Ms Perez", "Mr Perez")),
        (("MR PEREZ", "MS PEREZ", "PEREZ"), ("Mr Perez", "Ms Perez", "Perez")),  # either of them
        (("TOM PEREZ", "MS. PEREZ", "MR. PEREZ"), ("Tom Perez", "Ms. Perez", "Tom Perez")),
        (("KIM PEREZ", "MS. PEREZ", "MR. PEREZ"), ("Kim Perez", "Ms. Perez", "Mr. Perez")),  # Kim is either
        (("TOM PEREZ", "ANN PEREZ", "MS. PEREZ"), ("Tom Perez", "Ann Perez", "Ann Perez")),
        (("MR. PEREZ", "MR. PEREZ", "PEREZ"), ("Perez", "Perez", "Perez")),  # one man
    ],
)
def test_who_is_only_named_with_a_title_is_not_the_other_of_that_surname(rows, labels, filed):
    """The words of one candidate were filed as the other's, without a flag."""
    one, other, third = labels
    text = (
        f"MODERATOR: Good evening.\n\n{one}: We built 400 homes.\n\n{other}: Rents fell by 5 percent.\n\n"
        f"{third}: Buses cost 4 euros.\n\nMODERATOR: Good night."
    )
    assert tuple(row.speaker for row in rows(text)) == filed
