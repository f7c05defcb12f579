"""A reprint that is read after a person put the speaker right repeats the claim as it is now, and not the mistake."""

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.extract import Options
from claimtrack.core.model import Article, Kind
from claimtrack.store import claims
from claimtrack.workflow import triage
from claimtrack.workflow.articles.dry_run import DryRun, Outcome
from claimtrack.workflow.articles.extracting import BUILT_IN
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.ledger import ledger

WORDS = "The yard has lost 400 jobs since 2019"
STORY = "The harbour was quiet on Monday. {}, Tom Ashby said. Nobody else at the yard would talk about it."


@pytest.fixture
def filed(desk, file_claims):
    """Files an article in which these words are read as that speaker's."""

    def filed(story, by, *, url, said=WORDS):
        return file_claims(desk, story.format(said), [(said, by, 0.9)], url=f"https://{url}.example/1").filed[
            0
        ]

    return filed


def put_right(desk, name, **more):
    triage.decide(desk, Ruling(1, Decision.EDIT, speaker=name, **more), actor="bo")


def speakers(desk, claim_id=1):
    return [(one["speaker"], one["times"]) for one in ledger(desk, claim_id)["speakers"]]


@pytest.mark.parametrize(
    ("read_as", "name", "reworded", "told"),
    [
        ("Tom Ashby", "Ann Lee", {}, "Ann Lee"),
        ("Tom Ashby", "Ann Lee", {"text": "400 jobs went at the yard"}, "Ann Lee"),
        ("unknown", "Ann Lee", {}, "Ann Lee"),
        ("N/A", "Ann Lee", {}, "Ann Lee"),  # as a model of language may call nobody
        ("outlet", "Ann Lee", {}, "Ann Lee"),
        ("Tom Ashby", "-", {}, None),
    ],
)
def test_a_later_reprint_is_of_whoever_it_was_put_right_to(desk, filed, read_as, name, reworded, told):
    filed(STORY, read_as, url="a")
    put_right(desk, name, **reworded)
    again = filed("From our files. " + STORY + " It rained.", read_as, url="b")
    assert (again.claim_id, again.is_new, speakers(desk)) == (1, False, [(told, 2)])


@pytest.mark.parametrize(
    ("story", "by"),
    [
        # Tom Ashby said it, too: in another article he may well.
        ("At a rally in Moorby: {}, Tom Ashby said, to cheers.", "Tom Ashby"),
        # The same article, read as somebody else's.
        (STORY, "Eve Moor"),
    ],
)
def test_whoever_else_says_it_makes_a_claim_of_his_own(desk, filed, story, by):
    filed(STORY, "Tom Ashby", url="a")
    put_right(desk, "Ann Lee")
    assert filed(story, by, url="b").claim_id == 2
    assert speakers(desk) == [("Ann Lee", 1)]


def test_what_was_put_right_and_back_again_is_as_it_was_read(desk, filed):
    filed(STORY, "Tom Ashby", url="a")
    decided = triage.decide(desk, Ruling(1, Decision.EDIT, speaker="Ann Lee"), actor="bo")
    triage.undo(desk, decided, actor="bo")
    assert filed(STORY, "Tom Ashby", url="b").claim_id == 1
    assert filed(STORY, "Ann Lee", url="c").claim_id == 2


def test_a_dry_run_tells_it(desk):
    text = f"“{WORDS},” said Tom Ashby. The harbour was quiet on Monday, and nobody else would talk about it."
    ingest_article(desk, Article(text, url="https://a.example/1"), actor="bo")
    put_right(desk, "Ann Lee")
    again = Article(text + " It rained in Moorby.", url="https://b.example/1")
    first, *_ = DryRun(desk, Options(), BUILT_IN).article(again, None).claims
    assert (first.found.kind, first.outcome, first.claim_id) == (Kind.DIRECT, Outcome.REPEATS, 1)
    assert claims.get(desk, 1).claimant == "Ann Lee"
