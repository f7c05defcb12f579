"""Which sentences are correction notes, and which are notices of the page."""

from claimtrack.core.extract.page.boilerplate.credits import (
    find_correction_hints,
    is_correction_note,
    is_credit,
    may_hold_note,
)
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
def test_a_correction_note_and_its_paragraph_are_recognised(sentence, before):
    assert is_correction_note(sentence, before)
    paragraph = f"{before} {sentence}"
    assert may_hold_note(paragraph, find_correction_hints(f"{paragraph} It was updated."))


def test_paragraphs_without_a_hint_of_a_correction_are_skipped():
    hints = find_correction_hints(
        "This article was updated. The quay was sold in May, and the harbour master left."
    )
    assert not may_hold_note("The quay was sold in May, and the harbour master left.", hints)
    assert not find_correction_hints("It had been sold in May.")


@each_row(
    "notice",
    [
        "Subscribe today and save 40% on your first year.",
        "Sign up to get the 8am briefing.",
        "Support independent journalism from just £3 a month.",
        "Opinions expressed are those of the authors and not of the Gazette.",
        "The views expressed in this column are her own.",
        "If you have been affected by anything in this report, call 0800 111 222.",
        "This story first appeared in the Orava Gazette on 4 June 2025.",
        "This interview has been translated from Norvian.",
        "View 12 comments",
        "If you see a claim that you would like us to check, write to us.",
        "LIMA.",
        "The post Bus fares up appeared first on Orava Gazette.",
        "Last updated at 14:05 on 3 May 2024.",
        "Updated 2 hrs ago",
        "The Associated Press receives financial support from several foundations.",
        "This material may not be published, broadcast, rewritten or redistributed without permission.",
        "(Updates with the minister's response in third paragraph.)",
        "(Adds share price)",
    ],
)
def test_a_notice_of_the_page_is_recognised(notice):
    assert is_credit(notice)


@each_row(
    "sentence",
    [
        "The views expressed by voters in Orava differ from those of 40 MPs.",
        "The story first appeared in the Orava Gazette, and it cost 40 men their jobs.",
        "Support for the port fell by 12 percent.",
        "The report was first published by the council in May.",
        "If you see a fire, tell us where it is and 40 people will come.",
        "If you are affected by the tax, you lose 40 a week.",
        "Only 40 comments were read.",
        "The post office in Orava appeared first on a list of 40.",
        "The post first appeared on Facebook in 2019 and was shared 40,000 times.",
        "The post claiming the bridge fell first appeared on Reddit on Monday.",
        "Already a member of the EU, Croatia joined the euro in 2023.",
        "Posted 3 days ago, the clip was seen 40,000 times.",
        "The AP receives 40 calls a day.",
        "Updates in May cost 40 million.",
        "Adds up to 40 million (in 2019) for each mill.",
    ],
)
def test_a_sentence_about_views_stories_or_support_is_not_a_notice(sentence):
    assert not is_credit(sentence)
