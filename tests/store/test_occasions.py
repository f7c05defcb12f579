"""One occasion is an article, a speaker and a day, however often the article repeats the claim."""

import pytest

from claimtrack.core.model import Article, Judgement
from claimtrack.store import articles, clusters, statistics, views
from claimtrack.workflow import triage
from claimtrack.workflow.matching.judging import judge

ADA, BO = 1, 2
MON, TUE = "2024-05-06", "2024-05-07"

# Appearances as (claim, article, claimant, speaker as written, day), and the indexes of those that count.
CASES = [
    ([(1, 1, ADA, "Ada", None), (1, 1, ADA, "she", None)], [0], "repeated in one article"),
    ([(1, 1, ADA, "Ada", None), (1, 2, ADA, "Ada", None)], [0, 1], "two articles"),
    ([(1, 1, ADA, "Ada", None), (1, 1, BO, "Bo", None)], [0, 1], "two speakers"),
    ([(1, 1, ADA, "Ada", MON), (1, 1, ADA, "Ada", TUE)], [0, 1], "two days"),
    ([(1, 1, ADA, "Ada", MON), (1, 1, ADA, "Ada", MON)], [0], "one day"),
    ([(1, 1, ADA, "Ada", None), (1, 1, ADA, "Ada", MON)], [1], "only the second gives the day"),
    (
        [(1, 1, ADA, "Ada", MON), (1, 1, ADA, "Ada", None), (1, 1, ADA, "Ada", TUE)],
        [0, 2],
        "without a day it belongs to another occasion",
    ),
    ([(1, 1, None, "The mayor", None), (1, 1, None, "the mayor", None)], [0], "speakers that differ in case"),
    ([(1, 1, None, "a nurse", None), (1, 1, None, "a guard", None)], [0, 1], "unnamed speakers"),
    ([(1, 1, None, None, None), (1, 1, None, None, None)], [0], "the article itself"),
    ([(1, 1, None, None, None), (1, 1, ADA, "Ada", None)], [0, 1], "the article itself and a speaker"),
    ([(1, 1, ADA, "Ada", None), (2, 1, ADA, "Ada", None)], [0], "claims judged the same"),
    ([(2, 1, ADA, "Ada", None), (1, 1, ADA, "Ada", MON)], [1], "claims judged the same, only one with a day"),
    ([(1, 1, ADA, "Ada", None), (3, 1, ADA, "Ada", None)], [0], "another claim does not count"),
    ([(1, 1, ADA, "Ada", None)] * 300, [0], "repeated throughout one article"),
]  # fmt: skip


@pytest.fixture
def file_occasions(desk):
    """Files appearances on a desk where claims 1 and 2 are judged the same; returns their ids."""
    sentence = "Rents rose. "
    desk.execute("insert into claimants (name) values ('Ada'), ('Bo')")
    for number in (1, 2, 3):
        desk.execute("insert into claims (text, status) values (?, 'proposed')", [f"Rents rose {number}"])
    for number in (1, 2):
        text = sentence * 300 + str(number)
        articles.add(desk, Article(text, url=f"https://a.example/{number}", published_on="2024-05-08"))
    judge(desk, 1, 2, Judgement.SAME, actor="ada")

    def file(rows):
        sql = """
            insert into appearances (claim_id, article_id, claimant_id, speaker_as_written, said_on,
                span_start, span_end, quote, kind) values (?, ?, ?, ?, ?, ?, ?, 'Rents rose.', 'indirect')
        """
        starts = [len(sentence) * at for at in range(len(rows))]
        return [
            desk.execute(sql, [*row, start, start + len("Rents rose.")]).lastrowid
            for row, start in zip(rows, starts, strict=True)
        ]

    return file


@pytest.mark.parametrize(("rows", "counted", "reason"), CASES)
def test_an_article_counts_once_for_each_speaker_and_day(desk, file_occasions, rows, counted, reason):
    ids = file_occasions(rows)
    assert sorted(row["id"] for row in clusters.occasions(desk, 1)) == [ids[at] for at in counted], reason
    assert views.claims_by_id(desk, [1])[1]["appearances"] == len(counted), reason
    assert triage.case(desk, 1).appearances == len(counted), reason


def test_a_claim_repeated_within_one_article_is_not_recurring(desk, file_occasions):
    file_occasions([(3, 1, ADA, "Ada", None)] * 5)
    assert statistics.most_repeated(desk, limit=9) == []
    assert {row["figure"]: row["count"] for row in statistics.totals(desk)}["claims_seen_more_than_once"] == 0
    assert list(desk.query("select * from recurring_claims")) == []


def test_claims_judged_the_same_are_listed_once_among_the_most_repeated(desk, file_occasions):
    file_occasions(
        [(1, 1, ADA, "Ada", MON), (2, 2, BO, "Bo", TUE), (3, 1, ADA, "Ada", MON), (3, 2, ADA, "Ada", MON)]
    )
    judge(desk, 1, 2, Judgement.SAME, actor="ana")
    repeated = [(row["id"], row["appearances"]) for row in statistics.most_repeated(desk, limit=9)]
    assert repeated == [(1, 2), (3, 2)]
    assert [row["id"] for row in statistics.most_repeated(desk, limit=1)] == [1]


def test_the_most_repeated_claims_are_ranked_by_occasions(desk, file_occasions):
    file_occasions(
        [(3, 1, ADA, "Ada", None)] * 5
        + [(3, 2, BO, "Bo", None), (1, 1, ADA, "Ada", MON)]
        + [(1, 1, BO, "Bo", MON), (1, 2, BO, "Bo", TUE)]
    )
    repeated = [(row["id"], row["appearances"]) for row in statistics.most_repeated(desk, limit=9)]
    assert repeated == [(1, 3), (3, 2)]


# Claims 1 and 2, judged the same, are in an article. What its new version has, the indexes that count and were dropped, why.
VERSIONS = [
    ([(1, 3, ADA, "Ada", None), (2, 3, BO, "Bo", None)], [2, 3], [], "both are still there"),
    ([(1, 3, ADA, "Ada", None)], [1, 2], [1], "Bo's is dropped, since he did say it"),
    ([(1, 3, BO, "Bo", None)], [2], [], "the first is now Bo's, who also said the second"),
    ([(2, 3, ADA, "Ada", None)], [2], [], "the second claim is now Ada's and stands for both"),
    ([], [0, 1], [0, 1], "both are dropped"),
]


@pytest.mark.parametrize(("rows", "counted", "dropped", "reason"), VERSIONS)
def test_a_new_version_drops_each_speaker_whose_claim_it_lacks(
    desk, file_occasions, rows, counted, dropped, reason
):
    article = Article("Rents rose. " * 9, url="https://a.example/1", published_on="2024-05-09")
    assert articles.add(desk, article, previous_id=1) == 3
    ids = file_occasions([(1, 1, ADA, "Ada", None), (2, 1, BO, "Bo", None), *rows])
    occasions = clusters.occasions(desk, 1)
    assert sorted(row["id"] for row in occasions) == [ids[at] for at in counted], reason
    assert sorted(row["id"] for row in occasions if row["dropped_by_id"]) == [ids[at] for at in dropped], (
        reason
    )


def test_counting_occasions_reads_neither_articles_nor_appearances_that_are_alone_in_theirs(desk):
    """The indexes tell. To read both, which are spread over a large file, took two thirds of the time of `stats`."""
    plan = [
        row[3]
        for row in desk.execute("explain query plan select count(*) from claim_occasions where claim_id = 1")
    ]
    assert "SEARCH appearances USING COVERING INDEX appearances_claim (claim_id=?)" in plan
    assert not [line for line in plan if line.startswith("SEARCH articles USING")]
    alone = next(
        at
        for at, line in enumerate(plan)
        if line.startswith("SEARCH others USING COVERING INDEX appearances_article")
    )
    assert alone < plan.index("SEARCH again USING INTEGER PRIMARY KEY (rowid=?)")
