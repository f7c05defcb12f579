"""Writes a feed of made-up ClaimReview records for importing.py, about as varied as real ones."""

import json
import random
from pathlib import Path

from desks import sentence


def write_feed(path: Path, reviews: int) -> None:
    rng = random.Random(11)
    with path.open("w", encoding="utf-8") as out:
        out.write('{"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": [\n')
        for number in range(reviews):
            item = {"@type": "DataFeedItem", "item": [review(number, rng)]}
            out.write((",\n" if number else "") + json.dumps(item))
        out.write("]}")


def review(number: int, rng: random.Random) -> dict[str, object]:
    publisher = rng.randrange(60)
    value = rng.randrange(1, 6)
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"https://desk{publisher}.example/checks/{number}",
        "claimReviewed": sentence(number, rng).replace("\n", " "),
        "datePublished": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "author": {
            "@type": "Organization",
            "name": f"Desk {publisher}",
            "url": f"https://desk{publisher}.example/",
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": str(value),
            "worstRating": "1",
            "bestRating": "5",
            "alternateName": ["False", "Mostly false", "Mixed", "Mostly true", "True"][value - 1],
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {
                "@type": "Person",
                "name": f"Speaker {rng.randrange(5000)}",
                "jobTitle": "Minister",
            },
            "datePublished": f"2024-{number % 12 + 1:02}-01",
            "appearance": [{"@type": "NewsArticle", "url": f"https://news.example/{number}"}],
        },
    }
