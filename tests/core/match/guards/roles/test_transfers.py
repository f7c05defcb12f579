"""Sales and purchases: what can be bought is sold by somebody, whom the other statement may name."""

from tests.tables import each_row

ROWS = [
    ("Stolen bikes can be bought at the market in Holm.", "Dealers sell stolen bikes at the market in Holm.", "duplicate", "no buyer named"),
    ("Dealers buy stolen bikes at the market in Holm.", "Dealers sell stolen bikes at the market in Holm.", "conflict", "the buyers sell"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_a_purchase_without_a_buyer_does_not_contradict_the_sale(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
