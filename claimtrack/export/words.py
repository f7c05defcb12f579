"""The phrases of the public site in the newsroom's language: languages/*.toml, or a newsroom's own file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import InvalidValue
from claimtrack.core.texts.languages import base_language, clean_language

if TYPE_CHECKING:
    from babel import Locale

_LANGUAGES = Path(__file__).parent / "languages"
SHIPPED = tuple(sorted(path.stem for path in _LANGUAGES.glob("*.toml")))
WHERE = "see “The site in your language” in docs/exports.md"


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of a site by name, and how its language writes dates and lines.

    `language` is None if nobody chose one: then phrases are English, and dates as stored. `missing` are the names of phrases that are
    English because the language lacks them; `unknown` are names that no phrase has.
    """

    phrases: Mapping[str, str]
    language: str | None = None
    locale: Locale | None = None
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, the direction of the language's lines."""
        return self.locale.text_direction if self.locale else "ltr"

    def other(self, language: str | None) -> str | None:
        """A review's language, if it must be shown because it differs from the site's; else None."""
        code = language and language.replace(
            "_", "-"
        )  # desks may store pt_BR, which is invalid in pages and feeds
        return code if self.language and code != self.language else None

    def day(self, written: str) -> str:
        """A date in words, "3 de mayo de 2024"; as stored if no language was chosen, CLDR lacks it, or Python cannot parse the date."""
        return _in_words(written, str(self.locale)) if self.locale else written


@cache
def _in_words(day: str, locale: str) -> str:
    from babel.dates import format_date

    try:
        told: str = format_date(date.fromisoformat(day), "long", locale)
    except ValueError:  # the year 0, which SQLite has
        return day
    return re.sub(r"^1 ", "1er ", told) if re.match(r"fr(_|$)", locale) else told  # CLDR has "1 mai"


def words(chosen: str | None) -> Words:
    """The phrases for a language, such as "es" or "es-MX", or of a newsroom's own file, such as "gl.toml".

    The file's phrases override ours, and missing ones are English. Raises InvalidValue for a language that we
    have no phrases for, and for a file that is no table of phrases.
    """
    english = _shipped("en")
    if chosen is None:
        return Words(english)
    own = _read_own_phrases(Path(chosen)) if chosen.lower().endswith(".toml") else {}
    language = clean_language(own.pop("language", chosen))
    ours = _shipped(base_language(language)) if is_shipped(language) else {}
    if not own and not ours:
        if chosen.lower().endswith(".toml"):
            raise InvalidValue(
                f'{chosen} has no phrase, and the site has no words in {language!r} either: add some, as in claim = "A afirmación"; {WHERE}'
            )
        raise InvalidValue(
            f"the site has no words in {language!r}. Choose one of {', '.join(SHIPPED)}, or give them in a file of your own: {WHERE}"
        )
    theirs = ours | {name: phrase for name, phrase in own.items() if phrase.strip()}
    return Words(
        {name: theirs.get(name, phrase) for name, phrase in english.items()},
        language,
        _locale(language),
        tuple(name for name in english if name not in theirs),
        tuple(name for name in own if name not in english),
    )


def change_label(review: Mapping[str, Any], say: Mapping[str, str]) -> str:
    """What stands before the note of a verdict that was changed: "Correction:" or "Update:"."""
    return say["update_label" if review["is_update"] else "correction_label"]


def own_name(language: str) -> str:
    """What a language calls itself, "español" or "العربية"; its code if CLDR does not say."""
    locale = _locale(language.replace("_", "-"))
    return (locale and locale.get_display_name()) or language


def is_shipped(language: str) -> bool:
    """Whether we have phrases for the language, in any region."""
    return base_language(language) in SHIPPED


@cache
def _shipped(language: str) -> dict[str, str]:
    return tomllib.loads((_LANGUAGES / f"{language}.toml").read_text(encoding="utf-8"))


def _read_own_phrases(path: Path) -> dict[str, str]:
    """The phrases of a newsroom's own file, and its `language`."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))  # Windows editors add a byte order mark
    except OSError as error:
        raise InvalidValue(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InvalidValue(f"{path} is not UTF-8 text: save it as UTF-8") from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, deep brackets
        raise InvalidValue(
            f'{path} is not TOML: {error}. Write one phrase on each line, as in claim = "A afirmación"; {WHERE}'
        ) from error
    if "language" not in table:
        raise InvalidValue(f'{path} does not say its language: begin it with a line such as language = "gl"')
    for name, phrase in table.items():
        _check(path, name, phrase)
    return table


def _check(path: Path, name: str, phrase: Any) -> None:
    if not isinstance(phrase, str):
        raise InvalidValue(f'{path}: {name} is not a text in quotes: write it as {name} = "..."')
    asked = places(_shipped("en").get(name, ""))
    if phrase.strip() and name in _shipped("en") and places(phrase) != asked:
        told = f"must have {', '.join(f'{{{one}}}' for one in sorted(asked))} once, and" if asked else "takes"
        raise InvalidValue(f"{path}: {name} {told} no other braces, where something is put")


def places(phrase: str) -> frozenset[str] | None:
    """The names in the braces of a phrase; None if the braces are invalid, or a name occurs twice."""
    try:
        read = list(Formatter().parse(phrase))
    except ValueError:
        return None
    parts = [part for part in read if part[1] is not None]
    names = {str(name) for _, name, _, _ in parts}
    is_plain = all(not shape and not conversion for _, _, shape, conversion in parts) and not any(
        {"{", "}"} & {*text} for text, *_ in read
    )
    return frozenset(names) if is_plain and len(names) == len(parts) else None


def _locale(language: str) -> Locale | None:
    """CLDR's locale for the language, with the region if there is one: "es-XX" is treated as "es"."""
    from babel import Locale, UnknownLocaleError

    parts = language.split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return None
