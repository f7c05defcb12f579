"""Web pages saved by a browser as one file, and e-mails."""

import contextlib
import io
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch import Hints, read
from claimtrack.fetch.loaders.mail import load
from tests.tables import each_row

# As Chrome writes it: quoted-printable, soft line breaks, the page first and its resources after it.
PAGE = b"""\
From: <Saved by Blink>
Snapshot-Content-Location: https://gazette.example/toll
Subject: Harbour toll
Date: Mon, 4 May 2026 09:12:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x----"

------MultipartBoundary--x----
Content-Type: text/html; charset=utf-8
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://gazette.example/toll

<html lang=3D"en"><head><title>Harbour toll</title></head><body><article><p>=E2=80=9CThe harbour toll wi=
ll double in April,=E2=80=9D Mina Okafor told the council.</p></article></body></html>

------MultipartBoundary--x----
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable
Content-Location: cid:css-1@mhtml.blink

p { color: red }

------MultipartBoundary--x----
Content-Type: text/html
Content-ID: <frame-2@mhtml.blink>
Content-Location: https://ads.example/

<p>Buy boats.</p>

------MultipartBoundary--x------
""".replace(b"\n", b"\r\n")


def email_message(text=None, html=None, **fields):
    message = EmailMessage()
    message["From"] = '"Ida Holm, press office" <press@port.example>'
    message["Subject"] = "Tolls rise in März"
    message["Date"] = "Tue, 05 May 2026 23:30:00 -0500"
    for name, value in fields.items():
        message[name] = value
    if text is not None:
        message.set_content(text)
        if html is not None:
            message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message


def save_and_read(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(bytes(data))
    (loaded,) = read(str(path))
    return loaded


@pytest.mark.parametrize("name", ["toll.mhtml", "toll.mht", "toll", "toll.html", "toll.txt"])
def test_page_saved_as_one_file_has_its_article_and_its_own_address(tmp_path, name):
    loaded = save_and_read(tmp_path, name, PAGE)
    assert loaded.article.text == "“The harbour toll will double in April,” Mina Okafor told the council."
    assert (loaded.article.url, loaded.article.title) == ("https://gazette.example/toll", "Harbour toll")
    assert loaded.article.language == "en"
    assert loaded.source == str(tmp_path / name)


def test_date_of_saving_a_page_is_not_its_publication_date(tmp_path):
    assert save_and_read(tmp_path, "toll.mhtml", PAGE).article.published_on is None


def test_page_without_a_snapshot_address_has_that_of_its_part(tmp_path):
    """Internet Explorer and Word write such files."""
    old = PAGE.replace(b"Snapshot-Content-Location: https://gazette.example/toll\r\n", b"")
    assert save_and_read(tmp_path, "toll.mht", old).article.url == "https://gazette.example/toll"


def test_saved_page_is_read_from_the_web(site):
    address = site.serve("/toll.mhtml", PAGE, kind="multipart/related")
    (loaded,) = read(address)
    assert loaded.article.text.startswith("“The harbour toll")
    assert (loaded.article.url, loaded.source) == ("https://gazette.example/toll", address)


def test_email_has_its_text_subject_sender_and_date(tmp_path):
    loaded = save_and_read(
        tmp_path, "a.eml", email_message("The toll rises to 9 € in May, she said.\n", "<p>Not this.</p>")
    )
    article = loaded.article
    assert article.text.strip() == "The toll rises to 9 € in May, she said."
    assert (article.title, article.author) == ("Tolls rise in März", "Ida Holm, press office")
    assert article.published_on == "2026-05-05"
    assert article.url is None


def test_html_email_has_all_its_words(tmp_path):
    body = "<h1>Tolls</h1><p>The toll rises to 9 &euro; in May.</p><p>Nobody knows why.</p>"
    assert save_and_read(tmp_path, "a.eml", email_message(html=body)).article.text == (
        "Tolls\n\nThe toll rises to 9 € in May.\n\nNobody knows why."
    )


def test_attachment_is_not_part_of_the_text(tmp_path):
    message = email_message(html="<p>The toll rises.</p>")
    message.add_attachment("Minutes of 2019.", filename="minutes.txt")
    assert save_and_read(tmp_path, "a.eml", message).article.text == "The toll rises."


def test_attachments_other_than_pictures_and_signatures_are_named(tmp_path):
    message = email_message("The toll rises.", "<p>The toll rises.</p>")
    message.add_attachment("Minutes of 2019.", filename="minutes.txt")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="zölle.pdf")
    message.add_attachment(b"GIF", maintype="image", subtype="gif", filename="logo.gif")
    message.add_attachment(b"0", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    message.add_attachment(email_message("The toll of 2019 was 4 €."))
    message.add_attachment(b"0", maintype="application", subtype="octet-stream")
    assert save_and_read(tmp_path, "a.eml", message).warnings == (
        "attachments are not read (minutes.txt, zölle.pdf, Tolls rise in März, application/octet-stream): save them and use those",
    )
    assert save_and_read(tmp_path, "b.eml", email_message("The toll rises.")).warnings == ()


def test_email_is_read_from_standard_input():
    data = bytes(email_message("The toll rises.", Received="by mail.example at night " + "word " * 1_500))
    (loaded,) = read("-", stdin=io.BytesIO(data))
    assert (loaded.article.text.strip(), loaded.article.title) == ("The toll rises.", "Tolls rise in März")


MAILBOX = (
    b"From press@a.example Mon Apr 22 10:00:00 +0000 2024\r\n"
    + bytes(email_message("The toll rises."))
    + b"\r\n"
)


@each_row("name", ["press.mbox", "press.txt", "-"])
def test_mailbox_of_one_email_is_read_as_that_email(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    for file in ("press.txt", "press.mbox"):
        Path(file).write_bytes(MAILBOX)
    (loaded,) = read(name, stdin=io.BytesIO(MAILBOX))
    assert (loaded.article.text.strip(), loaded.article.title) == ("The toll rises.", "Tolls rise in März")


@each_row("name", ["press.mbox", "press.txt", "-"])
def test_mailbox_of_several_emails_is_refused_with_a_remedy(tmp_path, monkeypatch, name):
    """Read as one text, the headers of its e-mails became speakers, and their encoded words claims."""
    monkeypatch.chdir(tmp_path)
    data = MAILBOX * 2
    Path("press.txt").write_bytes(data)
    Path("press.mbox").write_bytes(data)
    with pytest.raises(UnreadableSource, match=r"is a mailbox of several e-mails: save each as \.eml"):
        list(read(name, stdin=io.BytesIO(data)))


@each_row("text", ["From 2019 to 2024\nRents: they rose.", "From Mon to Friday, in 2024\nRents rose."])
def test_text_that_begins_like_a_mailbox_is_read_as_text(text):
    [loaded] = read("-", stdin=io.BytesIO(text.encode()))
    assert loaded.article.text == text


def test_transcript_is_not_taken_for_an_email():
    (loaded,) = read("-", stdin=io.BytesIO(b"HOST: How many ships?\n\nMIME-Version: 1.0 of the toll.\n"))
    assert loaded.article.text.startswith("HOST:")


@each_row(
    "head",
    [
        b"Subject: " + b"=?utf-8?q?fares?= " * 200_000,
        b"Content-Type: text/plain; " + b"a=1; " * 800_000,
        b"Subject: fares\n" + b" fares\n" * 500_000 + b"To: a",
    ],
)
def test_enormous_header_is_read_in_part(head):
    (loaded,) = load(head + b"\n\nFares rose by 9 percent.", Hints("talk.eml"))
    assert loaded.article.text == "Fares rose by 9 percent."
    assert len(loaded.article.title or "") <= 10_000


def test_email_without_text_is_refused_with_a_remedy(tmp_path):
    message = email_message()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(
        UnreadableSource, match="is a message without text: save its attachments and use those"
    ):
        save_and_read(tmp_path, "a.eml", message)


@each_row(
    "inner",
    [
        "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(3_000)),
        "Content-Type: message/rfc822\r\n\r\n" * 3_000,
    ],
)
@pytest.mark.parametrize("name", ["deep.eml", "deep.mht"])
def test_deeply_nested_message_is_refused(tmp_path, name, inner):
    (tmp_path / name).write_text(f"Subject: Toll\r\n{inner}\r\nThe toll rises.")
    with pytest.raises(UnreadableSource, match=r"parts are nested too deep: copy its text into a \.txt file"):
        list(read(str(tmp_path / name)))


@each_row("kind", ["multipart/related", "multipart/mixed; boundary=x", "text/plain; charset=none", "/"])
def test_damaged_header_does_not_raise_an_unexpected_error(kind):
    data = f"Subject: =?none?q?=FF?=\r\nFrom: <<,;@\r\nDate: soon\r\nContent-Type: {kind}\r\n\r\nThe toll rises.".encode()
    with contextlib.suppress(UnreadableSource):
        (loaded,) = load(data, Hints("a.eml"))
        assert "The toll rises." in loaded.article.text
        assert loaded.article.title == "=?none?q?=FF?="


@settings(max_examples=25, deadline=None)  # each example of MHTML is read as a page
@given(
    st.lists(st.sampled_from([*PAGE.splitlines(keepends=True), b"\r\n", b"\xff", b"=", b"From: \xe9,<\r\n"]))
)
def test_any_lines_are_read_or_refused(lines):
    for name in ("a.eml", "a.mhtml"):
        with contextlib.suppress(UnreadableSource):
            list(load(b"".join(lines), Hints(name)))


LETTER = "The toll rises to 12 euros in April. The port lost 40 of its 340 boats in May, and 12 more in June."


@each_row(
    ("plain", "read"),
    [
        pytest.param(" ", LETTER, id="blank"),
        pytest.param("Please view this e-mail in your browser.", LETTER, id="a line in place of the text"),
        pytest.param(f"{LETTER} Yours, Ida", f"{LETTER} Yours, Ida", id="the same in plain text"),
    ],
)
def test_html_is_read_if_the_plain_text_is_only_a_line_in_its_place(plain, read):
    (loaded,) = load(bytes(email_message(plain, f"<p>{LETTER}</p>")), Hints("mail.eml"))
    assert loaded.article.text.strip() == read


def test_marks_before_the_lines_of_an_answered_message_are_left_out():
    answer = "It rises.\n\nOn Tue, 5 May 2026, Bo Lund wrote:\n\n> Does the toll rise\n> > again, by\n> 12 euros?\n"
    (loaded,) = load(bytes(email_message(answer)), Hints("mail.eml"))
    assert loaded.article.text.endswith("wrote:\n\nDoes the toll rise\nagain, by\n12 euros?\n")


def test_more_than_a_number_is_no_such_mark():
    (loaded,) = load(bytes(email_message(">50% of the boats are lost.\n> It is so.\n")), Hints("mail.eml"))
    assert loaded.article.text == ">50% of the boats are lost.\nIt is so.\n"
