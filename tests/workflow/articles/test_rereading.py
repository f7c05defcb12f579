"""An article that is read again is extracted only if that can change something: the desk and what is said of it are the same as ever."""

import re
from contextlib import closing
from dataclasses import replace

import pytest

from claimtrack.core.extract import Options, extract
from claimtrack.core.model import Article, Status
from claimtrack.store import articles, claims
from claimtrack.store.file.copying import scratch_copy
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import desk as work
from claimtrack.workflow.articles import extracting, ingesting, withdrawing
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor, choose_extractor
from claimtrack.workflow.articles.ingesting import Stopped, ingest_article
from claimtrack.workflow.matching.matching import look_up_repeats
from claimtrack.workflow.undoing import take_back_import
from tests.workflow.articles.test_entering import READINGS

TEXT = (
    "The mayor opened the bridge. “Unemployment fell by 9 percent in two years,” said Ada Miller. "
    "The city spent 40 million crowns on the new bridge, the auditor wrote. It rained."
)
ARTICLE = Article(TEXT, url="https://news.example/1", title="The bridge")
WITHDRAWN = replace(ARTICLE, is_withdrawn=True)


@pytest.fixture
def extracted(monkeypatch):
    """The texts that were extracted."""
    texts = []

    def extract_and_record(article, options):
        texts.append(article.text)
        return extract(article, options)

    monkeypatch.setattr(extracting, "extract", extract_and_record)
    return texts


def read(db, article=ARTICLE, **how):
    return ingest_article(db, article, source="1.txt", actor="cron", **how)


def contents(db):
    """Every row of the desk, without the times at which they were written, and without the match index, which the next change updates."""
    left_out = ("match_", "claims_fts", "articles_fts", "notes_fts", "_sqlite")
    tables = [table for table in db.tables if not table.name.startswith(left_out)]
    return {table.name: re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "", str(list(table.rows))) for table in tables}


def run_sql(sql):
    def run(db):
        with write_transaction(db, "ada"):
            db.execute(sql)

    return run


def work_on_claims(db):
    work.set_status(db, 1, Status.REJECTED, actor="ada")
    with write_transaction(db, "ada"):
        claims.update(db, 2, text="Unemployment fell.")


def withdraw_and_restore(db):
    read(db, WITHDRAWN)
    withdrawing.restore(db, 1, actor="ada")


def undo(db):
    take_back_import(db, *read(db, replace(ARTICLE, url="https://news.example/2")).written, actor="cron")


NEWER = replace(BUILT_IN, identity="rules of tomorrow")


@pytest.mark.parametrize(
    ("meanwhile", "again", "is_extracted"),
    [
        pytest.param(lambda db: None, {}, False, id="nothing happened"),
        pytest.param(work_on_claims, {}, False, id="claims were reworded and rejected"),
        pytest.param(undo, {}, False, id="another article was read and undone"),
        pytest.param(lambda db: None, {"article": replace(ARTICLE, title="Bridges")}, False, id="it keeps its title"),
        pytest.param(lambda db: None, {"article": replace(ARTICLE, outlet="The Daily")}, True, id="the outlet is known now"),
        pytest.param(lambda db: None, {"article": replace(ARTICLE, text=f"{TEXT} It cost 9 million.")}, True, id="it grew"),
        pytest.param(lambda db: None, {"options": Options(min_score=0.2)}, True, id="another minimum score"),
        pytest.param(lambda db: None, {"options": Options(points={"figure": 1})}, True, id="other points"),
        pytest.param(lambda db: None, {"extractor": choose_extractor(speaker="Ada Moor")}, True, id="a speaker"),
        pytest.param(lambda db: None, {"extractor": NEWER}, True, id="a newer extractor"),
        pytest.param(run_sql("delete from appearances where id = 2"), {}, True, id="a claim was removed from it"),
        pytest.param(
            run_sql("update appearances set span_end = span_end - 1, quote = substr(quote, 1, length(quote) - 1) where id = 2"),
            {},
            True,
            id="a quote was shortened",
        ),
        pytest.param(run_sql("update articles set published_on = '2024-04-22'"), {}, True, id="it was dated"),
        pytest.param(withdraw_and_restore, {}, True, id="it was withdrawn and restored"),
        pytest.param(withdraw_and_restore, {"article": WITHDRAWN}, False, id="it was restored and is withdrawn again"),
    ],
)  # fmt: skip
def test_reading_again_does_the_same_whether_or_not_it_extracts(
    desk, extracted, meanwhile, again, is_extracted
):
    read(desk)
    meanwhile(desk)
    with closing(scratch_copy(desk)) as copy:
        copy.execute("delete from article_readings")  # so that it must be extracted
        expected = read(copy, **again)
        extracted.clear()
        result = read(desk, **again)
        assert replace(result, written=()) == replace(expected, written=())
        assert contents(desk) == contents(copy)
        assert bool(extracted) == is_extracted
        extracted.clear()
        read(desk, **again)
        assert not extracted


def test_a_growing_article_and_an_older_copy_of_it_are_extracted_once(desk, extracted):
    for text in READINGS:
        read(desk, Article(text))
    assert extracted == READINGS
    assert [read(desk, Article(text)).newer_id for text in READINGS] == [1, 1, 1, None]
    counts = len(extracted)
    assert [read(desk, Article(text)).newer_id for text in READINGS] == [1, 1, 1, None]
    assert len(extracted) == counts


def test_a_known_article_that_a_person_makes_the_next_version_is_extracted_again(desk, extracted):
    read(desk)
    other = Article("Trains were late on 30 days in May, said Bo Li.")
    again = read(desk, other)
    read(desk, other, version_of=1)
    assert articles.get(desk, again.article_id)["previous_id"] == 1
    assert extracted == [TEXT, other.text, other.text]


def test_an_article_of_which_an_undone_reading_is_repeated_is_extracted(desk, extracted):
    first = read(desk)
    take_back_import(desk, *first.written, actor="cron")
    assert desk.table("article_readings").count == 0
    assert read(desk).new == first.new
    assert len(extracted) == 2


def test_an_interrupted_reading_is_continued(desk, extracted, monkeypatch):
    monkeypatch.setattr(ingesting, "_ROWS", 2)
    asked = []

    def look_up(db, statements):
        asked.append(db)
        if len(asked) == 2:
            raise KeyboardInterrupt
        return look_up_repeats(db, statements)

    with pytest.raises(Stopped) as stopped:
        read(desk, look_up=look_up)
    assert desk.table("article_readings").count == 0
    rest = read(desk)
    assert (rest.known, rest.new) == (stopped.value.done.new, len(extract(ARTICLE)) - 2)
    assert len(extracted) == 2


def test_a_plug_in_reads_an_article_each_time(desk, extracted):
    for _ in range(2):
        read(desk, extractor=Extractor("plug-in", BUILT_IN.run))
    assert len(extracted) == 2
