"""Guards are grouped by the question they answer, and the docstring and the list of guards are complete."""

import re
from pathlib import Path

from claimtrack.core.match import guards
from claimtrack.core.match.guards.guards import GUARDS


def find_packages():
    return {path.parent.name for path in Path(guards.__file__).parent.glob("*/__init__.py")}


def test_the_docstring_of_the_guards_lists_exactly_their_packages():
    assert set(re.findall(r"^([a-z]+) {2,}\S", guards.__doc__, re.MULTILINE)) == find_packages()


def test_every_guard_is_in_a_package_or_a_row_of_the_phrase_table():
    homes = {guard.__module__.removeprefix(f"{guards.__name__}.").split(".")[0] for guard in GUARDS}
    assert homes == find_packages() | {"phrase_guards"}
