"""A property that is computed on first use and then kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")

NOTHING: frozenset[Any] = frozenset()
"""The empty set shared by all properties that find nothing: Python's garbage collector visits every set that is kept, and a text keeps dozens."""


class lazy(Generic[T]):  # noqa: N801 - a decorator, named like one
    """A `functools.cached_property` without the lock that it takes before Python 3.12: readings are asked dozens of times per pair.

    Two threads that ask at once both compute it, with the same result.
    """

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, owner: type | None = None) -> T:
        """Compute the value and store it in the instance, where it is found from then on."""
        value: Any = self.compute(instance)
        if not value and type(value) is frozenset:
            value = NOTHING
        instance.__dict__[self.name] = value
        return value  # type: ignore[no-any-return]
