"""A reprint ingested after a person corrected the speaker repeats the corrected claim rather than the mistake."""

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.extract import Options
from claimtrack.core.model import Article, Kind
from claimtrack.store import claims
from claimtrack.workflow import triage
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.ledger import ledger

WORDS = "The yard has lost 400 jobs since 2019"
STORY = "The harbour was quiet on Monday. {}, Tom Ashby said. Nobody else at the yard would talk about it."


@pytest.fixture
def file_claim(desk, file_claims):
    """Files an article in which the words are attributed to the given speaker."""

    def file_claim(story, speaker, *, url, words=WORDS):
        return file_claims(
            desk, story.format(words), [(words, speaker, 0.9)], url=f"https://{url}.example/1"
        ).filed[0]

    return file_claim


def correct_speaker(desk, name, **changes):
    triage.decide(desk, Ruling(1, Decision.EDIT, speaker=name, **changes), actor="bo")


def speakers(desk, claim_id=1):
    return [(row["speaker"], row["appearances"]) for row in ledger(desk, claim_id)["speakers"]]


@pytest.mark.parametrize(
    ("read_as", "name", "reworded", "expected"),
    [
        ("Tom Ashby", "Ann Lee", {}, "Ann Lee"),
        ("Tom Ashby", "Ann Lee", {"text": "400 jobs went at the yard"}, "Ann Lee"),
        ("unknown", "Ann Lee", {}, "Ann Lee"),
        ("N/A", "Ann Lee", {}, "Ann Lee"),  # as a language model may call nobody
        ("outlet", "Ann Lee", {}, "Ann Lee"),
        ("Tom Ashby", "-", {}, None),
    ],
)
def test_a_later_reprint_has_the_corrected_speaker(desk, file_claim, read_as, name, reworded, expected):
    file_claim(STORY, read_as, url="a")
    correct_speaker(desk, name, **reworded)
    again = file_claim("From our files. " + STORY + " It rained.", read_as, url="b")
    assert (again.claim_id, again.is_new, speakers(desk)) == (1, False, [(expected, 2)])


@pytest.mark.parametrize(
    ("story", "speaker"),
    [
        # In another article, Tom Ashby may well have said it, too.
        ("At a rally in Moorby: {}, Tom Ashby said, to cheers.", "Tom Ashby"),
        # The same article, attributed to somebody else.
        (STORY, "Eve Moor"),
    ],
)
def test_the_same_words_of_another_speaker_are_a_new_claim_despite_the_correction(
    desk, file_claim, story, speaker
):
    file_claim(STORY, "Tom Ashby", url="a")
    correct_speaker(desk, "Ann Lee")
    assert file_claim(story, speaker, url="b").claim_id == 2
    assert speakers(desk) == [("Ann Lee", 1)]


def test_undoing_the_correction_restores_the_original_speaker_for_reprints(desk, file_claim):
    file_claim(STORY, "Tom Ashby", url="a")
    decided = triage.decide(desk, Ruling(1, Decision.EDIT, speaker="Ann Lee"), actor="bo")
    triage.undo(desk, decided, actor="bo")
    assert file_claim(STORY, "Tom Ashby", url="b").claim_id == 1
    assert file_claim(STORY, "Ann Lee", url="c").claim_id == 2


def test_a_dry_run_recognises_a_reprint_with_a_corrected_speaker(desk):
    text = f"“{WORDS},” said Tom Ashby. The harbour was quiet on Monday, and nobody else would talk about it."
    ingest_article(desk, Article(text, url="https://a.example/1"), actor="bo")
    correct_speaker(desk, "Ann Lee")
    again = Article(text + " It rained in Moorby.", url="https://b.example/1")
    first, *_ = DryRun(desk, Options(), BUILT_IN).article(again, None).claims
    assert (first.found.kind, first.outcome, first.claim_id) == (Kind.DIRECT, "repeats", 1)
    assert claims.get(desk, 1).claimant == "Ann Lee"
