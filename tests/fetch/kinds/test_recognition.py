"""What a text is, is decided by its first bytes, the server's media type, or its name."""

from contextlib import nullcontext

import pytest

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch import Hints
from claimtrack.fetch.kinds.recognition import (
    is_captions,
    is_code,
    is_known,
    is_welcome,
    refuse_captions,
    text_kind,
)
from tests.tables import each_row

WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
TIMES = "00:00:01,000 --> 00:00:02,000\nRents rose.\n"
LETTER = "From: a@lunde.example\nSubject: Rents\n\nRents rose.\n"
SENT = "From a@lunde.example Mon May  6 10:00:00 2024\n"


@each_row(
    ("text", "kind"),
    [
        pytest.param("Rents rose.", "text", id="words alone"),
        pytest.param("\n\t<!DOCTYPE  HTML>\n<p>Rents rose.", "html", id="a page"),
        pytest.param("<?xml version='1'?>\n<!-- a\nnote --><html lang=en>", "html", id="... as XML"),
        pytest.param("<head>", "html", id="... without its start"),
        pytest.param("<BODY>Rents rose.", "html", id="... by its body"),
        pytest.param("<header>Rents rose.", "text", id="a longer tag"),
        pytest.param("Rents <html> rose.", "text", id="a tag within words"),
        pytest.param("<!-- a -- b --> <?x?><rss version='2.0'>", "feed", id="a feed"),
        pytest.param("<rdf:RDF>", "feed", id="an old feed"),
        pytest.param("<feed xmlns='x'>", "feed", id="Atom"),
        pytest.param("<atom:feed>", "feed", id="... with a prefix"),
        pytest.param("<feedback>Rents rose.</feedback>", "text", id="another XML"),
        pytest.param(' {"a":\n"https://jsonfeed.org/version/1.1"', "feed", id="a JSON feed"),
        pytest.param('{"a": "jsonfeed.org"}', "text", id="another JSON"),
        pytest.param("WEBVTT", "captions", id="subtitles"),
        pytest.param("WEBVTTs are files.", "text", id="a longer word"),
        pytest.param("\n" + TIMES, "captions", id="... by a time"),
        pytest.param("7 \n" + TIMES, "captions", id="... after a number"),
        pytest.param("0:01.000\t-->\t0:02.000", "captions", id="... without hours"),
        pytest.param("1.2 --> 3.4", "text", id="numbers too short for times"),
        pytest.param("00:00:01,000 --> the end", "text", id="an arrow to a word"),
        pytest.param("X-A: b\nMIME-Version: 1.0", "mail", id="an e-mail"),
        pytest.param("x-a: b\r\nmime-version:1.0\r\n", "mail", id="... in lower case"),
        pytest.param("HOST: Hello.\n\nMIME-Version: 1.0", "text", id="... after its head"),
        pytest.param("HOST: Hello.\r\n\r\nMIME-Version: 1.0", "text", id="... of Windows"),
        pytest.param("Ada Moor: b\nMIME-Version: 1.0", "text", id="a speaker"),
        pytest.param(SENT + LETTER, "mail", id="a mailbox of one e-mail"),
        pytest.param((SENT + LETTER).replace("\n", "\r\n"), "mail", id="... of Windows"),
        pytest.param(SENT + "Rents rose.", "text", id="a line like a mailbox's"),
        pytest.param(SENT.replace(" 2024", "") + LETTER, "text", id="... without a year"),
        pytest.param(SENT.replace("10:00:00", "10:00") + LETTER, "text", id="... without seconds"),
        pytest.param("\n---\ntitle: Rents\n", "markdown", id="front matter"),
        pytest.param("--- \r\ntitle: Rents", "markdown", id="... of Windows"),
        pytest.param("---\n9:30 Rents\n##  !\n", "text", id="a line above a time of day"),
        pytest.param("Rents.\n---\ntitle: Rents\n", "text", id="a line below words"),
        pytest.param("Rents.\n   ## Fares\n", "markdown", id="a heading"),
        pytest.param("Rents.\n    # Fares\n#Fares\n####### Fares", "text", id="signs of none"),
        pytest.param("Rents.\n*Rents* rose.", "markdown", id="emphasis"),
        pytest.param("__We__ pay", "markdown", id="... by underscores"),
        pytest.param("Rents *rose*.\n* Fares *\n*Rents*rose\n*a*", "text", id="stars"),
        pytest.param("See [the list](https://lunde.example/).", "markdown", id="a link"),
        pytest.param("See [the\nlist](https://lunde.example/) [1](x).", "text", id="no link"),
        pytest.param(SENT.replace("\n", "\r") + LETTER, "text", id="old line ends"),
    ],
)
def test_unnamed_text_is_recognised_by_its_first_bytes(text, kind):
    for data in (text.encode(), b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16")):
        assert text_kind(data, Hints("-")) == kind


@each_row(
    ("name", "media_type", "text", "kind", "reason"),
    [
        ("a.xml", None, "<other>", "feed", "XML of any kind may be a feed"),
        ("a.xml", None, "<html>", "html", "but not a page"),
        ("a.txt", None, "<html>", "text", "a name outweighs the text"),
        ("a.HTM", None, "<rss>", "html", "a suffix in capitals"),
        ("a.json", None, "[]", "feed", "the suffix of a feed"),
        ("a.txt", "text/html", "Rents", "html", "a media type outweighs a name"),
        ("a.txt", "text/markdown", "Rents", "markdown", "the same of a text"),
        ("a.txt", "text/plain", "Rents", "text", "a media type that says nothing"),
        ("a", "text/html", "<rss>", "feed", "many servers call a feed a page"),
        ("a.html", None, TIMES, "captions", "times outweigh a name"),
        ("a.html", None, "A: b\nMIME-Version: 1.0", "mail", "and so does an e-mail"),
        ("a.txt", None, SENT + LETTER, "mail", "and a mailbox"),
        ("a.eml", None, (SENT + LETTER) * 2, "mail", "the name of an e-mail with another one in it"),
        ("a", "message/rfc822", (SENT + LETTER) * 2, "mail", "the same by its media type"),
    ],
)
def test_name_or_media_type_outweighs_what_a_text_looks_like(name, media_type, text, kind):
    assert text_kind(text.encode(), Hints(name, media_type=media_type)) == kind


@each_row(
    ("names", "is_read"),
    [
        pytest.param(("a", "a.txt", "a.text", "a.TXT", "a.md", "a.markdown"), True, id="texts"),
        pytest.param(("a.htm", "a.html", "a.xhtml", "a.mhtml", "a.mht"), True, id="pages"),
        pytest.param(
            ("a.eml", "a.srt", "a.vtt", "a.pdf", "a.docx"), True, id="e-mails, subtitles, documents"
        ),
        pytest.param(("a.rss", "a.atom", "a.rdf", "a.json", "a.xml"), True, id="feeds"),
        pytest.param(("a.csv", "a.xlsx", "a.doc", "a.jpg", "a.py", "a.ass"), False, id="others"),
    ],
)
def test_files_of_a_folder_are_chosen_by_their_names(names, is_read):
    assert [is_known(Hints(name)) for name in names] == [is_read] * len(names)


@pytest.mark.parametrize(("package", "read"), [("pypdfium2", "a.pdf"), ("mammoth", "a.docx"), (None, None)])
def test_documents_of_a_folder_are_chosen_if_their_package_is_installed(package, read, monkeypatch):
    monkeypatch.setattr("claimtrack.fetch.kinds.recognition.find_spec", {package: True}.get)
    names = ("a.pdf", "a.docx", "a.txt")
    assert [name for name in names if is_known(Hints(name))] == [*filter(None, [read]), "a.txt"]


@each_row(
    ("kinds", "is_read"),
    [
        pytest.param((None, "text/plain", "text/html", "application/xhtml+xml"), True, id="pages"),
        pytest.param(("multipart/related", "message/rfc822", "text/x-anything"), True, id="texts"),
        pytest.param(("application/x-subrip", "application/feed+json"), True, id="captions and feeds"),
        pytest.param(("application/rss+xml", "application/atom+xml", "application/xml"), True, id="XML"),
        pytest.param(("application/rdf+xml", "application/json"), True, id="data"),
        pytest.param(
            ("application/octet-stream", "binary/octet-stream"), True, id="a server that does not know"
        ),
        pytest.param(("text/css", "text/javascript", "text/csv", "text/calendar"), False, id="no prose"),
        pytest.param(("image/png", "video/mp4", "application/zip", "context/"), False, id="no text"),
    ],
)
def test_answers_of_a_web_server_are_chosen_by_their_media_types(kinds, is_read):
    assert [is_welcome(Hints("a", media_type=kind)) for kind in kinds] == [is_read] * len(kinds)


@each_row(
    ("text", "is_script"),
    [
        ("#!/bin/sh\necho Rents\necho Fares\n", True),
        ("# a\n; b\n \n\t\n \na = b\n", True),
        ("! a\n // b\na\n", True),
        ("# Rents\nThey rose.\n", False),
        ("Rents #! rose.", False),
        ("\n \n", False),
    ],
)
def test_program_begins_with_a_comment_or_has_more_comments_than_other_lines(text, is_script):
    assert is_code(text.encode()) is is_script


@each_row(
    ("name", "text", "is_refused"),
    [
        ("a", "[Script Info]\n", True),
        ("a", "\nScenarist_SCC V1.0", True),
        ("a", "850STL25.01", True),
        ("a", "start\tend\ttext\n", True),
        ("a", "<?xml version='1.0'?><tt xml:lang='en'>", True),
        ("a", "<!-- a --><ttml:tt>", True),
        ("a", "starting end text\nstart end texts", False),
        ("a", "Rents [Script Info] rose; <tt>12</tt>", False),
        ("a", "<ttt>", False),
        *((f"a.{ending}", "Rents", True) for ending in "ass ssa scc stl ttml dfxp smi sub".split()),
        *((f"a.{ending}", TIMES, False) for ending in "ass sub".split()),
    ],
    ids=[
        *("SubStation Alpha", "Scenarist", "teletext", "a table of Whisper", "TTML", "... with a prefix"),
        *(
            "other words",
            "a mark within words",
            "another tag",
            *["by its name"] * 8,
            *["but its own times"] * 2,
        ),
    ],
)
def test_subtitles_of_other_formats_are_refused(name, text, is_refused):
    data, hints = text.encode(), Hints(name)
    assert is_captions(data) is (text == TIMES)
    wanted = pytest.raises(UnreadableSource, match=rf"{name} has subtitles in .*\.srt or \.vtt")
    with wanted if is_refused else nullcontext():
        refuse_captions(data, hints)


def test_first_bytes_of_a_text_decide():
    note = "<!-- {} --><html>"
    assert text_kind(note.format("a" * 16_000).encode(), Hints("-")) == "html"
    assert text_kind(note.format("a" * 17_000).encode(), Hints("-")) == "text"
