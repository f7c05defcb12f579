"""The phrases of the public site: each shipped language has all of them, and a newsroom's own file takes precedence."""

import tomllib

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.export.words import SHIPPED, places, words
from tests.tables import each_row

ENGLISH = words(None).phrases


def test_six_languages_are_shipped():
    assert SHIPPED == ("ar", "de", "en", "es", "fr", "pt")


@pytest.mark.parametrize("language", SHIPPED)
def test_each_language_has_every_phrase_with_the_same_placeholders(language):
    found = words(language)
    assert (found.missing, found.unknown, list(found.phrases)) == ((), (), list(ENGLISH))
    assert {name: places(phrase) for name, phrase in found.phrases.items()} == {
        name: places(phrase) for name, phrase in ENGLISH.items()
    }
    assert [name for name, phrase in found.phrases.items() if not phrase.strip()] == []


@pytest.mark.parametrize("language", sorted({*SHIPPED} - {"en"}))
def test_phrases_of_other_languages_are_translated(language):
    same = {name for name, phrase in words(language).phrases.items() if phrase == ENGLISH[name]}
    # Punctuation, and words spelled alike: "Corrections" in French, "Site" in Portuguese.
    assert same <= {
        "comma", "colon", "arrow", "open_quote", "close_quote", "feed_text", "menu", "feeds",
        "corrections", "corrections_feed", "verdict", "evidence",
    }  # fmt: skip


@pytest.mark.parametrize("language", sorted({*SHIPPED} - {"en"}))
def test_phrases_begin_with_a_capital_where_the_english_ones_do(language):
    """So that a phrase fits where it is inserted. Arabic has no capitals; German nouns keep theirs."""
    for name, phrase in words(language).phrases.items():
        if ENGLISH[name][0].isupper():
            assert not phrase[0].islower(), name
        elif language != "de" and phrase[0].isalpha():
            assert not phrase[0].isupper(), name


@each_row(
    ("chosen", "day", "direction", "claim"),
    [
        # chosen, how 3 May 2024 is written, direction, "The claim"; why
        (None, "2024-05-03", "ltr", "The claim"),  # the default: no choice of language
        ("en", "May 3, 2024", "ltr", "The claim"),
        ("en-GB", "3 May 2024", "ltr", "The claim"),  # the region writes dates differently
        ("es", "3 de mayo de 2024", "ltr", "La afirmación"),
        ("es-MX", "3 de mayo de 2024", "ltr", "La afirmación"),
        ("es_MX", "3 de mayo de 2024", "ltr", "La afirmación"),  # with an underscore, as in a POSIX locale
        ("ES", "3 de mayo de 2024", "ltr", "La afirmación"),  # case is ignored
        ("es-XX", "3 de mayo de 2024", "ltr", "La afirmación"),  # CLDR knows no such region
        ("pt-PT", "3 de maio de 2024", "ltr", "A afirmação"),
        ("fr", "3 mai 2024", "ltr", "L’affirmation"),
        ("de-AT", "3. Mai 2024", "ltr", "Die Behauptung"),
        ("ar", "3 مايو 2024", "rtl", "الادعاء"),
        ("ar-LB", "3 أيار 2024", "rtl", "الادعاء"),  # other names of months
    ],
)
def test_a_language_determines_date_format_direction_and_phrases(chosen, day, direction, claim):
    found = words(chosen)
    assert (found.day("2024-05-03"), found.direction, found.phrases["claim"]) == (day, direction, claim)


def test_a_language_code_is_reported_only_if_it_differs_from_the_sites():
    reported = [words("es_MX").other(code) for code in ("es-MX", "es_MX", "de_CH", None)]
    assert reported == [None, None, "de-CH", None]
    assert words(None).other("de_CH") is None


def write(folder, text, name="own.toml", encoding="utf-8"):
    path = folder / name
    path.write_text(text, encoding=encoding)
    return str(path)


def test_a_custom_file_overrides_the_shipped_phrases_of_its_language(tmp_path):
    found = words(write(tmp_path, 'language = "es-AR"\nfact_checks = "Chequeos"\nfoot = "Pie {x}"\n'))
    assert (found.language, found.phrases["fact_checks"]) == ("es-AR", "Chequeos")
    assert (found.phrases["claim"], found.missing) == ("La afirmación", ())
    assert found.unknown == ("foot",)


def test_an_untranslated_phrase_falls_back_to_english(tmp_path):
    text = 'language = "gl"\nclaim = "A afirmación"\nverdict = " "\nfeed_text = ""\n'
    found = words(write(tmp_path, text, encoding="utf-8-sig"))  # editors on Windows write a byte order mark
    assert (found.phrases["claim"], found.phrases["verdict"]) == ("A afirmación", "The verdict")
    assert found.missing == tuple(name for name in ENGLISH if name != "claim")
    assert found.day("2024-05-03") == "3 de maio de 2024"


def test_the_english_phrases_can_serve_as_a_template(tmp_path):
    text = "\n".join(f"{name} = '{phrase}'" for name, phrase in ENGLISH.items())
    assert tomllib.loads(text) == ENGLISH
    found = words(write(tmp_path, f'language = "eo"\n{text}'))
    assert (found.missing, found.unknown) == ((), ())


def test_a_language_unknown_to_cldr_has_iso_dates(tmp_path):
    found = words(write(tmp_path, 'language = "qaa"\nclaim = "X"\n'))
    assert (found.day("2024-05-03"), found.direction) == ("2024-05-03", "ltr")


@each_row(
    ("chosen", "day"),
    [
        # chosen, how 1 May 2024 is written; why
        ("fr", "1er mai 2024"),  # an ordinal
        ("fr-CA", "1er mai 2024"),  # in Canada, too
        ("es", "1 de mayo de 2024"),  # no ordinal
    ],
)
def test_the_first_of_a_month_is_an_ordinal_in_french_only(chosen, day):
    assert words(chosen).day("2024-05-01") == day
    assert words(chosen).day("2024-05-11").startswith("11 ")


def test_a_date_outside_pythons_range_is_shown_as_stored():
    assert words("es").day("0000-05-03") == "0000-05-03"  # SQLite accepts it


@each_row(
    ("text", "message"),
    [
        ("claim = 'a'", "does not say its language: begin it with a line such as language"),  # no language
        ("language = 'gl", "is not TOML"),  # an unclosed quote
        ("language = 'gl'\nclaim = 3", "claim is not a text in quotes"),  # a number
        (f"language = 'gl'\nclaim = {'[' * 1_500}", "is not TOML"),  # nested deeper than Python allows
        (f"language = 'gl'\nclaim = {'1' * 5_000}", "is not TOML"),  # a longer number than Python reads
        ("language = 'gl'\n[claim]\na = 'b'", "claim is not a text in quotes"),  # a table
        (
            "language = 'gl'",
            "has no phrase, and the site has no words in 'gl' either: add some, as in claim =",
        ),  # no phrases: the site would be all English
        ("language = 3", "language is not a text in quotes"),  # a number
        ("language = 'so so'", "not a known language: 'so so'"),  # not a language code
        ("language = 'gl'\nmoved = 'Moved.'", "moved must have {link} once"),  # no link
        ("language = 'gl'\nmoved = '{link} {link}'", "moved must have {link} once"),  # two links
        ("language = 'gl'\nmoved = '{link'", "moved must have {link} once"),  # an unclosed brace
        ("language = 'gl'\nmoved = '{link!r}'", "moved must have {link} once"),  # a conversion flag
        (
            "language = 'gl'\nclaim = '{{a}}'",
            "claim takes no other braces",
        ),  # escaped braces, which would be shown
        (
            "language = 'gl'\nmoved = '{{a}} {link}'",
            "moved must have {link} once",
        ),  # escaped braces beside the link
        (
            "language = 'gl'\nclaim = '{name}'",
            "claim takes no other braces",
        ),  # a placeholder that this phrase does not have
    ],
)
def test_an_invalid_language_file_is_refused_with_the_remedy(tmp_path, text, message):
    with pytest.raises(InvalidValue, match=message.replace("{", r"\{")):
        words(write(tmp_path, text))


@each_row(
    ("chosen", "message"),
    [
        ("gl", "the site has no words in 'gl'. Choose one of ar, de, en, es, fr, pt, or"),  # not shipped
        ("Elvish", "not a known language: "),  # a name that is none
        ("", "not a known language: "),  # an unset shell variable
        ("nowhere.toml", "cannot read nowhere.toml"),  # no such file
    ],
)
def test_an_unknown_language_is_refused_with_the_remedy(chosen, message):
    with pytest.raises(InvalidValue, match=message):
        words(chosen)


def test_a_language_file_that_is_not_utf_8_is_refused(tmp_path):
    path = write(tmp_path, 'language = "es"\nclaim = "La afirmación"\n', encoding="latin-1")
    with pytest.raises(InvalidValue, match="save it as UTF-8"):
        words(path)
