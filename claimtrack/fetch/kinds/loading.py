"""Loads some bytes with the loader for their kind: a plug-in, or one of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from importlib import import_module
from types import NoneType

from claimtrack import plugins
from claimtrack.core.errors import ClaimtrackError, InvalidValue, PluginError, UnreadableSource
from claimtrack.core.model import Article
from claimtrack.core.texts.cleaning import clean_line, clean_source
from claimtrack.core.texts.printable import brief, describe_error
from claimtrack.fetch.decoding.binary import refuse_binary
from claimtrack.fetch.kinds.recognition import document_kind, plugin_name, refuse_captions, text_kind
from claimtrack.fetch.kinds.sheets import refuse_sheet, warn_of_rows
from claimtrack.fetch.loaded import Hints, Loaded

_SLOW = frozenset({"pdf", "word", "feed", "html", "mail"})
"""The kinds of which a file that a browser may send can take a quarter of a minute or more; others take a second or two."""

Loader = Callable[[bytes, Hints], Iterable[Article | Loaded]]


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """The articles in some bytes, as the loader for their kind finds them.

    Raises UnreadableSource for a binary file, a spreadsheet (only text is read, and only with `hints.whole`), a mailbox, or if the loader
    finds nothing to read; also if a plug-in does not load or returns anything but articles, so that other sources are still read.
    """
    name = plugin_name(hints)
    return load_built_in(data, hints) if name is None else _through_plugin(name, data, hints)


def load_built_in(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """The same without plug-ins: for a plug-in whose suffix other files have, too. Raises UnreadableSource."""
    kind = document_kind(data)
    if kind is None:
        refuse_captions(data, hints)
        refuse_sheet(data, hints)
        refuse_binary(data, hints.name)
        kind = text_kind(data, hints)
    return (warn_of_rows(one, hints) for one in _through_ours(kind, data, hints))


def _through_ours(kind: str, data: bytes, hints: Hints) -> Iterator[Loaded]:
    try:
        yield from (_as_loaded(item, hints) for item in _items(kind, data, hints))
    except (ClaimtrackError, MemoryError):
        raise
    except Exception as error:  # any kind: it is a bug of ours
        raise UnreadableSource(
            f"{hints.name}: claimtrack itself failed to read this, with {describe_error(error)}. Please report this line along with the source, and "
            "leave it out for now"
        ) from error


def _items(kind: str, data: bytes, hints: Hints) -> Iterable[Article | Loaded]:
    # Imported only now: a plain text needs none of the others.
    if hints.seconds is not None and kind in _SLOW:
        from claimtrack.fetch.kinds.limited import load_within

        return load_within(hints.seconds, kind, data, hints)
    loader: Loader = import_module(f"claimtrack.fetch.loaders.{kind}").load
    return loader(data, hints)


def _through_plugin(name: str, data: bytes, hints: Hints) -> Iterator[Loaded]:
    try:
        loader: Loader = plugins.load(plugins.LOADERS, name)
        with plugins.printing_aside():
            given = list(loader(data, hints))
        yield from (_as_loaded(item, hints) for item in given)
    except UnreadableSource as error:
        raise UnreadableSource(clean_line(str(error))) from error
    except PluginError as error:
        raise UnreadableSource(f"{hints.name}: {clean_line(str(error))}") from error
    except (Exception, SystemExit) as error:  # a plug-in can fail in any way
        raise UnreadableSource(
            f"{hints.name}: the plug-in {name!r} failed on this with {describe_error(error)}. Report it to the makers of the plug-in, or leave the "
            "source out"
        ) from error


def _as_loaded(item: object, hints: Hints) -> Loaded:
    gave = f"a plug-in for {hints.suffix!r} gave"
    loaded = Loaded(item, hints.source) if isinstance(item, Article) else item
    if not (isinstance(loaded, Loaded) and isinstance(loaded.article, Article)):
        raise PluginError(f"{gave} a {type(item).__name__}, not an Article")
    facts = asdict(loaded.article)
    if not isinstance(is_withdrawn := facts.pop("is_withdrawn"), bool):
        raise PluginError(f"{gave} an Article whose is_withdrawn is {is_withdrawn!r}, not True or False")
    given = {f"an Article whose {name}": value for name, value in facts.items()}
    beside = {f"a Loaded whose {name}": getattr(loaded, name) for name in ("source", "written")}
    for what, value in (given | beside).items():
        if not (isinstance(value, str) or (value is None and what in given)):
            raise PluginError(f"{gave} {what} is a {type(value).__name__}, not text")
    warnings = loaded.warnings
    if not (isinstance(warnings, (tuple, list)) and all(isinstance(one, str) for one in warnings)):
        raise PluginError(f"{gave} a Loaded whose warnings are {warnings!r}, not a tuple of strings")
    if not _are_citations(loaded.cited):
        shown = brief(repr(loaded.cited), 200)
        raise PluginError(
            f"{gave} a Loaded whose cited is {shown}, not a tuple of Cited with whole numbers and words"
        )
    try:
        cited = tuple(replace(one, source=clean_source(one.source)) for one in loaded.cited)
    except InvalidValue as error:
        raise PluginError(f"{gave} a Loaded whose cited has a source that is none: {error}") from error
    return replace(loaded, cited=cited, warnings=tuple(warnings))


def _are_citations(given: object) -> bool:
    if not (isinstance(given, (tuple, list)) and given):
        return given in ((), [])
    from claimtrack.core.desk.cited import Cited  # slow, and few loaders give any

    return all(
        isinstance(one, Cited)
        and isinstance(one.start, int)
        and isinstance(one.end, int)
        and isinstance(one.source, str)
        and isinstance(one.title, (str, NoneType))
        for one in given
    )
