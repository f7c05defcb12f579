"""Guards are found by the question that they answer: the list of packages, and the list of guards, say what there is."""

import re
from pathlib import Path

from claimtrack.core.match import guards
from claimtrack.core.match.guards.guards import GUARDS


def packages():
    return {path.parent.name for path in Path(guards.__file__).parent.glob("*/__init__.py")}


def test_the_docstring_of_the_guards_lists_every_package_and_no_other():
    assert set(re.findall(r"^([a-z]+) {2,}\S", guards.__doc__, re.MULTILINE)) == packages()


def test_every_guard_stands_in_one_of_them_or_is_a_row_of_the_table():
    homes = {guard.__module__.removeprefix(f"{guards.__name__}.").split(".")[0] for guard in GUARDS}
    assert homes == packages() | {"phrase_guards"}
