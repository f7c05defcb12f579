"""What `lint` finds out about a claim is about that claim: its own days and sources."""

from claimtrack.core.model import Article
from claimtrack.store import articles, claims
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.reviews import linting, reviewing


def test_days_and_sources_of_another_claim_do_not_count(desk):
    with write_transaction(desk, "ada"):
        claims.add(desk, "Wages fell")
        for claim_id, day in ((1, "2024-05-05"), (2, "2024-05-01")):
            page = Article(text=None, url=f"https://news.example/{claim_id}", published_on=day)
            seen = [claim_id, articles.add(desk, page)]
            desk.execute("insert into appearances (claim_id, article_id) values (?, ?)", seen)
        desk.execute("""
            insert into evidence (claim_id, url, archived_url, is_primary)
            values (1, 'https://e.example/1', 'https://archive.example/1', 0), (2, 'https://e.example/2', null, 1)
        """)
    for claim_id in (1, 2):
        reviewing.draft(desk, claim_id, rating="Half true", reviewed_on="2024-05-03", actor="ada")
    found = {(one.claim_id, one.rule) for one in linting.lint(desk, [1, 2])[1]}
    of_days_and_sources = {"dated_before_it_was_seen", "no_primary_source", "no_archived_link"}
    assert {one for one in found if one[1] in of_days_and_sources} == {
        (1, "dated_before_it_was_seen"),
        (1, "no_primary_source"),
        (2, "no_archived_link"),
    }
