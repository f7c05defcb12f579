"""The example of docs/plugins.md, installed and run, and what happens when a loader misbehaves."""

import io

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
    """The plug-in of the documentation."""
    install_documented("plugins.md")


@pytest.fixture
def bad_loader(install_loader):
    """Installs a loader for .odd whose body is given; reads a file with it."""

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
def test_the_documented_plugin_reads_its_files(tmp_path):
    path = tmp_path / "speech.SBV"
    path.write_bytes(SUBTITLES.encode("cp1252"))
    (loaded,) = read(str(path), url="https://talk.example/", published_on="2026-05-01")
    assert loaded.article.text == "Rents rose 4% in May, “a record”."
    assert (loaded.article.url, loaded.article.published_on) == ("https://talk.example/", "2026-05-01")
    assert "windows-1252" in loaded.warnings[0]


@pytest.mark.usefixtures("subtitles")
def test_the_documented_plugin_s_files_are_read_in_folders_and_from_the_web(tmp_path, site):
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "speech.sbv").write_text(SUBTITLES)
    (loaded,) = read(str(tmp_path / "talks"))
    assert loaded.article.text.startswith("Rents rose")
    (loaded,) = read(site.serve("/speech.sbv", SUBTITLES, kind="application/x-sbv"))
    assert loaded.article.text.startswith("Rents rose")


def test_without_it_the_folder_has_nothing_to_read(tmp_path):
    (tmp_path / "speech.sbv").write_text(SUBTITLES)
    with pytest.raises(UnreadableSource, match="nothing to read"):
        list(read(str(tmp_path)))


@pytest.mark.usefixtures("subtitles")
def test_the_documented_plugin_refuses_with_its_own_words(tmp_path):
    path = tmp_path / "a.sbv"
    path.write_text("Rents rose.")
    with pytest.raises(UnreadableSource, match=r"a\.sbv holds no subtitles"):
        list(read(str(path)))


def test_a_loader_may_give_plain_articles_and_read_what_we_call_binary(bad_loader, tmp_path):
    (article,) = bad_loader(
        'return [Article(text=data.decode()[:4], url="urn:x", published_on="May")]', tmp_path
    )
    assert (article.text, article.url, article.published_on) == ("%PDF", None, None)


def test_a_warning_repeats_no_endless_title_date_or_address(install_loader, tmp_path):
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


def test_a_loader_that_fails_is_named_with_the_file_and_the_reason(bad_loader, tmp_path):
    with pytest.raises(
        UnreadableSource, match=r"a\.odd: the plug-in 'odd' failed.*KeyError: 'x'. Report it to"
    ):
        bad_loader('yield {}["x"]', tmp_path)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('raise ValueError("no\\nsuch\\nkey")', id="it fails"),
        pytest.param('raise UnreadableSource("not this\\n  one")', id="it refuses"),
    ],
)
def test_what_a_loader_says_of_a_file_is_one_line(bad_loader, tmp_path, body):
    with pytest.raises(UnreadableSource) as refused:
        bad_loader(f"from claimtrack.core.errors import UnreadableSource; {body}", tmp_path)
    assert len(str(refused.value).splitlines()) == 1


def test_a_loader_that_gives_no_articles_is_refused(bad_loader, tmp_path):
    with pytest.raises(UnreadableSource, match=r"a\.odd: a plug-in for 'odd' gave a str, not an Article"):
        bad_loader('return ["text"]', tmp_path)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("text=b'Rents rose.'", "an Article whose text is a bytes, not text"),
        (
            "text='Rents rose.', published_on=date(2024, 4, 22)",
            "an Article whose published_on is a date, not text",
        ),
    ],
)
def test_a_loader_whose_article_is_not_made_of_text_is_refused(bad_loader, tmp_path, given, told):
    imports = "from datetime import date; from claimtrack.core.model import Article"
    with pytest.raises(UnreadableSource, match=rf"a\.odd: a plug-in for 'odd' gave {told}"):
        bad_loader(f"{imports}; return [Article({given})]", tmp_path)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("5", "source is a int, not text"),
        ("None", "source is a NoneType, not text"),
        ("'s', 'warn'", "warnings are 'warn', not a tuple of strings"),
        ("'s', None", "warnings are None, not a tuple of strings"),
        ("'s', (), b'x'", "written is a bytes, not text"),
        ("'s', (), None", "written is a NoneType, not text"),
    ],
)
def test_a_loader_that_tells_of_its_article_in_something_else_than_words_is_refused(
    bad_loader, tmp_path, given, told
):
    imports = "from claimtrack.fetch.loaded import Loaded"
    with pytest.raises(UnreadableSource, match=rf"a\.odd: a plug-in for 'odd' gave a Loaded whose {told}"):
        bad_loader(f"{imports}; return [Loaded(Article('Rents rose.'), {given})]", tmp_path)


def test_a_loader_that_finds_nothing_leaves_an_empty_source(bad_loader, tmp_path):
    with pytest.raises(UnreadableSource, match="no article text"):
        bad_loader("return []", tmp_path)


def test_a_broken_loader_does_not_stop_the_reading_of_other_files(install_loader):
    install_loader("odd", "plug_broken:load", "import no_such_module")
    (loaded,) = read("-", stdin=io.BytesIO(b"Rents rose."))
    assert loaded.article.text == "Rents rose."


@pytest.mark.parametrize(
    ("code", "told"),
    [
        pytest.param('def load(data, hints):\n    yield "words"\n', "gave a str", id="it gives no article"),
        pytest.param("import no_such_module\n", "cannot be loaded", id="it cannot be imported"),
        pytest.param("load = 3\n", "TypeError", id="it cannot be called"),
    ],
)
def test_a_broken_loader_stops_only_its_own_files_of_a_folder(install_loader, tmp_path, code, told):
    install_loader("odd", "plug_halt:load", code)
    folder = tmp_path / "all"
    folder.mkdir()
    for name in ("a.txt", "b.odd", "c.odd", "d.txt"):
        (folder / name).write_text("Ferry fares rose by 4 percent.")
    skipped = []
    read_ones = list(read(str(folder), on_skip=lambda error: skipped.append(str(error))))
    assert [loaded.source.rpartition("/")[2] for loaded in read_ones] == ["a.txt", "d.txt"]
    assert [f"{name}.odd: " in line and told in line for name, line in zip("bc", skipped, strict=True)] == [
        True
    ] * 2
