"""The templates of the public site, and what all of them use."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.core.texts.directions import close_directions
from claimtrack.core.texts.languages import base_language
from claimtrack.export.words import own_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from claimtrack.export.words import Words

_FOLDER = Path(__file__).parent / "templates"


@cache
def templates() -> Environment:
    """The template environment, made once: compiling templates takes longer than rendering them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    pages = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_close_directions,
    )
    style = f"\n{(_FOLDER / 'site.css').read_text(encoding='utf-8')}"
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    pages.globals |= {"style": Markup(style), "style_allowed": f"'sha256-{allowed}'"}
    return pages


def search_script() -> str:
    """The script of the page for searching, which is the same on every site."""
    return (_FOLDER / "search.js").read_text(encoding="utf-8")


def frame(context: Mapping[str, Any]) -> dict[str, Any]:
    """What all pages in a folder of the site have around their own contents, by its place: `feeds`, `header` and `footer`."""
    parts: Any = templates().get_template("frame.html").make_module({**context})
    return {name: getattr(parts, name)() for name in ("feeds", "header", "footer")}


def verdict_line(review: Mapping[str, Any], context: Mapping[str, Any]) -> str:
    """The line of a verdict in a list, as it is on all pages in a folder of the site: made once, because many lists have it."""
    lines: Any = templates().get_template("lines.html").module
    return str(lines.line(review, context["say"], context["day"], context["chosen"], context["other"]))


def _close_directions(value: Any) -> Any:
    """A template's value, without direction controls that would affect the page around it."""
    return close_directions(value) if type(value) is str else value


def language_context(words: Words) -> dict[str, Any]:
    """The template variables that depend on the site's language."""
    return {
        "say": words.phrases,
        "day": words.day,
        "chosen": words.language,
        "other": words.other,
        "own_name": own_name,
        "unlike": _unlike,
        "language": words.language or "en",
        "direction": words.direction,
    }


def _unlike(language: str | None, around: str) -> str | None:
    """The language of some words, if it must be shown because the words around them are in another one."""
    return language if language and base_language(language) != base_language(around) else None
