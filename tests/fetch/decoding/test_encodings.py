"""Bytes are decoded to the text that was written, and a guess is reported as one."""

import contextlib
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch import Hints, decode
from claimtrack.fetch.decoding.binary import refuse_binary
from claimtrack.fetch.decoding.repairs import repair_mojibake
from tests.tables import each_row

WORDS = "Café “Zoë” – 4 %\r\n"


def decode_text(data, charset=None):
    return decode(data, Hints("a.txt", charset=charset))


@each_row("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_is_dropped_and_utf_8_needs_no_guess(name):
    assert decode_text(WORDS.encode(name)) == (WORDS, ())


def test_both_byte_orders_of_utf_16_are_read():
    assert decode_text(b"\xfe\xff" + WORDS.encode("utf-16-be")) == (WORDS, ())
    assert decode_text(b"\xff\xfe" + WORDS.encode("utf-16-le")) == (WORDS, ())


@each_row("declared", ["iso-8859-1", "no-such-charset", "hex", "a\0b", "", None])
def test_valid_utf_8_is_read_as_utf_8_whatever_was_declared(declared):
    assert decode_text(WORDS.encode(), declared) == (WORDS, ())


@each_row(
    ("text", "codec", "declared"),
    [
        (WORDS, "cp1252", "ISO-8859-1"),
        ("“Café”", "cp1252", "ISO_8859-1"),  # the same by its other names
        ("“Café”", "cp1252", "l1"),
        ("어떤 똠 값", "cp949", "ks_c_5601-1987"),  # as Korean mail programs call it
    ],
)
def test_declared_encoding_means_what_it_means_in_browsers(text, codec, declared):
    assert decode_text(text.encode(codec), declared) == (text, ())


def test_declared_encoding_is_used_where_the_bytes_are_ambiguous():
    text = "日本の経済"
    assert decode_text(text.encode("iso2022_jp"), "iso-2022-jp") == (text, ())


@each_row(
    ("text", "encoding", "name"),
    [
        ("“We won’t do it.” Prices rose 4% – a record.", "cp1252", "windows-1252"),
        ("é", "cp1252", "windows-1252"),
        ("Café closed.", "cp1252", "windows-1252"),
        ("El año pasado España creció un tres por ciento, según la señora Núñez.", "cp1252", "windows-1252"),
        ("Le président a déclaré que l’économie était prête à croître.", "cp1252", "windows-1252"),
        ("Statsministern sade på tisdagen att ekonomin växer nästa år.", "cp1252", "windows-1252"),
        (
            "Prezydent oświadczył we wtorek, że ceny wzrosną mimo podwyżki podatków.",
            "cp1250",
            "windows-1250",
        ),
        ("Президент заявил во вторник, что экономика вырастет на три процента.", "cp1251", "windows-1251"),
        ("Rents rose, said Jiří Dvořák. Zdeněk Růžička did not.", "cp1250", "windows-1250"),
        ("Rents rose, said Łukasz Żak and Lech Wałęsa.", "cp1250", "windows-1250"),
        ("Győző Őri bérleti díjai emelkedtek, a bűnözés csökkent.", "cp1250", "windows-1250"),
        ("Rents in the capital rose, said Пётр Лосев, a deputy.", "cp1251", "windows-1251"),
        ("Başkentte kiralar arttı, dedi Işıl Güneş ve Ümit Çağlar.", "cp1254", "windows-1254"),
        ("We didn’t cut the “winter fund”, José Núñez said.", "mac_roman", "mac_roman"),
        ("“Under the plan, rents fall.”", "mac_roman", "mac_roman"),
        ("Die Mieten stiegen für Ältere um die Hälfte, sagte Jürgen Groß.", "mac_roman", "mac_roman"),
        ("El alquiler subió, dijo María Ibáñez. ¿Cuántos años más?", "mac_roman", "mac_roman"),
        ("Rents rose, said Ελένη Παππά, a member.", "cp1253", "windows-1253"),
        ("Die Mieten stiegen für Ältere um die Hälfte.", "cp850", "cp850"),
        ("Søren Kjær og Åse Ørsted: huslejen steg sidste år i Århus.", "cp1252", "windows-1252"),
        ("As rendas subiram em São João, disse Inês Gonçalves.", "cp1252", "windows-1252"),
        ("Aleš Novák and Željko Šuker met Fianna Fáil na hÉireann in Zürich.", "cp1252", "windows-1252"),
        ("大統領は火曜日、経済は来年三パーセント成長すると述べた。" * 3, "shift_jis", "cp932"),
    ],
)
def test_guess_is_right_for_common_texts_and_names_the_encoding(text, encoding, name):
    guessed, (warning,) = decode_text(text.encode(encoding))
    assert guessed == text
    assert f"guessed as {name}:" in warning


@each_row(
    ("data", "beginning", "reason"),
    [
        (b"Caf\xe9 closed. \x81", "Caf\xe9 closed.", "windows-1252 lacks 81"),
        (b"\xdcber \x8d die H\xe4lfte", "\xdcber ", "windows-1252 lacks 8D"),
    ],
)
def test_a_byte_that_the_guessed_code_page_lacks_gives_another_guess(data, beginning):
    guessed, (warning,) = decode_text(data)
    assert guessed.startswith(beginning)
    assert "guessed as windows-125" in warning


UNMARKED = [
    ("Rents rose, said Zoë Adeyemi – “twice”.\n", "Western text"),
    ("Rents in Āda rose by 12 percent, said the mayor.\n", "a letter whose other byte is NUL"),
    (
        "Цены выросли на 10 процентов, сказал министр в среду.\n",
        "Cyrillic, of which only spaces and digits have a NUL",
    ),
]


@each_row("text reason", UNMARKED)
def test_utf_16_without_a_byte_order_mark_is_read(text):
    for name in ("utf-16-le", "utf-16-be"):
        data = text.encode(name)
        refuse_binary(data, "notes.txt")
        assert decode_text(data) == (text, ())


NUMBERS = [
    (b"".join(number.to_bytes(2, "little") for number in range(1, 200)), "numbers of two bytes"),
    (
        b"".join(number.to_bytes(2, "big") for number in range(40, 200)),
        "numbers that are not old control characters",
    ),
    ("Rents rose".encode("utf-16-le") * 20 + b"x", "half a letter at the end"),
    (b"\x7fELF" + b"\0" * 60 + b"code", "NULs in every place"),
    (b"a\0" * 40 + b"\0\xd8" * 2, "half of a surrogate pair"),
]


@each_row("data reason", NUMBERS)
def test_data_with_other_nuls_is_refused_as_binary(data):
    with pytest.raises(UnreadableSource, match="binary"):
        refuse_binary(data, "notes.txt")


def test_utf_8_with_a_bad_byte_stays_utf_8():
    text, (warning,) = decode_text("“Rents” rose ".encode() + b"\x93" + b" in May")
    assert text == "“Rents” rose \ufffd in May"
    assert "1 place" in warning


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data):
    with contextlib.suppress(UnreadableSource):
        text, _ = decode_text(data)
        assert len(text) <= len(data)


# Text, what it becomes, and why. Mojibake is UTF-8 that some program once read as windows-1252 or latin-1.
GARBLED = [
    ("It cost Â£5 million and he didnâ€™t", "It cost £5 million and he didn’t", "signs and apostrophes"),
    ("JosÃ© MuÃ±oz said so.", "José Muñoz said so.", "letters of a name"),
    ("â\x80\x9cRents fell,â\x80\x9d she said.", "“Rents fell,” she said.", "by way of latin-1"),
    ("the village of Å\x85Ä\x81ve", "the village of Ņāve", "... with U+0085, which may end a line"),
    ("PÃO DE AÇÚCAR “SÃO” NÃO", None, "Portuguese in capitals"),
    ("«\xa0Voilà\xa0», a-t-il dit, «\xa0là\xa0»", None, "a French à before a no-break space"),
    ("Rents fell by 4 % – “a lot”, said Zoë…", None, "marks of good typography"),
    ("Å›", None, "not decodable as anything else"),
    (
        "â€œRents fell,â€ ZoÃ« Adeyemi said.",
        "“Rents fell,” Zoë Adeyemi said.",
        "a mark that lost its last byte, before a space",
    ),
    ("It is â€œlateâ€, she said", "It is “late”, she said", "... before punctuation"),
    ("(the â€œtollâ€)", "(the “toll”)", "... before a bracket"),
    ("and left.â€", "and left.”", "... at the end, with nothing else garbled"),
    ("â€œIt roseâ€â€”twice", "“It rose”—twice", "... before another sequence"),
    ("â€œRents fell,â€\ufffd he said.", "“Rents fell,” he said.", "a mark whose last byte became U+FFFD"),
    ("the dead â€\xa0and the missing", "the dead †and the missing", "a dagger with all its bytes"),
    ("the fÃªte \ufffd was late", "the fête \ufffd was late", "U+FFFD that stands for something else"),
]


@each_row(("text", "expected", "reason"), GARBLED)
def test_mojibake_is_repaired_and_reported(text, expected):
    repaired, warning = repair_mojibake(text)
    assert (repaired, bool(warning)) == (expected or text, expected is not None)
    assert decode_text(text.encode()) == (repaired, warning)


def test_decoding_does_not_load_the_extractor():
    code = "import sys, claimtrack.fetch; sys.exit('claimtrack.core.extract' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_a_document_with_a_password_is_not_taken_for_an_old_one():
    data = b"\xd0\xcf\x11\xe0" + bytes(40) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnreadableSource, match="is protected by a password: save it without one"):
        refuse_binary(data, "brief.docx")
