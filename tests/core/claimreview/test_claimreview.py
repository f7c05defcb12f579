"""How a ClaimReview is written and validated, and how the reviews of others are read."""

import copy
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack.core.claimreview.claimreview import ClaimReview, Profile, html_script, to_jsonld
from claimtrack.core.claimreview.duke_csv import COLUMNS, from_columns, to_columns
from claimtrack.core.claimreview.reading import is_claim_review, parse_date, read
from claimtrack.core.claimreview.validation import validate
from claimtrack.core.errors import InvalidClaimReview
from claimtrack.core.model import ClaimantKind
from claimtrack.core.sheets.days import DayOrder
from tests.tables import each_row

REVIEW = ClaimReview(
    claim="Rent doubled in ten years",
    url="https://desk.example/rent",
    rating="Mostly false",
    publisher="The Fact Desk",
    value=3.0,
    worst=1.0,
    best=6.0,
    reviewed_on="2024-05-03",
    claimant="Ada Miller",
    claimant_kind=ClaimantKind.PERSON,
    claimant_role="Minister",
    claimant_url="https://ada.example/",
    claimed_on="2024-04-22",
    appearances=("https://news.example/1", "https://news.example/2"),
    headline="No, rent did not double",
    summary="It rose by 60 percent.",
    language="en",
)


def review_with(path, value):
    """The valid document with one field changed, or removed if the value is None."""
    document = copy.deepcopy(to_jsonld(REVIEW))
    *way, last = path.split(".")
    place = document
    for step in way:
        place = place[step]
    if value is None:
        place.pop(last)
    else:
        place[last] = value
    return document


def test_a_complete_review_has_no_findings():
    assert validate(to_jsonld(REVIEW)) == []
    assert validate(to_jsonld(REVIEW, Profile.DUKE)) == []


ERRORS = [
    # The three fields that Google requires.
    ("claimReviewed", None, "claimReviewed"),
    ("claimReviewed", "  ", "claimReviewed"),
    ("url", None, "url"),
    ("url", "desk.example/rent", "url"),
    ("url", "http://localhost:3000/rent", "url"),
    ("reviewRating", None, "reviewRating"),
    ("reviewRating.alternateName", None, "reviewRating.alternateName"),
    # A scale runs from 1 up to the truest rating, and the value lies on it.
    ("reviewRating.worstRating", 0, "reviewRating.worstRating"),
    ("reviewRating.bestRating", 1, "reviewRating.bestRating"),
    ("reviewRating.ratingValue", 7, "reviewRating.ratingValue"),
    ("reviewRating.ratingValue", 0.5, "reviewRating.ratingValue"),
    # All three numbers or none.
    ("reviewRating.bestRating", None, "reviewRating.bestRating"),
    ("reviewRating.ratingValue", "three", "reviewRating.ratingValue"),
    # An author without a name is worse than none.
    ("itemReviewed.author", {"@type": "Person"}, "itemReviewed.author.name"),
    ("author", {"@type": "Organization"}, "author.name"),
    ("author", "The Fact Desk", "author.name"),
    ("author.url", "desk.example", "author.url"),
    # A claim is made before it is checked: a later day is usually the day of the check.
    ("itemReviewed.datePublished", "2024-05-04", "itemReviewed.datePublished"),
    ("itemReviewed.datePublished", "April", "itemReviewed.datePublished"),
    ("datePublished", "03/05/2024", "datePublished"),
]


@each_row(("path", "value", "place"), ERRORS)
def test_an_error_names_its_field_and_the_remedy(path, value, place):
    [finding] = validate(review_with(path, value))
    assert (finding.path, finding.is_error) == (place, True)
    assert ": " in finding.message or ", " in finding.message


WARNINGS = [
    ("claimReviewed", "x" * 76, "claimReviewed"),
    ("datePublished", None, "datePublished"),
    ("itemReviewed", None, "itemReviewed"),
    ("itemReviewed.author", None, "itemReviewed.author"),
    ("itemReviewed.datePublished", None, "itemReviewed.datePublished"),
]


@each_row(("path", "value", "place"), WARNINGS)
def test_a_breach_of_a_recommendation_is_only_a_warning(path, value, place):
    assert [(finding.path, finding.is_error) for finding in validate(review_with(path, value))] == [
        (place, False)
    ]


def test_the_home_page_of_the_publisher_may_be_missing():
    assert validate(review_with("author.url", None)) == []


def test_a_claim_of_seventy_five_characters_is_not_too_long():
    assert validate(review_with("claimReviewed", "x" * 75)) == []


def test_a_review_needs_only_one_appearance():
    assert validate(to_jsonld(replace(REVIEW, appearances=REVIEW.appearances[:1]))) == []
    assert [finding.path for finding in validate(to_jsonld(replace(REVIEW, appearances=())))] == [
        "itemReviewed.firstAppearance"
    ]


def test_no_page_is_the_first_appearance_of_a_claim_seen_earlier():
    pages = [{"@type": "CreativeWork", "url": url} for url in REVIEW.appearances]
    for first_seen, first_page_on, is_first in [
        ("2024-04-01", "2024-04-02", False),
        ("2024-04-02", "2024-04-02", True),
        ("2024-04-02", None, True),
        (None, "2024-04-02", True),
    ]:
        item = to_jsonld(replace(REVIEW, first_seen=first_seen, first_page_on=first_page_on))["itemReviewed"]
        written = (item.get("firstAppearance"), item["appearance"])
        assert written == ((pages[0], pages[1:]) if is_first else (None, pages))


def test_a_page_that_its_outlet_withdrew_is_said_to_be_withdrawn_or_left_out():
    """Duke's form has no field for it."""
    gone, there = REVIEW.appearances
    review = replace(REVIEW, withdrawn_appearances={gone: "2024-05-10"})
    item = to_jsonld(review)["itemReviewed"]
    told = {"creativeWorkStatus": "Withdrawn", "expires": "2024-05-10"}
    assert item["firstAppearance"] == {"@type": "CreativeWork", "url": gone} | told
    assert item["appearance"] == [{"@type": "CreativeWork", "url": there}]
    item = to_jsonld(review, Profile.DUKE)["itemReviewed"]
    assert ("firstAppearance" in item, item["appearance"]) == (
        False,
        [{"@type": "CreativeWork", "url": there}],
    )


def test_a_page_on_the_desks_own_network_is_not_an_appearance():
    inside, outside = "http://wiki.local/1", REVIEW.appearances[0]
    item = to_jsonld(replace(REVIEW, appearances=(outside, inside)))["itemReviewed"]
    assert (item["firstAppearance"]["url"], "appearance" in item) == (outside, False)
    item = to_jsonld(replace(REVIEW, appearances=(inside, outside)))["itemReviewed"]
    assert ("firstAppearance" in item, [page["url"] for page in item["appearance"]]) == (False, [outside])


def test_readers_are_not_told_which_account_shared_the_page_of_an_appearance():
    pages = ("https://news.example/1?fbclid=IwAR0", "https://news.example/2?id=5&igsh=bW9v")
    item = to_jsonld(replace(REVIEW, appearances=pages))["itemReviewed"]
    assert [one["url"] for one in (item["firstAppearance"], *item["appearance"])] == [
        "https://news.example/1",
        "https://news.example/2?id=5",
    ]


def test_readers_are_not_told_which_account_shared_the_page_of_the_claimant():
    item = to_jsonld(replace(REVIEW, claimant_url="https://x.com/adamoor?s=21&t=q7"))["itemReviewed"]
    assert item["author"]["sameAs"] == ["https://x.com/adamoor"]


def test_a_claimants_page_on_the_desks_own_network_is_left_out():
    item = to_jsonld(replace(REVIEW, claimant_url="http://wiki.local/ada"))["itemReviewed"]
    assert "sameAs" not in item["author"]


def test_an_unproven_verdict_has_a_label_but_no_numbers():
    document = to_jsonld(replace(REVIEW, rating="Unproven", value=None))
    assert document["reviewRating"] == {"@type": "Rating", "alternateName": "Unproven"}
    assert validate(document) == []


def test_numbers_of_a_rating_keep_their_decimals_and_get_none():
    rating = to_jsonld(replace(REVIEW, value=2.5), Profile.DUKE)["reviewRating"]
    assert [rating[f"{name}Rating"] for name in ("worst", "best")] == ["1", "6"]
    assert rating["ratingValue"] == "2.5"


def test_unknown_fields_are_left_out():
    bare = to_jsonld(ClaimReview("A claim", "https://desk.example/1", "False", "The Fact Desk"))
    assert "null" not in json.dumps(bare)
    assert bare["itemReviewed"] == {"@type": "Claim"}


def test_claim_without_a_day_gets_the_day_it_was_seen_even_if_the_verdict_has_none():
    item = to_jsonld(replace(REVIEW, claimed_on=None, reviewed_on=None, first_seen="2024-04-01"))[
        "itemReviewed"
    ]
    assert item["datePublished"] == "2024-04-01"


CORRECTED = replace(
    REVIEW, correction_note="It was 12.", first_reviewed_on="2024-05-03", reviewed_on="2024-06-01"
)


@each_row(
    ("changed", "published", "modified"),
    [
        ({}, "2024-05-03", "2024-06-01"),
        ({"is_update": 1}, "2024-05-03", "2024-06-01"),
        ({"first_reviewed_on": None}, "2024-06-01", "2024-06-01"),  # unknown, as of a file that was read
        ({"correction_note": None}, "2024-06-01", None),  # a verdict that was not changed
        # The correction moved the claim to a later day: no check can be older than its claim.
        ({"claimed_on": "2024-05-20"}, "2024-06-01", "2024-06-01"),
    ],
)
def test_a_corrected_review_has_the_day_of_the_first_verdict_and_that_of_the_correction(
    changed, published, modified
):
    document = to_jsonld(replace(CORRECTED, **changed))
    assert (document["datePublished"], document.get("dateModified")) == (published, modified)
    assert [finding for finding in validate(document) if finding.is_error] == []
    assert to_jsonld(replace(CORRECTED, **changed), Profile.DUKE)["datePublished"] == published


@each_row("changed", [{}, {"is_update": 1}])
def test_a_corrected_review_reads_back_with_the_day_of_the_correction(changed):
    assert read(to_jsonld(replace(CORRECTED, **changed))).reviewed_on == "2024-06-01"


def test_a_claim_first_seen_after_the_first_verdict_says_nothing_about_the_day_it_was_made():
    document = to_jsonld(replace(CORRECTED, claimed_on=None, first_seen="2024-05-20"))
    assert "datePublished" not in document["itemReviewed"]


@each_row("profile", list(Profile))
def test_a_written_review_reads_back_unchanged(profile):
    back = read(to_jsonld(REVIEW, profile))
    if profile is Profile.DUKE:  # does not hold these
        back = replace(back, headline=REVIEW.headline, summary=REVIEW.summary, language=REVIEW.language)
    expected = replace(REVIEW, publisher_url="https://desk.example/", first_page_on=REVIEW.claimed_on)
    assert back == expected  # the claim was made on the first page, so that page is of the same day


def test_the_duke_profile_follows_dukes_narrower_schema():
    document = to_jsonld(REVIEW, Profile.DUKE)
    assert set(document) == {
        "@context", "@type", "datePublished", "url", "author", "claimReviewed", "reviewRating", "itemReviewed",
    }  # fmt: skip
    assert all(isinstance(value, str) for value in document["reviewRating"].values())
    assert document["author"]["url"] == "https://desk.example/"
    assert isinstance(document["itemReviewed"]["author"]["sameAs"], list)
    assert "url" not in document["itemReviewed"]["author"]


@pytest.mark.skipif("DUKE_SCHEMA" not in os.environ, reason="DUKE_SCHEMA names no copy of Duke's schema")
@pytest.mark.parametrize("review", [REVIEW, replace(REVIEW, value=None, claimant=None, appearances=())])
def test_a_review_in_the_duke_profile_is_valid_by_dukes_own_schema(review):
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(Path(os.environ["DUKE_SCHEMA"]).read_text(encoding="utf-8"))
    schema["definitions"]["claimReview"].pop("$id")  # with it, the schema's own references do not resolve
    jsonschema.validate(to_jsonld(review, Profile.DUKE), schema)


def test_duke_columns_hold_the_whole_review():
    pages = tuple(f"https://news.example/{number}" for number in range(1, 4))
    document = to_jsonld(replace(REVIEW, appearances=pages), Profile.DUKE)
    cells = to_columns(document, "1")
    assert len(cells) == len(COLUMNS) == 57
    row = dict(zip(COLUMNS[1:], cells[1:], strict=True))
    assert from_columns(row)["itemReviewed"]["appearance"] == [
        {"url": page, "@type": "CreativeWork"} for page in pages[1:]
    ]
    assert read(from_columns(row)) == read(document)


def test_a_row_that_says_nothing_of_the_claim_itself_is_read():
    row = {"url": "https://other.example/1", "claimReviewed": "Rent doubled", "itemReviewed.author.name": ""}
    assert from_columns(row) == {"url": "https://other.example/1", "claimReviewed": "Rent doubled"}


def test_a_claim_cannot_close_its_script_element():
    document = to_jsonld(replace(REVIEW, claim="</script><script>alert(1)</script>"))
    element = html_script(document)
    assert element.count("</script>") == 1
    assert json.loads(re.sub(r"</?script[^>]*>", "", element)) == document


# ── reviews by others ───────────────────────────────────────────────────────────────────────────


def review_in_the_wild(**fields):
    return {
        "@type": "ClaimReview",
        "claimReviewed": "Rent doubled",
        "url": "https://other.example/1",
        "reviewRating": {"alternateName": "False"},
        **fields,
    }


PUBLISHED = {"datePublished": "2024-05-03"}
WILD = [
    # Numbers as text, as Duke and many sites write them.
    ({"reviewRating": {"alternateName": "F", "ratingValue": "1", "worstRating": "1", "bestRating": "5"}}, "value", 1.0),
    # -1 and 0 of 0 mean "not rated" on other sites: the label is kept, the numbers are not.
    ({"reviewRating": {"alternateName": "F", "ratingValue": "-1", "worstRating": "-1", "bestRating": "-1"}}, "value", None),
    # schema.org's defaults are 1 and 5.
    ({"reviewRating": {"alternateName": "F", "ratingValue": 4}}, "best", 5.0),
    # Numbers without a label: better than losing the review.
    ({"reviewRating": {"ratingValue": 2, "bestRating": 5}}, "rating", "2 of 5"),
    # Google's older documents put the label in name.
    ({"reviewRating": {"name": "Wrong"}}, "rating", "Wrong"),
    ({"reviewRating": "Wrong"}, "rating", "Wrong"),
    # A label that is a number, and values that are no text.
    ({"reviewRating": {"alternateName": 4}}, "rating", "4"),
    ({"headline": []}, "headline", None),
    ({"headline": True}, "headline", None),
    ({"headline": " "}, "headline", None),
    # A login in the address, which every reader of the desk would see.
    ({"url": "https://ada:s3cret@other.example/2"}, "url", "https://other.example/2"),
    # Lists where a single value is expected.
    ({"reviewRating": [{"alternateName": ["Wrong"]}]}, "rating", "Wrong"),
    ({"itemReviewed": [{"author": [{"name": "Ada"}, {"name": "Ben"}]}]}, "claimant", "Ada"),
    ({"url": ["https://other.example/2"]}, "url", "https://other.example/2"),
    # A bare name instead of an object.
    ({"itemReviewed": {"author": "Ada"}}, "claimant", "Ada"),
    ({"author": "Other Desk"}, "publisher", "Other Desk"),
    # Without a publisher, the site is the publisher.
    ({}, "publisher", "other.example"),
    # HTML in text, escaped once or twice.
    ({"claimReviewed": "R&amp;D &quot;fell&quot;"}, "claim", 'R&D "fell"'),
    ({"claimReviewed": "R&amp;amp;D fell"}, "claim", "R&D fell"),
    ({"claimReviewed": "<p>Rent <b>doubled</b></p>"}, "claim", "Rent doubled"),
    ({"claimReviewed": "Rents <b>rose</b>, un<i>believ</i>ably."}, "claim", "Rents rose, unbelievably."),
    # A comparison, not a tag.
    ({"claimReviewed": "Costs < 5 and > 3"}, "claim", "Costs < 5 and > 3"),
    ({"claimReviewed": "two\n lines\0"}, "claim", "two lines"),
    # The claim in its own object.
    ({"claimReviewed": None, "itemReviewed": {"name": "Rent doubled"}}, "claim", "Rent doubled"),
    # The address under another name.
    ({"url": None, "mainEntityOfPage": {"@id": "https://other.example/3"}}, "url", "https://other.example/3"),
    # The day of a correction, but not that of any change of the page, nor one before the verdict.
    (PUBLISHED | {"dateModified": "2024-06-01T08:00:00Z", "correction": "It was 12."}, "reviewed_on", "2024-06-01"),
    (PUBLISHED | {"dateModified": "2024-06-01T08:00:00Z"}, "reviewed_on", "2024-05-03"),
    (PUBLISHED | {"dateModified": "2024-04-01", "correction": "It was 12."}, "reviewed_on", "2024-05-03"),
    # Appearances as addresses, objects, or both, each once.
    (
        {"itemReviewed": {"firstAppearance": "https://a.example/", "appearance": [{"url": "https://a.example/"}, {"@id": "https://b.example/"}]}},
        "appearances",
        ("https://a.example/", "https://b.example/"),
    ),
    ({"itemReviewed": {"appearance": [None, "", "no address"]}}, "appearances", ()),
    ({"itemReviewed": None}, "claimant", None),
    # What publishers' forms put in when nobody is named.
    ({"itemReviewed": {"author": {"name": "N/A"}}}, "claimant", None),
    ({"itemReviewed": {"author": {"@type": ["Organization"], "name": "WHO"}}}, "claimant_kind", ClaimantKind.ORGANISATION),
]  # fmt: skip


@each_row(("fields", "name", "expected"), WILD)
def test_the_reader_accepts_reviews_as_other_sites_write_them(fields, name, expected):
    assert getattr(read(review_in_the_wild(**fields)), name) == expected


REJECTED = [
    ({"claimReviewed": ""}, "claimReviewed is missing"),
    ({"url": "other.example"}, "url is missing"),
    ({"reviewRating": {}}, "reviewRating.alternateName is missing"),
    ({"reviewRating": None}, "reviewRating.alternateName is missing"),
    ({"claimReviewed": "x" * 10_001}, "characters, which is too long for a claim"),
]


@each_row(("fields", "message"), REJECTED)
def test_an_unusable_review_is_refused_with_the_reason(fields, message):
    with pytest.raises(InvalidClaimReview, match=message):
        read(review_in_the_wild(**fields))


@each_row(
    ("written", "expected"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T10:00:00+02:00", "2024-05-03"),
        ("20240503", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        ("Fri, 03 May 2024 10:00:00 GMT", "2024-05-03"),
        ("Fri May 3 10:00:00 2024", "2024-05-03"),
        # As spreadsheets and people write them, with the date reader of `import csv`.
        ("24.4.2024", "2024-04-24"),
        ("13-Apr-25", "2025-04-13"),
        ("Thursday, 2nd of May 2024", "2024-05-02"),
        ("25/04/2024 10:30", "2024-04-25"),
        ("4/25/2024", "2024-04-25"),
        ("May 2024", None),
        # Either the third of May or the fifth of March.
        ("03/05/2024", None),
        ("2024-13-40", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_read_only_if_it_is_unambiguous(written, expected):
    assert parse_date(written) == expected


@each_row(("order", "expected"), [(DayOrder.DAY_FIRST, "2024-05-03"), (DayOrder.MONTH_FIRST, "2024-03-05")])
def test_an_ambiguous_date_is_read_in_the_given_day_order(order, expected):
    assert (parse_date("03/05/2024", order), parse_date("24.4.2024", order)) == (expected, "2024-04-24")


def test_the_day_of_a_correction_is_read_in_the_given_day_order_too():
    corrected = to_jsonld(CORRECTED) | {"datePublished": "03/05/2024", "dateModified": "02/06/2024"}
    assert read(corrected, DayOrder.DAY_FIRST).reviewed_on == "2024-06-02"


@each_row(
    ("kind", "expected"),
    [
        ("ClaimReview", True),
        (["Article", "ClaimReview"], True),
        ("http://schema.org/ClaimReview", True),
        ("schema:ClaimReview", True),
        ("Review", False),
        (None, False),
    ],
)
def test_the_claimreview_type_is_recognised_in_every_spelling(kind, expected):
    assert is_claim_review({"@type": kind}) is expected
