"""The metadata.yml of a public copy: what Datasette shows beside its tables."""

from __future__ import annotations

from typing import Any

_TABLES: dict[str, dict[str, Any]] = {
    "claims": {
        "title": "Claims we checked",
        "description": "One row per claim, with its current verdict.",
        "sort_desc": "reviewed_on",
        "facets": ["rating", "claimant"],
        "label_column": "text",
        "columns": {
            "text": "The claim",
            "claimant": "Who said it",
            "claimed_on": "The date it was said",
            "rating": "The current verdict",
            "review_url": "The page of the review",
            "reviewed_on": "The date of the verdict",
            "appearances": "How often we have seen it",
            "first_seen": "The first date we know it was said",
            "last_seen": "The last date we know it was said",
        },
    },
    "reviews": {
        "title": "Reviews",
        "description": "One row per published verdict.",
        "sort_desc": "reviewed_on",
        "facets": ["rating", "scale"],
        "columns": {
            "claim": "The claim, as approved",
            "claimant": "Who said it",
            "claimed_on": "The date it was said",
            "rating_value": "The rating's number on its scale, if it has one",
            "worst": "The lowest number on the scale",
            "best": "The highest number on the scale, for the truest claims",
            "corrects_id": "The review that this one corrects, which is withdrawn",
            "correction_note": "What changed",
            "page_id": "The number of its page on the site, which is that of the first review",
            "definition": "What the rating meant when it was given",
            "first_seen": "The first date the claim was known to have been seen, when it was approved",
            "appearance_urls": "Where the claim appears, earliest first, as its ClaimReview lists it",
            "first_page_on": "The date it was seen at the first of them",
        },
    },
    "appearances": {
        "title": "Where claims were said",
        "description": "One row for each time we saw a claim, or one that says the same.",
        "sort_desc": "seen_on",
        "facets": ["outlet", "speaker"],
        "columns": {
            "quote": "The exact words",
            "title": "The title of the article, or where it was heard",
            "kind": "Quotation, reported speech, or the outlet's own words",
        },
    },
    "evidence": {
        "title": "Evidence",
        "description": "Sources that support or refute a claim, or give context.",
        "facets": ["stance"],
        "columns": {
            "review_id": "The review that uses it, as approved",
            "url": "The web address",
            "source": "What it is, if it is not a web page",
            "is_primary": "1 for a primary source",
            "archived_url": "An archived copy",
        },
    },
    "corrections": {
        "title": "Corrections",
        "description": "What we corrected or withdrew, with the previous verdict.",
        "sort_desc": "changed_on",
        "facets": ["action"],
        "columns": {
            "changed_on": "The date of the correction or withdrawal",
            "page_id": "The number of its page on the site, which is that of the first review",
        },
    },
    "interventions": {
        "title": "Whom we asked",
        "description": "Whom we asked to comment on a claim or to correct it, and the outcome.",
        "sort_desc": "asked_on",
        "facets": ["purpose", "outcome"],
    },
    "ratings": {"title": "Rating scales", "description": "What our verdicts mean.", "sort": "position"},
    "claims_fts": {"hidden": True},
}


def metadata(database: str, name: str) -> str:
    """The YAML for a public copy that Datasette serves under this database name; `name` is the desk's."""
    import yaml

    described = {
        "title": f"{name}: fact checks",
        "description": "Claims we checked, our verdicts, the evidence, and our corrections.",
        "databases": {database: {"title": name, "tables": _TABLES}},
    }
    # In C where PyYAML was built with it: a tenth of the time.
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(described, Dumper=dumper, sort_keys=False, allow_unicode=True, width=100)
    return text
