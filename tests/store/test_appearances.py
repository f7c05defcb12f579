"""An appearance's span must contain exactly its quote, counted in code points."""

import pytest

from claimtrack.core.errors import InvalidSpan, InvalidValue
from claimtrack.core.model import Article, ExtractedClaim, Kind
from claimtrack.store import appearances, articles, claimants, claims

# Each has "fell" after something of another length in bytes, UTF-16 units or graphemes.
TEXTS = [
    "fell",
    "é fell",
    "🙂 fell",
    "👨‍👩‍👧 fell",
    "e\u0301 fell",
    "\r\n\r\nfell\r\n",
    "אבג fell",
    "\u202efell",
    "fell" * 3,
]


def extracted(text, start, end, quote=None):
    return ExtractedClaim(
        text=text[start:end] if quote is None else quote, start=start, end=end, speaker="outlet",
        speaker_as_written=None, kind=Kind.OUTLET, score=0.5, checkworthy=True,
    )  # fmt: skip


@pytest.fixture
def file_appearance(desk):
    claims.add(desk, "Prices fell.")

    def file_appearance(text, extracted_claim):
        article_id = articles.get_or_add(desk, Article(text))
        return appearances.add_extracted(
            desk, extracted_claim, claim_id=1, article_id=article_id, claimant_id=None, extractor="test-1"
        )

    return file_appearance


@pytest.mark.parametrize("text", TEXTS)
def test_spans_count_code_points(desk, file_appearance, text):
    start = text.rindex("fell")
    file_appearance(text, extracted(text, start, start + 4))
    [row] = appearances.of_claim(desk, 1)
    assert text[row["span_start"] : row["span_end"]] == row["quote"] == "fell"


TEXT = "🙂 Prices fell."
BAD_SPANS = [
    # One character to the left, one too long, past the end, backwards, empty, negative, other words.
    (extracted(TEXT, 1, 14, TEXT[2:14]), InvalidSpan),
    (extracted(TEXT, 2, 15, TEXT[2:14]), InvalidSpan),
    (extracted(TEXT, 2, 99, TEXT[2:]), InvalidSpan),
    (extracted(TEXT, 14, 2, "x"), InvalidSpan),
    (extracted(TEXT, 2, 2, ""), InvalidValue),
    (extracted(TEXT, -3, 4, "x"), InvalidSpan),
    (extracted(TEXT, 2, 14, "prices fell"), InvalidSpan),
]


@pytest.mark.parametrize(("extracted_claim", "error"), BAD_SPANS)
def test_a_span_that_does_not_match_its_quote_is_refused(desk, file_appearance, extracted_claim, error):
    with pytest.raises(error):
        file_appearance(TEXT, extracted_claim)
    assert appearances.of_claim(desk, 1) == []


def test_the_same_span_cannot_be_filed_twice(file_appearance):
    file_appearance(TEXT, extracted(TEXT, 2, 14))
    with pytest.raises(InvalidValue):
        file_appearance(TEXT, extracted(TEXT, 2, 14))


def test_an_unquoted_appearance_is_filed_once_per_place_speaker_and_day(desk, file_appearance):
    article_id = articles.add(desk, Article(None, url="https://a.example"))
    appearance = {"claim_id": 1, "article_id": article_id, "claimant_id": None, "said_on": "2024-04-22"}
    assert appearances.add_unquoted(desk, **appearance) == 1
    assert appearances.add_unquoted(desk, **appearance) is None
    assert [row["seen_on"] for row in appearances.of_claim(desk, 1)] == ["2024-04-22"]


@pytest.mark.parametrize(
    ("claimant", "said_on", "count"),
    [
        ("Ada Miller", "2024-04-22", 1),  # the same
        ("Ada Miller", "2024-05-22", 2),  # another day
        ("Bob Other", "2024-04-22", 2),  # another speaker
        ("Ada Miller", None, 1),  # an unknown day may be the same day
        (None, None, 1),  # unknown speaker and day may be the same ones
    ],
)
def test_another_speaker_or_day_at_one_place_is_another_appearance(
    desk, file_appearance, claimant, said_on, count
):
    place = articles.add(desk, Article(None), source="Radio 4")
    for name, day in [("Ada Miller", "2024-04-22"), (claimant, said_on)]:
        speaker = claimants.get_or_add(desk, name) if name else None
        appearances.add_unquoted(desk, claim_id=1, article_id=place, claimant_id=speaker, said_on=day)
    assert len(appearances.of_claim(desk, 1)) == count


def test_appearances_of_an_article_are_in_text_order(desk, file_appearance):
    for start, end in ((9, 13), (2, 8)):
        file_appearance(TEXT, extracted(TEXT, start, end))
    assert [row["quote"] for row in appearances.of_article(desk, 1)] == ["Prices", "fell"]
