"""Which addresses and speaker names are accepted."""

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.texts.cleaning import (
    clean_line,
    clean_place,
    clean_source,
    clean_speaker,
    clean_url,
    has_login,
    is_nobody,
    is_url,
    without_login,
)
from tests.tables import each_row


def test_a_line_has_composed_accents_and_no_ligatures():
    assert clean_line("Cafe\u0301  \ufb01le") == "Caf\u00e9 file"


@each_row("clean", [clean_url, clean_place, clean_source])
def test_an_address_as_people_type_it_is_completed_as_browsers_do(clean):
    assert clean(" www.rents.example/2024?a=b ") == "https://www.rents.example/2024?a=b"
    assert clean("WWW.rents.example") == "https://WWW.rents.example"


@each_row("clean", [clean_place, clean_source])
def test_words_that_begin_like_an_address_stay_words(clean):
    assert clean("www.rents.example and Radio 4") == "www.rents.example and Radio 4"
    with pytest.raises(InvalidValue, match="Start it with http"):
        clean("www.rents")


@each_row("check", [clean_url, clean_place])
@each_row("login", ["ada:s3cret", "ada", ":s3cret", "ada:p@s3cret"])
def test_an_address_with_a_password_is_refused_without_showing_the_password(check, login):
    with pytest.raises(InvalidValue, match=r"the address of news\.example contains a name or") as refused:
        check(f"https://{login}@news.example/1")
    assert "s3cret" not in str(refused.value)


@each_row(
    ("address", "without"),
    [
        ("https://ada:s3cret@news.example:8080/a?b=c@d#e", "https://news.example:8080/a?b=c@d#e"),
        ("http://ada@[::1]/", "http://[::1]/"),
        ("https://news.example/@ada", "https://news.example/@ada"),
        ("https://news.example?to=ada@a.example", "https://news.example?to=ada@a.example"),
        ("mailto:ada@news.example", "mailto:ada@news.example"),
    ],
)
def test_only_the_login_is_removed_from_an_address(address, without):
    assert without_login(address) == without
    assert has_login(address) == (address != without)


@each_row(
    ("host", "is_possible"),
    [
        pytest.param("rents.example", True, id="plain"),
        pytest.param("rents.example.", True, id="with the root dot"),
        pytest.param("mieten.münchen.example:8080", True, id="letters beyond ASCII"),
        pytest.param("127.0.0.1", True, id="IPv4"),
        pytest.param("[::1]:80", True, id="IPv6"),
        pytest.param("ö..example", False, id="an empty label"),
        pytest.param("rents..example", False, id="the same in ASCII"),
        pytest.param(".example", False, id="in front"),
        pytest.param(f"{'n' * 64}.example", False, id="a label of more than 63 letters"),
    ],
)
def test_an_address_needs_a_possible_host(host, is_possible):
    assert is_url(f"https://{host}/2024") is is_possible


@each_row(
    ("name", "is_none"),
    [
        ("-", True),
        ("—", True),  # as programs write it
        ("", True),
        ("?", True),
        ("n/a", True),
        ("N.A.", True),
        ("#N/A", False),  # a failed formula, which an import reports as one
        ("None", True),  # Python's None in a sheet written by a program
        ("(unknown)", True),
        ("Inconnu", True),
        ("مجهول", True),
        ("不詳", True),
        ("Nobody Knows", False),  # a band
        ("NA", False),  # an assembly; "Na" is also a surname
        ("Anonymous", False),  # hackers
        ("Unknown Soldier", False),
        ("50 Cent", False),
        ("李", False),
    ],
)
def test_a_placeholder_for_a_name_names_nobody(name, is_none):
    assert (is_nobody(name), clean_speaker(name)) == (is_none, "" if is_none else name)
