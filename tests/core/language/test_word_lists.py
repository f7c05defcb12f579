"""Each list of words exists only once, so that a word is added in one place."""

import ast
import importlib
from collections import defaultdict
from pathlib import Path

from claimtrack import core

PACKAGE = Path(core.__file__).parent
MIN_SIZE = 4
"""Shorter lists may coincide by chance."""


def find_word_sets():
    """Each set of words that is a constant of a module, with its dotted name."""
    for path in sorted(PACKAGE.rglob("*.py")):
        place = ".".join(path.relative_to(PACKAGE.parents[1]).with_suffix("").parts)
        module = importlib.import_module(place.removesuffix(".__init__"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.Assign) or isinstance(node.value, ast.Name | ast.Attribute):
                continue  # an attribute is a list that stands in another module
            for target in node.targets:
                value = getattr(module, target.id, None) if isinstance(target, ast.Name) else None
                if isinstance(value, (set, frozenset)):
                    yield f"{place}.{target.id}", frozenset(value)


def test_no_two_constants_hold_the_same_words():
    places = defaultdict(list)
    for place, words in find_word_sets():
        places[words].append(place)
    assert [names for words, names in places.items() if len(words) >= MIN_SIZE and len(names) > 1] == []
