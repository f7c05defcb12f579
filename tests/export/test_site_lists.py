"""The search of the public site, and its lists by rating, topic and speaker."""

import json
import re
import shutil
import sqlite3

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import Refused
from claimtrack.core.texts import folding
from claimtrack.export.other_verdicts import OtherVerdicts
from claimtrack.export.site_lists import OUR_FILES, Lists, _listings, search_index
from claimtrack.export.site_templates import search_script
from claimtrack.export.words import words
from claimtrack.store import labels, tags
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import relabelling
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import reviewing
from tests.tables import each_row


@pytest.fixture
def make_site(reviewed_desk, desk_path, tmp_path):
    """Makes the site and returns a function that reads a page of it."""
    with write_transaction(reviewed_desk, "ada"):
        for claim_id, tag in (
            (1, "Rents"),
            (2, "Rents"),
            (2, "ask the lawyer"),
            (3, "Bridges"),
            (1, "Areas"),
        ):
            tags.add(reviewed_desk, claim_id, tag)

    def make(**options):
        publish(desk_path, tmp_path / "public.db", site=tmp_path / "site", **options)
        return lambda page: (tmp_path / "site" / page).read_text(encoding="utf-8")

    return make


def test_verdicts_are_listed_by_rating_and_speaker(make_site, tmp_path):
    read = make_site(language="de")
    page = read("find/index.html")
    assert re.findall(r'<li><a href="(.*?)"><bdi>(.*?)</bdi></a> \((\d+)\)', page) == [
        ("rating-half-true.html", "Half true", "1"),
        ("rating-unproven.html", "Unproven", "1"),
        ("speaker-ada-miller.html", "Ada Miller", "2"),
    ]
    assert re.findall("<h2.*?>(.*?)</h2>", page) == ["Nach Bewertung", "Nach Person oder Stelle"]
    speaker = read("find/speaker-ada-miller.html")
    assert "<h1>Faktenchecks: <bdi>Ada Miller</bdi></h1>" in speaker
    assert re.findall(r'href="\.\./reviews/(\d+)\.html"', speaker) == ["2", "1"]
    assert re.findall(r'href="\.\./reviews/(\d+)\.html"', read("find/rating-half-true.html")) == ["1"]
    assert '<p><a class="rating" href="../find/rating-half-true.html">Half true</a></p>' in read(
        "reviews/1.html"
    )
    assert not [
        one.name for one in (tmp_path / "site/find").iterdir() if not re.fullmatch(OUR_FILES, one.name)
    ]


def test_a_rating_comes_before_a_claim_that_fills_the_screen_of_a_phone(make_site, reviewed_desk):
    page = make_site()("reviews/1.html")
    assert page.index('class="rating"') < page.index("<h1")
    assert '<h1 dir="auto">' in page
    correction = reviewing.correct(
        reviewed_desk, 1, note="Words.", headline="How " + "very " * 30 + "long", actor="ben"
    )
    reviewing.submit(reviewed_desk, correction, actor="ada")
    reviewing.approve(reviewed_desk, correction, actor="cid")
    reviewing.publish(reviewed_desk, correction, reviewed_on="2024-05-05", actor="ben")
    assert '<h1 dir="auto" class="long">' in make_site()("reviews/1.html")


def test_only_the_tags_that_somebody_names_are_topics_of_the_site(make_site, reviewed_desk, tmp_path):
    relabelling.rename(reviewed_desk, labels.TAG, "Rents", "Housing costs", actor="ada")
    read = make_site(topics=("rents", "Bridges"))
    assert re.findall(r'href="\.\./reviews/(\d+)', read("find/topic-housing-costs.html")) == ["2", "1"]
    assert '<a href="../find/topic-housing-costs.html">Housing costs</a></nav>' in read("reviews/2.html")
    assert not (tmp_path / "site/find/topic-bridges.html").exists()  # its only claim has no verdict
    told = [
        path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and "claims.db" not in path.name
    ]
    assert any(b"Housing costs" in one for one in told)
    assert not any(b"lawyer" in one or b"Bridges" in one for one in told)
    conn = sqlite3.connect(tmp_path / "public.db")
    assert conn.execute("select claim_id, name from topics order by 1").fetchall() == [
        (1, "Housing costs"),
        (2, "Housing costs"),
    ]
    conn.close()
    make_site()
    assert not (tmp_path / "site/find/topic-housing-costs.html").exists()


def test_topics_are_in_the_order_of_the_alphabet_and_ratings_in_that_of_the_scale(make_site, reviewed_desk):
    with write_transaction(reviewed_desk, "ada"):
        reviewed_desk.execute("update ratings set position = 0 where name = 'Unproven'")
    read = make_site(topics=("Rents", "Areas"))
    assert re.findall(r'href="\.\./find/topic-(\w+)\.html"', read("reviews/1.html")) == ["areas", "rents"]
    assert re.findall(r'href="(\w+)-([\w-]+)\.html"', read("find/index.html"))[:2] == [
        ("rating", "unproven"),
        ("rating", "half-true"),
    ]


def test_a_speaker_is_called_as_in_the_newest_verdict():
    reviews = [
        {"claim_id": number, "claimant": name, "claimant_kind": "person", "language": None, "rating": "False",
         "reviewed_on": f"2024-05-0{number}"}
        for number, name in ((2, "ADA MILLER"), (1, "Ada Miller"))
    ]  # fmt: skip
    lists = Lists(reviews, {"ratings": [], "topics": []}, OtherVerdicts(reviews, "en"))
    one = lists.by_speaker["ada miller"]
    assert (one.name, one.changed_on, lists.of_topics(reviews[0])) == ("ADA MILLER", "2024-05-02", [])


def test_a_verdict_whose_first_day_is_unknown_has_its_own_in_the_search():
    review = {
        "page_id": 7, "headline": None, "claim": "Rents rose", "claimant": None, "rating": "False", "language": None,
        "first_reviewed_on": None, "reviewed_on": "2024-05-03", "correction_note": None, "is_update": 0,
    }  # fmt: skip
    assert '[7,"","Rents rose","","False","3 May 2024",""]' in search_index([review], words("en-GB"))


def test_publish_says_which_topics_have_no_verdict(make_site, desk_path, tmp_path):
    nothing = ["--topic", ""]  # as a script has it whose variable is empty
    options = ["--topic", "Rents", "--topic", "Brigdes", "--topic", "Bridges", *nothing]
    result = CliRunner().invoke(
        cli, ["--db", str(desk_path), "publish", str(tmp_path / "public.db"), *options]
    )
    assert result.exit_code == 0
    assert "2 topics" in result.stderr
    assert "No list for these topics" in result.stderr
    assert result.stderr.strip().endswith("such a tag: Brigdes, Bridges")


def test_a_folder_or_file_of_ones_own_in_the_place_of_the_lists_is_not_touched(make_site, tmp_path):
    """A file went into the folder of the lists, away from its address."""
    make_site()
    find = tmp_path / "site/find"
    for file in find.iterdir():
        file.unlink()
    (find / "index.html").write_text("mine")
    refusal = "find is not part of the site, which has its search there: rename it"
    with pytest.raises(Refused, match=refusal):
        make_site()
    assert (find / "index.html").read_text() == "mine"
    shutil.rmtree(find)
    for make in (lambda: find.write_text("mine"), lambda: find.symlink_to("nowhere")):
        make()
        with pytest.raises(Refused, match=refusal):
            make_site()
        find.unlink()


@each_row(
    ("names", "files"),
    [
        (["Half true"], ["rating-half-true"]),
        (["A/B", "A B"], ["rating-a-b-", "rating-a-b-"]),  # two of the same letters
        (["True", "TRUE"], ["rating-true-", "rating-true-"]),  # one file on some disks
        (["صحيح"], ["rating-"]),  # not each disk and web server keeps such letters
        (["???"], ["rating-"]),  # none that a file's name has
        (["№ 5", "Acme™", "𝗔𝗱𝗮"], ["rating-acmetm", "rating-ada", "rating-no-5"]),  # signs made of capitals
    ],
)
def test_the_file_of_a_list_has_a_name_that_no_other_has(names, files):
    found = [
        one.file.removesuffix(".html") for one in _listings("rating", {name: [] for name in names}).values()
    ]
    assert len({*found}) == len(found)
    assert all(re.fullmatch(OUR_FILES, f"{one}.html") for one in found)  # or it would stay for good
    for name, start in zip(sorted(found), files, strict=True):
        assert re.fullmatch(f"{start}[0-9a-f]{{10}}" if start.endswith("-") else start, name)


def test_the_search_has_the_words_of_each_verdict(make_site, reviewed_desk):
    correction = reviewing.correct(
        reviewed_desk, 2, note="Less.", headline="</script> \u202e 1", language="fr", actor="ben"
    )
    reviewing.submit(reviewed_desk, correction, actor="ada")
    reviewing.approve(reviewed_desk, correction, actor="cid")
    reviewing.publish(reviewed_desk, correction, reviewed_on="2024-06-01", actor="ben")
    text = make_site(language="en-GB")("find/verdicts.js")
    lines = json.loads(text.removeprefix("claimtrackVerdicts(").removesuffix(");\n"))
    assert lines == [
        [
            2, "</script>  1", "Nobody pays rent", "Ada Miller", "Unproven",
            "3 May 2024 · corrected: 1 June 2024", "fr",
        ],
        [1, "", "Rent doubled in ten years", "Ada Miller", "Half true", "3 May 2024", ""],
    ]  # fmt: skip


def test_the_search_of_the_site_folds_letters_as_claimtrack_does():
    table = re.search("const PLAIN = {(.*?)};", search_script())[1]
    letters = dict(re.findall('(\\S+): "(.*?)"', table))
    assert (letters.pop("ß"), letters.pop("ς")) == ("ss", "σ")  # in Python, the casefold
    assert letters == {letter: plain for letter, plain in folding._IN_PLAIN.items() if not plain.isdigit()}
    zeros = re.search(r"const zero of \[(.*?)\]", search_script())[1].split(", ")
    assert [chr(int(zero, 16)) for zero in zeros] == [
        letter for letter, plain in folding._IN_PLAIN.items() if plain == "0"
    ]


def test_only_the_page_of_the_search_runs_a_script_and_only_the_sites_own(make_site, tmp_path):
    make_site()
    allowed = {
        path.relative_to(tmp_path / "site").as_posix(): re.findall(
            "script-src (.*?);", path.read_text(encoding="utf-8")
        )
        for path in (tmp_path / "site").rglob("*.html")
    }
    assert {page: rule for page, rule in allowed.items() if rule} == {"find/index.html": ["'self'"]}
    page = (tmp_path / "site/find/index.html").read_text(encoding="utf-8")
    assert re.findall("<script.*?</script>", page) == ['<script src="search.js" defer></script>']
    assert '<form id="search" role="search" hidden' in page
