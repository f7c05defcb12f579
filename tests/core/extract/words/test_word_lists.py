"""Lists of words: each has one name, so that a word is added in one place."""

import ast
import importlib
from collections import defaultdict
from pathlib import Path

from claimtrack.core import extract

PACKAGE = Path(extract.__file__).parent
FEWEST = 6
"""Words. Shorter lists may be the same by chance."""


def sets_of_words():
    """Where each set of words is that stands as a constant in a module, and the set."""
    for path in sorted(PACKAGE.rglob("*.py")):
        place = ".".join(path.relative_to(PACKAGE.parents[2]).with_suffix("").parts)
        module = importlib.import_module(place.removesuffix(".__init__"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            for target in node.targets if isinstance(node, ast.Assign) else ():
                value = getattr(module, target.id, None) if isinstance(target, ast.Name) else None
                if isinstance(value, (set, frozenset)):
                    yield f"{place}.{target.id}", frozenset(value)


def test_no_two_constants_hold_the_same_words():
    places = defaultdict(list)
    for place, words in sets_of_words():
        places[words].append(place)
    assert [found for words, found in places.items() if len(words) >= FEWEST and len(found) > 1] == []
