"""What counts as one occasion: an article, a speaker and a day, however often the article has the claim."""

import pytest

from claimtrack.core.model import Article, Judgement
from claimtrack.store import articles, clusters, statistics, views
from claimtrack.workflow import triage
from claimtrack.workflow.matching.judging import judge

ADA, BO = 1, 2
MON, TUE = "2024-05-06", "2024-05-07"

# Appearances as (claim, article, claimant, speaker as written, day): those that count, by their place in the list.
CASES = [
    ([(1, 1, ADA, "Ada", None), (1, 1, ADA, "she", None)], [0], "said and said again in one article"),
    ([(1, 1, ADA, "Ada", None), (1, 2, ADA, "Ada", None)], [0, 1], "two articles"),
    ([(1, 1, ADA, "Ada", None), (1, 1, BO, "Bo", None)], [0, 1], "two speakers"),
    ([(1, 1, ADA, "Ada", MON), (1, 1, ADA, "Ada", TUE)], [0, 1], "two days"),
    ([(1, 1, ADA, "Ada", MON), (1, 1, ADA, "Ada", MON)], [0], "one day"),
    ([(1, 1, ADA, "Ada", None), (1, 1, ADA, "Ada", MON)], [1], "the day is told the second time"),
    (
        [(1, 1, ADA, "Ada", MON), (1, 1, ADA, "Ada", None), (1, 1, ADA, "Ada", TUE)],
        [0, 2],
        "no day of its own",
    ),
    ([(1, 1, None, "The mayor", None), (1, 1, None, "the mayor", None)], [0], "a capital makes no other speaker"),
    ([(1, 1, None, "a nurse", None), (1, 1, None, "a guard", None)], [0, 1], "speakers without a name"),
    ([(1, 1, None, None, None), (1, 1, None, None, None)], [0], "the article itself"),
    ([(1, 1, None, None, None), (1, 1, ADA, "Ada", None)], [0, 1], "the article itself, and a speaker"),
    ([(1, 1, ADA, "Ada", None), (2, 1, ADA, "Ada", None)], [0], "claims judged the same"),
    ([(2, 1, ADA, "Ada", None), (1, 1, ADA, "Ada", MON)], [1], "claims judged the same, the day told of one"),
    ([(1, 1, ADA, "Ada", None), (3, 1, ADA, "Ada", None)], [0], "another claim is another matter"),
    ([(1, 1, ADA, "Ada", None)] * 300, [0], "all through one article"),
]  # fmt: skip


@pytest.fixture
def said(desk):
    """Files these appearances on a desk where claims 1 and 2 are judged the same; their ids."""
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
def test_an_article_counts_once_for_each_speaker_and_day(desk, said, rows, counted, reason):
    ids = said(rows)
    assert sorted(row["id"] for row in clusters.occasions(desk, 1)) == [ids[at] for at in counted], reason
    assert views.claims_by_id(desk, [1])[1]["appearances"] == len(counted), reason
    assert triage.case(desk, 1).times == len(counted), reason


def test_a_claim_that_one_article_repeats_is_not_seen_again(desk, said):
    said([(3, 1, ADA, "Ada", None)] * 5)
    assert statistics.most_repeated(desk, limit=9) == []
    assert {"what": "claims seen more than once", "count": 0} in statistics.totals(desk)
    assert list(desk.query("select * from recurring_claims")) == []


def test_claims_judged_the_same_stand_once_among_the_most_repeated(desk, said):
    said([(1, 1, ADA, "Ada", MON), (2, 2, BO, "Bo", TUE), (3, 1, ADA, "Ada", MON), (3, 2, ADA, "Ada", MON)])
    judge(desk, 1, 2, Judgement.SAME, actor="ana")
    told = [(row["id"], row["appearances"]) for row in statistics.most_repeated(desk, limit=9)]
    assert told == [(1, 2), (3, 2)]
    assert [row["id"] for row in statistics.most_repeated(desk, limit=1)] == [1]


def test_what_is_seen_most_often_goes_by_occasions(desk, said):
    said(
        [(3, 1, ADA, "Ada", None)] * 5
        + [(3, 2, BO, "Bo", None), (1, 1, ADA, "Ada", MON)]
        + [(1, 1, BO, "Bo", MON), (1, 2, BO, "Bo", TUE)]
    )
    told = [(row["id"], row["appearances"]) for row in statistics.most_repeated(desk, limit=9)]
    assert told == [(1, 3), (3, 2)]


# Claims 1 and 2, judged the same, stand in an article. What its new version has, those that count (by their place), the dropped of these, why.
VERSIONS = [
    ([(1, 3, ADA, "Ada", None), (2, 3, BO, "Bo", None)], [2, 3], [], "both stay"),
    ([(1, 3, ADA, "Ada", None)], [1, 2], [1], "that of Bo goes: he did say it"),
    ([(1, 3, BO, "Bo", None)], [2], [], "the first is somebody else's now, and he has said the second"),
    ([(2, 3, ADA, "Ada", None)], [2], [], "the other claim of her own, now of both names"),
    ([], [0, 1], [0, 1], "both go"),
]


@pytest.mark.parametrize(("rows", "counted", "dropped", "reason"), VERSIONS)
def test_a_new_version_drops_each_speaker_whose_claim_it_lacks(desk, said, rows, counted, dropped, reason):
    article = Article("Rents rose. " * 9, url="https://a.example/1", published_on="2024-05-09")
    assert articles.add(desk, article, previous_id=1) == 3
    ids = said([(1, 1, ADA, "Ada", None), (2, 1, BO, "Bo", None), *rows])
    found = clusters.occasions(desk, 1)
    assert sorted(row["id"] for row in found) == [ids[at] for at in counted], reason
    assert sorted(row["id"] for row in found if row["dropped_by"]) == [ids[at] for at in dropped], reason
