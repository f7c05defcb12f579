"""Regular expressions that are compiled on first use."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import claimtrack.core
from claimtrack.core import expressions
from claimtrack.core.expressions import english_or_any, expression


def test_a_lazy_expression_matches_like_a_compiled_one():
    ours, compiled = expression(r"(?P<first>R)ents?", re.IGNORECASE), re.compile(r"Rents?", re.IGNORECASE)
    text = "Rents rose, and a rent fell"
    assert ours.findall(text) == [m[0][0] for m in compiled.finditer(text)]
    assert ours.match(text)["first"] == "R"
    assert ours.sub("x", text) == compiled.sub("x", text)
    assert (ours.search(text, 1).start(), ours.fullmatch(text)) == (compiled.search(text, 1).start(), None)


def test_an_expression_is_not_compiled_before_its_first_use():
    rare = expression("(")  # invalid
    with pytest.raises(re.error):
        rare.match("rare")


def test_text_in_english_letters_is_matched_by_the_english_variant():
    ours = english_or_any("[A-Z]+", "(")  # invalid, and never compiled here
    assert (ours.search("£3 to ORAVA", 3)[0], ours.findall("A to B")) == ("ORAVA", ["A", "B"])
    assert (ours.sub("x", "A to B"), ours.fullmatch("to", 0, 2)) == ("x to x", None)
    both = english_or_any("[A-Z]", "[A-ZÖ]")
    assert [both.match(text)[0] for text in ("Orava", "Öland")] == ["O", "Ö"]
    assert both.sub("x", "Öland") == "xland"


def test_a_long_text_is_matched_like_a_short_one():
    both = english_or_any("[A-Z]", "[A-ZÖ]")
    long_ones = {"Öland " * 4_000: "Ö", "Orava " * 4_000: "O", "“Orava” " * 4_000: "O"}
    for text, initial in (*long_ones.items(), *long_ones.items()):  # the second time each is known
        assert both.findall(text) == [initial] * 4_000


def test_every_expression_of_the_core_compiles():
    modules = [
        import_module(module.name) for module in walk_packages(claimtrack.core.__path__, "claimtrack.core.")
    ]
    values = [value for module in modules for value in vars(module).values()]
    assert not any(isinstance(value, re.Pattern) for value in values)
    pairs = [
        (value._of_english, value._of_any)
        for value in values
        if isinstance(value, expressions._PatternByAlphabet)
    ]
    patterns = [pattern for pattern in values if isinstance(pattern, expressions._LazyPattern)] + [
        pattern for pair in pairs for pattern in pair
    ]
    assert len({pattern.pattern for pattern in patterns}) > 300
