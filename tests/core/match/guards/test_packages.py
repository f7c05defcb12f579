"""Guards are found by the question that they answer: the docstring of the package and the list of guards are complete."""

import re
from pathlib import Path

from claimtrack.core.match import guards
from claimtrack.core.match.guards.guards import GUARDS


def packages():
    return {path.parent.name for path in Path(guards.__file__).parent.glob("*/__init__.py")}


def test_the_docstring_of_the_guards_lists_exactly_the_packages():
    assert set(re.findall(r"^([a-z]+) {2,}\S", guards.__doc__, re.MULTILINE)) == packages()


def test_every_guard_is_in_a_package_or_a_row_of_the_phrase_table():
    homes = {guard.__module__.removeprefix(f"{guards.__name__}.").split(".")[0] for guard in GUARDS}
    assert homes == packages() | {"phrase_guards"}
