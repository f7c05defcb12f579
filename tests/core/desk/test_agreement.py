"""How well coders agree: the coefficients are those of the textbooks."""

import pytest

from claimtrack.core.desk.agreement import Code, measure
from tests.tables import each_row

# Two tables worked out in textbooks. Cohen's: both say yes 20 times and no 15 times; they differ 5 and 10 times: 0.7 observed,
# 0.5 * 0.6 + 0.5 * 0.4 = 0.5 by chance, hence 0.4. Krippendorff's: three coders and 15 units, 12 of them coded by two or three.
COHEN = {
    "a": "y " * 20 + "y " * 5 + "n " * 10 + "n " * 15,
    "b": "y " * 20 + "n " * 5 + "y " * 10 + "n " * 15,
}
KRIPPENDORFF = {
    "a": "* * * * * 3 4 1 2 1 1 3 3 * 3",
    "b": "1 * 2 1 3 3 4 3 * * * * * * *",
    "c": "* * 2 1 3 4 4 * 2 1 1 3 3 * 4",
}
# Three coders and seven units with gaps, and what `krippendorff` 0.9.0 and the `cohen_kappa_score` of scikit-learn 1.9.1 say of it.
MIXED = {"a": "x y z x y * x", "b": "x y y x z z x", "c": "x z z x y z *"}


@each_row(
    ("coded", "between", "units", "agreement", "kappa", "alpha"),
    [
        pytest.param(COHEN, ("a", "b"), 50, 0.7, 0.4, None, id="Cohen's textbook example"),
        # n = 100 codes, 55 yes and 45 no; 30 differ, and 2 * 55 * 45 / 99 = 50 by chance: 1 - 30 / 50
        pytest.param(COHEN, None, 50, 0.7, None, 0.4, id="alpha of the same data"),
        pytest.param(
            KRIPPENDORFF, None, 12, 0.75, None, 0.691, id="Krippendorff's textbook example, with gaps"
        ),
        pytest.param(MIXED, None, 7, 0.6471, None, 0.5424, id="alpha as another program has it"),
        pytest.param(MIXED, ("a", "b"), 6, 0.6667, 0.4545, None, id="kappa as another program has it"),
        pytest.param({"a": "y y", "b": "y y"}, ("a", "b"), 2, 1.0, None, None, id="a single code: undefined"),
        pytest.param({"a": "y y", "b": "y y"}, None, 2, 1.0, None, None, id="alpha of a single code"),
        pytest.param({"a": "y n", "b": "n y"}, ("a", "b"), 2, 0.0, -1.0, None, id="no agreement"),
        # 4 codes, 2 and 2; 4 differ, and 2 * 2 * 2 / 3 by chance: 1 - 4 / (8 / 3)
        pytest.param({"a": "y n", "b": "n y"}, None, 2, 0.0, None, -0.5, id="alpha without agreement"),
    ],
)
def test_coefficients_are_those_of_the_textbooks(coded, between, units, agreement, kappa, alpha):
    codes = [
        Code(coder, "triage", str(unit), code)
        for coder, codes in coded.items()
        for unit, code in enumerate(codes.split())
        if code != "*"
    ]
    found = {one.coder and (one.coder, one.other_coder): one for one in measure(codes)}[between]
    assert found.units == units
    for value, wanted in ((found.agreement, agreement), (found.kappa, kappa), (found.alpha, alpha)):
        assert value == (wanted if wanted is None else pytest.approx(wanted, abs=0.0005))


def test_only_what_two_people_coded_counts_and_each_question_by_itself():
    codes = [
        Code("a", "triage", "1", "accept"),
        Code("b", "triage", "1", "reject"),
        Code("c", "triage", "2", "accept"),
        Code("a", "rating", "1", "True"),
        Code("c", "rating", "1", "True"),
    ]
    found = [(one.what, one.coder, one.other_coder, one.coders, one.agreement) for one in measure(codes)]
    assert found == [
        ("triage", "a", "b", 2, 0.0),
        ("triage", None, None, 2, 0.0),
        ("rating", "a", "c", 2, 1.0),
        ("rating", None, None, 2, 1.0),
    ]
    assert list(measure([])) == []
