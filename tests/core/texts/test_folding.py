"""How letters are folded for a search."""

from claimtrack.core.texts.folding import alphabetical, folded, without_accents
from tests.tables import each_row

CASES = [
    ("Ada Bell", "ada bell"),
    ("Étienne Żurek", "etienne zurek"),
    ("Molna\u0301r", "molnar"),  # a combining accent
    ("ŁÓDŹ Ødegård", "lodz odegard"),
    ("Straße İzmir ıhlara", "strasse izmir ihlara"),
    ("Æsop Œuvre Þór Đorđe", "aesop oeuvre thor dorde"),
    (
        "𝗔𝗱𝗮 Ｂｅｌｌ of Acme™, № 5",
        "ada bell of acmetm, no 5",
    ),  # letters as in posts, and signs made of capitals
    ("Ольга", "ольга"),
    ("東京", "東京"),
    ("", ""),
]


@each_row(("text", "expected"), CASES)
def test_folding_removes_only_capitals_accents_and_other_forms_of_letters(text, expected):
    assert folded(text) == expected
    assert folded(expected) == expected


def test_accents_alone_can_be_removed():
    assert without_accents("Étienne Ødegård, 20 m²") == "Etienne Ødegard, 20 m²"


def test_names_are_sorted_without_regard_to_capitals_and_accents():
    names = ["Zoe", "Ölund", "adler", "Émile", "Eve", "emil", "Ødegård", "Adler"]
    by_name = ["Adler", "adler", "emil", "Émile", "Eve", "Ødegård", "Ölund", "Zoe"]
    assert sorted(names, key=alphabetical) == by_name
