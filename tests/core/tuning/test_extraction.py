"""The ranker's tuning: what it learns from a desk with a taste, and from one without."""

import random

import pytest

from claimtrack.core.extract import FEATURES, score
from claimtrack.core.model import ClaimantKind, Kind
from claimtrack.core.tuning import TriagedSentence, examine_sentences
from tests.tables import each_row

FIGURES = "Spending on {} rose by {} percent last year, the ministry found"
VIEWS = "I think that {} should be at the heart of what we do, number {}"
NOUNS = ("roads", "schools", "hospitals", "housing", "rivers", "forests", "railways", "theatres")


def triaged(likes_figures, count=120):
    """Sentences with figures and sentences with views, of which the desk accepts one sort."""
    made = []
    for number in range(count):
        is_figure = number % 2 == 0
        text = (FIGURES if is_figure else VIEWS).format(NOUNS[number // 2 % 8], number)
        made.append(TriagedSentence(text, Kind.DIRECT, is_figure is likes_figures))
    return made


def test_too_few_decisions_say_how_many_are_missing():
    report = examine_sentences(triaged(True, 30))
    assert (report.accepted, report.rejected, report.missing) == (15, 15, 20)
    assert not report.changes_anything


def test_precision_at_the_top_is_told_for_lists_that_are_long_enough():
    report = examine_sentences(triaged(True, 60))
    assert report.precision_at == {5: 1.0, 10: 1.0, 20: 1.0, 50: pytest.approx(0.6)}


def test_a_desk_with_the_opposite_taste_gets_other_points_that_rank_its_way():
    report = examine_sentences(triaged(False))
    assert report.comparison.is_better
    assert set(report.points) == set(FEATURES)
    assert all(isinstance(points, int) for points in report.points.values())
    figure, view = FIGURES.format("bridges", 9), VIEWS.format("bridges", 9)
    assert score(figure)[0] > score(view)[0]
    assert score(figure, report.points)[0] < score(view, report.points)[0]


@each_row("share", [0.2, 0.5, 0.9])
def test_a_desk_without_a_taste_keeps_what_is_shipped_however_much_it_accepts(share):
    """Nor is a sentence worth checking because nearly all were accepted: to mark all of them tells nothing."""
    chance = random.Random(5)
    made = [TriagedSentence(one.text, one.kind, chance.random() < share) for one in triaged(True)]
    report = examine_sentences(made)
    assert report.comparison.why_not
    assert not report.changes_anything


def test_the_threshold_lies_between_what_is_accepted_and_what_is_not():
    report = examine_sentences(triaged(True))
    accepted = [score(one.text, report.points)[0] for one in triaged(True) if one.accepted]
    rejected = [score(one.text, report.points)[0] for one in triaged(True) if not one.accepted]
    assert max(rejected) < report.threshold <= min(accepted)


def test_points_of_a_feature_that_was_hardly_seen_stay():
    report = examine_sentences(triaged(False))
    unseen = [name for name in FEATURES if name == "legislation"]
    assert unseen
    assert {report.points[name] for name in unseen} == {FEATURES[name].points for name in unseen}


def test_what_sort_of_speaker_says_it_counts_in_the_order():
    sources = (ClaimantKind.PERSON, ClaimantKind.DOCUMENT)
    made = [
        TriagedSentence(FIGURES.format(NOUNS[n // 2 % 8], n), Kind.INDIRECT, n % 2 == 1, sources[n % 2])
        for n in range(60)
    ]
    assert examine_sentences(made).precision_at[20] == 1.0


@each_row(
    ("checked", "wider"),
    [
        pytest.param(Kind.OUTLET, 10, id="only what the outlet says"),
        pytest.param(Kind.INDIRECT, -10, id="only what others say"),
    ],
)
def test_a_desk_that_checks_one_kind_of_rows_is_soon_understood(checked, wider):
    kinds = (Kind.OUTLET, Kind.INDIRECT)
    made = [
        TriagedSentence(FIGURES.format(NOUNS[n % 8], n), kind, kind is checked)
        for n in range(30)
        for kind in kinds
    ]
    points = examine_sentences(made).points
    before = FEATURES["outlet_says"].points - FEATURES["stated"].points
    assert (points["outlet_says"] - points["stated"] - before) / wider >= 1
