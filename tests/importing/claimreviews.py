"""Reviews of another desk, and how tests import them."""

import io
import json

from claimtrack.importing.claimreview import records
from claimtrack.workflow.reviews.importing import import_reviews


def review(number=1, **fields):
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"https://other.example/{number}",
        "claimReviewed": f"Rent doubled in {number} years",
        "datePublished": "2024-05-03",
        "author": {"@type": "Organization", "name": "Other Desk", "url": "https://other.example/"},
        "reviewRating": {
            "@type": "Rating", "ratingValue": "1", "worstRating": "1", "bestRating": "5", "alternateName": "False",
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Ada Miller", "sameAs": "https://ada.example/"},
            "datePublished": "2024-04-22",
            "appearance": [{"@type": "NewsArticle", "url": f"https://news.example/{number}"}],
        },
        **fields,
    }  # fmt: skip


def open_records(content, name="file"):
    data = content if isinstance(content, bytes) else content.encode()
    return records(io.BufferedReader(io.BytesIO(data)), name)


def read(desk, *documents, **options):
    content = "\n".join(json.dumps(document) for document in documents)
    return import_reviews(desk, open_records(content), actor="mara", **options)


PAGE = f"""<!doctype html><html><head>
<script type="application/ld+json">{{"@type": "WebPage", "name": "not a review"}}</script>
<script type='application/ld+json'>{json.dumps({"@graph": [{"@type": "Article"}, review(1)]})}</script>
<script>var x = 1 < 2;</script></head><body>...</body></html>"""
