"""Exact repeats of many statements at once."""

from claimtrack.core.model import Statement
from claimtrack.store import claimants, claims
from claimtrack.workflow import repeating


def test_many_statements_are_answered_as_each_alone(desk):
    ada = claimants.get_or_add(desk, "Ada Fenn")
    claims.add(desk, "The port lost 400 jobs.", claimant_id=ada)
    claims.add(desk, "The port lost 400 jobs.")
    claims.add(desk, "No.", claimant_id=ada)
    told = [
        ("The port lost 400 jobs.", "Ada Fenn"),
        ("The port lost 400 jobs.", "Bo Lund"),
        ("The port lost 500 jobs.", "Ada Fenn"),
        ("No.", "Ada Fenn"),
        ("The  port lost 400 jobs.", None),
    ]
    asked = [(Statement(*one), ()) for one in told]
    assert repeating.exact_matches(desk, asked) == [1, 2, None, None, 1]
    assert [repeating.exact_match(desk, *one) for one in asked] == [1, 2, None, None, 1]
    assert repeating.exact_matches(desk, []) == []
