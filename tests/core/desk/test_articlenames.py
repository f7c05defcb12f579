"""An article has the same name wherever it is mentioned."""

import subprocess
import sys

import pytest

from claimtrack.core.desk.articlenames import article_name
from tests.tables import each_row

BODY = "\n\nThe yard has lost 400 jobs since 2019, its owner said on Monday."
KNOWN = {
    "outlet": "Ellery Courier",
    "published_on": "2024-05-01",
    "url": "https://a.example/1",
    "source": "in/a1.txt",
}

# Fields of an article in addition to KNOWN, fields of KNOWN that it lacks, and its name.
NAMES = [
    pytest.param({"title": "Jobs go", "head": "Yard cuts jobs" + BODY}, (), "Jobs go", id="its title"),
    pytest.param({"head": "Yard cuts jobs" + BODY}, (), "Yard cuts jobs", id="a heading as its first line"),
    pytest.param(
        {"head": "\n Yard cuts jobs \n" + BODY}, (), "Yard cuts jobs", id="a heading below empty lines"
    ),
    pytest.param(
        {"head": BODY}, (), "Ellery Courier, 2024-05-01", id="outlet and day, since its first line is prose"
    ),
    pytest.param(
        {"head": BODY},
        ("published_on",),
        "https://a.example/1",
        id="the address, since an outlet alone is ambiguous",
    ),
    pytest.param({"head": BODY}, ("outlet", "url"), "in/a1.txt", id="the name of its file"),
    pytest.param(
        {"head": f"[00:20:00]{BODY}"},
        (),
        "Ellery Courier, 2024-05-01",
        id="a subtitle time is not a heading",
    ),
    pytest.param(
        {"head": ">> How many homes?\n\n>> 40,000."},
        (),
        "Ellery Courier, 2024-05-01",
        id="nor are the words of subtitles",
    ),
    pytest.param(
        {"source": "Radio 4, 8:10"}, ("outlet", "url"), "Radio 4, 8:10", id="a place given in words"
    ),
    pytest.param(
        {"head": BODY, "source": "-"}, ("published_on", "url"), "Ellery Courier", id="standard input"
    ),
    pytest.param({"head": BODY, "source": "-"}, ("outlet", "url"), "the article", id="no field is known"),
]


@each_row(("known", "unknown", "name"), NAMES)
def test_an_article_is_named_by_the_first_field_that_is_known(known, unknown, name):
    fields = {**{key: value for key, value in KNOWN.items() if key not in unknown}, **known}
    assert article_name(**fields) == name


def test_naming_an_article_does_not_load_the_extraction_rules():
    """`show` names articles without a title, and loading all the rules would take 0.2 s."""
    code = (
        "import sys; from claimtrack.core.desk.articlenames import article_name; article_name(head='Yard cuts jobs');"
        "sys.exit('claimtrack.core.extract.extractor' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
