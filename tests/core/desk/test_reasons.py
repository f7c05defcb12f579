"""Which reasons for a score are shown."""

from claimtrack.core.desk.reasons import MAX_REASONS, top_reasons


def test_reasons_are_sorted_by_weight_whether_for_or_against():
    assert top_reasons(["a figure: +13", "names a day or a month: +3", "a plan, not yet a fact: -18"]) == [
        "a plan, not yet a fact: -18", "a figure: +13", "names a day or a month: +3",
    ]  # fmt: skip


def test_only_the_weightiest_reasons_are_shown():
    assert top_reasons(f"reason {points}: +{points}" for points in range(1, 9)) == [
        f"reason {points}: +{points}" for points in range(8, 8 - MAX_REASONS, -1)
    ]


def test_reasons_of_a_plugin_without_points_come_last_in_their_order():
    assert top_reasons(["looks odd", "from a wire", "a figure: +13"]) == [
        "a figure: +13",
        "looks odd",
        "from a wire",
    ]
