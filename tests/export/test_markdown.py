"""A verdict as Markdown has what an article needs, in the verdict's language, and no words of the desk act as markup."""

import re

import pytest

# import-linter needs it, too, by way of rich.
from markdown_it import MarkdownIt

from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.model import Judgement, Stance
from claimtrack.export import markdown, site
from claimtrack.export.words import words
from claimtrack.store.file import publication
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import reviews
from claimtrack.workflow import editing, linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.exporting import export_markdown, verdict_texts, verdicts_for_articles
from claimtrack.workflow.matching.judging import judge
from claimtrack.workflow.reviews import holding, reviewing, timing
from tests.tables import each_row

HOSTILE = (
    "# *Rents* [rose](javascript:alert(1)) <script>alert(1)</script> ![x](http://evil.example/x.png) {: onclick=x}",
    "1. a_b_c ~~d~~ `e` | f & &lt;b&gt; \\<i> <https://evil.example> R&D",
    "===",
    "    > - + indented",
    "10) \u202eturned",
)
SEEN = (*HOSTILE[:3], "> - + indented", "10) turned")


def texts(desk_path, claim_ids, *, approved=False, **how):
    return verdict_texts(verdicts_for_articles(desk_path, claim_ids, approved=approved), **how)


@pytest.fixture
def approved_desk(reviewed_desk):
    """A desk whose third review is approved, with a primary source that was added last, a planned address and an embargo."""
    db = reviewed_desk
    linking.add_link(db, 3, "https://stats.example/3", stance=Stance.REFUTES, title="Rents", actor="ada")
    linking.add_link(
        db, 3, "Phone call with Ada Miller", is_primary=True, quote="It rose.\nBy a third.", actor="ada"
    )
    editing.edit_claim(db, 3, claimant="Ada Miller, housing minister", actor="ada")
    reviewing.revise(
        db, 3, headline="Not by a third", language="en-GB", url="https://desk.example/planned",
        reviewed_on="2024-05-02", not_before="2999-01-01 10:00", actor="ada",
    )  # fmt: skip
    reviewing.submit(db, 3, actor="ada")
    reviewing.approve(db, 3, actor="ben")
    return db


@pytest.fixture
def desk_with_sources(approved_desk):
    """The same, published."""
    db = approved_desk
    timing.set_not_before(db, 3, None, actor="ben")
    reviewing.publish(db, 3, url="https://desk.example/3", reviewed_on="2024-05-03", actor="ada")
    return db


def row(**columns):
    """A review as `site.reviews_for_readers` has it."""
    lacking = dict.fromkeys(
        "headline claimant claimant_role claimed_on definition summary correction_note language first_reviewed_on".split()
    )
    whole = {
        "claim": "Rents rose",
        "rating": "False",
        "is_update": 0,
        "publisher": "The Fact Desk",
        "reviewed_on": "2024-05-03",
        "url": "https://desk.example/1",
        "evidence": [],
        "appearances": [],
    }
    return {**lacking, **whole, **columns}


def place(number, **columns):
    lacking = dict.fromkeys("speaker title outlet withdrawn_on quote archived_url".split())
    whole = {"id": number, "seen_on": f"2024-04-{number:02}", "url": f"https://news.example/{number}"}
    return {**lacking, **whole, **columns}


def test_a_verdict_has_its_claim_speaker_rating_sources_and_address(desk_with_sources, desk_path):
    [text] = texts(desk_path, [3])
    definition = desk_with_sources.execute(
        "select definition from ratings where name = 'Half true'"
    ).fetchone()[0]
    assert text == (
        "## Not by a third\n\n> A third\n\nAda Miller, housing minister (22 April 2024)\n\n**The verdict: Half true**\n\n"
        f"{definition}\n\nVerdict 3\n\n**Evidence**\n\n"
        "- Phone call with Ada Miller (context, primary source)\n  > It rose.  \n  > By a third.\n"
        "- [Rents](https://stats.example/3) (refutes)\n\n"
        "**Where it was said**\n\n- 22 April 2024: [https://news.example/3](https://news.example/3)\n\n"
        "The Fact Desk, 3 May 2024 · [https://desk.example/3](https://desk.example/3)\n"
    )  # fmt: skip


def test_headings_and_days_are_in_the_language_asked_for(desk_with_sources, desk_path):
    [text] = texts(desk_path, [3], language="es", links=[("Cómo *quejarse*", "https://desk.example/c")])
    assert "**El veredicto: Half true**" in text
    assert "(contexto, fuente primaria)" in text
    assert text.endswith(" · [Cómo \\*quejarse\\*](https://desk.example/c)\n")
    assert "2024-05-03" in texts(desk_path, [1])[0]  # nobody gave that verdict a language
    with pytest.raises(InvalidValue, match="no words in 'cy'"):
        texts(desk_path, [3], language="cy")


def test_no_words_of_the_desk_are_markup():
    lines = "\n".join(HOSTILE)
    source = dict.fromkeys(("title", "source", "archived_url", "retracted_on", "quote", "url"))
    sources = [
        {**source, "title": HOSTILE[0], "url": "https://stats.example/(1)", "archived_url": "https://web.example/%28"},
        {**source, "source": HOSTILE[1], "quote": lines},
        {**source, "title": "not an address", "url": "javascript:alert(1)"},
    ]  # fmt: skip
    text = markdown.verdict(
        row(
            claim=lines,
            headline=HOSTILE[1],
            summary=f"{lines}\n\n***\n\n{lines}",
            claimant=HOSTILE[0],
            correction_note=HOSTILE[0],
            publisher=HOSTILE[0],
            url="http://localhost/desk",
            evidence=[{**one, "stance": "context", "is_primary": 0} for one in sources],
            appearances=[place(1, title=HOSTILE[0], url="https://news.example/a_b)<c>&copy;", quote=lines)],
        ),
        words(None),
    )
    assert "alert%28" not in text  # no link leads there, though this renderer would refuse it, too
    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text)
    tags = set(re.findall(r"<(\w+)", html))
    assert tags == {"h2", "p", "blockquote", "br", "strong", "ul", "li", "a"}
    assert set(re.findall(r'href="([^"]*)"', html)) == {
        "https://stats.example/%281%29", "https://web.example/%28", "https://news.example/a_b%29%3Cc%3E&amp;copy;",
    }  # fmt: skip
    shown = re.sub("<[^>]*>", "", html).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    told = shown.replace("&amp;", "&")
    assert {line: told.count(line) for line in SEEN[:2]} == {SEEN[0]: 10, SEEN[1]: 7}
    assert all(told.count(f"{line}\n") == 5 for line in SEEN[2:])


def test_of_many_places_the_first_are_listed_and_the_others_counted():
    places = [place(number) for number in range(13, 0, -1)]
    places[-1] |= {"speaker": "Ben Moor", "withdrawn_on": "2024-05-01"}
    text = markdown.verdict(row(appearances=places, claimant="Ada Miller"), words("fr"))
    listed = text.partition("**Où cela a été dit**\n\n")[2].split("\n\n")[0].splitlines()
    assert len(listed) == 11
    assert listed[0] == (
        "- 1er avril 2024\u00a0: [https://news.example/1](https://news.example/1), Ben Moor (retiré par le média, 1er mai 2024)"
    )
    assert listed[-1] == "- autres fois\u00a0: 3"


@each_row(
    ("where", "line", "reason"),
    [
        ({"outlet": "The Echo"}, "[The Echo](https://news.example/1)", "by its outlet without a title"),
        ({"outlet": "The Echo", "title": "Rents"}, "[Rents](https://news.example/1)", "by its title rather"),
        ({"outlet": "Radio 4", "url": None}, "Radio 4", "an outlet without an address"),
        ({"url": None, "seen_on": None}, "in a place without an address", "by nothing"),
        (
            {"outlet": "Ada Miller", "speaker": "ada miller"},
            "[Ada Miller](https://news.example/1)",
            "her own site",
        ),
    ],
)
def test_a_place_is_named_by_what_is_known_of_it(where, line):
    text = markdown.verdict(row(appearances=[{**place(1), **where}]), words("en"))
    told = text.partition("**Where it was said**\n\n- ")[2].split("\n")[0]
    assert told.removeprefix("April 1, 2024: ") == line


def test_each_line_has_the_margin_and_paragraphs_stay_apart():
    text = markdown.verdict(row(claim="Rents rose.\n\nThen they\nfell."), words(None))
    assert text.startswith("> Rents rose.\n>\n> Then they  \n> fell.\n\n")


def test_a_source_without_a_title_is_named_by_its_address():
    lacking = dict.fromkeys(("title", "source", "archived_url", "retracted_on", "quote"))
    source = {**lacking, "url": "https://stats.example/1", "stance": "context", "is_primary": 0}
    text = markdown.verdict(row(evidence=[source]), words(None))
    assert "- [https://stats.example/1](https://stats.example/1) (context)\n" in text


def test_the_formatted_text_is_as_short_and_has_primary_sources_first(desk_with_sources, desk_path):
    [review] = verdicts_for_articles(desk_path, [3])
    places = [place(number, language=None) for number in range(13, 0, -1)]
    said = review | {"appearances": places, "summary": "It rose.\n\nBy less."}
    html = site.article(said, words("en"))
    assert re.findall(r"<p dir[^>]*>(It .*|By .*)</p>", html) == ["It rose.", "By less."]
    days = re.findall(r"<time[^>]*>(.*?)</time>: <a", html)
    assert days == [f"April {number}, 2024" for number in range(1, 11)]
    assert "more times: 3</li>" in html
    assert html.index("Phone call") < html.index("https://stats.example/3")


def test_a_correction_says_so_above_the_evidence():
    corrected = row(correction_note="It was 12.", summary="No.", first_reviewed_on="2024-04-30")
    text = markdown.verdict(corrected, words("de"))
    assert (
        "No.\n\n**Korrektur:** It was 12.\n\nThe Fact Desk, 30. April 2024 · korrigiert: 3. Mai 2024 · ["
        in text
    )
    update = markdown.verdict(corrected | {"is_update": 1}, words("en"))
    assert "The Fact Desk, April 30, 2024 · updated: May 3, 2024 · [" in update


def held(db):
    holding.hold(db, 1, note="Why", actor="ben")
    return 1


def same_as_published(db):
    new = add_claim(db, NewClaim("Rents doubled within a decade"), actor="ada").claim_id
    judge(db, 1, new, Judgement.SAME, actor="ada")
    return new


def submitted(db):
    reviewing.submit(db, 3, actor="ada")
    return 3


def approved(db, review_id=3):
    reviewing.submit(db, review_id, actor="ada")
    reviewing.approve(db, review_id, actor="ben")
    return 3


def sent_back(db):
    approved(db)
    reviewing.send_back(db, 3, actor="ben")
    return 3


def withdrawn(db):
    reviewing.withdraw(db, 1, note="Wrong", actor="ben")
    return 1


def held_beside_another(db):
    approved(db, reviewing.draft(db, 1, rating="True", actor="ada"))
    return held(db)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda db: 3, "none is published. See `claimtrack show 3`"),
        (submitted, "none is published. See `claimtrack show 3`"),
        (sent_back, "none is published. See `claimtrack show 3`"),
        (withdrawn, "none is published. See `claimtrack show 1`"),
        (held, r"review 1 is held \(`claimtrack review release 1`\)"),
        (held_beside_another, r"review 1 is held \(`claimtrack review release 1`\)"),
        (same_as_published, "claim 1 has the verdict, .* `claimtrack export markdown 1` gives its text"),
    ],
)
def test_a_claim_without_a_published_or_an_approved_verdict_is_refused_with_the_reason(
    reviewed_desk, desk_path, make, why
):
    claim_id = make(reviewed_desk)
    with pytest.raises(NotFound, match=f"on claim {claim_id}: {why}"):
        texts(desk_path, [2, claim_id], approved=True)


def test_an_approved_verdict_has_the_text_that_readers_will_get_without_address_and_date(
    approved_desk, desk_path
):
    [review] = verdicts_for_articles(desk_path, [3], approved=True)
    assert (review["is_published"], review["url"], review["reviewed_on"]) == (False, "", "")
    [early] = verdict_texts([review])
    html = site.article(review, words("en"))
    timing.set_not_before(approved_desk, 3, None, actor="ben")
    reviewing.publish(approved_desk, 3, url="https://desk.example/3", reviewed_on="2024-05-03", actor="ada")
    [late] = verdicts_for_articles(desk_path, [3])
    foot = ", 3 May 2024 · [https://desk.example/3](https://desk.example/3)\n"
    assert verdict_texts([late]) == [early.removesuffix("\n") + foot]
    dated = re.sub(", <time[^>]*>May 3, 2024</time></p>", "</p>", site.article(late, words("en")))
    assert dated == html


def test_who_does_not_ask_for_approved_verdicts_gets_none(approved_desk, desk_path):
    with pytest.raises(NotFound, match=r"review 3 is approved, but not published \(`claimtrack review pub"):
        texts(desk_path, [2, 3])
    assert {one["id"] for one in verdicts_for_articles(desk_path, approved=True)} == {1, 2}


def test_an_approved_correction_comes_after_the_verdict_that_it_is_to_replace(approved_desk, desk_path):
    correction = reviewing.correct(approved_desk, 1, note="It was 12.", rating="True", actor="ada")
    approved(approved_desk, correction)
    rival = reviewing.draft(approved_desk, 2, rating="True", actor="ada")
    approved(approved_desk, rival)  # which cannot be published beside review 2
    found = verdicts_for_articles(desk_path, [2, 1, 3], approved=True)
    assert [one["id"] for one in found] == [2, 1, correction, 3]
    assert "**Correction:** It was 12." in verdict_texts(found)[2]


def test_all_verdicts_that_readers_get_are_in_one_file(reviewed_desk, desk_path, tmp_path):
    held(reviewed_desk)
    approved(reviewed_desk)
    assert reviews.get(reviewed_desk, 3).status == "approved"
    assert len(export_markdown(desk_path, tmp_path / "all.md")) == 1
    reviewing.publish(reviewed_desk, 3, url="https://desk.example/3", reviewed_on="2024-05-03", actor="ben")
    assert len(export_markdown(desk_path, tmp_path / "all.md", claim_ids=[3, 2])) == 2
    text = (tmp_path / "all.md").read_text(encoding="utf-8")
    assert re.findall(r"^(?:> .*|---)$", text, re.MULTILINE) == ["> A third", "---", "> Nobody pays rent"]


def test_the_text_of_a_verdict_costs_as_much_however_many_others_there_are(
    desk_with_sources, desk_path, monkeypatch
):
    """All appearances and corrections of the desk were read for each: more than a second with 8,000 verdicts."""
    connect, steps = publication._connect, []

    def connect_counting(uri):
        conn = connect(uri)
        conn.set_progress_handler(lambda: steps.append(1) and None, 100)
        return conn

    def count():
        steps.clear()
        assert len(verdicts_for_articles(desk_path, [3])) == 1
        return len(steps)

    monkeypatch.setattr(publication, "_connect", connect_counting)
    before = count()
    with write_transaction(desk_with_sources, "ada") as db:
        urls = [(f"https://a.example/{n}",) for n in range(500)]
        db.conn.executemany("insert into articles (url) values (?)", urls)
        db.execute(
            "insert into appearances (claim_id, article_id) select 1, id from articles where url like 'https://a.example/%'"
        )
    assert count() < before + 20
