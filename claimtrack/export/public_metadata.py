"""The metadata.yml of a public copy: what Datasette shows beside its tables."""

from __future__ import annotations

from typing import Any

_TABLES: dict[str, dict[str, Any]] = {
    "claims": {
        "title": "Claims we checked",
        "description": "One row per claim, with the verdict that stands.",
        "sort_desc": "reviewed_on",
        "facets": ["rating", "claimant"],
        "label_column": "text",
        "columns": {
            "text": "What was asserted",
            "claimant": "Who asserted it",
            "claimed_on": "The day it was asserted",
            "rating": "The verdict that stands",
            "review_url": "The page of the review",
            "reviewed_on": "The day of the verdict",
            "appearances": "How often we have seen it",
            "first_seen": "The first day we know it was said",
            "last_seen": "The last day we know it was said",
        },
    },
    "reviews": {
        "title": "Reviews",
        "description": "One row per published verdict.",
        "sort_desc": "reviewed_on",
        "facets": ["rating", "scale"],
        "columns": {
            "claim": "What was asserted, as two people signed it",
            "claimant": "Who asserted it",
            "claimed_on": "The day it was asserted",
            "rating_value": "The rating's number on its scale; empty where the label has none",
            "worst": "The least number of the scale",
            "best": "The greatest number of the scale: the truest",
            "corrects_id": "The review that this one put right; it is withdrawn",
            "correction_note": "What changed",
            "page_id": "The number of its page on the site: that of the first review, of which it is a correction",
            "definition": "What the rating meant when it was given",
            "first_seen": "The first day on which the claim was known to have been seen when it was signed",
            "appearance_urls": "Where the claim stands, the first place first: what its ClaimReview names",
            "first_page_on": "The day on which it was seen at the first of them",
        },
    },
    "appearances": {
        "title": "Where claims were said",
        "description": "One row per time that we saw a claim, or one that says the same.",
        "sort_desc": "seen_on",
        "facets": ["outlet", "speaker"],
        "columns": {
            "quote": "The words there",
            "title": "What the article is called; without one, where it was heard",
            "kind": "Quoted, reported, or in the outlet's own voice",
        },
    },
    "evidence": {
        "title": "What verdicts rest on",
        "description": "Links that support or refute a claim, or give context.",
        "facets": ["stance"],
        "columns": {
            "review_id": "The review that rests on it, as two people signed it",
            "is_primary": "1 for a primary source",
            "archived_url": "A copy that stays",
        },
    },
    "corrections": {
        "title": "Corrections",
        "description": "What we put right or took back, with the verdict that stood before.",
        "sort_desc": "changed_on",
        "facets": ["action"],
        "columns": {
            "changed_on": "The day of the correction, or on which it was taken back",
            "page_id": "The number of its page on the site: that of the first review",
        },
    },
    "interventions": {
        "title": "Requests to correct",
        "description": "Whom we asked to correct a claim, and what came of it.",
        "sort_desc": "asked_on",
        "facets": ["outcome"],
    },
    "ratings": {"title": "Rating scales", "description": "What our verdicts mean.", "sort": "position"},
    "claims_fts": {"hidden": True},
}


def metadata(database: str, name: str) -> str:
    """The YAML for a public copy that Datasette serves under this database name; `name` is the desk's."""
    import yaml

    described = {
        "title": f"{name}: fact checks",
        "description": "Claims we checked, our verdicts, what they rest on, and what we corrected.",
        "databases": {database: {"title": name, "tables": _TABLES}},
    }
    # In C where PyYAML was built with it: a tenth of the time.
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(described, Dumper=dumper, sort_keys=False, allow_unicode=True, width=100)
    return text
