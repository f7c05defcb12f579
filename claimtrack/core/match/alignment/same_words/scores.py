"""Results of games: "6-4, 7-5" is another match than "7-5, 6-4", and who has not lost may have drawn."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.guards.difference import Difference, Excerpts, symmetric_check
from claimtrack.core.match.reading.reading import Reading

_SET = r"\d{1,2}-\d{1,2}(?: ?\(\d{1,2}(?:-\d{1,2})?\))?"
_SETS = expression(rf"(?<![\w.,-]){_SET}(?:(?:,| and|, and)? {_SET})+(?![\w-])")
_ONE_SET = expression(r"(\d+)-(\d+)(?![\d-]*\))")


def sets_differ(a: Reading, b: Reading) -> Difference | None:
    """Both list the results of sets, and not the same ones in the same order; the loser's come first in some papers."""
    ours = _find_sets(a)
    theirs = _find_sets(b) if ours else None
    if not ours or not theirs:
        return None
    (written, sets), (written_b, sets_b) = ours, theirs
    if sets in (sets_b, [(loser, winner) for winner, loser in sets_b]):
        return None
    if sorted(sets) == sorted(sets_b) and all(int(first) < int(last) for first, last in sets):
        return None  # "open 9-12 and 14-17"
    return Difference(f"differs: {written} / {written_b}", sure=True, in_any_order=True)


def _find_sets(reading: Reading) -> tuple[str, list[tuple[str, str]]] | None:
    """The first list of results as written, and its pairs without tie-breaks: "7-6 (7-5), 6-2"."""
    found = _SETS.search(reading.text) if reading.text.count("-") > 1 else None
    return (found[0], _ONE_SET.findall(found[0])) if found else None


_GAMES = words_of("game games match matches test tests fixture fixtures bout bouts season")


@symmetric_check("differs", sure=False)
def may_have_drawn(one: Reading, other: Reading) -> Excerpts | None:
    """One says that no game was lost, or won, the other that all were won, or lost: some may have been drawn."""
    if _GAMES.isdisjoint(one.vocabulary) or other.negators or "outcome" not in other.poles:
        return None
    result = other.poles["outcome"][0][1]
    denied = one.poles.get("outcome", ()) if one.negators else ()
    return next(((f"{one.written[one.negators[0]]} {word}", result) for _, word, _ in denied), None)
