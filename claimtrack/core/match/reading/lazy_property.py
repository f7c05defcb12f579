"""Properties that are worked out when first asked for, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

NOTHING: frozenset[Any] = frozenset()
"""One empty set for all that find nothing: Python's collector of cycles looks at every set that is kept, and a text keeps dozens."""


class lazy(Generic[T]):  # noqa: N801 - a decorator, named like one
    """`functools.cached_property` without the lock that it takes before Python 3.12: a reading asks dozens of times a pair.

    Two threads that ask at once work it out twice, to the same.
    """

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self.work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, owner: type | None = None) -> T:
        """The value, kept in the instance under the property's name, where it is found from then on."""
        value: Any = self.work_out(instance)
        if not value and type(value) is frozenset:
            value = NOTHING
        instance.__dict__[self.name] = value
        return value  # type: ignore[no-any-return]
