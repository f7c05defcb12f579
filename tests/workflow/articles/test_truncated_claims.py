"""A transcript is read while it is written: the sentence in which it broke off is one claim, which grows."""

import pytest

from claimtrack.core.extract import Options
from claimtrack.core.model import Article, Judgement, Priority, Status
from claimtrack.fetch import read
from claimtrack.store import appearances, claims, labels, tags
from claimtrack.store.file.database import create_or_migrate, open_desk
from claimtrack.workflow import desk as work
from claimtrack.workflow import editing, linking, relabelling, undoing
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles import truncated_claims
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor
from claimtrack.workflow.articles.ingesting import ingest_article
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


def cut(text, *behind):
    """What there is of a text at each of ten readings, the first that end behind these words."""
    ends = [text.index(one) + len(one) for one in behind]
    left = 9 - len(ends)
    more = [ends[-1] + (len(text) - ends[-1]) * n // (left + 1) for n in range(1, left + 1)]
    return [text[:end] for end in [*ends, *more]] + [text]


GROWING = [
    pytest.param(
        "live.vtt",
        cut(VTT, "three cli", "We built", ">4,0", "and 212 of", "stand empty.", "00:00:2"),
        id="vtt",
    ),
    pytest.param(
        "live.txt",
        cut(TXT, "three cli", "We built", "ADA MOOR: 4,0", "212 of", "TOM RY", "auditor sa"),
        id="txt",
    ),
    pytest.param(
        "live.txt",
        cut(QUOTED, "twice in", "4,0", "two years, and", "212 of them sta", "said Ma", "cut by 8"),
        id="quoted",
    ),
]


def standing(db):
    """Span, words, claim and speaker of what the newest article is quoted with."""
    sql = """
        select span_start, quote, claims.text, appearances.kind, claimants.name
        from appearances join claims on claims.id = claim_id left join claimants on claimants.id = claims.claimant_id
        where article_id = (select max(id) from articles) order by span_start
    """
    return list(db.execute(sql))


def dropped(db):
    return [row[0] for row in db.execute("select text from claim_sheet where dropped > 0")]


def read_in(db, path, text, **more):
    path.write_text(text)
    return [ingest_article(db, one.article, source=one.source, actor="bo", **more) for one in read(str(path))]


@pytest.fixture
def at_once(tmp_path):
    """What stands when a file is read once, as a whole."""

    def at_once(name, text):
        folder = tmp_path / "whole"
        folder.mkdir()
        db, _ = create_or_migrate(folder / "whole.db")
        read_in(db, folder / name, text)
        rows = standing(db)
        db.close()
        assert len(rows) > 4
        return rows

    return at_once


@pytest.mark.parametrize(("name", "steps"), GROWING)
def test_what_is_read_in_ten_steps_is_what_is_read_at_once(desk, tmp_path, at_once, name, steps):
    assert len(steps) == 10
    for text in steps:
        read_in(desk, tmp_path / name, text)
    assert standing(desk) == at_once(name, steps[-1])
    assert dropped(desk) == []
    assert desk.execute("select count(*) from claims").fetchone()[0] == len(standing(desk))


@pytest.mark.parametrize(("name", "steps"), GROWING)
def test_two_who_read_it_at_once_have_the_same(desk, desk_path, tmp_path, at_once, name, steps):
    """The other reads the same text, or the next one already, while this one looks for claims."""
    other = open_desk(desk_path)
    for number, text in enumerate(steps):
        texts = iter([steps[min(number + number % 2, 9)]])

        def meanwhile(article, options, texts=texts):
            for ahead in texts:
                read_in(other, tmp_path / name, ahead)
            return BUILT_IN.run(article, options)

        read_in(desk, tmp_path / name, text, extractor=Extractor(BUILT_IN.name, meanwhile))
    other.close()
    assert {row[1:] for row in standing(desk)} == {row[1:] for row in at_once(name, steps[-1])}


@pytest.mark.parametrize(("name", "steps"), GROWING)
def test_an_interrupt_loses_nothing(desk, tmp_path, at_once, monkeypatch, name, steps):
    """Each reading is interrupted once, where the first claim has grown."""
    stops = []

    def interrupted(db, claim_id):
        stops.append(claim_id)
        raise KeyboardInterrupt

    for text in steps:
        with monkeypatch.context() as once:
            once.setattr(truncated_claims.matching, "renew_suggestions", interrupted)
            before = list(desk.conn.iterdump()), len(stops)
            try:
                read_in(desk, tmp_path / name, text)
            except KeyboardInterrupt:
                assert (list(desk.conn.iterdump()), len(stops)) == (before[0], before[1] + 1)
        read_in(desk, tmp_path / name, text)
    assert len(stops) > 2
    assert standing(desk) == at_once(name, steps[-1])
    assert dropped(desk) == []


@pytest.mark.parametrize(
    ("first", "then", "now", "filed"),
    [
        pytest.param(WHOLE[:-8], WHOLE, WHOLE, [], id="it broke off within a word"),
        pytest.param(HALF, WHOLE, WHOLE, [], id="it broke off between two words"),
        pytest.param("We built 4,0", WHOLE, WHOLE, [], id="it broke off within a number"),
        pytest.param(WHOLE[:-1], f"{WHOLE} {FARES}", WHOLE, [FARES], id="only its full stop was missing"),
        pytest.param(WHOLE, f"{WHOLE} {FARES}", WHOLE, [FARES], id="it broke off after a sentence"),
        pytest.param(f"{HALF}\n\n[00:12:40]", f"{WHOLE}\n\n[00:12:40]", WHOLE, [], id="a line stands below"),
        pytest.param(
            f"{WHOLE}\n\n[00:12]",
            f"{WHOLE} {FARES}\n\n[00:12]",
            WHOLE,
            [FARES],
            id="... below a whole sentence",
        ),
    ],
)
def test_the_claim_in_which_the_text_broke_off_has_the_words_of_the_whole(desk, first, then, now, filed):
    ingest_article(desk, Article(text=f"{OPENING} {first}", url=URL), actor="bo")
    article = Article(text=f"{OPENING} {then}", url=URL)
    planned = DryRun(desk, Options(), BUILT_IN).article(article, None)
    last = desk.execute("select max(id) from claims").fetchone()[0]
    done = ingest_article(desk, article, actor="bo")
    assert (done.dropped, planned.ingested.dropped) == ((), ())
    assert {one.outcome for one in planned.claims if one.found.text not in filed} <= {"known"}
    assert claims.get(desk, last).text == now
    assert [one.found.text for one in done.filed] == filed


@pytest.fixture
def half(desk):
    """The number of a claim in which its article breaks off, the last of three."""
    ingest_article(desk, Article(text=f"{OPENING} {HALF}", url=URL), actor="bo")
    [last] = [row["claim_id"] for row in appearances.of_article(desk, 1) if row["quote"] == HALF]
    return last


def go_on(db, text=f"{OPENING} {WHOLE}"):
    return ingest_article(db, Article(text=text, url=URL), actor="bo")


def test_history_tells_who_read_the_rest(desk, half):
    done = go_on(desk)
    assert [(one.claim_id, one.was, one.text) for one in done.continued] == [(half, HALF, WHOLE)]
    told = [one for one in claim_history(desk, half) if one["operation"] == "update"]
    assert [(one["actor"], one["changes"]["text"]) for one in told] == [("bo", [HALF, WHOLE])]


def test_the_reading_that_brought_the_rest_can_be_taken_back(desk, half):
    done = go_on(desk)
    undoing.take_back_import(desk, *done.written, actor="bo")
    assert (claims.get(desk, half).text, standing(desk)[-1][1]) == (HALF, HALF)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param("It cost 41,000 crowns.", "It cost 47,000 crowns.", id="a figure"),
        pytest.param(WHOLE, "We built 40,000 flats in two years.", id="its end"),
        pytest.param(WHOLE, "We built 40,000 homes last year fewer than planned.", id="it says the opposite"),
        pytest.param(f"{WHOLE})", "We built 40,000 flats in two years.)", id="in brackets"),
        pytest.param(
            "نما الاقتصاد 12 في المئة؟", "نما الاقتصاد 12 في المئة في عامين؟", id="a mark of another script"
        ),
    ],
)
def test_a_sentence_that_had_its_stop_did_not_break_off_but_is_corrected(desk, first, then):
    ingest_article(desk, Article(text=f"{OPENING} {first}", url=URL), actor="bo")
    last = desk.execute("select max(id) from claims").fetchone()[0]
    done = go_on(desk, f"{OPENING} {then}")
    assert (done.continued, [one.claim_id for one in done.dropped]) == ((), [last])
    assert claims.get(desk, last).text == first
    assert [one.found.text for one in done.filed] == [then]


@pytest.mark.parametrize("sign", ["…", "..."])
def test_what_trails_off_goes_on(desk, sign):
    ingest_article(desk, Article(text=f"{OPENING} {HALF}{sign}", url=URL), actor="bo")
    done = go_on(desk)
    assert (done.dropped, claims.get(desk, 3).text) == ((), WHOLE)


def test_the_next_sentence_is_another_claim_where_the_last_one_is_found_no_more(desk, half):
    """Other rules, or a model, may find another number of claims in the same words."""
    go_on(desk)

    def find_last(article, options):
        return BUILT_IN.run(article, options)[-1:]

    article = Article(text=f"{OPENING} {WHOLE} {FARES}", url=URL)
    done = ingest_article(desk, article, extractor=Extractor("other", find_last), actor="bo")
    assert (done.continued, claims.get(desk, half).text) == ((), WHOLE)
    assert [one.found.text for one in done.filed] == [FARES]


def test_a_half_that_went_on_otherwise_before_keeps_the_words_it_had_then(desk, half):
    denied = "We built 40,000 homes fewer than planned."
    go_on(desk, f"{OPENING} {denied}")
    go_on(desk, f"{OPENING} {HALF}")  # an old copy
    done = go_on(desk)
    assert (done.continued, [one.found.text for one in done.filed]) == ((), [WHOLE])
    quoted = {row[0] for row in desk.execute("select quote from appearances where claim_id = ?", [half])}
    assert (claims.get(desk, half).text, quoted) == (denied, {denied})


def test_a_topic_that_has_another_name_now_stays_on_what_grows(desk):
    ingest_article(desk, Article(text=f"{OPENING} The council raised taxes by 9 percent."), actor="bo")
    relabelling.rename(desk, labels.TAG, "taxes and budgets", "money", actor="ada")
    ingest_article(desk, Article(text=f"{OPENING} The mayor cut taxes by 3 percent", url=URL), actor="bo")
    sql = """
        select group_concat(operation || new_row) from history
        where table_name = 'claim_tags' and claim_id = (select max(id) from claims)
    """
    had = desk.execute(sql).fetchone()
    done = go_on(desk, f"{OPENING} The mayor cut taxes by 3 percent in May.")
    [grown] = done.continued
    assert (desk.execute(sql).fetchone(), "money" in tags.of_claim(desk, grown.claim_id)) == (had, True)


TOUCHED = {
    "edited": lambda db, one: editing.edit_claim(db, one, text="We built 40,000 houses", actor="ada"),
    "given another claimant": lambda db, one: editing.edit_claim(db, one, claimant="Ada Moor", actor="ada"),
    "edited and put back": lambda db, one: [editing.edit_claim(db, one, text=text, actor="ada") for text in ("Oh.", HALF)],
    "accepted": lambda db, one: work.set_status(db, one, Status.OPEN, actor="ada"),
    "rejected": lambda db, one: work.set_status(db, one, Status.REJECTED, actor="ada"),
    "noted": lambda db, one: work.add_note(db, one, "Ask the council.", actor="ada"),
    "tagged": lambda db, one: work.add_tag(db, one, "homes", actor="ada"),
    "linked": lambda db, one: linking.add_link(db, one, "https://stats.example", actor="ada"),
    "assigned": lambda db, one: work.assign(db, one, "cy", actor="ada"),
    "given a priority": lambda db, one: work.set_priority(db, one, Priority.HIGH, actor="ada"),
    "judged": lambda db, one: judge(db, one, 1, Judgement.DIFFERENT, actor="ada"),
    "heard elsewhere": lambda db, one: add_claim(db, NewClaim(HALF, source="Radio 4"), attach_to=one, actor="ada"),
    "read elsewhere": lambda db, one: ingest_article(db, Article(text=f"{FARES} {HALF}."), actor="bo"),
}  # fmt: skip


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_what_somebody_has_worked_on_stays_and_the_whole_is_filed_anew(desk, half, touch):
    touch(desk, half)
    before = claims.get(desk, half)
    done = go_on(desk)
    assert (done.continued, [one.claim_id for one in done.dropped]) == ((), [half])
    assert [one.found.text for one in done.filed] == [WHOLE]
    after = claims.get(desk, half)
    assert (after.text, after.claimant, after.status) == (before.text, before.claimant, before.status)


def test_what_is_worked_on_while_the_rest_is_read_stays_too(desk, half):
    with pytest.MonkeyPatch.context() as patch:
        told = truncated_claims.find_completed

        def find_completed(*args):
            result = told(*args)
            work.add_note(desk, half, "Ask the council.", actor="ada")
            return result

        patch.setattr(truncated_claims, "find_completed", find_completed)
        done = go_on(desk)
    assert (done.continued, [one.claim_id for one in done.dropped]) == ((), [half])
    assert [one.found.text for one in done.filed] == [WHOLE]


def test_a_whole_that_the_desk_holds_is_that_claim(desk, half):
    known = add_claim(desk, NewClaim(WHOLE), actor="ada").claim_id
    done = go_on(desk)
    assert [(one.claim_id, one.is_new) for one in done.filed] == [(known, False)]
    assert [one.claim_id for one in done.dropped] == [half]


def test_the_same_sentence_once_more_repeats_what_has_grown(desk, half):
    done = go_on(desk, f"{OPENING} {WHOLE} {FARES} {WHOLE}")
    assert [one.claim_id for one in done.continued] == [half]
    assert [(one.claim_id, one.is_new) for one in done.filed if one.found.text == WHOLE] == [(half, False)]


def test_a_half_that_repeats_a_sentence_further_up_leaves_that_alone(desk):
    said = f"{OPENING} It was cold. {FARES} Nobody said so. Bus fares fell by 3 percent"
    ingest_article(desk, Article(text=said, url=URL), actor="bo")
    [fares] = {row["claim_id"] for row in appearances.of_article(desk, 1) if row["quote"].startswith("Bus")}
    done = go_on(desk, f"{said} in Oulu, and by 9 percent in Vale.")
    assert done.continued == ()
    assert claims.get(desk, fares).text == FARES
