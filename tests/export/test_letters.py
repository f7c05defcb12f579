"""Letters beyond ASCII are written as such in every kind of JSON: people read and search it, too."""

import io

from claimtrack.export import claimreview, jsonl
from claimtrack.export.feeds import Feed, json_feed
from tests.tables import each_row

WORDS = "Zoë paid 5 £"


@each_row(
    ("write", "reason"),
    [
        (lambda out: claimreview.write_feed([{"claimReviewed": WORDS}], out), "a feed"),
        (lambda out: claimreview.write_feed([{"datePublished": WORDS}], out), "what a feed says of an item"),
        (lambda out: claimreview.write_lines([{"claimReviewed": WORDS}], out), "lines of ClaimReview"),
        (lambda out: jsonl.write(["text"], [[WORDS]], out), "JSON Lines"),
        (lambda out: out.write(json_feed(Feed(WORDS, "urn:x", "Ada"), [])), "the site's feed"),
    ],
)
def test_letters_are_not_escaped(write):
    write(out := io.StringIO())
    assert WORDS in out.getvalue()
