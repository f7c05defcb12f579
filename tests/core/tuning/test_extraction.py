"""Tuning of extraction: what it learns from a desk with a clear preference, and from one without."""

import random

import pytest

from claimtrack.core.extract import FEATURES, score
from claimtrack.core.model import ClaimantKind, Kind
from claimtrack.core.tuning import TriagedSentence, examine_sentences
from tests.tables import each_row

FIGURES = "Spending on {} rose by {} percent last year, the ministry found"
VIEWS = "I think that {} should be at the heart of what we do, number {}"
NOUNS = ("roads", "schools", "hospitals", "housing", "rivers", "forests", "railways", "theatres")


def triaged_sentences(likes_figures, count=120):
    """Sentences with figures and sentences with opinions, of which the desk accepts one sort."""
    sentences = []
    for number in range(count):
        is_figure = number % 2 == 0
        text = (FIGURES if is_figure else VIEWS).format(NOUNS[number // 2 % 8], number)
        sentences.append(TriagedSentence(text, Kind.DIRECT, is_figure is likes_figures))
    return sentences


def test_a_report_on_too_few_decisions_says_how_many_are_missing():
    report = examine_sentences(triaged_sentences(True, 30))
    assert (report.accepted, report.rejected, report.missing) == (15, 15, 20)
    assert not report.changes_anything


def test_precision_at_the_top_is_reported_only_for_long_enough_lists():
    report = examine_sentences(triaged_sentences(True, 60))
    assert report.precision_at == {5: 1.0, 10: 1.0, 20: 1.0, 50: pytest.approx(0.6)}


def test_a_desk_with_the_opposite_preference_gets_points_that_rank_its_way():
    report = examine_sentences(triaged_sentences(False))
    assert report.comparison.is_better
    assert set(report.points) == set(FEATURES)
    assert all(isinstance(points, int) for points in report.points.values())
    figure, view = FIGURES.format("bridges", 9), VIEWS.format("bridges", 9)
    assert score(figure)[0] > score(view)[0]
    assert score(figure, report.points)[0] < score(view, report.points)[0]


@each_row("share", [0.2, 0.5, 0.9])
def test_a_desk_without_a_preference_keeps_the_shipped_points(share):
    """However much it accepts: marking nearly every sentence as worth checking would tell nothing."""
    chance = random.Random(5)
    sentences = [
        TriagedSentence(sentence.text, sentence.kind, chance.random() < share)
        for sentence in triaged_sentences(True)
    ]
    report = examine_sentences(sentences)
    assert report.comparison.why_not
    assert not report.changes_anything


def test_the_threshold_separates_accepted_from_rejected_sentences():
    report = examine_sentences(triaged_sentences(True))
    accepted = [
        score(sentence.text, report.points)[0] for sentence in triaged_sentences(True) if sentence.accepted
    ]
    rejected = [
        score(sentence.text, report.points)[0]
        for sentence in triaged_sentences(True)
        if not sentence.accepted
    ]
    assert max(rejected) < report.threshold <= min(accepted)


def test_a_feature_that_was_hardly_seen_keeps_its_points():
    report = examine_sentences(triaged_sentences(False))
    unseen = [name for name in FEATURES if name == "legislation"]
    assert unseen
    assert {report.points[name] for name in unseen} == {FEATURES[name].points for name in unseen}


def test_the_kind_of_speaker_affects_the_ranking():
    sources = (ClaimantKind.PERSON, ClaimantKind.DOCUMENT)
    sentences = [
        TriagedSentence(FIGURES.format(NOUNS[n // 2 % 8], n), Kind.INDIRECT, n % 2 == 1, sources[n % 2])
        for n in range(60)
    ]
    assert examine_sentences(sentences).precision_at[20] == 1.0


@each_row(
    ("checked", "wider"),
    [
        pytest.param(Kind.OUTLET, 10, id="only the outlet's rows"),
        pytest.param(Kind.INDIRECT, -10, id="only others' rows"),
    ],
)
def test_a_desk_that_checks_only_one_kind_of_row_is_learnt_quickly(checked, wider):
    kinds = (Kind.OUTLET, Kind.INDIRECT)
    sentences = [
        TriagedSentence(FIGURES.format(NOUNS[n % 8], n), kind, kind is checked)
        for n in range(30)
        for kind in kinds
    ]
    points = examine_sentences(sentences).points
    before = FEATURES["outlet_says"].points - FEATURES["stated"].points
    assert (points["outlet_says"] - points["stated"] - before) / wider >= 1
