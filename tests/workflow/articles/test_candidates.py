"""What an article's claims meet on the desk."""

from claimtrack.core.extract import Options
from claimtrack.core.model import Article
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.workflow.articles import candidates
from claimtrack.workflow.articles.extracting import choose_extractor


def test_what_an_article_says_again_in_the_same_words_is_looked_up_once(desk, monkeypatch):
    """A look-up counts the claim's occasions: each one of a thousand would go through all the others."""
    asked = []
    find = DeskMatcher.find_repeats
    monkeypatch.setattr(
        DeskMatcher, "find_repeats", lambda matcher, many: asked.extend(many) or find(matcher, many)
    )
    said = "The ministry said that imports from Chile fell by 14 percent in 2023."
    other = "The ministry said that imports from Peru fell by 11 percent in 2023."
    article = Article("\n\n".join([said] * 4 + [other]))
    found = choose_extractor("rules", None).run(article, Options())
    met = candidates.look_up_candidates(desk, article, found)
    assert len(met) == len(found) == 5
    assert len(asked) == len(set(asked)) == 2
