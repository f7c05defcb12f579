"""Links, footnotes and comments of a draft that reading leaves out are counted and reported."""

import io
import zipfile

import pytest

from claimtrack.fetch.kinds.loading import load
from claimtrack.fetch.loaded import Hints
from tests.fetch.loaders.test_word import MAIN, docx, paragraph, text_run

DRAFT = """# Rents

Rents rose by 12 percent, [the office said](https://stats.example/1).[^1] See [2][two] and [above](#top).
<!-- Ada: ask her again -->
![A house](https://img.example/1.jpg) and <https://kept.example>.

    [^a]: code

```
[code](https://code.example) <!-- code -->
```

[^1]: The census of 2019, p. 44, [online](https://census.example).
[two]: <https://stats.example/2>
"""
ADVICE = "Add what you need from them to the claims, as evidence or notes"
REMEDY = f"{ADVICE}. `claimtrack ingest --links` files links and footnotes as evidence"


def warnings(data, name="draft.md", **hints):
    [loaded] = load(data if isinstance(data, bytes) else data.encode(), Hints(name, **hints))
    return list(loaded.warnings)


def test_links_notes_and_comments_of_a_draft_are_counted():
    assert warnings(DRAFT) == [f"left out: 2 links, 1 footnote, 1 comment. {REMEDY}"]
    assert warnings("Rents [rose](HTTPS://stats.example/1).") == [f"left out: 1 link. {REMEDY}"]
    assert warnings("Rents rose.\n\n<!-- a --> <!-- b -->") == [f"left out: 2 comments. {ADVICE}"]
    assert warnings("Rents rose by 12 percent. See https://stats.example/1 [sic].") == []


def test_long_notes_and_comments_with_arrows_are_left_out_whole():
    draft = (
        "Rents rose.[^1]<!-- was 12 -> 14 <b>percent</b>: 9 > 8 -->\n\n[^1]: The census\n    of [2019](https://census.example).\n\n"
        "    It counted 40 homes.\n\nFares fell.\n"
    )
    [loaded] = load(draft.encode(), Hints("draft.md"))
    assert loaded.article.text == "Rents rose.\n\nFares fell."
    assert list(loaded.warnings) == [f"left out: 1 footnote, 1 comment. {REMEDY}"]


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        (DRAFT, {"url": "https://news.example/1"}),
        (f"---\nurl: https://news.example/1\n---\n{DRAFT}", {}),
        (DRAFT, {"whole": True}),  # a check reads the notes
    ],
    ids=["fetched", "with its address", "checked"],
)
def test_annotations_of_a_published_or_checked_text_are_not_reported(text, hints):
    assert warnings(text, **hints) == []


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "[a](" * 50_000, "<!--" * 50_000, "<!--" + "-<" * 100_000, "[^" * 100_000]
)
def test_unclosed_markup_is_read_quickly(text):
    assert warnings(text) == []


def test_annotations_of_a_word_file_are_counted():
    pytest.importorskip("mammoth", reason="Word files are read with claimtrack[documents]")
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{paragraph(text_run("By the census."))}</w:footnote>'
    data = docx(paragraph(text_run("Rents rose in 2019"), mark, text_run(".")), note)
    assert warnings(data, "draft.docx") == [f"left out: 1 footnote. {REMEDY}"]
    comment = f'<w:comment w:id="{{}}" w:author="ben">{paragraph(text_run("Who says so?"))}</w:comment>'
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as parts:
        comments = comment.format(1) + comment.format(2)
        parts.writestr("word/comments.xml", f'<w:comments xmlns:w="{MAIN}">{comments}</w:comments>')
    assert warnings(file.getvalue(), "draft.docx") == [f"left out: 1 footnote, 2 comments. {REMEDY}"]
    assert warnings(file.getvalue(), "draft.docx", whole=True) == []
