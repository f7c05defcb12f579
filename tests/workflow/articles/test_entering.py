"""An article that only has more text at its end is the same one: a transcript that is read while it is written."""

from itertools import accumulate

import pytest

from claimtrack.core.errors import Refused
from claimtrack.core.extract import Options
from claimtrack.core.model import Article, Status
from claimtrack.store import appearances, articles, claims, versions
from claimtrack.store.file.checks import examine
from claimtrack.workflow import desk as work
from claimtrack.workflow import editing, marking, undoing
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.articles.reporting import dry_run_notices, ingest_notices
from claimtrack.workflow.dossier import claim_history, desk_history

FACTS = {"title": "Debate", "outlet": "Channel One", "published_on": "2024-04-22"}
SPOKEN = """\
ADA MOOR: Good evening. I have 2 minutes.

TOM RYLE: Thank you. The harbour was closed for 3 weeks in 2022.

ADA MOOR: That is not so. It was closed for 9 days in July 2022.

TOM RYLE: It cost the county 40 million crowns."""
TURNS = [
    "ADA MOOR: Good evening. The county opened three clinics last year. Rents in Westmark rose by 9 percent in 2023.",
    "TOM RYLE: Waiting times rose by 19 percent in May. The auditor said the budget had doubled to 42 million dollars.",
    "ADA MOOR: The budget was cut by 8 percent in March. We built 4,000 homes in two years, and 212 of them stand empty.",
    "TOM RYLE: Eleven of the new pumps never ran. More than 93,000 people in Hollin are waiting for a train today.",
]
READINGS = list(accumulate(TURNS, "{}\n\n{}".format, initial=SPOKEN))[1:]


@pytest.fixture
def read(desk):
    def read(text, source="live.txt", db=desk, **more):
        facts = {name: more.pop(name, FACTS[name]) for name in FACTS}
        return ingest_article(db, Article(text=text, **facts), source=source, actor="bo", **more)

    return read


def texts(db):
    return [text for (text,) in db.execute("select text from articles order by id")]


def standing(db):
    sql = "select id, claim_id, span_start, quote from appearances where article_id = 1 order by span_start"
    return list(db.execute(sql))


def everything(db):
    tables = ("articles", "claims", "appearances", "matches", "claim_tags")
    return {table: list(db.execute(f"select * from {table} order by id")) for table in tables}


def test_it_stays_one_article_with_the_claims_of_its_whole_text(desk, read, tmp_path):
    filed = []
    for text in READINGS:
        before = standing(desk)
        done = read(text)
        filed += [one.found.text for one in done.filed]
        assert standing(desk)[: len(before)] == before
        assert (done.article_id, done.previous_id, done.dropped) == (1, None, ())
    assert texts(desk) == [READINGS[-1]]
    whole = read(READINGS[-1])
    assert (whole.new, whole.known, whole.grown) == (0, len(filed), 0)
    assert filed == [quote for *_, quote in standing(desk)]
    assert all(READINGS[-1][start : start + len(quote)] == quote for _, _, start, quote in standing(desk))
    assert [one for one in examine(desk) if not one.ok] == []


def test_history_tells_that_it_grew_without_its_words(desk, read):
    for text in READINGS:
        read(text)
    told = [one["summary"] for one in desk_history(desk, limit=99) if one["table_name"] == "articles"]
    assert told == ["the text grew at its end"] * 3 + ["live.txt"]
    kept = desk.execute("select group_concat(old_row || new_row) from history where table_name = 'articles'")
    assert "clinics" not in kept.fetchone()[0]


def test_a_dry_run_tells_what_the_run_will(desk, read):
    read(READINGS[0])
    article = Article(text=READINGS[1], **FACTS)
    with DryRun(desk, Options(), BUILT_IN) as run:
        planned = run.article(article, "live.txt")
        first = list(dry_run_notices(planned, "live.txt"))
        # Of an article that an earlier one of the run would add, it tells nothing.
        run.article(
            Article(text="It cost 40 million crowns in 2020. So it was.", url="https://a.example/1"), None
        )
        more = "It cost 40 million crowns in 2020. So it was. It rained for 19 days in May 2021."
        later = run.article(Article(text=more, url="https://a.example/1"), None)
    done = read(READINGS[1])
    assert [one.found for one in planned.claims if one.outcome == "new"] == [one.found for one in done.filed]
    length = len(READINGS[1]) - len(READINGS[0])
    assert first == [f"Article 1 would have grown by {length} characters."]
    assert list(ingest_notices(done)) == [f"Article 1 has grown by {length} characters."]
    assert list(dry_run_notices(later, "-")) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"title": "Debate: the second hour"}, id="it has another title now"),
        pytest.param({"published_on": "2024-04-23"}, id="it was published on another day"),
        pytest.param({"source": "copy.txt"}, id="it was read elsewhere"),
        pytest.param({"version_of": 1}, id="a person says that it is a version"),
    ],
)
def test_what_changed_besides_is_a_new_version(desk, read, other):
    read(READINGS[0])
    done = read(READINGS[1], **other)
    assert (done.grown, done.article_id) == (0, 2)


def test_a_line_end_at_the_end_makes_room_for_the_rest_of_the_line(desk, read):
    """As of a program that prints all that was said so far, and a line end."""
    printed = [
        f"{READINGS[0]}\n",
        f"{READINGS[0]} It rained for 19 days.\n",
        f"{READINGS[0]} It rained for 19 days. It snowed for 3.\n",
    ]
    done, states = [], []
    for text in printed:
        states.append(everything(desk))
        done.append(read(text))
    assert [one.article_id for one in done] == [1, 1, 1]
    assert texts(desk) == printed[-1:]
    assert read(f"{READINGS[0]}\n").newer_id == 1
    for one, before in zip(done[::-1], states[::-1], strict=True):
        undoing.take_back_import(desk, *one.written, actor="bo")
        assert everything(desk) == before


def test_a_line_end_that_is_gone_is_no_growth(desk, read):
    read(f"{READINGS[0]}\n")
    assert (read(READINGS[0]).article_id, texts(desk)) == (2, [f"{READINGS[0]}\n", READINGS[0]])


def test_a_changed_word_is_a_new_version(desk, read):
    read(READINGS[1])
    done = read(READINGS[2].replace("19 percent", "17 percent"))
    assert (done.grown, done.previous_id, [one.text for one in done.dropped]) == (
        0, 1, ["Waiting times rose by 19 percent in May."],
    )  # fmt: skip


def test_the_words_after_a_quote_are_completed_which_is_no_change_to_tell(desk, read):
    read(READINGS[0])
    [last] = [row for row in appearances.of_article(desk, 1) if row["quote"].startswith("Rents")]
    assert last["context_after"] == ""
    told = claim_history(desk, last["claim_id"])
    read(READINGS[1])
    row = appearances.get(desk, last["id"])
    assert row["context_after"] == READINGS[1][row["span_end"] :][:200] != ""
    assert claim_history(desk, last["claim_id"]) == told


def test_what_people_did_stays(desk, read):
    read(READINGS[0])
    first, second = (claim_id for _, claim_id, *_ in standing(desk)[-2:])
    editing.edit_claim(desk, first, text="Three clinics opened.", actor="ada")
    work.set_status(desk, second, Status.REJECTED, actor="ada")
    marked = marking.mark(desk, 1, "Good evening", actor="ada").claim_id
    read(READINGS[1])
    assert claims.get(desk, first).text == "Three clinics opened."
    assert claims.get(desk, second).status is Status.REJECTED
    assert {first, second, marked} < {claim_id for _, claim_id, *_ in standing(desk)}
    assert texts(desk) == [READINGS[1]]


UNNAMED = "The mayor spoke for an hour. \u201cWe built 4,000 homes in two years,\u201d said Moss"


def test_another_speaker_of_former_words_makes_a_new_version(desk, read):
    read(UNNAMED)
    done = read(f"{UNNAMED}eur Ada Moor.")
    assert (done.article_id, done.previous_id, len(done.corrected)) == (2, 1, 1)


def test_a_speaker_that_a_person_named_makes_none(desk, read):
    read(UNNAMED)
    claim_id = standing(desk)[-1][1]
    editing.edit_claim(desk, claim_id, claimant="Bea Holt", actor="ada")
    done = read(f"{UNNAMED}eur Ada Moor.")
    assert (done.article_id, done.grown, [one.is_kept for one in done.corrected]) == (1, 13, [True])
    assert claims.get(desk, claim_id).claimant == "Bea Holt"


def test_an_old_copy_changes_nothing_and_a_person_can_say_that_it_is_a_version(desk, read):
    for text in READINGS[:3]:
        read(text)
    before = everything(desk)
    done = read(READINGS[0])
    assert everything(desk) == before
    [told] = ingest_notices(done)
    assert "Article 1 has more text on the desk" in told
    assert "--version-of 1" in told
    back = read(READINGS[0], version_of=1)
    assert (back.previous_id, len(back.dropped)) == (1, done.known - back.known)
    assert texts(desk) == [READINGS[2], READINGS[0]]


def test_a_page_that_lost_its_end_otherwise_is_a_new_version(desk, read):
    read(READINGS[2])
    done = read(READINGS[0])
    assert (done.article_id, done.previous_id, len(done.dropped) > 2) == (2, 1, True)


def test_who_reads_less_than_somebody_else_meanwhile_changes_nothing(desk, read):
    read(READINGS[0])

    def meanwhile(article, options):
        read(READINGS[2])
        return BUILT_IN.run(article, options)

    done = read(READINGS[1], extractor=Extractor(BUILT_IN.name, meanwhile))
    assert (done.new, done.grown, texts(desk)) == (0, 0, [READINGS[2]])


# ── undo ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("half", ["", " The sea wall was 4,0"])
def test_each_reading_can_be_taken_back_the_last_one_first(desk, read, half):
    states, done = [everything(desk)], []
    for text in (
        READINGS[0],
        READINGS[1] + half,
        READINGS[1] + " The sea wall was 4,000 metres long in 2019.",
    ):
        done.append(read(text))
        states.append(everything(desk))
    for one in done[:2]:
        with pytest.raises(Refused, match="article 1 has a newer version, more text or more claims since"):
            undoing.take_back_import(desk, *one.written, actor="bo")
    for one, before in zip(done[::-1], states[-2::-1], strict=True):
        undoing.take_back_import(desk, *one.written, actor="bo")
        assert everything(desk) == before
    assert [one for one in examine(desk) if not one.ok] == []


def test_history_has_the_words_that_an_undo_took_away(desk, read):
    read(READINGS[0])
    undoing.take_back_import(desk, *read(READINGS[1]).written, actor="bo")
    [told, *_] = [one for one in desk_history(desk, limit=9) if one["table_name"] == "articles"]
    assert (told["summary"], told["changes"]["text"][0]) == (
        "the text is again what it was before it grew",
        READINGS[1],
    )
    assert (read(READINGS[1]).new > 1, texts(desk)) == (True, [READINGS[1]])


def test_a_reading_is_not_taken_back_from_under_words_that_were_marked_since(desk, read):
    read(READINGS[0])
    done = read(READINGS[1])
    marking.mark(desk, 1, "42 million", actor="ada")
    before = everything(desk)
    with pytest.raises(Refused):
        undoing.take_back_import(desk, *done.written, actor="bo")
    assert everything(desk) == before


def test_a_text_in_other_letters_since_is_not_cut(desk, read):
    """A name was erased: docs/erasing.md."""
    read(READINGS[0])
    read(READINGS[1])
    with pytest.raises(Refused, match="no longer begins"):
        articles.former_text(desk, 1, articles.digest(READINGS[0].replace("MOOR", "XXXX")))
    assert articles.former_text(desk, 1, articles.digest(READINGS[0])) == READINGS[0]


def test_a_quote_that_was_completed_is_a_former_one_for_a_sheet_printed_before(desk, read):
    read(f"{READINGS[0]} The sea wall was 4,0")
    printed = desk.execute("select max(id) from history").fetchone()[0]
    claim_id = standing(desk)[-1][1]
    read(f"{READINGS[0]} The sea wall was 4,000 metres long in 2019.")
    assert versions.is_former_quote(desk, claim_id, "The sea wall was 4,0", printed)
    assert not versions.is_former_quote(
        desk, claim_id, "The sea wall was 4,000 metres long in 2019.", printed
    )
