"""An article that only has more text at its end, like a transcript ingested while it is being written, stays the same article."""

from functools import partial
from itertools import accumulate

import pytest

from claimtrack.core.errors import Refused
from claimtrack.core.extract import Options
from claimtrack.core.model import CONTEXT, Article, Status
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
def ingest(desk):
    def ingest(text, source="live.txt", db=desk, **options):
        facts = {name: options.pop(name, FACTS.get(name)) for name in (*FACTS, "url")}
        return ingest_article(db, Article(text=text, **facts), source=source, actor="bo", **options)

    return ingest


def texts(db):
    return [text for (text,) in db.execute("select text from articles order by id")]


def appearances_of_article(db):
    sql = "select id, claim_id, span_start, quote from appearances where article_id = 1 order by span_start"
    return list(db.execute(sql))


def snapshot(db):
    tables = ("articles", "claims", "appearances", "matches", "claim_tags")
    return {table: list(db.execute(f"select * from {table} order by id")) for table in tables}


def test_a_growing_transcript_stays_one_article_with_the_claims_of_its_whole_text(desk, ingest, tmp_path):
    filed = []
    for text in READINGS:
        before = appearances_of_article(desk)
        result = ingest(text)
        filed += [claim.found.text for claim in result.filed]
        assert appearances_of_article(desk)[: len(before)] == before
        assert (result.article_id, result.previous_id, result.dropped) == (1, None, ())
    assert texts(desk) == [READINGS[-1]]
    whole = ingest(READINGS[-1])
    assert (whole.new, whole.known, whole.grown) == (0, len(filed), 0)
    assert filed == [quote for *_, quote in appearances_of_article(desk)]
    assert all(
        READINGS[-1][start : start + len(quote)] == quote
        for _, _, start, quote in appearances_of_article(desk)
    )
    assert [check for check in examine(desk) if not check.ok] == []


def test_history_says_that_an_article_grew_but_does_not_store_the_text(desk, ingest):
    for text in READINGS:
        ingest(text)
    summaries = [row["summary"] for row in desk_history(desk, limit=99) if row["table_name"] == "articles"]
    assert summaries == ["the text grew at its end"] * 3 + ["live.txt"]
    stored = desk.execute(
        "select group_concat(old_row || new_row) from history where table_name = 'articles'"
    )
    assert "clinics" not in stored.fetchone()[0]


def test_a_dry_run_predicts_the_growth_of_an_article_and_its_new_claims(desk, ingest):
    ingest(READINGS[0])
    article = Article(text=READINGS[1], **FACTS)
    with DryRun(desk, Options(), BUILT_IN) as run:
        planned = run.article(article, "live.txt")
        notices = list(dry_run_notices(planned, "live.txt"))
        # An article that an earlier one of the same run would add causes no notice.
        run.article(
            Article(text="It cost 40 million crowns in 2020. So it was.", url="https://a.example/1"), None
        )
        longer = "It cost 40 million crowns in 2020. So it was. It rained for 19 days in May 2021."
        later = run.article(Article(text=longer, url="https://a.example/1"), None)
    result = ingest(READINGS[1])
    assert [claim.found for claim in planned.claims if claim.outcome == "new"] == [
        claim.found for claim in result.filed
    ]
    length = len(READINGS[1]) - len(READINGS[0])
    assert notices == [f"Article 1 would have grown by {length} characters."]
    assert list(ingest_notices(result)) == [f"Article 1 has grown by {length} characters."]
    assert list(dry_run_notices(later, "-")) == []


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"title": "Debate: the second hour"}, id="another title"),
        pytest.param({"published_on": "2024-04-23"}, id="another publication date"),
        pytest.param({"source": "copy.txt"}, id="another source"),
        pytest.param({"version_of": 1}, id="a version by a person's choice"),
    ],
)
def test_a_longer_text_with_other_details_is_a_new_version(desk, ingest, changed):
    ingest(READINGS[0])
    result = ingest(READINGS[1], **changed)
    assert (result.grown, result.article_id) == (0, 2)


def test_a_final_line_end_gives_way_to_the_rest_of_the_line(desk, ingest):
    """A program may print snapshot said so far, followed by a line end."""
    texts_printed = [
        f"{READINGS[0]}\n",
        f"{READINGS[0]} It rained for 19 days.\n",
        f"{READINGS[0]} It rained for 19 days. It snowed for 3.\n",
    ]
    results, states = [], []
    for text in texts_printed:
        states.append(snapshot(desk))
        results.append(ingest(text))
    assert [result.article_id for result in results] == [1, 1, 1]
    assert texts(desk) == texts_printed[-1:]
    assert ingest(f"{READINGS[0]}\n").newer_id == 1
    for result, state in zip(results[::-1], states[::-1], strict=True):
        undoing.take_back_import(desk, *result.written, actor="bo")
        assert snapshot(desk) == state


def test_a_text_without_its_final_line_end_is_a_new_version(desk, ingest):
    ingest(f"{READINGS[0]}\n")
    assert (ingest(READINGS[0]).article_id, texts(desk)) == (2, [f"{READINGS[0]}\n", READINGS[0]])


def test_a_longer_text_with_a_changed_word_is_a_new_version(desk, ingest):
    ingest(READINGS[1])
    result = ingest(READINGS[2].replace("19 percent", "17 percent"))
    assert (result.grown, result.previous_id, [claim.text for claim in result.dropped]) == (
        0, 1, ["Waiting times rose by 19 percent in May."],
    )  # fmt: skip


def test_growth_completes_the_context_after_a_quote_without_a_history_entry(desk, ingest):
    ingest(READINGS[0])
    [last] = [row for row in appearances.of_article(desk, 1) if row["quote"].startswith("Rents")]
    assert last["context_after"] == ""
    history = claim_history(desk, last["claim_id"])
    ingest(READINGS[1])
    row = appearances.get(desk, last["id"])
    assert row["context_after"] == READINGS[1][row["span_end"] :][:200] != ""
    assert claim_history(desk, last["claim_id"]) == history


def test_growth_keeps_edits_decisions_and_marked_claims(desk, ingest):
    ingest(READINGS[0])
    first, second = (claim_id for _, claim_id, *_ in appearances_of_article(desk)[-2:])
    editing.edit_claim(desk, first, text="Three clinics opened.", actor="ada")
    work.set_status(desk, second, Status.REJECTED, actor="ada")
    marked = marking.mark(desk, 1, "Good evening", actor="ada").claim_id
    ingest(READINGS[1])
    assert claims.get(desk, first).text == "Three clinics opened."
    assert claims.get(desk, second).status is Status.REJECTED
    assert {first, second, marked} < {claim_id for _, claim_id, *_ in appearances_of_article(desk)}
    assert texts(desk) == [READINGS[1]]


UNNAMED = "The mayor spoke for an hour. \u201cWe built 4,000 homes in two years,\u201d said Moss"


def test_a_longer_text_that_changes_the_speaker_of_a_claim_is_a_new_version(desk, ingest):
    ingest(UNNAMED)
    result = ingest(f"{UNNAMED}eur Ada Moor.")
    assert (result.article_id, result.previous_id, len(result.corrected)) == (2, 1, 1)


def test_an_article_grows_and_keeps_a_speaker_entered_by_a_person(desk, ingest):
    ingest(UNNAMED)
    claim_id = appearances_of_article(desk)[-1][1]
    editing.edit_claim(desk, claim_id, claimant="Bea Holt", actor="ada")
    result = ingest(f"{UNNAMED}eur Ada Moor.")
    assert (result.article_id, result.grown, [correction.is_kept for correction in result.corrected]) == (
        1,
        13,
        [True],
    )
    assert claims.get(desk, claim_id).claimant == "Bea Holt"


def test_an_old_copy_changes_nothing_unless_a_person_makes_it_a_version(desk, ingest):
    for text in READINGS[:3]:
        ingest(text)
    before = snapshot(desk)
    result = ingest(READINGS[0])
    assert snapshot(desk) == before
    [notice] = ingest_notices(result)
    assert "Article 1 has more text on the desk" in notice
    assert "--version-of 1" in notice
    version = ingest(READINGS[0], version_of=1)
    assert (version.previous_id, len(version.dropped)) == (1, result.known - version.known)
    assert texts(desk) == [READINGS[2], READINGS[0]]


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_claim_gets_the_day_that_the_rest_of_its_sentence_names(desk, ingest, end):
    attributed = (
        "Rents fell by 3 percent in May, the mayor said. Rents rose by 9 percent, Mayor Ada Moor said"
    )
    ingest(attributed + end)
    before = snapshot(desk)
    result = ingest(f"{attributed} on Saturday.")
    sql = (
        "select said_on, claimed_on from appearances join claims on claims.id = claim_id order by span_start"
    )
    assert list(desk.execute(sql)) == [(None, None), ("2024-04-20", "2024-04-20")]
    undoing.take_back_import(desk, *result.written, actor="bo")
    assert snapshot(desk) == before
    editing.edit_claim(desk, 2, claimed_on="2024-04-13", actor="ada")
    ingest(f"{attributed} on Saturday.")
    assert claims.get(desk, 2).claimed_on == "2024-04-13"


@pytest.mark.parametrize("cut", [READINGS[1], READINGS[0], READINGS[1][:-30], SPOKEN[:-9]])
def test_an_old_copy_of_a_growing_text_changes_nothing_even_if_nobody_had_read_it(desk, ingest, cut):
    for text in (READINGS[0], READINGS[3]):
        ingest(text)
    before = snapshot(desk)
    assert (ingest(cut).newer_id, snapshot(desk) == before) == (1, True)


def test_a_shorter_text_of_an_article_that_never_grew_is_a_new_version(desk, ingest):
    ingest(READINGS[2])
    result = ingest(READINGS[0])
    assert (result.article_id, result.previous_id, len(result.dropped) > 2) == (2, 1, True)


@pytest.mark.parametrize("before", [[], [READINGS[0]]], ids=["a new page", "a known page"])
def test_two_readings_of_a_page_at_once_make_one_chain_of_versions(desk, ingest, before):
    """The page counts its viewers, so that no two copies of it are the same."""
    ingest_page = partial(ingest, source="https://tv.example/debate", url="https://tv.example/debate")
    for text in before:
        ingest_page(text)
    one, other = (f"Viewers: {viewers}\n\n{READINGS[1]}" for viewers in (340, 341))

    def extract_meanwhile(article, options):
        ingest_page(one)
        return BUILT_IN.run(article, options)

    result = ingest_page(other, extractor=Extractor(BUILT_IN.name, extract_meanwhile))
    chain = list(range(1, len(before) + 3))
    assert list(desk.execute("select id, previous_id from articles")) == [
        *zip(chain, [None, *chain], strict=False)
    ]
    assert (result.article_id, result.new, result.dropped) == (chain[-1], 0, ())


def test_ingesting_less_text_than_somebody_else_meanwhile_changes_nothing(desk, ingest):
    ingest(READINGS[0])

    def extract_meanwhile(article, options):
        ingest(READINGS[2])
        return BUILT_IN.run(article, options)

    result = ingest(READINGS[1], extractor=Extractor(BUILT_IN.name, extract_meanwhile))
    assert (result.new, result.grown, texts(desk)) == (0, 0, [READINGS[2]])


def test_a_reading_that_breaks_off_in_a_line_which_somebody_else_read_further_changes_nothing(desk, ingest):
    ingest(READINGS[0])
    longer = f"{READINGS[0]} It rained for 19 days in May 2021.\n"

    def extract_meanwhile(article, options):
        ingest(longer)
        return BUILT_IN.run(article, options)

    result = ingest(
        f"{READINGS[0]} It rained for 19\n", extractor=Extractor(BUILT_IN.name, extract_meanwhile)
    )
    assert (result.article_id, result.new, result.grown, texts(desk)) == (1, 0, 0, [longer])


def test_a_text_is_no_old_copy_if_the_article_has_grown_otherwise_since(desk, ingest):
    ingest(READINGS[0])
    one, other = (f"{READINGS[0]} It rained for {days} days in May 2021." for days in ("9", "twenty"))
    undoing.take_back_import(desk, *ingest(one).written, actor="bo")
    ingest(other)
    result = ingest(one)
    assert (result.newer_id, result.previous_id, texts(desk)) == (None, 1, [other, one])


def test_growth_replaces_the_line_end_that_was_the_last_character_of_a_context(desk, ingest):
    quote = "It rained for 19 days in May 2021."
    text = f"{quote}\n\n{'Oh. ' * 50}"[: len(quote) + CONTEXT - 1]
    ingest(f"{text}\n")
    ingest(f"{text}, well.\n")
    row = appearances.of_article(desk, 1)[0]
    assert (row["quote"], row["context_after"]) == (quote, f"{text},"[len(quote) :])


# ── undo ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("half", ["", " The sea wall was 4,0"])
def test_readings_of_a_growing_article_can_be_undone_from_the_last_to_the_first(desk, ingest, half):
    states, results = [snapshot(desk)], []
    for text in (
        READINGS[0],
        READINGS[1] + half,
        READINGS[1] + " The sea wall was 4,000 metres long in 2019.",
    ):
        results.append(ingest(text))
        states.append(snapshot(desk))
    for result in results[:2]:
        with pytest.raises(Refused, match="article 1 has another version, more text or more claims since"):
            undoing.take_back_import(desk, *result.written, actor="bo")
    for result, state in zip(results[::-1], states[-2::-1], strict=True):
        undoing.take_back_import(desk, *result.written, actor="bo")
        assert snapshot(desk) == state
    assert [check for check in examine(desk) if not check.ok] == []


def test_an_undo_counts_the_claim_that_the_reading_completed_but_not_those_before_it(desk, ingest):
    ingest(f"{READINGS[0]} The sea wall was 4,0")
    result = ingest(f"{READINGS[0]} The sea wall was 4,000 metres long in 2019. It cost 40 million crowns.")
    assert undoing.take_back_import(desk, *result.written, actor="bo") == (1, 1, 0)


def test_a_reading_is_not_undone_if_somebody_worked_on_the_claim_that_it_completed(desk, ingest):
    """Else an editor's open claim would be half a sentence again."""
    ingest(f"{READINGS[0]} The sea wall was 4,0")
    result = ingest(f"{READINGS[0]} The sea wall was 4,000 metres long in 2019.")
    [completed] = result.continued
    work.set_status(desk, completed.claim_id, Status.OPEN, actor="ada")
    with pytest.raises(
        Refused, match=rf"were changed since, or are gone: claim {completed.claim_id} \(by ada\)"
    ):
        undoing.take_back_import(desk, *result.written, actor="bo")
    assert claims.get(desk, completed.claim_id).text == completed.text


def test_history_keeps_the_text_that_an_undo_removed(desk, ingest):
    ingest(READINGS[0])
    undoing.take_back_import(desk, *ingest(READINGS[1]).written, actor="bo")
    [undone, *_] = [row for row in desk_history(desk, limit=9) if row["table_name"] == "articles"]
    assert (undone["summary"], undone["changes"]["text"][0]) == (
        "the text is again what it was before it grew",
        READINGS[1],
    )
    assert (ingest(READINGS[1]).new > 1, texts(desk)) == (True, [READINGS[1]])


def test_undo_is_refused_if_words_of_the_new_text_were_marked_since(desk, ingest):
    ingest(READINGS[0])
    result = ingest(READINGS[1])
    marking.mark(desk, 1, "42 million", actor="ada")
    before = snapshot(desk)
    with pytest.raises(Refused):
        undoing.take_back_import(desk, *result.written, actor="bo")
    assert snapshot(desk) == before


def test_a_text_that_was_edited_after_it_grew_is_not_cut_back(desk, ingest):
    """As docs/erasing.md does to erase a name."""
    ingest(READINGS[0])
    ingest(READINGS[1])
    with pytest.raises(Refused, match="no longer begins"):
        articles.former_text(desk, 1, articles.digest(READINGS[0].replace("MOOR", "XXXX")))
    assert articles.former_text(desk, 1, articles.digest(READINGS[0])) == READINGS[0]


def test_a_completed_quote_has_a_former_wording_for_sheets_printed_before(desk, ingest):
    ingest(f"{READINGS[0]} The sea wall was 4,0")
    printed_at = desk.execute("select max(id) from history").fetchone()[0]
    claim_id = appearances_of_article(desk)[-1][1]
    ingest(f"{READINGS[0]} The sea wall was 4,000 metres long in 2019.")
    assert versions.is_former_quote(desk, claim_id, "The sea wall was 4,0", printed_at)
    assert not versions.is_former_quote(
        desk, claim_id, "The sea wall was 4,000 metres long in 2019.", printed_at
    )


@pytest.mark.parametrize(
    ("text", "told", "reason"),
    [
        ("I cut the council tax by 5 percent in 2022. We built 2,000 homes.", "Article 1: 1 claim with", "a post"),
        ("The council cut taxes by 5 percent in 2022. It built 2,000 homes.", None, "a report"),
        ("“I cut the council tax by 5 percent in 2022,” Ada Moor said.", None, "somebody is named"),
    ],
)  # fmt: skip
def test_who_files_the_words_of_somebody_unnamed_is_told_to_name_them(desk, text, told, reason):
    """They were filed as the outlet's own, and only a flag of each claim said that this is unsure."""
    [*notices] = ingest_notices(ingest_article(desk, Article(text), actor="ada"))
    if told is None:
        assert notices == [], reason
        return
    [notice] = notices
    assert notice.startswith(told)
    assert notice.endswith("give `--speaker NAME`")
    assert notice.page.endswith("fill in its author")
    with DryRun(desk, Options(), BUILT_IN) as run:
        post = run.article(Article("I built 900 homes in 2021."), "post.txt")
        [planned] = dry_run_notices(post, "post.txt")
    assert "with “I” or “my” would be filed" in planned
    assert "take this back" not in planned
