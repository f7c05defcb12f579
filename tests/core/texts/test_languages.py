"""A language has one spelling of its code, and a name for readers."""

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.texts.languages import (
    clean_language,
    foreign_language,
    is_english,
    language_name,
    read_language,
)
from tests.tables import each_row


@each_row(
    ("written", "code", "name"),
    [
        (" cy ", "cy", "Welsh"),
        ("Welsh", "cy", "Welsh"),
        ("english", "en", "English"),
        ("EN_us", "en-US", "English (United States)"),
        ("pt-br", "pt-BR", "Portuguese (Brazil)"),
        ("ZH_hant_tw", "zh-Hant-TW", "Chinese (Traditional, Taiwan)"),
        ("es-419", "es-419", "Spanish (Latin America)"),
        ("de-ch-1996", "de-CH-1996", "German (Switzerland, 1996)"),
        ("cym", "cy", "Welsh"),
        ("iw", "he", "Hebrew"),
        ("sh", "sr-Latn", "Serbian (Latin)"),
        ("sh-cyrl-ba", "sr-Cyrl-BA", "Serbian (Cyrillic, Bosnia & Herzegovina)"),
        ("Deutsch", "de", "German"),
        (" FRANCAIS ", "fr", "French"),
        ("中文", "zh", "Chinese"),
        # As `language_name` writes it: what a list shows can be typed.
        ("Portuguese (Brazil)", "pt-BR", "Portuguese (Brazil)"),
        ("chinese (traditional)", "zh-Hant", "Chinese (Traditional)"),
        # Names that are usual in English, and are not CLDR's.
        ("Brazilian Portuguese", "pt-BR", "Portuguese (Brazil)"),
        ("Dari", "fa-AF", "Persian (Afghanistan)"),
        ("Farsi", "fa", "Persian"),
        ("Mandarin", "zh", "Chinese"),
        # One of the 7,000 that CLDR does not name.
        ("aaq", "aaq", "aaq"),
    ],
)
def test_a_language_is_read_from_its_code_or_name(written, code, name):
    assert (clean_language(written), clean_language(code), language_name(code)) == (code, code, name)


@each_row(
    "written", ["", "xx", "xx-yy-zz", "e", "en-us-gb", "und", "zxx", "Welsch", "<b>", "en;cy", "a" * 500]
)
def test_what_is_no_language_is_refused_with_the_remedy(written):
    assert read_language(written) is None
    with pytest.raises(InvalidValue, match="Give its code, such as cy, pt-BR or zh-Hant: ISO 639 lists them"):
        clean_language(written)


def test_a_misspelt_language_is_refused_with_the_one_that_is_meant():
    with pytest.raises(InvalidValue, match=r"'Englsh' \(similar: English, en\)\."):
        clean_language("Englsh")


def test_what_says_nothing_of_its_language_is_in_no_language():
    assert (read_language(None), foreign_language(None), is_english(None)) == (None, None, False)
    assert (foreign_language("en-GB"), foreign_language("CY_gb")) == (None, "Welsh (United Kingdom)")


def test_the_code_of_an_older_desk_has_a_name_too():
    assert (language_name("pt_BR"), language_name("EN")) == ("Portuguese (Brazil)", "English")
