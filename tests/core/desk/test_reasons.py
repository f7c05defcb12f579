"""Which of the reasons for a score a person is shown."""

from claimtrack.core.desk.reasons import MAX_REASONS, top_reasons


def test_the_reasons_that_count_most_come_first_whether_for_or_against():
    assert top_reasons(["a figure: +13", "names a day or a month: +3", "a plan, not yet a fact: -18"]) == [
        "a plan, not yet a fact: -18", "a figure: +13", "names a day or a month: +3",
    ]  # fmt: skip


def test_no_more_are_shown_than_a_person_reads():
    assert top_reasons(f"reason {points}: +{points}" for points in range(1, 9)) == [
        f"reason {points}: +{points}" for points in range(8, 8 - MAX_REASONS, -1)
    ]


def test_reasons_of_a_plug_in_need_no_points_and_keep_their_order():
    assert top_reasons(["looks odd", "from a wire", "a figure: +13"]) == [
        "a figure: +13",
        "looks odd",
        "from a wire",
    ]
