from claimtrack.core.extract.page.boilerplate.credits import may_hold_note, withdraws
from tests.tables import each_row


@each_row(
    ("sentence", "before"),
    [
        ("Correction, June 4: we said that the quay was in Orava.", ""),
        ("Editor's note: this article misspelt Tova Lind.", ""),
        ("This story was amended on 5 June.", ""),
        ("An earlier version of this report named the wrong quay.", ""),
        ("An article on Monday misidentified the harbour master.", ""),
        ("The previous version gave another sum.", "This article was updated on 5 June."),
        ("It previously gave another sum.", "This article was updated on 5 June."),
        ("It had named the wrong quay.", "Bo Ray contributed to this report."),
    ],
)
def test_a_paragraph_with_a_note_on_an_error_is_looked_at(sentence, before):
    assert withdraws(sentence, before)
    assert may_hold_note(f"{before} {sentence}")


def test_most_paragraphs_are_not_looked_at():
    assert not may_hold_note("The quay was sold in May, and the harbour master left.")
