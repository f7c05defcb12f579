"""Who made the same claim more than once."""

import pytest

from claimtrack.store.file.database import write_transaction
from claimtrack.store.statistics import who_repeats
from tests.tables import each_row

NAMED = [("Ada Moor", None), ("Moor", 1), ("Ben Ito", None)]
"""Speakers, each with the number of the one whose other name it is."""


@pytest.fixture
def desk_with_speakers(desk):
    """Three claims, of which the first two were judged the same, speakers, and two articles of different days."""
    claims = [("Rents doubled.",), ("Rents have doubled.",), ("Crime fell.",)]
    with write_transaction(desk, "ada"):
        desk.conn.executemany("insert into claims (text) values (?)", claims)
        pair = "insert into matches (left_id, right_id, score, suggestion, scorer) values (1, 2, 1, 'duplicate', 'x')"
        desk.execute(pair)
        desk.execute("update matches set judgement = 'same'")
        desk.conn.executemany("insert into claimants (name, name_of_id) values (?, ?)", NAMED)
        articles = [("https://a.example/1", "2026-11-01"), ("https://a.example/2", "2026-11-02")]
        desk.conn.executemany("insert into articles (url, published_on) values (?, ?)", articles)
    return desk


@each_row(
    "said repeats reason",
    [
        ([(1, 1, None), (1, 1, None)], [(1, "Ada Moor", 2)], "under one name"),
        ([(1, 1, None), (1, 2, None)], [(1, "Ada Moor", 2)], "under two names"),
        ([(1, 2, None), (1, 2, None)], [(1, "Ada Moor", 2)], "always under the other name"),
        ([(1, 1, None), (2, 1, None)], [(1, "Ada Moor", 2)], "two claims that were judged the same"),
        ([(1, 2, None), (2, 1, None)], [(1, "Ada Moor", 2)], "both"),
        ([(3, None, "a nurse"), (3, None, "A nurse")], [(3, "A nurse", 2)], "somebody who is only described"),
        ([(3, None, "a nurse"), (3, None, "a clerk")], [], "two who are only described"),
        ([(3, 1, None), (3, 3, None)], [], "two people, once each"),
        ([(1, 1, None), (3, 1, None)], [], "two claims, once each"),
        ([(3, None, None), (3, None, None)], [], "nobody knows who"),
    ],
)
def test_whoever_says_a_claim_again_is_counted(desk_with_speakers, said, repeats):
    desk = desk_with_speakers
    with write_transaction(desk, "ada"):
        desk.execute("delete from appearances")
        for article_id, (claim_id, claimant_id, speaker) in enumerate(said, 1):
            desk.execute(
                "insert into appearances (claim_id, article_id, claimant_id, speaker_as_written) values (?, ?, ?, ?)",
                [claim_id, article_id, claimant_id, speaker],
            )
    for limit in (9, None):
        found = [
            (row["claim_id"], row["speaker"], row["appearances"]) for row in who_repeats(desk, limit=limit)
        ]
        assert found == repeats, limit
