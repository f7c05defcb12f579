"""Which verdicts a page leads to."""

from claimtrack.export.other_verdicts import OtherVerdicts
from tests.tables import each_row


def row(number, language=None, *, claim=None, claimant="Ada Miller", kind="unknown"):
    return {
        "id": number,
        "claim_id": claim or number,
        "claimant": claimant,
        "claimant_kind": kind,
        "language": language,
    }


def ids(rows):
    return [one["id"] for one in rows]


@each_row(
    ("claimant", "kind", "is_one"),
    [
        ("Ada Miller", "unknown", True),
        ("ADA MILLER", "person", True),
        ("Elland Tramways", "organisation", True),
        ("وزارة الصحة", "unknown", True),  # it has no capitals by which to tell a name
        ("a spokesman", "unknown", False),
        ("A SPOKESMAN", "unknown", False),
        ("the company", "organisation", False),
        ("Social media users", "unknown", False),
        ("Anonymous", "unknown", False),
        ("Deep Throat", "anonymous", False),
        (None, "unknown", False),
    ],
)
def test_only_verdicts_on_one_speaker_are_listed_together(claimant, kind, is_one):
    """A page about "a spokesman" listed what spokesmen of others had said as his other claims."""
    rows = [row(2, claimant=claimant, kind=kind), row(1, claimant=claimant, kind=kind)]
    assert ids(OtherVerdicts(rows, "en").of_speaker(rows[0])) == ([1] if is_one else [])


def test_an_anonymous_speaker_is_not_taken_for_somebody_who_has_the_name():
    """Kinds are as they were signed, so one name may have two."""
    rows = [row(2), row(1, kind="anonymous")]
    others = OtherVerdicts(rows, "en")
    assert [others.of_speaker(one) for one in rows] == [[], []]


def test_of_each_other_claim_the_verdict_in_the_language_of_the_page_is_listed_newest_first():
    rows = [row(9, "de", claim=2), row(8, "es", claim=3), row(7, "de", claim=3)]
    rows += [row(6), row(5, "en", claim=2), row(4, "en", claim=1)]
    others = OtherVerdicts(rows, "en")
    assert ids(others.of_speaker(rows[5])) == [8, 6, 5]
    assert ids(others.of_speaker(rows[3])) == [8, 5, 4]  # it has no language: that of the site counts
    assert ids(others.of_speaker(row(3, "de", claim=99))) == [9, 7, 6, 4]


def test_of_many_other_claims_the_newest_five_are_listed():
    rows = [row(number) for number in range(9, 0, -1)]
    others = OtherVerdicts(rows, "en")
    assert ids(others.of_speaker(rows[0])) == [8, 7, 6, 5, 4]
    assert ids(others.of_speaker(rows[8])) == [9, 8, 7, 6, 5]


def test_speakers_with_verdicts_on_two_claims_have_a_list():
    rows = [row(6), row(5, claimant="Ben Moor"), row(4, "de", claim=5, claimant="Ben Moor")]
    rows += [row(3, claimant="a spokesman"), row(2, claimant="a spokesman"), row(1, claimant="ADA MILLER")]
    assert [ids(one) for one in OtherVerdicts(rows, "en").of_speakers()] == [[6, 1]]


def test_a_verdict_in_the_same_language_is_no_translation():
    """Desks from before one verdict per language have two."""
    rows = [row(4, "en", claim=1), row(3, "de", claim=1), row(2, "en", claim=1), row(1, claim=1)]
    assert ids(OtherVerdicts(rows, "en").in_other_languages(rows[0])) == [3]
