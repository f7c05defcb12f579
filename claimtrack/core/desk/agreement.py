"""How well several people agree who decided on the same things without seeing each other's decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, permutations
from typing import NamedTuple


class Code(NamedTuple):
    """What one person decided on a unit, such as a claim; `what` is the question that it answers."""

    coder: str
    what: str
    unit: str
    code: str


class Agreement(NamedTuple):
    """How well two coders agree on a question, or all `coders` if `coder` is None, in the units that two or more of them coded.

    `agreement` is the share of pairs of codes that are alike. A coefficient is None if it is not for so many coders, or is not defined
    because all used the same code.
    """

    what: str
    coder: str | None
    other_coder: str | None
    coders: int
    units: int
    agreement: float
    kappa: float | None
    alpha: float | None


def measure(codes: Iterable[Code]) -> Iterator[Agreement]:
    """Yield how well each two coders agree, and all of them together, question by question."""
    given: dict[str, dict[str, dict[str, str]]] = {}
    for coder, what, unit, code in codes:
        given.setdefault(what, {}).setdefault(unit, {})[coder] = code
    for what, units in given.items():
        shared = [by_coder for by_coder in units.values() if len(by_coder) > 1]
        coders = sorted({coder for by_coder in shared for coder in by_coder})
        for one, other in combinations(coders, 2):
            if pairs := [(codes[one], codes[other]) for codes in shared if codes.keys() >= {one, other}]:
                yield Agreement(what, one, other, 2, len(pairs), _share_alike(pairs), kappa(pairs), None)
        if shared:
            yield _of_all(what, len(coders), shared)


def _of_all(what: str, coders: int, shared: Sequence[Mapping[str, str]]) -> Agreement:
    pairs = [pair for codes in shared for pair in combinations(codes.values(), 2)]
    coefficient = alpha([list(codes.values()) for codes in shared])
    return Agreement(what, None, None, coders, len(shared), _share_alike(pairs), None, coefficient)


def _share_alike(pairs: Sequence[tuple[str, str]]) -> float:
    return sum(one == other for one, other in pairs) / len(pairs)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of the codes that two people gave to the same units; None if both used a single code."""
    agreed = _share_alike(pairs)
    left, right = (Counter(side) for side in zip(*pairs, strict=True))
    by_chance = sum(count * right[code] for code, count in left.items()) / len(pairs) ** 2
    return (agreed - by_chance) / (1 - by_chance) if by_chance < 1 else None


def alpha(units: Sequence[Sequence[str]]) -> float | None:
    """Return Krippendorff's alpha, nominal, of the codes that two people or more gave to each unit; None if all used a single code."""
    totals, differing = Counter[str](), 0.0
    for codes in units:
        totals.update(codes)
        differing += sum(one != other for one, other in permutations(codes, 2)) / (len(codes) - 1)
    by_chance = sum(totals[one] * totals[other] for one, other in permutations(totals, 2))
    return 1 - differing * (totals.total() - 1) / by_chance if by_chance else None
