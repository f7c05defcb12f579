"""Loaders of plug-ins: the example of docs/plugins.md, installed and run, and loaders that misbehave."""

import io
import json

import pytest

from claimtrack import plugins
from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch import read

SUBTITLES = (
    "0:00:01.000,0:00:03.500\r\nRents rose 4%\r\n\r\n0:00:03.500,0:00:06.000\r\nin May, “a record”.\r\n"
)


@pytest.fixture
def install_loader(install):
    """Installs a loader for a suffix, from the code of its module."""
    return lambda suffix, target, code: install(
        target.partition(":")[0], code, {plugins.LOADERS: {suffix: target}}
    )


@pytest.fixture
def subtitles(install_documented):
    """Installs the plug-in of the documentation."""
    install_documented("plugins.md")


@pytest.fixture
def read_with_loader(install_loader):
    """Installs a loader for .odd with this body; the articles that it reads from a file."""

    def run(body, tmp_path):
        install_loader(
            "odd",
            "plug_odd:load",
            f"from claimtrack.core.model import Article\ndef load(data, hints):\n    {body}\n",
        )
        path = tmp_path / "a.odd"
        path.write_bytes(b"%PDF-1.7")
        return [loaded.article for loaded in read(str(path))]

    return run


@pytest.mark.usefixtures("subtitles")
def test_documented_plugin_reads_its_files(tmp_path):
    path = tmp_path / "speech.SBV"
    path.write_bytes(SUBTITLES.encode("cp1252"))
    (loaded,) = read(str(path), url="https://talk.example/", published_on="2026-05-01")
    assert loaded.article.text == "Rents rose 4% in May, “a record”."
    assert (loaded.article.url, loaded.article.published_on) == ("https://talk.example/", "2026-05-01")
    assert "windows-1252" in loaded.warnings[0]


ITEM = {
    "uri": "urn:newsml:agency.example:1",
    "versioncreated": "2026-05-01T23:30:00+02:00",
    "headlines": [{"value": "Rents rise"}],
    "bodies": [{"value": "<p>Rents rose 4%.</p><p>Homes are rare.</p>"}],
    "copyrightholder": "Agency",
}


def test_documented_plugin_for_an_agency_reads_its_items_and_leaves_feeds_to_ours(
    install_documented, tmp_path
):
    install_documented("wire.md")
    path = tmp_path / "a.json"
    path.write_text(json.dumps(ITEM))
    (loaded,) = read(str(path))
    article = loaded.article
    assert (loaded.source, article.title, article.outlet) == (ITEM["uri"], "Rents rise", "Agency")
    assert (article.text, article.published_on) == ("Rents rose 4%.\n\nHomes are rare.", "2026-05-01")
    path.write_text(json.dumps(ITEM | {"pubstatus": "canceled"}))
    [withdrawn] = read(str(path))
    assert (withdrawn.source, withdrawn.article.is_withdrawn, article.is_withdrawn) == (
        ITEM["uri"],
        True,
        False,
    )
    path.write_text(json.dumps(ITEM | {"embargoed": "2099-05-01T06:00:00"}))
    with pytest.raises(UnreadableSource, match="is under embargo: read it after 2099-05-01T06:00:00"):
        list(read(str(path)))
    path.write_text(json.dumps(ITEM | {"embargoed": "2999-01-01T06:00:00Z"}))
    with pytest.raises(UnreadableSource, match=r"a\.json is under embargo: read it after 2999-01-01T06"):
        list(read(str(path)))
    path.write_text('{"version": "1.1", "items": [{"content_text": "It rains."}]}')
    assert [one.article.text for one in read(str(path))] == ["It rains."]
    path.write_text("[1")
    with pytest.raises(UnreadableSource, match="is broken JSON"):
        list(read(str(path)))


@pytest.mark.usefixtures("subtitles")
def test_documented_plugin_reads_files_in_folders_and_from_the_web(tmp_path, site):
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "speech.sbv").write_text(SUBTITLES)
    (loaded,) = read(str(tmp_path / "talks"))
    assert loaded.article.text.startswith("Rents rose")
    (loaded,) = read(site.serve("/speech.sbv", SUBTITLES, kind="application/x-sbv"))
    assert loaded.article.text.startswith("Rents rose")


def test_folder_of_unknown_files_has_nothing_to_read_without_the_plugin(tmp_path):
    (tmp_path / "speech.sbv").write_text(SUBTITLES)
    with pytest.raises(UnreadableSource, match="nothing to read"):
        list(read(str(tmp_path)))


@pytest.mark.usefixtures("subtitles")
def test_documented_plugin_refuses_a_file_in_its_own_words(tmp_path):
    path = tmp_path / "a.sbv"
    path.write_text("Rents rose.")
    with pytest.raises(UnreadableSource, match=r"a\.sbv holds no subtitles"):
        list(read(str(path)))


def test_loader_may_yield_plain_articles_and_read_binary_files(read_with_loader, tmp_path):
    (article,) = read_with_loader(
        'return [Article(text=data.decode()[:4], url="urn:x", published_on="May")]', tmp_path
    )
    assert (article.text, article.url, article.published_on) == ("%PDF", None, None)


def test_overlong_title_date_or_address_is_abbreviated_in_warnings(install_loader, tmp_path):
    install_loader(
        "odd",
        "plug_long:load",
        "from claimtrack.core.model import Article\nlong = 'x' * 10_000\n"
        "def load(data, hints):\n    yield Article('Rents rose.', title=long, url=long, published_on=long)\n",
    )
    (tmp_path / "a.odd").write_text("x")
    (loaded,) = read(str(tmp_path / "a.odd"))
    assert len(loaded.warnings) == 2
    assert all(len(warning) < 500 for warning in loaded.warnings)


def test_failing_loader_is_named_with_the_file_and_the_reason(read_with_loader, tmp_path):
    with pytest.raises(
        UnreadableSource, match=r"a\.odd: the plug-in 'odd' failed.*KeyError: 'x'. Report it to"
    ):
        read_with_loader('yield {}["x"]', tmp_path)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('raise ValueError("no\\nsuch\\nkey")', id="it fails"),
        pytest.param('raise UnreadableSource("not this\\n  one")', id="it refuses"),
        pytest.param('raise SystemExit("no\\nkey")', id="it would end the program"),
    ],
)
def test_error_of_a_loader_is_reported_in_one_line(read_with_loader, tmp_path, body):
    with pytest.raises(UnreadableSource) as raised:
        read_with_loader(f"from claimtrack.core.errors import UnreadableSource; {body}", tmp_path)
    assert len(str(raised.value).splitlines()) == 1


def test_loader_that_yields_no_article_is_refused(read_with_loader, tmp_path):
    with pytest.raises(UnreadableSource, match=r"a\.odd: a plug-in for 'odd' gave a str, not an Article"):
        read_with_loader('return ["text"]', tmp_path)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("text=b'Rents rose.'", "an Article whose text is a bytes, not text"),
        (
            "text='Rents rose.', published_on=date(2024, 4, 22)",
            "an Article whose published_on is a date, not text",
        ),
        (
            "text='Rents rose.', is_withdrawn='false'",
            "an Article whose is_withdrawn is 'false', not True or False",
        ),
    ],
)
def test_loader_whose_article_has_fields_of_another_type_is_refused(
    read_with_loader, tmp_path, fields, message
):
    imports = "from datetime import date; from claimtrack.core.model import Article"
    with pytest.raises(UnreadableSource, match=rf"a\.odd: a plug-in for 'odd' gave {message}"):
        read_with_loader(f"{imports}; return [Article({fields})]", tmp_path)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("5", "source is a int, not text"),
        ("None", "source is a NoneType, not text"),
        ("'s', 'warn'", "warnings are 'warn', not a tuple of strings"),
        ("'s', None", "warnings are None, not a tuple of strings"),
        ("'s', ['well', 4]", r"warnings are \['well', 4\], not a tuple of strings"),
        ("'s', (), b'x'", "written is a bytes, not text"),
        ("'s', (), None", "written is a NoneType, not text"),
        ("'s', (), '', ('x',)", r"cited is \('x',\), not a tuple of Cited"),
        ("'s', (), '', 0", "cited is 0, not a tuple of Cited"),
        ("'s', (), '', [Cited(0, '4', 'a book')]", r"cited is \[Cited\(.+, not a tuple of Cited"),
        ("'s', (), '', [Cited(0, 4, b'a book')]", r"cited is \[Cited\(.+, not a tuple of Cited"),
        ("'s', (), '', [Cited(0, 4, 'a book', 5)]", r"cited is \[Cited\(.+, not a tuple of Cited"),
        ("'s', (), '', [Cited(0, 4, 'a book'), 4]", r"cited is \[Cited\(.+, 4\], not a tuple of Cited"),
        ("'s', (), '', None", "cited is None, not a tuple of Cited"),
        ("'s', (), '', [Cited(0, 4, '12')]", "cited has a source that is none: not a source: '12'"),
        ("'s', (), '', [Cited('0', 4, 'a book')]", r"cited is \[Cited\(start='0'.+, not a tuple of Cited"),
    ],
)
def test_loader_with_malformed_source_or_warnings_is_refused(read_with_loader, tmp_path, fields, message):
    imports = "from claimtrack.core.desk.cited import Cited; from claimtrack.fetch.loaded import Loaded"
    with pytest.raises(UnreadableSource, match=rf"a\.odd: a plug-in for 'odd' gave a Loaded whose {message}"):
        read_with_loader(f"{imports}; return [Loaded(Article('Rents rose.'), {fields})]", tmp_path)


@pytest.mark.parametrize("kind", ["tuple", "list"])
def test_loader_may_give_warnings_and_citations_as_a_tuple_or_a_list(read_with_loader, tmp_path, kind):
    imports = "from claimtrack.core.desk.cited import Cited; from claimtrack.fetch.loaded import Loaded"
    cited = "[Cited(0, 5, 'a book'), Cited(0, 5, 'a book', 'Rents')]"
    fields = f"Article('Rents rose.'), 's', {kind}(['as read']), '', {kind}({cited})"
    assert [one.text for one in read_with_loader(f"{imports}; return [Loaded({fields})]", tmp_path)] == [
        "Rents rose."
    ]


def test_loader_whose_article_is_none_is_refused(read_with_loader, tmp_path):
    with pytest.raises(UnreadableSource, match=r"a\.odd: a plug-in for 'odd' gave a Loaded, not an Article"):
        read_with_loader(
            "from claimtrack.fetch.loaded import Loaded; return [Loaded('Rents rose.', 's')]", tmp_path
        )


def test_loader_that_yields_nothing_leaves_an_empty_source(read_with_loader, tmp_path):
    with pytest.raises(UnreadableSource, match="no article text"):
        read_with_loader("return []", tmp_path)


def test_broken_loader_does_not_affect_other_files(install_loader):
    install_loader("odd", "plug_broken:load", "import no_such_module")
    (loaded,) = read("-", stdin=io.BytesIO(b"Rents rose."))
    assert loaded.article.text == "Rents rose."


@pytest.mark.parametrize(
    ("code", "message"),
    [
        pytest.param('def load(data, hints):\n    yield "words"\n', "gave a str", id="it gives no article"),
        pytest.param("import no_such_module\n", "cannot be loaded", id="it cannot be imported"),
        pytest.param("load = 3\n", "TypeError", id="it cannot be called"),
    ],
)
def test_broken_loader_skips_only_its_own_files_in_a_folder(install_loader, tmp_path, code, message):
    install_loader("odd", "plug_halt:load", code)
    folder = tmp_path / "all"
    folder.mkdir()
    for name in ("a.txt", "b.odd", "c.odd", "d.txt"):
        (folder / name).write_text("Ferry fares rose by 4 percent.")
    skipped = []
    loaded_articles = list(read(str(folder), on_skip=lambda error: skipped.append(str(error))))
    assert [loaded.source.rpartition("/")[2] for loaded in loaded_articles] == ["a.txt", "d.txt"]
    assert [
        f"{name}.odd: " in line and message in line for name, line in zip("bc", skipped, strict=True)
    ] == [True] * 2
