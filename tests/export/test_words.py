"""The words of the public site: each language has all of them, and a newsroom's own file comes first."""

import tomllib

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.export.words import SHIPPED, places, words
from tests.tables import each_row

ENGLISH = words(None).phrases


def test_these_languages_are_shipped():
    assert SHIPPED == ("ar", "de", "en", "es", "fr", "pt")


@pytest.mark.parametrize("language", SHIPPED)
def test_a_language_has_each_phrase_and_puts_the_same_into_it(language):
    found = words(language)
    assert (found.missing, found.unknown, list(found.phrases)) == ((), (), list(ENGLISH))
    assert {name: places(phrase) for name, phrase in found.phrases.items()} == {
        name: places(phrase) for name, phrase in ENGLISH.items()
    }
    assert [name for name, phrase in found.phrases.items() if not phrase.strip()] == []


@pytest.mark.parametrize("language", sorted({*SHIPPED} - {"en"}))
def test_a_language_is_not_english(language):
    same = {name for name, phrase in words(language).phrases.items() if phrase == ENGLISH[name]}
    # Marks, and what is spelled alike: "Corrections" in French, "Site" in Portuguese.
    assert same <= {
        "comma", "colon", "arrow", "open_quote", "close_quote", "feed_text", "menu", "feeds",
        "corrections", "corrections_feed", "verdict", "evidence",
    }  # fmt: skip


@pytest.mark.parametrize("language", sorted({*SHIPPED} - {"en"}))
def test_titles_have_capitals_and_what_stands_in_brackets_has_none(language):
    """As in English, so that a phrase fits where it is put. Arabic has no capitals; German nouns keep theirs."""
    for name, phrase in words(language).phrases.items():
        if ENGLISH[name][0].isupper():
            assert not phrase[0].islower(), name
        elif language != "de" and phrase[0].isalpha():
            assert not phrase[0].isupper(), name


@each_row(
    ("chosen", "day", "direction", "claim"),
    [
        # chosen, how 3 May 2024 is written, direction, "The claim"; why
        (None, "2024-05-03", "ltr", "The claim"),  # as sites were before there was a choice
        ("en", "May 3, 2024", "ltr", "The claim"),
        ("en-GB", "3 May 2024", "ltr", "The claim"),  # the region writes days otherwise
        ("es", "3 de mayo de 2024", "ltr", "La afirmación"),
        ("es-MX", "3 de mayo de 2024", "ltr", "La afirmación"),
        ("es_MX", "3 de mayo de 2024", "ltr", "La afirmación"),  # as programs write it
        ("ES", "3 de mayo de 2024", "ltr", "La afirmación"),  # capitals mean nothing
        ("es-XX", "3 de mayo de 2024", "ltr", "La afirmación"),  # CLDR knows no such region
        ("pt-PT", "3 de maio de 2024", "ltr", "A afirmação"),
        ("fr", "3 mai 2024", "ltr", "L’affirmation"),
        ("de-AT", "3. Mai 2024", "ltr", "Die Behauptung"),
        ("ar", "3 مايو 2024", "rtl", "الادعاء"),
        ("ar-LB", "3 أيار 2024", "rtl", "الادعاء"),  # months have other names there
    ],
)
def test_a_language_writes_its_days_and_lines(chosen, day, direction, claim):
    found = words(chosen)
    assert (found.day("2024-05-03"), found.direction, found.phrases["claim"]) == (day, direction, claim)


def test_a_review_is_in_another_language_where_its_code_is_not_that_of_the_site():
    asked = [words("es_MX").other(code) for code in ("es-MX", "es_MX", "de_CH", None)]
    assert asked == [None, None, "de-CH", None]
    assert words(None).other("de_CH") is None


def write(folder, text, name="own.toml", encoding="utf-8"):
    path = folder / name
    path.write_text(text, encoding=encoding)
    return str(path)


def test_a_file_of_its_own_comes_before_the_words_of_its_language(tmp_path):
    found = words(write(tmp_path, 'language = "es-AR"\nfact_checks = "Chequeos"\nfoot = "Pie"\n'))
    assert (found.language, found.phrases["fact_checks"]) == ("es-AR", "Chequeos")
    assert (found.phrases["claim"], found.missing) == ("La afirmación", ())
    assert found.unknown == ("foot",)


def test_a_language_of_ones_own_is_english_where_it_has_no_phrase(tmp_path):
    text = 'language = "gl"\nclaim = "A afirmación"\nverdict = " "\n'
    found = words(write(tmp_path, text, encoding="utf-8-sig"))  # Windows' editors mark UTF-8
    assert (found.phrases["claim"], found.phrases["verdict"]) == ("A afirmación", "The verdict")
    assert found.missing == tuple(name for name in ENGLISH if name != "claim")
    assert found.day("2024-05-03") == "3 de maio de 2024"


def test_the_shipped_table_of_english_is_a_file_to_start_from(tmp_path):
    text = "\n".join(f"{name} = '{phrase}'" for name, phrase in ENGLISH.items())
    assert tomllib.loads(text) == ENGLISH
    found = words(write(tmp_path, f'language = "eo"\n{text}'))
    assert (found.missing, found.unknown) == ((), ())


def test_a_language_that_cldr_does_not_know_has_days_as_they_are_stored(tmp_path):
    found = words(write(tmp_path, 'language = "qaa"\nclaim = "X"\n'))
    assert (found.day("2024-05-03"), found.direction) == ("2024-05-03", "ltr")


@each_row(
    ("chosen", "day"),
    [
        # chosen, how 1 May 2024 is written; why
        ("fr", "1er mai 2024"),  # an ordinal
        ("fr-CA", "1er mai 2024"),  # there, too
        ("es", "1 de mayo de 2024"),  # none
    ],
)
def test_the_first_of_a_month_is_an_ordinal_in_french(chosen, day):
    assert words(chosen).day("2024-05-01") == day
    assert words(chosen).day("2024-05-11").startswith("11 ")


def test_a_day_that_python_does_not_know_is_as_it_is_stored():
    assert words("es").day("0000-05-03") == "0000-05-03"  # SQLite takes it for one


@each_row(
    ("text", "told"),
    [
        ("claim = 'a'", "does not say its language: begin it with a line such as language"),  # which is it?
        ("language = 'gl", "is not TOML"),  # a quote is open
        ("language = 'gl'\nclaim = 3", "claim is not a text in quotes"),  # no text
        (f"language = 'gl'\nclaim = {'[' * 1_500}", "is not TOML"),  # deeper than Python goes
        (f"language = 'gl'\nclaim = {'1' * 5_000}", "is not TOML"),  # longer than Python reads
        ("language = 'gl'\n[claim]\na = 'b'", "claim is not a text in quotes"),  # a table
        (
            "language = 'gl'",
            "has no phrase, and the site has no words in 'gl' either: add some, as in claim =",
        ),  # English alone
        ("language = 3", "language is not a text in quotes"),  # no text
        ("language = 'so so'", "not a language code: 'so so'"),  # no code
        ("language = 'gl'\nmoved = 'Moved.'", "moved must have {link} once"),  # there would be no link
        ("language = 'gl'\nmoved = '{link} {link}'", "moved must have {link} once"),  # twice
        ("language = 'gl'\nmoved = '{link'", "moved must have {link} once"),  # left open
        ("language = 'gl'\nmoved = '{link!r}'", "moved must have {link} once"),  # says how Python writes it
        ("language = 'gl'\nclaim = '{{a}}'", "claim takes no other braces"),  # both would be shown
        ("language = 'gl'\nmoved = '{{a}} {link}'", "moved must have {link} once"),  # likewise
        ("language = 'gl'\nclaim = '{name}'", "claim takes no other braces"),  # nothing is put there
    ],
)
def test_a_file_that_is_no_table_of_phrases_is_refused_with_the_remedy(tmp_path, text, told):
    with pytest.raises(InvalidValue, match=told.replace("{", r"\{")):
        words(write(tmp_path, text))


@each_row(
    ("chosen", "told"),
    [
        ("gl", "the site has no words in 'gl'. Choose one of ar, de, en, es, fr, pt, or"),  # not shipped
        ("español", "not a language code"),  # its name
        ("", "not a language code"),  # a variable of the shell that is not set
        ("nowhere.toml", "cannot read nowhere.toml"),  # no such file
    ],
)
def test_a_language_without_words_is_refused_with_the_remedy(chosen, told):
    with pytest.raises(InvalidValue, match=told):
        words(chosen)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path):
    path = write(tmp_path, 'language = "es"\nclaim = "La afirmación"\n', encoding="latin-1")
    with pytest.raises(InvalidValue, match="save it as UTF-8"):
        words(path)
