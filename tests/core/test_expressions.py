"""Expressions that are made when they are first asked."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import claimtrack.core
from claimtrack.core import expressions
from claimtrack.core.expressions import expression


def test_it_answers_as_the_compiled_expression_does():
    ours, compiled = expression(r"(?P<first>R)ents?", re.IGNORECASE), re.compile(r"Rents?", re.IGNORECASE)
    text = "Rents rose, and a rent fell"
    assert ours.findall(text) == [m[0][0] for m in compiled.finditer(text)]
    assert ours.match(text)["first"] == "R"
    assert ours.sub("x", text) == compiled.sub("x", text)
    assert (ours.search(text, 1).start(), ours.fullmatch(text)) == (compiled.search(text, 1).start(), None)


def test_nothing_is_compiled_before_it_is_asked():
    rare = expression("(")  # which is a mistake
    with pytest.raises(re.error):
        rare.match("rare")


def test_each_expression_of_the_core_compiles():
    modules = [import_module(one.name) for one in walk_packages(claimtrack.core.__path__, "claimtrack.core.")]
    found = [
        one for module in modules for one in vars(module).values() if isinstance(one, expressions._Expression)
    ]
    assert len({one.pattern for one in found}) > 50
