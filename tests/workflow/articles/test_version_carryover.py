"""An article is corrected in who said it: the new version has the new speaker, and what people decided stays."""

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


def reading(speaker, words=WORDS):
    """An extractor that finds these words alone, said by that speaker."""

    def run(article, options):
        start = article.text.index(words)
        kind = Kind.OUTLET if speaker == "outlet" else Kind.INDIRECT
        yield ExtractedClaim(
            text=words, start=start, end=start + len(words), speaker=speaker, speaker_as_written=speaker,
            kind=kind, score=0.9, checkworthy=True, context_before=f"as {speaker} says: ",
        )  # fmt: skip

    return Extractor("test-1", lambda article, options: list(run(article, options)))


@pytest.fixture
def read(desk):
    """Reads the next version of the article, in which that speaker says the words."""
    number = iter(range(100))

    def read(speaker, url=URL, **facts):
        article = Article(text=f"{next(number)}. {WORDS}.", url=url, **facts)
        planned = DryRun(desk, Options(), reading(speaker)).article(article, None)
        done = ingest_article(desk, article, extractor=reading(speaker), actor="bo")
        assert planned.ingested.corrected == done.corrected
        return done

    return read


def told(done):
    return [(one.was, one.now, one.is_kept, one.claimant) for one in done.corrected]


def seen(db):
    return [row["speaker"] for row in appearances.of_claim(db, 1)]


def test_the_new_version_has_the_new_speaker_and_says_so(read, desk):
    read("Bob Rae", published_on="2024-05-01")
    done = read("Ann Lee", published_on="2024-05-02")
    assert told(done) == [("Bob Rae", "Ann Lee", False, "Ann Lee")]
    assert seen(desk) == ["Bob Rae", "Ann Lee"]
    assert [(one["speaker"], one["times"]) for one in ledger(desk, 1)["speakers"]] == [("Ann Lee", 1)]
    assert claims.get(desk, 1).claimant == "Ann Lee"
    row = appearances.get(desk, 2)
    assert (row["speaker_as_written"], row["context_before"]) == ("Ann Lee", "as Ann Lee says: ")


def test_the_words_around_are_those_of_the_new_version(desk):
    for jobs in (30, 25):
        text = f"The mill in Lenn has {jobs} looms. {WORDS}. The mayor of Lenn wants {jobs} more."
        ingest_article(desk, Article(text=text, url=URL), extractor=reading("Bob Rae"), actor="bo")
    row = appearances.get(desk, 2)
    assert row["context_before"] == "The mill in Lenn has 25 looms. "
    assert row["context_after"] == ". The mayor of Lenn wants 25 more."


def test_a_version_that_names_the_same_speaker_tells_nothing(read, desk):
    read("Bob Rae")
    # A surname, or a pronoun that nobody is found for, is no other speaker.
    for again in ("Bob Rae", "Rae", "BOB RAE", "he"):
        assert told(read(again)) == []
    assert set(seen(desk)) == {"Bob Rae"}


@pytest.mark.parametrize(
    ("first", "then", "named"),
    [
        ("Bob Rae", "Bob Ray", ("Bob Rae", "Bob Ray")),
        ("Rae", "Bob Rae", ("Rae", "Bob Rae")),
        ("he", "Bob Rae", ("he", "Bob Rae")),
        ("outlet", "Bob Rae", ("The Daily", "Bob Rae")),
        ("Bob Rae", "outlet", ("Bob Rae", "The Daily")),
    ],
)
def test_a_name_put_right_told_in_full_or_taken_back_is_a_correction(read, desk, first, then, named):
    read(first, outlet="The Daily")
    done = read(then, outlet="The Daily")
    assert [(one.was, one.now) for one in done.corrected] == [named]
    assert (seen(desk)[-1], claims.get(desk, 1).claimant) == (named[1], named[1])
    assert appearances.get(desk, 2)["kind"] == (Kind.OUTLET if then == "outlet" else Kind.INDIRECT)


def test_each_version_may_correct_the_one_before(read, desk):
    read("Bob Rae")
    for name in ("Ann Lee", "Cy Ono"):
        read(name)
        assert claims.get(desk, 1).claimant == name
    assert seen(desk) == ["Bob Rae", "Ann Lee", "Cy Ono"]


def test_words_that_a_person_marked_at_the_end_stay_marked_when_the_text_goes_on(desk):
    ingest_article(desk, Article(text=f"{OPENING} It is good for us", url=URL), actor="bo")
    marked = marking.mark(desk, 1, "good for us", actor="ada")
    done = ingest_article(desk, Article(text=f"{OPENING} It is good for us all.", url=URL), actor="bo")
    assert marked.claim_id not in [one.claim_id for one in done.dropped]


# ── what people decided ─────────────────────────────────────────────────────────────────────────


def test_a_claim_that_left_triage_keeps_its_claimant(read, desk):
    read("Bob Rae")
    work.set_status(desk, 1, Status.OPEN, actor="ada")
    [one] = read("Ann Lee").corrected
    assert (one.status, one.claimant, one.is_kept) == (Status.OPEN, "Bob Rae", False)
    assert claims.get(desk, 1).claimant == "Bob Rae"
    assert seen(desk) == ["Bob Rae", "Ann Lee"]


@pytest.mark.parametrize("name", ["Cy Ono", "-"])
def test_a_speaker_that_a_person_named_stays_in_all_later_versions(read, desk, name):
    read("Bob Rae")
    triage.decide(desk, Ruling(1, Decision.EDIT, speaker=name), actor="ada")
    kept = None if name == "-" else name
    assert told(read("Bob Rae")) == []  # the article says no more than it did
    assert told(read("Ann Lee")) == [(kept, "Ann Lee", True, kept)]
    assert told(read("Cy Ono")) == ([(None, "Cy Ono", True, None)] if name == "-" else [])
    assert seen(desk) == [kept] * 4
    assert claims.get(desk, 1).claimant == kept


def test_an_edit_that_was_undone_keeps_nothing(read, desk):
    read("Bob Rae")
    decided = triage.decide(desk, Ruling(1, Decision.EDIT, speaker="Cy Ono"), actor="ada")
    triage.undo(desk, decided, actor="ada")
    assert told(read("Ann Lee")) == [("Bob Rae", "Ann Lee", False, "Ann Lee")]


def test_words_that_a_person_marked_keep_the_speaker_that_was_told_with_them(read, desk):
    article = Article(text=f"Once. {WORDS}.", url=URL)
    ingest_article(desk, article, extractor=Extractor("none", lambda article, options: []), actor="bo")
    marking.mark(desk, 1, WORDS, speaker="Cy Ono", kind=Kind.INDIRECT, actor="ada")
    assert told(read("Ann Lee")) == []
    assert seen(desk) == ["Cy Ono", "Cy Ono"]


def test_an_outlet_that_was_filled_in_is_nobodys_decision(read, desk):
    first = Article(text=f"Once. {WORDS}.", url=URL)
    for one in (first, Article(text=first.text, url=URL, outlet="The Daily")):
        ingest_article(desk, one, extractor=reading("outlet"), actor="bo")
    assert told(read("Ann Lee")) == [("The Daily", "Ann Lee", False, "Ann Lee")]


def test_a_claim_that_another_place_has_from_the_former_speaker_stays_his(read, desk):
    read("Bob Rae")
    read("Bob Rae", url="https://other.example/2")
    assert told(read("Ann Lee")) == [("Bob Rae", "Ann Lee", False, "Bob Rae")]
    assert claims.get(desk, 1).claimant == "Bob Rae"
    assert sorted((one["speaker"], one["times"]) for one in ledger(desk, 1)["speakers"]) == [
        ("Ann Lee", 1),
        ("Bob Rae", 1),
    ]


def test_a_claim_that_becomes_another_persons_is_compared_with_theirs(read, desk):
    other = add_claim(desk, NewClaim(WORDS, "Ann Lee"), actor="ada").claim_id
    read("Bob Rae")
    read("Ann Lee")
    pair = desk.execute("select left_id, right_id, score, judgement from matches").fetchall()
    assert pair == [(other, 2, 1.0, "unjudged")]


def test_a_quote_that_somebody_took_back_while_the_article_was_read_is_nobodys(read, desk):
    read("Bob Rae")

    def run(article, options):
        with write_transaction(desk, "ada"):
            desk.execute("delete from appearances")
        return reading("Ann Lee").run(article, options)

    article = Article(text=f"Anew. {WORDS}.", url=URL)
    done = ingest_article(desk, article, extractor=Extractor("test-1", run), actor="bo")
    assert told(done) == []
    assert [one.claim_id for one in done.filed] == [2]


# ── a page goes back to an older text ───────────────────────────────────────────────────────────


@pytest.fixture
def went_back(desk):
    """Reads versions of a page by who says the words in them; the same speaker is the same text. What the last one told."""

    def went_back(*speakers, between=lambda: None):
        for number, speaker in enumerate(speakers):
            if number == len(speakers) - 1:
                between()
            article = Article(text=f"{speaker}. {WORDS}.", url=URL)
            planned = DryRun(desk, Options(), reading(speaker)).article(article, None)
            done = ingest_article(desk, article, extractor=reading(speaker), actor="bo")
            assert planned.ingested.corrected == done.corrected
        return done

    return went_back


@pytest.mark.parametrize(
    "speakers", [("Bob Rae", "Ann Lee", "Bob Rae"), ("Bob Rae", "Ann Lee") * 3 + ("Bob Rae",)]
)
def test_the_former_speaker_is_named_again_where_the_page_goes_back(went_back, desk, speakers):
    assert told(went_back(*speakers)) == [("Ann Lee", "Bob Rae", False, "Bob Rae")]
    assert claims.get(desk, 1).claimant == "Bob Rae"
    assert [(one["speaker"], one["times"]) for one in ledger(desk, 1)["speakers"]] == [("Bob Rae", 1)]
    assert seen(desk) == ["Bob Rae", "Ann Lee"]


def test_a_page_that_goes_back_to_its_own_voice_makes_the_claim_nobodys_again(went_back, desk):
    assert told(went_back("outlet", "Ann Lee", "outlet")) == [("Ann Lee", "outlet", False, None)]
    assert claims.get(desk, 1).claimant is None


def test_a_page_that_goes_back_and_names_the_same_speaker_tells_nothing(went_back, desk):
    assert told(went_back("Bob Rae", "Rae", "Bob Rae")) == []
    assert claims.get(desk, 1).claimant == "Bob Rae"


def test_whoever_a_person_named_stays_where_the_page_goes_back(went_back, desk):
    def put_right():
        editing.edit_claim(desk, 1, text=WORDS, claimant="Cy Dow", actor="ada")

    went_back("Bob Rae", "Ann Lee", "Bob Rae", between=put_right)
    assert claims.get(desk, 1).claimant == "Cy Dow"


def test_a_claim_that_left_triage_keeps_its_claimant_where_the_page_goes_back(went_back, desk):
    def accept():
        triage.decide(desk, Ruling(1, Decision.ACCEPT), actor="ada")

    done = went_back("Bob Rae", "Ann Lee", "Bob Rae", between=accept)
    assert told(done) == [("Ann Lee", "Bob Rae", False, "Ann Lee")]
    assert claims.get(desk, 1).claimant == "Ann Lee"
