"""Languages: their codes as pages and ClaimReview want them (BCP 47), and their names in English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from claimtrack.core.errors import InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.folding import folded

_CODE = expression(
    r"(?P<base>[a-z]{2,3})(?P<dialect>(?:-[a-z]{3})?)(?P<script>(?:-[a-z]{4})?)(?P<region>(?:-(?:[a-z]{2}|\d{3}))?)"
    r"(?P<rest>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-z\d](?:-[a-z\d]{1,8})+)*)",
    re.IGNORECASE,
)
_ENGLISH = "en"
WITH_OWN_NAMES = (
    "es ca gl pt fr it ro de nl sv da nb no nn fi et lv lt hu pl cs sk sl hr bs sr bg mk uk ru be el tr az sq ar he fa ur hi mr bn "
    "gu pa ta te id ms fil sw cy ga eu is vi th ja ko zh"
).split()
"""Languages whose names are known in the languages themselves, too: loading all 330 of CLDR takes seconds."""
_OTHER_ENGLISH_NAMES = {
    "bengali": "bn",
    "castilian": "es",
    "farsi": "fa",
    "gaelic": "gd",
    "mandarin": "zh",
    "panjabi": "pa",
    "scots gaelic": "gd",
    "sinhalese": "si",
    "uighur": "ug",
}
"""Common names that CLDR does not have."""
_NO_LANGUAGE = frozenset(("und", "mul", "mis", "zxx"))
"""Codes for an unknown language, several, one without a code, and none."""


def clean_language(text: str) -> str:
    """Return the code of a language: "EN_us" is en-US, "Welsh" and "Cymraeg" are cy, "Portuguese (Brazil)" is pt-BR. Raises InvalidValue for anything else."""
    found = read_language(text) or _codes_by_own_name().get(folded(clean_line(text))) or _code_with_part(text)
    if found is None:
        raise InvalidValue(
            f"not a known language: {text.strip()[:40]!r}{_similar_names(text)}. Give its code, such as cy, pt-BR "
            "or zh-Hant: ISO 639 lists them",
            text,
        )
    return found


def read_language(text: str | None) -> str | None:
    """Return the code as `clean_language` does, but only English names; None for anything else, such as what a page wrongly says of itself."""
    written = clean_line(text or "").replace("_", "-")
    if found := _CODE.fullmatch(written):
        return _normalise(found)
    return _codes_by_name().get(written.casefold()) if written else None


def _code_with_part(text: str) -> str | None:
    """Return the code for a name with a region or script in brackets, as `language_name` writes it; None for anything else."""
    from babel import Locale

    base, _, part = clean_line(text).casefold().rstrip(")").partition(" (")
    english = Locale(_ENGLISH)
    parts = {name.casefold(): code for code, name in [*english.territories.items(), *english.scripts.items()]}
    codes = _codes_by_name().get(base), parts.get(part)
    return "-".join(filter(None, codes)) if all(codes) else None


def _similar_names(text: str) -> str:
    """Names and codes that may be meant: " (similar: Finnish, fi)"; empty if there are none."""
    from difflib import get_close_matches

    found = get_close_matches(clean_line(text).casefold(), _codes_by_name(), n=1, cutoff=0.75)
    return "".join(
        f" (similar: {language_name(_codes_by_name()[one])}, {_codes_by_name()[one]})" for one in found
    )


def _normalise(found: re.Match[str]) -> str | None:
    base, parts = found["base"].lower(), found.groupdict()
    # Without the names of all languages for what is mostly English: loading them takes a tenth of a second.
    if base != _ENGLISH:
        from babel.core import get_global

        # "cym" is cy, and "sh" is sr-Latn, unless another script is given.
        alias = _CODE.fullmatch(get_global("language_aliases").get(base, base).replace("_", "-"))
        if alias is not None:
            base, parts = alias["base"], {name: parts[name] or alias[name] for name in parts}
        # CLDR names every language with two letters; not those with three, of which there are 7,000.
        is_unknown = len(base) == 2 and base not in _names()
        if is_unknown or base in _NO_LANGUAGE:
            return None
    rest = (
        parts["dialect"].lower() + parts["script"].title() + parts["region"].upper() + parts["rest"].lower()
    )
    return base + rest


def language_name(code: str) -> str:
    """Return the name of a language in English: Welsh for cy, Portuguese (Brazil) for pt-BR. The code itself if it has none."""
    base, *parts = code.replace("_", "-").split("-")
    name = "English" if base.lower() == _ENGLISH else _names().get(base.lower())
    if name is None or not parts:
        return name or code
    details = [_part_name(part) for part in parts]
    return f"{name} ({', '.join(details)})"


def _part_name(part: str) -> str:
    from babel import Locale

    english = Locale(_ENGLISH)
    return str(english.scripts.get(part.title()) or english.territories.get(part.upper()) or part)


def foreign_language(code: str | None) -> str | None:
    """Return the name of a language, where it is known and not English."""
    return None if code is None or is_english(code) else language_name(code)


def names_if_foreign(codes: Iterable[str | None]) -> dict[str | None, str]:
    """Return the names of languages by code, for a table that needs them: none if all are English or unknown."""
    known = {code for code in codes if code is not None}
    return {} if all(map(is_english, known)) else {code: language_name(code) for code in known}


def is_english(code: str | None) -> bool:
    """Whether the language is English, in any region; not if it is unknown."""
    return code is not None and base_language(code) == _ENGLISH


def base_language(code: str) -> str:
    """Return the language without its region and the like: pt for pt-BR."""
    return code.replace("_", "-").partition("-")[0].lower()


def _names() -> dict[str, str]:
    """The English names of languages by code."""
    from babel import Locale

    return dict(Locale(_ENGLISH).languages)


@cache
def _codes_by_name() -> dict[str, str]:
    names = _names().items()
    regional = {name.casefold(): code.replace("_", "-") for code, name in names if "_" in code}
    plain = {name.casefold(): code for code, name in names if "_" not in code and code not in _NO_LANGUAGE}
    return regional | _OTHER_ENGLISH_NAMES | plain


@cache
def _codes_by_own_name() -> dict[str, str]:
    """The codes of languages by their names in the languages themselves, as `folded` returns these."""
    from babel import Locale

    return {folded(Locale(code).languages[code]): code for code in WITH_OWN_NAMES}
