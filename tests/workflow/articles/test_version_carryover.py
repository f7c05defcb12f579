"""A new version of an article that corrects who said a claim gets the new speaker; people's decisions are kept."""

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.extract import Options
from claimtrack.core.model import Article, ExtractedClaim, Kind, Status
from claimtrack.store import appearances, claims
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import desk as work
from claimtrack.workflow import editing, marking, triage
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import Extractor
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.ledger import ledger

URL = "https://news.example/1"
OPENING = "Rail fares went up by 9 percent in May. The union of drivers went on strike twice in June."
WORDS = "The port has lost 400 jobs since 2019"


def extractor_for(speaker, words=WORDS):
    """An extractor that finds only these words, said by this speaker."""

    def run(article, options):
        start = article.text.index(words)
        kind = Kind.OUTLET if speaker == "outlet" else Kind.INDIRECT
        yield ExtractedClaim(
            text=words, start=start, end=start + len(words), speaker=speaker, speaker_as_written=speaker,
            kind=kind, score=0.9, checkworthy=True, context_before=f"as {speaker} says: ",
        )  # fmt: skip

    return Extractor("test-1", lambda article, options: list(run(article, options)))


@pytest.fixture
def ingest_version(desk):
    """Ingests the next version of the article, in which this speaker says the words."""
    number = iter(range(100))

    def ingest_version(speaker, url=URL, **facts):
        article = Article(text=f"{next(number)}. {WORDS}.", url=url, **facts)
        planned = DryRun(desk, Options(), extractor_for(speaker)).article(article, None)
        result = ingest_article(desk, article, extractor=extractor_for(speaker), actor="bo")
        assert planned.ingested.corrected == result.corrected
        return result

    return ingest_version


def corrections(result):
    return [
        (correction.was, correction.now, correction.is_kept, correction.claimant)
        for correction in result.corrected
    ]


def speakers_of_appearances(db):
    return [row["speaker"] for row in appearances.of_claim(db, 1)]


def test_a_new_version_gets_the_corrected_speaker_and_reports_it(ingest_version, desk):
    ingest_version("Bob Rae", published_on="2024-05-01")
    result = ingest_version("Ann Lee", published_on="2024-05-02")
    assert corrections(result) == [("Bob Rae", "Ann Lee", False, "Ann Lee")]
    assert speakers_of_appearances(desk) == ["Bob Rae", "Ann Lee"]
    assert [(row["speaker"], row["appearances"]) for row in ledger(desk, 1)["speakers"]] == [("Ann Lee", 1)]
    assert claims.get(desk, 1).claimant == "Ann Lee"
    appearance = appearances.get(desk, 2)
    assert (appearance["speaker_as_written"], appearance["context_before"]) == (
        "Ann Lee",
        "as Ann Lee says: ",
    )


def test_the_context_of_a_quote_is_that_of_the_new_version(desk):
    for jobs in (30, 25):
        text = f"The mill in Lenn has {jobs} looms. {WORDS}. The mayor of Lenn wants {jobs} more."
        ingest_article(desk, Article(text=text, url=URL), extractor=extractor_for("Bob Rae"), actor="bo")
    row = appearances.get(desk, 2)
    assert row["context_before"] == "The mill in Lenn has 25 looms. "
    assert row["context_after"] == ". The mayor of Lenn wants 25 more."


def test_a_version_that_names_the_same_speaker_is_not_a_correction(ingest_version, desk):
    ingest_version("Bob Rae")
    # A surname, or an unresolved pronoun, is not another speaker.
    for again in ("Bob Rae", "Rae", "BOB RAE", "he"):
        assert corrections(ingest_version(again)) == []
    assert set(speakers_of_appearances(desk)) == {"Bob Rae"}


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("Bob Rae", "Bob Ray", ("Bob Rae", "Bob Ray")),
        ("Rae", "Bob Rae", ("Rae", "Bob Rae")),
        ("he", "Bob Rae", ("he", "Bob Rae")),
        ("outlet", "Bob Rae", ("The Daily", "Bob Rae")),
        ("Bob Rae", "outlet", ("Bob Rae", "The Daily")),
    ],
)
def test_a_name_corrected_completed_or_removed_is_a_correction(ingest_version, desk, first, second, names):
    ingest_version(first, outlet="The Daily")
    result = ingest_version(second, outlet="The Daily")
    assert [(correction.was, correction.now) for correction in result.corrected] == [names]
    assert (speakers_of_appearances(desk)[-1], claims.get(desk, 1).claimant) == (names[1], names[1])
    assert appearances.get(desk, 2)["kind"] == (Kind.OUTLET if second == "outlet" else Kind.INDIRECT)


def test_each_version_may_correct_the_speaker_of_the_one_before(ingest_version, desk):
    ingest_version("Bob Rae")
    for name in ("Ann Lee", "Cy Ono"):
        ingest_version(name)
        assert claims.get(desk, 1).claimant == name
    assert speakers_of_appearances(desk) == ["Bob Rae", "Ann Lee", "Cy Ono"]


def test_a_claim_marked_by_a_person_at_the_end_is_kept_when_the_text_grows(desk):
    ingest_article(desk, Article(text=f"{OPENING} It is good for us", url=URL), actor="bo")
    marked = marking.mark(desk, 1, "good for us", actor="ada")
    result = ingest_article(desk, Article(text=f"{OPENING} It is good for us all.", url=URL), actor="bo")
    assert marked.claim_id not in [claim.claim_id for claim in result.dropped]


# ── what people decided ─────────────────────────────────────────────────────────────────────────


def test_a_claim_accepted_in_triage_keeps_its_claimant(ingest_version, desk):
    ingest_version("Bob Rae")
    work.set_status(desk, 1, Status.OPEN, actor="ada")
    [correction] = ingest_version("Ann Lee").corrected
    assert (correction.status, correction.claimant, correction.is_kept) == (Status.OPEN, "Bob Rae", False)
    assert claims.get(desk, 1).claimant == "Bob Rae"
    assert speakers_of_appearances(desk) == ["Bob Rae", "Ann Lee"]


@pytest.mark.parametrize("name", ["Cy Ono", "-"])
def test_a_speaker_named_by_a_person_is_kept_in_all_later_versions(ingest_version, desk, name):
    ingest_version("Bob Rae")
    triage.decide(desk, Ruling(1, Decision.EDIT, speaker=name), actor="ada")
    kept = None if name == "-" else name
    assert corrections(ingest_version("Bob Rae")) == []  # the article names the same speaker as before
    assert corrections(ingest_version("Ann Lee")) == [(kept, "Ann Lee", True, kept)]
    assert corrections(ingest_version("Cy Ono")) == ([(None, "Cy Ono", True, None)] if name == "-" else [])
    assert speakers_of_appearances(desk) == [kept] * 4
    assert claims.get(desk, 1).claimant == kept


def test_an_undone_edit_does_not_keep_the_speaker(ingest_version, desk):
    ingest_version("Bob Rae")
    decided = triage.decide(desk, Ruling(1, Decision.EDIT, speaker="Cy Ono"), actor="ada")
    triage.undo(desk, decided, actor="ada")
    assert corrections(ingest_version("Ann Lee")) == [("Bob Rae", "Ann Lee", False, "Ann Lee")]


def test_words_marked_by_a_person_keep_the_speaker_given_with_them(ingest_version, desk):
    article = Article(text=f"Once. {WORDS}.", url=URL)
    ingest_article(desk, article, extractor=Extractor("none", lambda article, options: []), actor="bo")
    marking.mark(desk, 1, WORDS, speaker="Cy Ono", kind=Kind.INDIRECT, actor="ada")
    assert corrections(ingest_version("Ann Lee")) == []
    assert speakers_of_appearances(desk) == ["Cy Ono", "Cy Ono"]


def test_an_outlet_filled_in_as_speaker_does_not_count_as_a_decision(ingest_version, desk):
    first = Article(text=f"Once. {WORDS}.", url=URL)
    for article in (first, Article(text=first.text, url=URL, outlet="The Daily")):
        ingest_article(desk, article, extractor=extractor_for("outlet"), actor="bo")
    assert corrections(ingest_version("Ann Lee")) == [("The Daily", "Ann Lee", False, "Ann Lee")]


def test_a_claim_stays_with_the_former_speaker_if_another_article_quotes_them(ingest_version, desk):
    ingest_version("Bob Rae")
    ingest_version("Bob Rae", url="https://other.example/2")
    assert corrections(ingest_version("Ann Lee")) == [("Bob Rae", "Ann Lee", False, "Bob Rae")]
    assert claims.get(desk, 1).claimant == "Bob Rae"
    assert sorted((row["speaker"], row["appearances"]) for row in ledger(desk, 1)["speakers"]) == [
        ("Ann Lee", 1),
        ("Bob Rae", 1),
    ]


def test_a_claim_with_a_corrected_speaker_is_compared_with_that_speakers_claims(ingest_version, desk):
    other = add_claim(desk, NewClaim(WORDS, "Ann Lee"), actor="ada").claim_id
    ingest_version("Bob Rae")
    ingest_version("Ann Lee")
    pair = desk.execute("select left_id, right_id, score, judgement from matches").fetchall()
    assert pair == [(other, 2, 1.0, "unjudged")]


def test_a_quote_deleted_during_the_import_is_not_corrected(ingest_version, desk):
    ingest_version("Bob Rae")

    def run(article, options):
        with write_transaction(desk, "ada"):
            desk.execute("delete from appearances")
        return extractor_for("Ann Lee").run(article, options)

    article = Article(text=f"Anew. {WORDS}.", url=URL)
    result = ingest_article(desk, article, extractor=Extractor("test-1", run), actor="bo")
    assert corrections(result) == []
    assert [claim.claim_id for claim in result.filed] == [2]


# ── a page goes back to an older text ───────────────────────────────────────────────────────────


@pytest.fixture
def ingest_versions(desk):
    """Ingests a version of a page for each speaker, where the same speaker means the same text; returns the last result."""

    def ingest_versions(*speakers, before_last=lambda: None):
        for number, speaker in enumerate(speakers):
            if number == len(speakers) - 1:
                before_last()
            article = Article(text=f"{speaker}. {WORDS}.", url=URL)
            planned = DryRun(desk, Options(), extractor_for(speaker)).article(article, None)
            result = ingest_article(desk, article, extractor=extractor_for(speaker), actor="bo")
            assert planned.ingested.corrected == result.corrected
        return result

    return ingest_versions


@pytest.mark.parametrize(
    "speakers", [("Bob Rae", "Ann Lee", "Bob Rae"), ("Bob Rae", "Ann Lee") * 3 + ("Bob Rae",)]
)
def test_a_page_that_returns_to_an_older_text_restores_its_speaker(ingest_versions, desk, speakers):
    assert corrections(ingest_versions(*speakers)) == [("Ann Lee", "Bob Rae", False, "Bob Rae")]
    assert claims.get(desk, 1).claimant == "Bob Rae"
    assert [(row["speaker"], row["appearances"]) for row in ledger(desk, 1)["speakers"]] == [("Bob Rae", 1)]
    assert speakers_of_appearances(desk) == ["Bob Rae", "Ann Lee"]


def test_a_page_that_returns_to_its_own_voice_removes_the_claimant(ingest_versions, desk):
    assert corrections(ingest_versions("outlet", "Ann Lee", "outlet")) == [("Ann Lee", "outlet", False, None)]
    assert claims.get(desk, 1).claimant is None


def test_a_page_that_returns_to_the_same_speaker_is_not_a_correction(ingest_versions, desk):
    assert corrections(ingest_versions("Bob Rae", "Rae", "Bob Rae")) == []
    assert claims.get(desk, 1).claimant == "Bob Rae"


def test_a_claimant_named_by_a_person_is_kept_when_the_page_goes_back(ingest_versions, desk):
    def name_another():
        editing.edit_claim(desk, 1, text=WORDS, claimant="Cy Dow", actor="ada")

    ingest_versions("Bob Rae", "Ann Lee", "Bob Rae", before_last=name_another)
    assert claims.get(desk, 1).claimant == "Cy Dow"


def test_an_accepted_claim_keeps_its_claimant_when_the_page_goes_back(ingest_versions, desk):
    def accept():
        triage.decide(desk, Ruling(1, Decision.ACCEPT), actor="ada")

    result = ingest_versions("Bob Rae", "Ann Lee", "Bob Rae", before_last=accept)
    assert corrections(result) == [("Ann Lee", "Bob Rae", False, "Ann Lee")]
    assert claims.get(desk, 1).claimant == "Ann Lee"
