"""An appearance points at its words: code point for code point, or it does not go in."""

import pytest

from claimtrack.core.errors import InvalidSpan, InvalidValue
from claimtrack.core.model import Article, ExtractedClaim, Kind
from claimtrack.store import appearances, articles, claimants, claims

# Each says "fell" after what counts otherwise in bytes, in UTF-16 or in graphemes.
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


def found(text, start, end, words=None):
    return ExtractedClaim(
        text=text[start:end] if words is None else words, start=start, end=end, speaker="outlet",
        speaker_as_written=None, kind=Kind.OUTLET, score=0.5, checkworthy=True,
    )  # fmt: skip


@pytest.fixture
def file(desk):
    claims.add(desk, "Prices fell.")

    def file(text, one):
        article_id = articles.get_or_add(desk, Article(text))
        return appearances.add_extracted(
            desk, one, claim_id=1, article_id=article_id, claimant_id=None, extractor="test-1"
        )

    return file


@pytest.mark.parametrize("text", TEXTS)
def test_a_span_counts_code_points(desk, file, text):
    start = text.rindex("fell")
    file(text, found(text, start, start + 4))
    [row] = appearances.of_claim(desk, 1)
    assert text[row["span_start"] : row["span_end"]] == row["quote"] == "fell"


TEXT = "🙂 Prices fell."
BESIDE = [
    # One to the left, one too long, past the end, backwards, empty, other words.
    (found(TEXT, 1, 14, TEXT[2:14]), InvalidSpan),
    (found(TEXT, 2, 15, TEXT[2:14]), InvalidSpan),
    (found(TEXT, 2, 99, TEXT[2:]), InvalidSpan),
    (found(TEXT, 14, 2, "x"), InvalidSpan),
    (found(TEXT, 2, 2, ""), InvalidValue),
    (found(TEXT, -3, 4, "x"), InvalidSpan),
    (found(TEXT, 2, 14, "prices fell"), InvalidSpan),
]


@pytest.mark.parametrize(("one", "error"), BESIDE)
def test_a_span_beside_its_words_does_not_go_in(desk, file, one, error):
    with pytest.raises(error):
        file(TEXT, one)
    assert appearances.of_claim(desk, 1) == []


def test_one_place_is_one_appearance(file):
    file(TEXT, found(TEXT, 2, 14))
    with pytest.raises(InvalidValue):
        file(TEXT, found(TEXT, 2, 14))


def test_hearing_it_twice_in_one_place_is_once(desk, file):
    article_id = articles.add(desk, Article(None, url="https://a.example"))
    given = {"claim_id": 1, "article_id": article_id, "claimant_id": None, "said_on": "2024-04-22"}
    assert appearances.add_unquoted(desk, **given) == 1
    assert appearances.add_unquoted(desk, **given) is None
    assert [row["seen_on"] for row in appearances.of_claim(desk, 1)] == ["2024-04-22"]


@pytest.mark.parametrize(
    ("claimant", "said_on", "occasions"),
    [
        ("Ada Miller", "2024-04-22", 1),  # the same again
        ("Ada Miller", "2024-05-22", 2),  # on another day
        ("Bob Other", "2024-04-22", 2),  # by another speaker
        ("Ada Miller", None, 1),  # nothing says that it was another day
        (None, None, 1),  # nothing but the place
    ],
)
def test_another_speaker_or_day_at_one_place_is_another_occasion(desk, file, claimant, said_on, occasions):
    place = articles.add(desk, Article(None), source="Radio 4")
    for name, day in [("Ada Miller", "2024-04-22"), (claimant, said_on)]:
        speaker = claimants.get_or_add(desk, name) if name else None
        appearances.add_unquoted(desk, claim_id=1, article_id=place, claimant_id=speaker, said_on=day)
    assert len(appearances.of_claim(desk, 1)) == occasions


def test_the_appearances_of_an_article_stand_in_the_order_of_its_text(desk, file):
    for start, end in ((9, 13), (2, 8)):
        file(TEXT, found(TEXT, start, end))
    assert [row["quote"] for row in appearances.of_article(desk, 1)] == ["Prices", "fell"]
