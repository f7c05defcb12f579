"""A transcript ingested while it is being written: the sentence in which it breaks off is one claim, which grows."""

import shutil
from contextlib import closing
from functools import cache

import pytest

from claimtrack.core.extract import Options
from claimtrack.core.model import Article, Judgement, Priority, Status
from claimtrack.fetch import read
from claimtrack.store import appearances, claims, labels, tags
from claimtrack.store.file.database import open_desk
from claimtrack.workflow import desk as work
from claimtrack.workflow import editing, linking, relabelling, undoing
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles import truncated_claims
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.articles.reporting import dry_run_notices, filed_rows, ingest_notices, planned_rows
from claimtrack.workflow.dossier import claim_history
from claimtrack.workflow.matching.judging import judge

URL = "https://news.example/1"
OPENING = "Rail fares went up by 9 percent in May. The union of drivers went on strike twice in June."
HALF, WHOLE = "We built 40,000 homes", "We built 40,000 homes last year."
FARES = "Bus fares fell by 3 percent."

SPOKEN = [
    ("Ada Moor", "Good evening. The county opened three clinics last year. We built"),
    ("Ada Moor", "4,000 homes in two years, and 212 of them stand empty."),
    ("Tom Ryle", "Waiting times rose by 19 percent. The auditor said the budget had doubled to 42 million."),
    ("Ada Moor", "That is not so. The budget was cut by 8 percent in March."),
    ("Tom Ryle", "The pumps were delivered in June. Eleven of them never ran."),
]
VTT = "WEBVTT\n\n" + "\n\n".join(
    f"{n}\n00:00:{n * 9:02}.000 --> 00:00:{n * 9 + 8:02}.000\n<v {name}>{words}"
    for n, (name, words) in enumerate(SPOKEN, 1)
)
TXT = "\n\n".join(f"{name.upper()}: {words}" for name, words in SPOKEN)
QUOTED = (
    f"{OPENING}\n\nThe mayor spoke for an hour. \u201cWe built 4,000 homes in two years, and 212 of them stand empty,\u201d said Mayor Ada Moor. "
    "\u201cThe budget was cut by 8 percent,\u201d she said. According to Tom Ryle, eleven pumps never ran."
)


def growing_texts(text, *endings):
    """The text as it is at each of ten reads, of which the first end with the given words."""
    ends = [text.index(ending) + len(ending) for ending in endings]
    further = 9 - len(ends)
    further_ends = [ends[-1] + (len(text) - ends[-1]) * n // (further + 1) for n in range(1, further + 1)]
    return [text[:end] for end in [*ends, *further_ends]] + [text]


GROWING = [
    pytest.param(
        "live.vtt",
        growing_texts(VTT, "three cli", "We built", ">4,0", "and 212 of", "stand empty.", "00:00:2"),
        id="vtt",
    ),
    pytest.param(
        "live.txt",
        growing_texts(TXT, "three cli", "We built", "ADA MOOR: 4,0", "212 of", "TOM RY", "auditor sa"),
        id="txt",
    ),
    pytest.param(
        "live.txt",
        growing_texts(QUOTED, "twice in", "4,0", "two years, and", "212 of them sta", "said Ma", "cut by 8"),
        id="quoted",
    ),
]


def quoted_claims(db):
    """Start, quote, claim, kind and speaker of each appearance in the newest article."""
    sql = """
        select span_start, quote, claims.text, appearances.kind, claimants.name
        from appearances join claims on claims.id = claim_id left join claimants on claimants.id = claims.claimant_id
        where article_id = (select max(id) from articles) order by span_start
    """
    return list(db.execute(sql))


def dropped_texts(db):
    return [row[0] for row in db.execute("select text from claim_sheet where dropped > 0")]


def ingest_file(db, path, text, **options):
    path.write_text(text)
    return [
        ingest_article(db, loaded.article, source=loaded.source, actor="bo", **options)
        for loaded in read(str(path))
    ]


@pytest.fixture(scope="module")
def claims_when_read_once(new_desk_file, tmp_path_factory):
    """The claims found when a file is ingested once, as a whole."""

    @cache
    def claims_when_read_once(name, text):
        folder = tmp_path_factory.mktemp("whole")
        with closing(open_desk(shutil.copy(new_desk_file, folder / "whole.db"))) as db:
            ingest_file(db, folder / name, text)
            rows = quoted_claims(db)
        assert len(rows) > 4
        return rows

    return claims_when_read_once


@pytest.mark.parametrize(("name", "steps"), GROWING)
def test_a_growing_transcript_gives_the_same_claims_as_the_finished_one(
    desk, tmp_path, claims_when_read_once, name, steps
):
    assert len(steps) == 10
    for text in steps:
        ingest_file(desk, tmp_path / name, text)
    assert quoted_claims(desk) == claims_when_read_once(name, steps[-1])
    assert dropped_texts(desk) == []
    assert desk.execute("select count(*) from claims").fetchone()[0] == len(quoted_claims(desk))


@pytest.mark.parametrize(("name", "steps"), GROWING)
def test_two_programs_reading_a_growing_transcript_give_the_same_claims(
    desk, desk_path, tmp_path, claims_when_read_once, name, steps
):
    """The other one reads the same text, or already the next, while this one extracts claims."""
    other = open_desk(desk_path)
    for number, text in enumerate(steps):
        texts = iter([steps[min(number + number % 2, 9)]])

        def extract_while_other_reads(article, options, texts=texts):
            for ahead in texts:
                ingest_file(other, tmp_path / name, ahead)
            return BUILT_IN.run(article, options)

        ingest_file(
            desk, tmp_path / name, text, extractor=Extractor(BUILT_IN.name, extract_while_other_reads)
        )
    other.close()
    assert {row[1:] for row in quoted_claims(desk)} == {
        row[1:] for row in claims_when_read_once(name, steps[-1])
    }


@pytest.mark.parametrize(("name", "steps"), GROWING)
def test_interrupting_the_reads_of_a_growing_transcript_loses_nothing(
    desk, tmp_path, claims_when_read_once, monkeypatch, name, steps
):
    """Each read is interrupted once, when the first claim has grown."""
    interrupted_claims = []

    def interrupt(db, claim_id):
        interrupted_claims.append(claim_id)
        raise KeyboardInterrupt

    for text in steps:
        with monkeypatch.context() as patch:
            patch.setattr(truncated_claims.matching, "renew_suggestions", interrupt)
            before = desk.conn.serialize(), len(interrupted_claims)
            try:
                ingest_file(desk, tmp_path / name, text)
            except KeyboardInterrupt:
                assert (desk.conn.serialize() == before[0], len(interrupted_claims)) == (True, before[1] + 1)
        ingest_file(desk, tmp_path / name, text)
    assert len(interrupted_claims) > 2
    assert quoted_claims(desk) == claims_when_read_once(name, steps[-1])
    assert dropped_texts(desk) == []


@pytest.mark.parametrize(
    ("first", "later", "text", "filed"),
    [
        pytest.param(WHOLE[:-8], WHOLE, WHOLE, [], id="cut off within a word"),
        pytest.param(HALF, WHOLE, WHOLE, [], id="cut off between two words"),
        pytest.param("We built 4,0", WHOLE, WHOLE, [], id="cut off within a number"),
        pytest.param(WHOLE[:-1], f"{WHOLE} {FARES}", WHOLE, [FARES], id="only the full stop was missing"),
        pytest.param(WHOLE, f"{WHOLE} {FARES}", WHOLE, [FARES], id="cut off after a sentence"),
        pytest.param(f"{HALF}\n\n[00:12:40]", f"{WHOLE}\n\n[00:12:40]", WHOLE, [], id="with a line below"),
        pytest.param(
            f"{WHOLE}\n\n[00:12]",
            f"{WHOLE} {FARES}\n\n[00:12]",
            WHOLE,
            [FARES],
            id="with a line below a whole sentence",
        ),
    ],
)
def test_a_truncated_claim_gets_the_text_of_the_whole_sentence(desk, first, later, text, filed):
    ingest_article(desk, Article(text=f"{OPENING} {first}", url=URL), actor="bo")
    article = Article(text=f"{OPENING} {later}", url=URL)
    planned = DryRun(desk, Options(), BUILT_IN).article(article, None)
    last_id = desk.execute("select max(id) from claims").fetchone()[0]
    result = ingest_article(desk, article, actor="bo")
    assert (result.dropped, planned.ingested.dropped) == ((), ())
    assert {claim.outcome for claim in planned.claims if claim.found.text not in filed} <= {
        "known",
        "changed",
    }
    assert claims.get(desk, last_id).text == text
    assert [claim.found.text for claim in result.filed] == filed


@pytest.fixture
def truncated(desk):
    """The id of a truncated claim, the last of the three in its article."""
    ingest_article(desk, Article(text=f"{OPENING} {HALF}", url=URL), actor="bo")
    [last_id] = [row["claim_id"] for row in appearances.of_article(desk, 1) if row["quote"] == HALF]
    return last_id


def ingest_longer(db, text=f"{OPENING} {WHOLE}"):
    return ingest_article(db, Article(text=text, url=URL), actor="bo")


def test_history_records_who_ingested_the_rest_of_a_claim(desk, truncated):
    result = ingest_longer(desk)
    assert [(entry.claim_id, entry.was, entry.text) for entry in result.continued] == [
        (truncated, HALF, WHOLE)
    ]
    updates = [entry for entry in claim_history(desk, truncated) if entry["operation"] == "update"]
    assert [(entry["actor"], entry["changes"]["text"]) for entry in updates] == [("bo", [HALF, WHOLE])]


def test_the_notice_of_a_continued_claim_names_those_that_it_resembles(desk, truncated):
    [said] = add_claim(desk, NewClaim("They built 40,000 homes during the last year."), actor="bo").matches
    assert said.claim_id == truncated
    article = Article(text=f"{OPENING} {WHOLE}", url=URL)
    planned = DryRun(desk, Options(), BUILT_IN).article(article, None)
    notices = f"  Claim {truncated} now continues where it broke off: {WHOLE}", "    It resembles claim 4"
    assert list(dry_run_notices(planned, "a.txt"))[1:] == [*notices]
    done = ingest_longer(desk)
    assert list(ingest_notices(done))[1:] == [*notices]
    for rows in planned_rows(planned, source=None, url=URL), filed_rows(done):  # what programs get
        changed = [row for row in rows if row["outcome"] == "changed"]
        assert [(row["claim_id"], row["text"], row["resembles"]) for row in changed] == [
            (truncated, WHOLE, [4])
        ]


def test_undoing_the_import_truncates_the_claim_again(desk, truncated):
    result = ingest_longer(desk)
    undoing.take_back_import(desk, *result.written, actor="bo")
    assert (claims.get(desk, truncated).text, quoted_claims(desk)[-1][1]) == (HALF, HALF)


def test_a_claim_truncated_again_by_an_undo_is_completed_by_the_next_reading(desk, truncated):
    for _ in range(2):
        undoing.take_back_import(desk, *ingest_longer(desk).written, actor="bo")
    result = ingest_longer(desk)
    assert (result.is_new_article, [entry.claim_id for entry in result.continued]) == (False, [truncated])
    assert claims.get(desk, truncated).text == WHOLE


@pytest.mark.parametrize("name", ["noted", "edited and put back"])
def test_work_before_an_undo_still_keeps_a_truncated_claim_as_it_is(desk, truncated, name):
    undoing.take_back_import(desk, *ingest_longer(desk).written, actor="bo")
    CHANGES[name](desk, truncated)
    assert ingest_longer(desk).continued == ()


@pytest.mark.parametrize(
    ("first", "later"),
    [
        pytest.param("It cost 41,000 crowns.", "It cost 47,000 crowns.", id="another number"),
        pytest.param(WHOLE, "We built 40,000 flats in two years.", id="another ending"),
        pytest.param(WHOLE, "We built 40,000 homes last year fewer than planned.", id="the opposite"),
        pytest.param(f"{WHOLE})", "We built 40,000 flats in two years.)", id="in brackets"),
        pytest.param(
            "نما الاقتصاد 12 في المئة؟",
            "نما الاقتصاد 12 في المئة في عامين؟",
            id="punctuation of another script",
        ),
    ],
)
def test_a_changed_sentence_that_was_complete_is_a_new_claim(desk, first, later):
    ingest_article(desk, Article(text=f"{OPENING} {first}", url=URL), actor="bo")
    last_id = desk.execute("select max(id) from claims").fetchone()[0]
    result = ingest_longer(desk, f"{OPENING} {later}")
    assert (result.continued, [claim.claim_id for claim in result.dropped]) == ((), [last_id])
    assert claims.get(desk, last_id).text == first
    assert [claim.found.text for claim in result.filed] == [later]


@pytest.mark.parametrize("sign", ["…", "..."])
def test_a_claim_that_ends_in_an_ellipsis_is_continued(desk, sign):
    ingest_article(desk, Article(text=f"{OPENING} {HALF}{sign}", url=URL), actor="bo")
    result = ingest_longer(desk)
    assert (result.dropped, claims.get(desk, 3).text) == ((), WHOLE)


def test_the_next_sentence_is_a_new_claim_when_another_extractor_skips_the_last_one(desk, truncated):
    """Other rules, or a model, may find a different number of claims in the same words."""
    ingest_longer(desk)

    def find_last(article, options):
        return BUILT_IN.run(article, options)[-1:]

    article = Article(text=f"{OPENING} {WHOLE} {FARES}", url=URL)
    result = ingest_article(desk, article, extractor=Extractor("other", find_last), actor="bo")
    assert (result.continued, claims.get(desk, truncated).text) == ((), WHOLE)
    assert [claim.found.text for claim in result.filed] == [FARES]


def test_a_claim_already_continued_is_not_continued_in_another_way(desk, truncated):
    denial = "We built 40,000 homes fewer than planned."
    ingest_longer(desk, f"{OPENING} {denial}")
    ingest_longer(desk, f"{OPENING} {HALF}")  # an old copy
    result = ingest_longer(desk)
    assert (result.continued, [claim.found.text for claim in result.filed]) == ((), [WHOLE])
    quoted = {row[0] for row in desk.execute("select quote from appearances where claim_id = ?", [truncated])}
    assert (claims.get(desk, truncated).text, quoted) == (denial, {denial})


def test_a_continued_claim_keeps_a_renamed_tag(desk):
    ingest_article(desk, Article(text=f"{OPENING} The council raised taxes by 9 percent."), actor="bo")
    relabelling.rename(desk, labels.TAG, "taxes and budgets", "money", actor="ada")
    ingest_article(desk, Article(text=f"{OPENING} The mayor cut taxes by 3 percent", url=URL), actor="bo")
    sql = """
        select group_concat(operation || new_row) from history
        where table_name = 'claim_tags' and claim_id = (select max(id) from claims)
    """
    before = desk.execute(sql).fetchone()
    result = ingest_longer(desk, f"{OPENING} The mayor cut taxes by 3 percent in May.")
    [continued] = result.continued
    assert (desk.execute(sql).fetchone(), "money" in tags.of_claim(desk, continued.claim_id)) == (
        before,
        True,
    )


CHANGES = {
    "edited": lambda db, claim_id: editing.edit_claim(db, claim_id, text="We built 40,000 houses", actor="ada"),
    "given another claimant": lambda db, claim_id: editing.edit_claim(db, claim_id, claimant="Ada Moor", actor="ada"),
    "edited and put back": lambda db, claim_id: [editing.edit_claim(db, claim_id, text=text, actor="ada") for text in ("Oh.", HALF)],
    "accepted": lambda db, claim_id: work.set_status(db, claim_id, Status.OPEN, actor="ada"),
    "rejected": lambda db, claim_id: work.set_status(db, claim_id, Status.REJECTED, actor="ada"),
    "noted": lambda db, claim_id: work.add_note(db, claim_id, "Ask the council.", actor="ada"),
    "tagged": lambda db, claim_id: work.add_tag(db, claim_id, "homes", actor="ada"),
    "linked": lambda db, claim_id: linking.add_link(db, claim_id, "https://stats.example", actor="ada"),
    "assigned": lambda db, claim_id: work.assign(db, claim_id, "cy", actor="ada"),
    "given a priority": lambda db, claim_id: work.set_priority(db, claim_id, Priority.HIGH, actor="ada"),
    "judged": lambda db, claim_id: judge(db, claim_id, 1, Judgement.DIFFERENT, actor="ada"),
    "heard elsewhere": lambda db, claim_id: add_claim(db, NewClaim(HALF, source="Radio 4"), attach_to=claim_id, actor="ada"),
    "read elsewhere": lambda db, claim_id: ingest_article(db, Article(text=f"{FARES} {HALF}."), actor="bo"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_truncated_claim_that_people_worked_on_is_not_continued(desk, truncated, change):
    change(desk, truncated)
    before = claims.get(desk, truncated)
    result = ingest_longer(desk)
    assert (result.continued, [claim.claim_id for claim in result.dropped]) == ((), [truncated])
    assert [claim.found.text for claim in result.filed] == [WHOLE]
    after = claims.get(desk, truncated)
    assert (after.text, after.claimant, after.status) == (before.text, before.claimant, before.status)


def test_a_truncated_claim_that_people_work_on_during_the_import_is_not_continued(desk, truncated):
    with pytest.MonkeyPatch.context() as patch:
        original = truncated_claims.find_completed

        def find_completed(*args):
            result = original(*args)
            work.add_note(desk, truncated, "Ask the council.", actor="ada")
            return result

        patch.setattr(truncated_claims, "find_completed", find_completed)
        result = ingest_longer(desk)
    assert (result.continued, [claim.claim_id for claim in result.dropped]) == ((), [truncated])
    assert [claim.found.text for claim in result.filed] == [WHOLE]


def test_a_completed_sentence_already_on_the_desk_is_that_claim(desk, truncated):
    known = add_claim(desk, NewClaim(WHOLE), actor="ada").claim_id
    result = ingest_longer(desk)
    assert [(claim.claim_id, claim.is_new) for claim in result.filed] == [(known, False)]
    assert [claim.claim_id for claim in result.dropped] == [truncated]


def test_a_repeat_of_the_completed_sentence_repeats_the_continued_claim(desk, truncated):
    result = ingest_longer(desk, f"{OPENING} {WHOLE} {FARES} {WHOLE}")
    assert [claim.claim_id for claim in result.continued] == [truncated]
    assert [(claim.claim_id, claim.is_new) for claim in result.filed if claim.found.text == WHOLE] == [
        (truncated, False)
    ]


def test_a_truncated_repeat_of_an_earlier_sentence_does_not_change_its_claim(desk):
    text = f"{OPENING} It was cold. {FARES} Nobody said so. Bus fares fell by 3 percent"
    ingest_article(desk, Article(text=text, url=URL), actor="bo")
    [fares] = {row["claim_id"] for row in appearances.of_article(desk, 1) if row["quote"].startswith("Bus")}
    result = ingest_longer(desk, f"{text} in Oulu, and by 9 percent in Vale.")
    assert result.continued == ()
    assert claims.get(desk, fares).text == FARES
