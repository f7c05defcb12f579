"""Looking up the claims on the desk that match an article's claims."""

from claimtrack.core.extract import Options
from claimtrack.core.model import Article
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.workflow.articles import candidates
from claimtrack.workflow.articles.extracting import choose_extractor
from claimtrack.workflow.articles.ingesting import ingest_article


def test_a_sentence_that_an_article_repeats_is_looked_up_once(desk, monkeypatch):
    """A lookup counts the claim's occasions: each of a thousand repeats would go through all the others."""
    looked_up = []
    find_repeats = DeskMatcher.find_repeats
    monkeypatch.setattr(
        DeskMatcher,
        "find_repeats",
        lambda matcher, statements: looked_up.extend(statements) or find_repeats(matcher, statements),
    )
    repeated = "The ministry said that imports from Chile fell by 14 percent in 2023."
    other = "The ministry said that imports from Peru fell by 11 percent in 2023."
    article = Article("\n\n".join([repeated] * 4 + [other]))
    extracted = choose_extractor("rules", None).run(article, Options())
    candidates_by_claim = candidates.look_up_candidates(desk, article, extracted)
    assert len(candidates_by_claim) == len(extracted) == 5
    assert len(looked_up) == len(set(looked_up)) == 2


def test_claims_are_compared_before_others_have_to_wait_for_the_article(desk, monkeypatch):
    """Only then is the lock taken. Of an article of 99,000 characters in sentences like these it was held for 4.5 seconds."""
    said = "The ministry said that imports from {} fell by {} percent in 2023."
    compared = []
    similarity = DeskMatcher.similarity
    monkeypatch.setattr(
        DeskMatcher,
        "similarity",
        lambda *pair: compared.append(desk.conn.in_transaction) or similarity(*pair),
    )
    for name, facts in (("a.txt", ("Chile", 14)), ("b.txt", ("Chile", 41))):
        ingest_article(desk, Article(said.format(*facts)), source=name, actor="ada")
    assert set(compared) == {False}
    assert [row["suggestion"] for row in desk.query("select suggestion from matches")] == ["conflict"]
