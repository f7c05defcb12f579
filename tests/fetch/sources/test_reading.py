"""Sources of any kind yield articles, and what cannot be read is refused in one line with a remedy."""

import io
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimtrack.core.errors import FetchError, InvalidValue, LeftOut, SourceError, UnreadableSource
from claimtrack.fetch import read
from claimtrack.fetch.decoding.repairs import repair_mojibake
from claimtrack.fetch.kinds.loading import load
from claimtrack.fetch.loaded import Hints
from claimtrack.fetch.sources.disk import name_first
from tests.fetch.conftest import SAMPLES, read_one
from tests.tables import each_row


def read_piped(data, **options):
    return read_one("-", stdin=io.BytesIO(data), **options)


def refusal(source, **options):
    with pytest.raises(SourceError) as caught:
        list(read(str(source), **options))
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 400
    return message


# ── plain text ──────────────────────────────────────────────────────────────────────────────────


def test_text_file_is_read_with_its_line_endings():
    loaded = read_one(SAMPLES / "transcript.txt")
    assert loaded.article.text == "HOST: How many ships wait?\r\nIDA HOLM: Forty, since Monday.\r\n"
    assert loaded.source == str(SAMPLES / "transcript.txt")
    assert loaded.warnings == ()


def test_text_file_has_no_metadata(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Rents rose 4%.")
    article = read_one(path).article
    assert (article.url, article.title, article.outlet, article.published_on) == (None, None, None, None)


def test_mojibake_in_an_article_is_repaired(tmp_path):
    path = tmp_path / "a.html"
    body = (
        "<p>â€œRents fell,â€\x9d the mayor said, and nobody in the hall disagreed with her figures.</p>" * 3
    )
    path.write_text(
        f"<html><head><title>The mayorâ€™s plan</title></head><body><article>{body}</article></body></html>"
    )
    loaded = read_one(path)
    assert (
        read_piped(
            b'{"version": "https://jsonfeed.org/version/1", "items": [{"content_text": "He didn\\u00e2\\u0080\\u0099t."}]}'
        ).article.text
        == "He didn’t."
    )
    assert (loaded.article.title, "“Rents fell,” the mayor" in loaded.article.text) == (
        "The mayor’s plan",
        True,
    )
    assert "garbled ('â€')" in loaded.warnings[-1]


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="#*_[")).filter(
        lambda text: text.strip().strip("\0")
    )
)
def test_only_nul_is_replaced_and_every_character_keeps_its_position(text):
    text = repair_mojibake("é" + text)[0]  # so that it is neither binary, nor of another kind, nor mojibake
    kept = text.replace("\0", "\ufffd")
    assume(
        repair_mojibake(text)[0] == text and repair_mojibake(kept)[0] == kept
    )  # nor mojibake twice over, nor mojibake that lacks a byte
    loaded = read_piped(text.encode())
    assert loaded.article.text == kept
    assert bool(loaded.warnings) == ("\0" in text)


def test_replaced_nul_is_reported():
    (warning,) = read_piped(b"Rents rose\0 4%.").warnings
    assert "1 character" in warning
    assert "�" in warning


MARKDOWN = [
    pytest.param("---\ntitle: Toll\n---\nIt **doubles**.", "It doubles.", id="front matter"),
    pytest.param("# Toll\n\nIt **doubles**.", "It doubles.", id="a heading"),
    pytest.param("*Norbridge, 4 May* – It *doubles*.", "Norbridge, 4 May – It doubles.", id="a dateline"),
    pytest.param("It [doubles](https://a.example/).\n", "It doubles.", id="a link"),
]


@pytest.mark.parametrize(("markdown", "words"), MARKDOWN)
def test_markdown_on_standard_input_is_recognised_by_its_content(markdown, words, tmp_path):
    assert read_piped(markdown.encode()).article.text == words
    path = tmp_path / "a.txt"
    path.write_text(markdown)
    assert read_one(path).article.text == markdown


@each_row(
    "text", ["#toll doubles, 2 * 3 * 4", "snake_case is * no * sign", "---\nIt doubles.", "a [note] (b)"]
)
def test_markdown_characters_alone_do_not_make_markdown(text):
    assert read_piped(text.encode()).article.text == text


def test_suffix_of_a_file_outweighs_its_content(tmp_path):
    path = tmp_path / "quoted.txt"
    path.write_text("<html><p>Rents rose 4%.</p></html>")
    assert read_one(path).article.text == "<html><p>Rents rose 4%.</p></html>"


def test_kind_of_standard_input_is_recognised_by_its_content():
    page = (SAMPLES / "council.html").read_bytes()
    assert read_piped(page).article.title == "Harbour toll to double, council says"
    assert read_piped(b"Rents rose 4%.").source == "-"


# ── metadata given by the caller ────────────────────────────────────────────────────────────────


def test_given_metadata_overrides_that_of_the_page():
    article = read_one(
        SAMPLES / "council.html",
        url="https://mirror.example/1",
        published_on="2026-01-02",
        title=" My  title ",
        outlet="Mirror",
    ).article
    assert article.url == "https://mirror.example/1"
    assert (article.published_on, article.title, article.outlet) == ("2026-01-02", "My title", "Mirror")
    assert article.author == "Mina Okafor"


def test_empty_name_is_not_the_current_folder():
    with pytest.raises(InvalidValue, match="source is empty"):
        read("")


@each_row("wrong", [{"published_on": "22/04/2024"}, {"published_on": "2024-02-30"}, {"url": "gazette"}])
def test_bad_date_or_address_is_refused_before_anything_is_read(wrong):
    with pytest.raises(InvalidValue):
        read("no-such-file.txt", **wrong)


@each_row("field", [{"url": "https://a.example/"}, {"title": "T"}])
@each_row("source", [SAMPLES, SAMPLES / "gazette.rss"])
def test_address_or_title_is_refused_for_several_articles(source, field):
    with pytest.raises(InvalidValue, match="several articles"):
        list(read(str(source), **field))


@pytest.mark.parametrize(
    "page",
    [
        b"---\nurl: https://ada:s3cret@news.example/1\n---\nRents rose.",
        b'<html><head><link rel="canonical" href="https://ada:s3cret@news.example/1"></head>'
        b"<body><article><p>Rents rose by 4 percent in May, and nobody knows why.</p></article></body></html>",
    ],
    ids=["front matter", "canonical link"],
)
def test_password_in_the_address_of_a_source_is_removed_and_reported(page, tmp_path):
    path = tmp_path / ("a.html" if page.startswith(b"<") else "a.md")
    path.write_bytes(page)
    loaded = read_one(path)
    assert loaded.article.url == "https://news.example/1"
    assert "the address had a name or password in it, which was removed" in str(*loaded.warnings)
    assert "s3cret" not in str(*loaded.warnings)


def test_unreadable_date_of_a_source_is_ignored():
    assert read_piped(b"---\ndate: last week\n---\nx", title="x").article.published_on is None


# ── folders ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def folder(tmp_path):
    for name, text in {
        "b.txt": "Second.",
        "a/z.md": "First.",
        "c": "Third, without a suffix.",
        ".hidden/x.txt": "Not read.",
        ".secret.txt": "Not read.",
        "photo.jpg": "no text",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_folder_yields_its_visible_files_in_order(folder):
    loaded = list(read(str(folder)))
    assert [item.article.text for item in loaded] == ["First.", "Second.", "Third, without a suffix."]
    assert [Path(item.source).name for item in loaded] == ["z.md", "b.txt", "c"]


def test_file_has_one_name_however_its_path_is_written(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert {read_one(name).source for name in ("b.txt", "./b.txt", ".//b.txt")} == {"b.txt"}


@each_row("field", [{"url": "https://a.example/"}, {"title": "T"}])
def test_address_or_title_is_refused_for_a_folder_of_files_with_one_article_each(folder, field):
    with pytest.raises(InvalidValue, match="several articles"):
        list(read(str(folder), **field))


@each_row(("count", "end"), [(0, ""), (5, "4.jpg"), (6, "4.jpg, ...")])
def test_of_many_files_the_first_are_named(count, end):
    named = name_first([Path(f"{number}.jpg") for number in range(count)])
    assert named.rpartition("3.jpg, ")[2] == end


def test_unreadable_file_does_not_stop_a_folder_and_is_reported(folder):
    (folder / "a.txt").write_bytes(b"%PDF-1.7 ...")
    skipped = []
    assert len(list(read(str(folder), on_skip=skipped.append))) == 3
    assert "a PDF" in str(skipped[0])


def test_desk_in_a_folder_is_skipped_with_all_its_files_and_another_database_is_named(folder, desk_path):
    (folder / "photo.jpg").unlink()
    (folder / "other.db").write_bytes(b"SQLite format 3\0" + bytes(84))
    for name in ("claims.db.before-0003_reviews", "my desk"):
        shutil.copy(desk_path, folder / name)
    for name in ("claims.db-wal", "claims.db-shm", "claims.db.users.json", "my desk.users.json"):
        (folder / name).write_text("{}")
    skipped = []
    assert len(list(read(str(folder), on_skip=skipped.append))) == 3
    assert [str(reason).split(" in ")[0] for reason in skipped] == ["other.db", "2 hidden files or folders"]


def test_skipped_and_hidden_files_of_a_folder_are_reported(folder):
    skipped = []
    list(read(str(folder), on_skip=skipped.append))
    error, hidden = skipped
    assert {type(reason) for reason in skipped} == {LeftOut}
    assert "photo.jpg in " in str(error)
    assert str(hidden).startswith("2 hidden files or folders in ")


@pytest.mark.parametrize("page", ["page.html", "page.HTM"])
def test_resources_saved_along_with_a_page_are_skipped_and_reported(tmp_path, page):
    (tmp_path / page).write_text(
        "<html><body><article><p>The toll rose by 4 crowns.</p></article></body></html>"
    )
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "ad.html").write_text("<p>Buy boats.</p>")
    skipped = []
    (loaded,) = read(str(tmp_path), on_skip=skipped.append)
    assert loaded.article.text == "The toll rose by 4 crowns."
    (error,) = skipped
    assert isinstance(error, LeftOut)
    assert f"page_files was saved by a browser along with {page}" in str(error)


def test_folder_named_like_saved_resources_is_read_if_there_is_no_page(tmp_path):
    (tmp_path / "court_files").mkdir()
    (tmp_path / "court_files" / "b.txt").write_text("The court sat on Monday.")
    (tmp_path / "court.txt").write_text("It will sit again.")
    assert [loaded.article.text for loaded in read(str(tmp_path))] == [
        "It will sit again.",
        "The court sat on Monday.",
    ]


def test_link_to_a_folder_is_reported_and_one_to_a_file_followed(folder, tmp_path_factory):
    real = tmp_path_factory.mktemp("real")
    (real / "a.txt").write_text("Elsewhere.")
    (folder / "link").symlink_to(real)
    (folder / "circle").symlink_to(folder)
    (folder / "d.txt").symlink_to(real / "a.txt")
    (folder / "gone.txt").symlink_to(real / "nothing.txt")
    skipped = []
    assert "Elsewhere." in [loaded.article.text for loaded in read(str(folder), on_skip=skipped.append)]
    reasons = {str(error).removeprefix(f"{folder}/").split(":")[0]: type(error) for error in skipped}
    assert reasons == {
        "circle is a link to a folder, and such links are not followed": LeftOut,
        "link is a link to a folder, and such links are not followed": LeftOut,
        "gone.txt is a broken link": UnreadableSource,
        f"photo.jpg in {folder}. Supported": LeftOut,
        f"2 hidden files or folders in {folder}, which begin with a full stop": LeftOut,
    }


def test_unreadable_subfolder_is_reported(folder, monkeypatch):
    scandir = os.scandir

    def refuse_subfolder(path):
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse_subfolder)
    skipped = []
    assert len(list(read(str(folder), on_skip=skipped.append))) == 2
    assert f"you may not read {folder}/a: ask for read permission (chmod +r)" in str(skipped[0])


def test_folder_without_readable_files_names_what_is_in_it(tmp_path):
    (tmp_path / "brief.zip").write_bytes(b"PK")
    with pytest.raises(
        UnreadableSource, match=r"is a folder with nothing to read .only brief\.zip.. Supported:"
    ):
        list(read(str(tmp_path)))


def test_programs_and_settings_in_a_folder_are_named_and_read_only_by_themselves(tmp_path):
    (tmp_path / "fetch").write_text("#!/bin/sh\necho Rents rose by 12 percent.\n")
    (tmp_path / "limits").write_text("# Rents rose by 12 percent.\n#\nrents = 12\n\n  ; or not\n")
    with pytest.raises(UnreadableSource, match=r"nothing to read .only fetch, limits.. Supported:"):
        list(read(str(tmp_path)))
    (tmp_path / "brief").write_text("# Rents\n\nRents rose by 12 percent.\n")
    (tmp_path / "notes.md").write_text("# Bread\n## Prices\nBread rose by 2 percent.\n")
    skipped = []
    titles = {loaded.article.title for loaded in read(str(tmp_path), on_skip=skipped.append)}
    assert (titles, [type(one) for one in skipped]) == ({"Bread", "Rents"}, [LeftOut])
    assert f"fetch, limits in {tmp_path}, which look like programs or settings" in str(skipped[0])
    [loaded] = read(str(tmp_path / "limits"))
    assert "rents = 12" in loaded.article.text


def test_named_pipe_is_refused_rather_than_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableSource, match="a named pipe"):
        list(read(str(tmp_path / "pipe")))


def test_named_pipe_in_a_folder_is_reported_and_never_opened(folder):
    os.mkfifo(folder / "x.txt")
    skipped = []
    # If it were opened without a writer, reading would hang.
    assert len(list(read(str(folder), on_skip=skipped.append))) == 3
    [error] = [reason for reason in skipped if "x.txt" in str(reason)]
    assert (type(error), str(error)) == (
        LeftOut,
        f"{folder / 'x.txt'} is a pipe, a socket or a device, not a file",
    )


def test_skipped_files_are_logged_without_a_callback(folder, caplog):
    (folder / "a.txt").write_bytes(b"")
    list(read(str(folder)))
    assert "a.txt is empty" in caplog.text


def test_folder_is_read_lazily(folder):
    articles = read(str(folder))
    next(articles)
    (folder / "b.txt").write_text("Changed since.")
    assert next(articles).article.text == "Changed since."


# ── refusals ────────────────────────────────────────────────────────────────────────────────────


@each_row(
    ("source", "words"),
    [
        ("nowhere.txt", "no file or folder nowhere.txt"),
        ("www.gazette.example/toll", ". If it is a web address, add https:// in front"),
        ("gazette.com/toll", ". If it is a web address, add https:// in front"),
        (
            "file:///etc/hostname",
            ":// is not supported: give an http or https address, or the path of a file",
        ),
        ("ftp://gazette.example/toll.txt", "http or https"),
        ("a\0b", "cannot be read"),
        ("x" * 5_000, "cannot be read"),
        ("line\nbreak", "no file or folder line break"),
    ],
)
def test_unknown_source_is_refused(source, words, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert words in refusal(source)


@each_row(
    ("start", "kind"),
    [
        (b"%PDF-1.7\n%\xe2", "PDF"),
        (b"PK\x03\x04\x14", "Word"),
        (b"\x89PNG\r\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"{\\rtf1\\ansi Rents rose}", "RTF"),
        (b"SQLite format 3\0", "database"),
        (b"\0\0\0\x20ftypmp42", "video"),
        (b"OggS\0\x02\xff\xfe", "sound"),
        (b"\x1aE\xdf\xa3\x9fB\x86", "video"),
        (b"bplist00\xd1\x01\x02", "web archive of Safari"),
        (b"[InternetShortcut]\r\nURL=https://news.example/1", "shortcut"),
        (b"\x7fELF" + b"\0" * 60 + b"code", "binary"),
    ],
)
def test_file_without_text_is_refused_by_its_kind(tmp_path, start, kind):
    path = tmp_path / "a.txt"
    path.write_bytes(start)
    assert f"{path} is a" in refusal(path)
    assert kind in refusal(path)
    assert ":" in refusal(path)  # the remedy


ZIPPED = [
    ("mimetype", "application/vnd.oasis.opendocument.text", "an OpenDocument document, not text: save it as plain text"),
    ("mimetype", "application/epub+zip", "an EPUB book, not text: save it as plain text"),
    (
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        "a PowerPoint presentation, not text: save it as plain text",
    ),
    ("_chat.txt", "application/epub+zip", "a zip file, not text: unpack it first"),
    ("Index/Document.iwa", "", "a document of Numbers, Pages or Keynote, not text: export it as Word, Excel or text"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "content", "kind"), ZIPPED)
def test_zip_file_is_refused_by_the_kind_it_declares(tmp_path, part, content, kind):
    path = tmp_path / "a.bin"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr(part, content)
    assert f"{path} is {kind}" in refusal(path)


@pytest.mark.parametrize(
    "how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=str
)
def test_damaged_zip_file_is_refused_however_it_is_compressed(tmp_path, how):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", how) as parts:
        parts.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml " * 9)
    data = path.read_bytes()
    begin = data.index(b"[Content") + len("[Content_Types].xml")
    path.write_bytes(data[: begin + 9] + b"\xff" * 20 + data[begin + 29 :])
    assert "is a damaged Word, OpenDocument or other zip file" in refusal(path)


def test_spreadsheet_is_refused_and_the_command_to_import_it_named(tmp_path):
    """If it were read as prose, each of its rows would be a claim of the article."""
    path = tmp_path / "log.CSV"
    path.write_text("Claim;Who\nRents rose by 12 percent;Ada Miller\n", encoding="utf-8")
    with pytest.raises(
        UnreadableSource,
        match="not an article: to import its rows as claims, use `claimtrack import csv FILE`",
    ):
        list(read(str(path)))
    [loaded] = read(str(path), whole=True)  # its cells may be looked up
    assert "Rents rose" in loaded.article.text
    assert "may be missed: use `claimtrack match --file`" in loaded.warnings[0]
    path = tmp_path / "log.xlsx"
    path.write_bytes(b"PK\x03\x04\x14")
    with pytest.raises(
        UnreadableSource, match="is a workbook: to look its rows up, use `claimtrack match --file`"
    ):
        list(read(str(path), whole=True))


def test_page_is_read_whatever_the_suffix_of_its_address():
    """Pages about a table are often named after it, and a report may be named anything."""
    page = b"<html><head><title>Rents</title></head><body><p>Rents rose by 12 percent in Vale, Ada Miller said.</p></body></html>"
    address = "https://stats.example/blob/rents.csv"
    [loaded] = load(page, Hints(address, url=address, media_type="text/html"))
    assert "Rents rose" in loaded.article.text
    with pytest.raises(UnreadableSource, match="is a spreadsheet, not an article"):
        list(
            load(b"Claim;Who\nRents rose;Ada Miller\n", Hints(address, url=address, media_type="text/plain"))
        )


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf\n"])
def test_empty_file_is_refused(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert "a.txt" in refusal(path)


def test_empty_standard_input_is_refused():
    assert "standard input is empty" in refusal("-", stdin=io.BytesIO())


def test_folder_with_nothing_to_read_is_refused(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert "nothing to read" in refusal(tmp_path)


def test_missing_read_permission_is_reported_with_the_remedy(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "read permission" in refusal(tmp_path / "a.txt")
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert "read permission" in refusal(tmp_path)


def test_garbled_letters_that_a_page_writes_as_entities_are_repaired_and_reported():
    words = "It was late and didn{}t matter, the office said on Monday in a note."
    page = f"<html><body><p>{words.format('&acirc;&euro;&trade;')}</p></body></html>"
    (loaded,) = read("-", stdin=io.BytesIO(page.encode()))
    assert loaded.article.text == words.format("’")
    assert [warning.split(" that ")[0] for warning in loaded.warnings] == ["repaired letters"]


def test_size_limit_refuses_larger_files_and_admits_those_at_the_limit(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1_000)
    assert read_one(path, max_bytes=1_000).article.text == "x" * 1_000
    for source in (path, "-"):
        assert "larger than 0.000999 MB" in refusal(source, stdin=io.BytesIO(b"x" * 1_000), max_bytes=999)


def test_unsupported_scheme_raises_a_fetch_error():
    with pytest.raises(FetchError):
        list(read("gopher://old.example"))


def test_copy_under_another_name_has_the_same_text(tmp_path):
    shutil.copy(SAMPLES / "transcript.txt", tmp_path / "copy")
    assert read_one(tmp_path / "copy").article.text == read_one(SAMPLES / "transcript.txt").article.text


def test_unreadable_and_unreachable_sources_raise_source_errors():
    assert issubclass(UnreadableSource, SourceError)
    assert issubclass(FetchError, SourceError)


def test_lock_file_of_word_is_skipped_as_hidden(folder):
    (folder / "photo.jpg").unlink()
    (folder / "~$brief.docx").write_bytes(b"\x03ada")
    skipped = []
    assert len(list(read(str(folder), on_skip=skipped.append))) == 3
    assert ["hidden" in str(reason) for reason in skipped] == [True]
