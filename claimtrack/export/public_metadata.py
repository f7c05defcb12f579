"""Writes the metadata.yml of a public copy: titles and descriptions that Datasette shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.model import ClaimantKind, Kind, Outcome, Purpose, Stance

if TYPE_CHECKING:
    from enum import StrEnum


def _one_of(told: str, words: type[StrEnum]) -> str:
    return f"{told}: {', '.join(words)}"


_SAID = {
    "claimant": "Who said it",
    "claimant_kind": _one_of("What sort of speaker that is", ClaimantKind),
    "claimant_role": "Their office or role",
    "claimant_url": "A web address that tells who they are",
    "claimed_on": "The date it was said (ISO date)",
}

_TABLES: dict[str, dict[str, Any]] = {
    "claims": {
        "title": "Claims we checked",
        "description": "One row per claim, with its current verdict.",
        "sort_desc": "reviewed_on",
        "facets": ["rating", "claimant"],
        "label_column": "text",
        "columns": {
            "id": "The claim's number, which stays the same in each copy",
            "text": "The claim",
            **_SAID,
            "rating": "The current verdict, a name in the table ratings",
            "review_url": "The page of the review",
            "reviewed_on": "The date of the verdict (ISO date)",
            "appearances": "How often we have seen it, or one that says the same",
            "first_seen": "The first date we know it was said (ISO date)",
            "last_seen": "The last date we know it was said (ISO date)",
            "language": 'The language of the claim, as a code such as "en", if known',
        },
    },
    "reviews": {
        "title": "Reviews",
        "description": "One row per published verdict.",
        "sort_desc": "reviewed_on",
        "facets": ["rating", "scale"],
        "columns": {
            "id": "The review's number, which stays the same in each copy",
            "claim_id": "The claim it is about",
            "claim": "The claim, as approved",
            **_SAID,
            "rating": "The verdict, a name in the table ratings",
            "rating_value": "The rating's number on its scale, if it has one",
            "scale": "The scale that the rating is one of",
            "worst": "The lowest number on the scale",
            "best": "The highest number on the scale, for the truest claims",
            "headline": "The headline",
            "summary": "The verdict in a few sentences",
            "url": "The page of the review",
            "reviewed_on": "The date of the verdict (ISO date)",
            "claim_language": 'The language of the claim, as a code such as "en", if known',
            "language": 'The language of the review, as a code such as "en", if recorded',
            "publisher": "Whose verdict it is",
            "publisher_url": "The publisher's site",
            "corrects_id": "The review that this one corrects or updates, which is withdrawn",
            "correction_note": "What changed",
            "page_id": "The number of its page on the site, which is that of the first review",
            "definition": "What the rating meant when it was given",
            "first_seen": "The first date the claim was known to have been seen, when it was approved (ISO date)",
            "appearance_urls": "Where the claim appears, earliest first, as its ClaimReview lists it (a JSON array)",
            "first_page_on": "The date it was seen at the first of them (ISO date)",
            "is_update": "1 for an update: the verdict before was right when it was given",
            "withdrawn_appearances": "Those of these addresses whose outlets withdrew the article, each with the day (a JSON object)",
            "feed_id": "The id of its entry in feeds, which stays when the address changes",
            "first_reviewed_on": "The date of the first verdict on this page, before any correction or update (ISO date)",
        },
    },
    "appearances": {
        "title": "Where claims were said",
        "description": "One row for each time we saw a claim, or one that says the same.",
        "sort_desc": "seen_on",
        "facets": ["outlet", "speaker"],
        "columns": {
            "id": "The appearance's number; with claim_id it names the row",
            "claim_id": "The claim, or one that says the same",
            "quote": "The exact words",
            "speaker": "Who said it, by the name that the article gives",
            "kind": _one_of("Quotation, reported speech, or the outlet's own words", Kind),
            "seen_on": "The date it was said or its article was published (ISO date), if known",
            "outlet": "Who published the article",
            "title": "The title of the article, or where it was heard",
            "url": "The web address of the article",
            "withdrawn_on": "The date on which its outlet withdrew it (ISO date), if it did",
            "language": 'The language of the article, as a code such as "en", if known',
            "archived_url": "An archived copy of the article",
        },
    },
    "evidence": {
        "title": "Evidence",
        "description": "Sources that support or refute a claim, or give context.",
        "facets": ["stance"],
        "columns": {
            "id": "The source's number; with review_id it names the row",
            "review_id": "The review that uses it, as approved",
            "claim_id": "The claim of that review",
            "url": "The web address",
            "source": "What it is, if it is not a web page",
            "title": "The title of the page",
            "stance": _one_of("What it does to the claim", Stance),
            "quote": "The passage that matters",
            "is_primary": "1 for a primary source",
            "archived_url": "An archived copy",
            "retracted_on": "The date on which its publisher retracted it (ISO date), if it did",
        },
    },
    "corrections": {
        "title": "Corrections and updates",
        "description": "What we corrected, updated or withdrew, with the previous verdict.",
        "sort_desc": "changed_on",
        "facets": ["action"],
        "columns": {
            "id": "The review that corrects or updates another, or that was withdrawn",
            "claim_id": "The claim, which may be public no more",
            "claim": "The claim, as approved",
            "action": "What was done: corrected, because it was wrong; updated, because the world has changed; withdrawn",
            "rating_before": "The verdict until then",
            "rating_after": "The verdict since, unless it was withdrawn",
            "note": "What we say of it in public",
            "reviewed_on": "The date of that review (ISO date)",
            "changed_on": "The date of the correction, update or withdrawal (ISO date)",
            "url": "The page of that review",
            "page_id": "The number of its page on the site, which is that of the first review",
            "feed_id": "The id of that review's entry in feeds, with which that of the change begins",
            "first_reviewed_on": "The date of the first verdict on its page (ISO date)",
            "claim_language": 'The language of the claim, as a code such as "en", if known',
        },
    },
    "interventions": {
        "title": "Whom we asked",
        "description": "Whom we asked to comment on a claim or to correct it, and the outcome.",
        "sort_desc": "asked_on",
        "facets": ["purpose", "outcome"],
        "columns": {
            "id": "The request's number",
            "claim_id": "The claim it is about",
            "asked": "Who was asked",
            "purpose": _one_of("What for", Purpose),
            "request": "What they were asked",
            "asked_on": "The date we asked (ISO date)",
            "outcome": _one_of("The outcome", Outcome),
            "outcome_on": "The date of the outcome (ISO date)",
            "url": "The web address of the claim as it stands",
        },
    },
    "topics": {
        "title": "Topics",
        "description": "What claims are about: the topics that we chose for readers.",
        "facets": ["name"],
        "columns": {
            "id": "The topic's number; with claim_id it names the row",
            "claim_id": "The claim",
            "name": "The topic",
        },
    },
    "ratings": {
        "title": "Rating scales",
        "description": "What our verdicts mean.",
        "sort": "position",
        "columns": {
            "id": "The rating's number",
            "scale": "The scale it is one of",
            "name": "The verdict in words",
            "position": "Its place on the scale",
            "value": "Its number, if the scale has numbers",
            "definition": "What it means",
            "retired": "1 if it is no longer given",
        },
    },
    "claims_fts": {"hidden": True},
}


def metadata(database: str, name: str) -> str:
    """The YAML for a public copy that Datasette serves under this database name; `name` is the desk's name."""
    import yaml

    described = {
        "title": f"{name}: fact checks",
        "description": "Claims we checked, our verdicts, the evidence, and our corrections and updates.",
        "databases": {database: {"title": name, "tables": _TABLES}},
    }
    # The C version, if PyYAML was built with it, takes a tenth of the time.
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(described, Dumper=dumper, sort_keys=False, allow_unicode=True, width=100)
    return text
