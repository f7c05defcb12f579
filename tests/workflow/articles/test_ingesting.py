"""Ingesting articles: stored verbatim and once, recognised when they return, and never undoing a person's decisions."""

import shutil
from collections import Counter

import pytest

from claimtrack.core.extract import Options
from claimtrack.core.model import Article, Judgement, Status
from claimtrack.store import appearances, claims, filing, matches
from claimtrack.store.file.copying import scratch_copy
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow import desk as work
from claimtrack.workflow.articles import dry_run, ingesting, recognising
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.articles.reporting import ingest_notices
from claimtrack.workflow.matching import judging

URL = "https://news.example/1"
TEXT = "Ada Miller spoke.\r\n\r\n“Prices fell by half,” she said. 🙂 “Wages rose by 3 percent,” said Ben Cole. It rained."
PRICES, WAGES, RAIN = "Prices fell by half", "Wages rose by 3 percent", "It rained"
CLAIMS = ((PRICES, "Ada Miller", 0.9), (WAGES, "Ben Cole", 0.7), (RAIN, "outlet", 0.1))


@pytest.fixture
def ingest(desk, file_claims):
    def ingest(text=TEXT, found=None, **facts):
        claims_found = found if found is not None else tuple(claim for claim in CLAIMS if claim[0] in text)
        return file_claims(desk, text, claims_found, **{"url": URL, **facts})

    return ingest


def counts(result):
    return result.new, result.repeated, result.known, result.skipped


def stored_text(db):
    return db.execute("select text from articles order by id desc").fetchone()[0]


def proposed_texts(db):
    rows = db.query("select text from claims where status = 'proposed' order by id")
    return [row["text"] for row in rows]


def test_each_claim_is_proposed_with_its_speaker_and_quote(ingest, desk):
    assert counts(ingest()) == (3, 0, 0, 0)
    assert proposed_texts(desk) == [PRICES, WAGES, RAIN]
    [appearance] = appearances.of_claim(desk, 2)
    assert (appearance["speaker"], appearance["kind"], appearance["quote"]) == ("Ben Cole", "direct", WAGES)
    assert stored_text(desk)[appearance["span_start"] : appearance["span_end"]] == WAGES
    # The outlet's own statement.
    assert claims.get(desk, 3).claimant == "The Daily"


def test_what_two_speakers_say_in_one_article_is_shown_as_a_possible_repeat(ingest, desk):
    rise, again = "Rents rose by 18 percent", "rents rose by 18 percent"
    said = ((rise, "Ada Miller", 0.9), ("Bills fell", "Ada Miller", 0.5), (again, "Ben Cole", 0.9))
    first, other, again = ingest(f"{rise}. Bills fell. So {again}.", said).filed
    assert (first.matches, other.matches) == ((), ())
    assert [(one.claim_id, one.suggestion) for one in again.matches] == [(first.claim_id, "duplicate")]
    assert [one["claim_id"] for one in matches.of_claim(desk, first.claim_id)] == [again.claim_id]


def test_a_claim_in_an_outlets_own_voice_is_the_same_claim_in_a_reprint(ingest, desk):
    ingest(outlet="The Daily")
    again = ingest(url="https://reprint.example/1", outlet="The Reprint")
    assert (again.new, again.repeated) == (0, 3)
    assert [appearance["speaker"] for appearance in appearances.of_claim(desk, 3)] == [
        "The Daily",
        "The Reprint",
    ]


def test_the_text_is_stored_verbatim_except_for_its_line_ends(ingest, desk):
    ingest()
    assert stored_text(desk) == TEXT.replace("\r\n", "\n")


def test_hyphenation_at_a_line_end_is_undone_in_the_claim_but_not_its_quote(desk):
    words = "Norbridge built 400 afford-\nable homes in 2023"
    ingest_article(desk, Article(f"{words}. It rained."), actor="ada")
    ingest_article(desk, Article("Norbridge built 400 affordable homes in 2023."), actor="ada")
    rows = desk.execute(
        "select text, quote from appearances join claims on claims.id = claim_id where text like '%400%'"
    )
    assert {(text.rstrip("."), quote.rstrip(".")) for text, quote in rows} == {
        ("Norbridge built 400 affordable homes in 2023", words),
        ("Norbridge built 400 affordable homes in 2023", "Norbridge built 400 affordable homes in 2023"),
    }
    assert desk.execute("select count(*) from claims where text like '%400%'").fetchone() == (1,)


def test_ingesting_the_same_article_again_adds_nothing(ingest, desk):
    ingest()
    before = desk.table("history").count
    again = ingest()
    assert (counts(again), again.is_new_article, again.previous_id) == ((0, 0, 3, 0), False, None)
    assert desk.table("history").count == before


def test_ingesting_an_article_again_after_work_on_its_claims_adds_nothing(ingest, desk):
    ingest()
    with write_transaction(desk, "ada"):
        claims.update(desk, 1, text="Prices fell by half in a year.")
        claims.set_status(desk, 2, Status.REJECTED)
        row = appearances.of_claim(desk, 3)[0]
        start = row["span_start"] + 3
        appearances.set_span(desk, row["id"], span=(start, row["span_end"]), quote="rained")
    assert counts(ingest()) == (0, 0, 3, 0)
    assert desk.table("claims").count == 3


def test_a_changed_article_is_a_new_version_and_the_old_one_is_kept(ingest, desk):
    first = ingest()
    second = ingest(f"Corrected.\n{TEXT}")
    assert (second.is_new_article, second.previous_id) == (True, first.article_id)
    assert desk.table("articles").count == 2


def test_claims_of_a_changed_article_are_known_and_quoted_at_their_new_place(ingest, desk):
    ingest()
    text = f"Corrected on Monday. {TEXT.replace(WAGES, 'Wages rose by 4 percent')}"
    result = ingest(
        text,
        ((PRICES, "Ada Miller", 0.9), ("Wages rose by 4 percent", "Ben Cole", 0.7), (RAIN, "outlet", 0.1)),
    )
    # The claim with the changed number is new; the others are known.
    assert counts(result) == (1, 0, 2, 0)
    rows = appearances.of_article(desk, result.article_id)
    assert [(row["claim_id"], row["quote"]) for row in rows] == [
        (1, PRICES), (4, "Wages rose by 4 percent"), (3, RAIN),
    ]  # fmt: skip
    stored = stored_text(desk)
    assert all(stored[row["span_start"] : row["span_end"]] == row["quote"] for row in rows)


def test_edited_and_rejected_claims_are_not_proposed_again_by_a_new_version(ingest, desk):
    ingest()
    work.set_status(desk, 2, Status.REJECTED, actor="ada")
    with write_transaction(desk, "ada"):
        claims.update(desk, 1, text="Prices fell by half in a year.")
    ingest(f"Corrected. {TEXT}")
    ingest(f"Corrected twice. {TEXT}")
    assert desk.table("claims").count == 3
    assert claims.get(desk, 2).status is Status.REJECTED


def test_a_changed_file_without_an_address_is_a_new_version_and_revives_no_claims(ingest, desk):
    first = ingest(url=None, source="brief.txt")
    work.set_status(desk, 2, Status.REJECTED, actor="ada")
    with write_transaction(desk, "ada"):
        claims.update(desk, 1, text="Prices fell by half in a year.")
    second = ingest(f"Corrected. {TEXT}", url=None, source="brief.txt")
    third = ingest(f"Corrected twice. {TEXT}", url=None, source="brief.txt")
    assert (second.previous_id, third.previous_id) == (first.article_id, second.article_id)
    assert counts(third) == (0, 0, 3, 0)
    assert desk.table("claims").count == 3


def test_another_article_under_a_reused_file_name_is_not_a_new_version(ingest):
    ingest(url=None, source="brief.txt")
    # Only one of the three earlier claims remains.
    result = ingest(f"{RAIN}. “Exports doubled,” said Cleo Dale.", url=None, source="brief.txt")
    assert (result.previous_id, result.repeated) == (None, 1)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"source": "a/brief.txt"}, {"source": "b/brief.txt"}),
        ({"source": "-"}, {"source": "-"}),
        ({"source": None}, {"source": None}),
        ({"source": "a.txt", "url": URL}, {"source": "a.txt", "url": "https://reprint.example/1"}),
        ({"source": "a.txt", "outlet": "The Reprint"}, {"source": "a.txt"}),
        ({"source": "feed.xml", "title": "One"}, {"source": "feed.xml", "title": "Two"}),
        ({"source": "a.txt", "url": URL}, {"source": "-"}),
    ],
)
def test_a_changed_text_from_another_source_is_not_a_new_version(ingest, earlier, later):
    ingest(**{"url": None, **earlier})
    result = ingest(f"Reprinted. {TEXT}", **{"url": None, **later})
    assert (result.previous_id, counts(result)) == (None, (0, 3, 0, 0))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        # The corrected file is ingested with the day of the correction.
        ({"published_on": "2024-04-22"}, {"published_on": "2024-04-23"}),
        # The address is given only the first or only the second time.
        ({"url": URL}, {"url": None}),
        ({"url": None}, {"url": URL}),
        ({"outlet": None}, {"outlet": "The Daily"}),
    ],
)
def test_a_corrected_file_is_a_new_version_even_with_other_facts(ingest, desk, earlier, later):
    ingest(**{"url": None, "source": "a.txt", **earlier})
    result = ingest(f"Corrected. {TEXT}", **{"url": None, "source": "a.txt", **later})
    assert (result.previous_id, counts(result)) == (1, (0, 0, 3, 0))
    rows = list(desk.query("select url, published_on from articles order by id"))
    # The facts of the first version apply to the second unless others are given.
    assert rows[1] == {name: later.get(name) or earlier.get(name) or rows[0][name] for name in rows[0]}
    assert [row["appearances"] for row in desk.query("select appearances from claim_overview")] == [1, 1, 1]


@pytest.mark.parametrize("title", ["Rents", None])
def test_each_of_two_articles_at_one_address_has_its_own_versions(ingest, title):
    # As on a live page: each entry of its feed has the page's address, and some have no title.
    first = ingest(title=title)
    other = ingest(
        "“Exports doubled,” said Cleo Dale.",
        (("Exports doubled", "Cleo Dale", 0.9),),
        title=title and "Trade",
    )
    changed = ingest(f"Corrected. {TEXT}", title=title)
    assert (other.previous_id, changed.previous_id) == (None, first.article_id)
    assert counts(changed) == (0, 0, 3, 0)


def test_a_rewritten_article_with_the_same_title_is_a_new_version(ingest):
    ingest(title="Prices")
    assert ingest("Nobody spoke.", (), title="Prices").previous_id == 1
    assert ingest(title="Prices").article_id == 1


def test_a_rewritten_article_with_a_new_title_does_not_propose_edited_claims_again(ingest, desk):
    ingest(title="Prices")
    with write_transaction(desk, "ada"):
        claims.update(desk, 3, text="It rained all day.")
    result = ingest(f"“Exports doubled,” said Cleo Dale. {RAIN}", ((RAIN, "outlet", 0.1),), title="Trade")
    assert (result.previous_id, counts(result)) == (1, (0, 0, 1, 0))


def test_missing_facts_of_a_known_article_are_filled_in_and_recorded_in_history(ingest, desk):
    ingest(url=None, outlet=None, published_on=None, source="a.txt")
    facts = {"url": URL, "outlet": "The Daily", "published_on": "2024-04-22", "title": "Prices"}
    result = ingest(**facts, source="a.txt")
    assert (result.is_new_article, counts(result), result.filled) == (False, (0, 0, 3, 0), facts)
    [row] = desk.query("select url, outlet, published_on, title from articles")
    assert row == facts
    # The outlet's own statement now has the outlet as its claimant.
    assert claims.get(desk, 3).claimant == "The Daily"
    editors = desk.query(
        "select distinct actor from history where table_name = 'articles' and operation = 'update'"
    )
    assert [row["actor"] for row in editors] == ["ingest"]
    again = ingest(**facts, source="a.txt")
    assert (again.filled, again.kept) == ({}, {})


def test_facts_that_contradict_a_known_article_are_reported_and_not_stored(ingest, desk):
    ingest(outlet="The Daily", published_on="2024-04-22")
    result = ingest(outlet="The Weekly", published_on="2024-04-22")
    assert result.kept == {"outlet": ("The Daily", "The Weekly")}
    assert [row["outlet"] for row in desk.query("select outlet from articles")] == ["The Daily"]


def test_a_date_given_later_dates_only_the_claims_that_nobody_has_touched(desk):
    text = (
        "Rents rose by 5 percent in 2022, Ada Miller said on Monday. Wages fell by 3 percent in 2023, Ben Cole said on "
        "Tuesday. Exports doubled in 2021, Cleo Dale said on Monday."
    )
    first = ingest_article(desk, Article(text=text), source="a.txt", actor="ada")
    accepted, edited, waiting = (claim.claim_id for claim in first.filed)
    work.set_status(desk, accepted, Status.OPEN, actor="ada")
    with write_transaction(desk, "ada"):
        claims.update(desk, edited, claimed_on="2024-01-01")
        claims.update(desk, edited, claimed_on=None)
    ingest_article(desk, Article(text=text, published_on="2024-04-24"), source="a.txt", actor="ben")
    assert [claims.get(desk, claim_id).claimed_on for claim_id in (accepted, edited, waiting)] == [
        None,
        None,
        "2024-04-22",
    ]


def test_a_long_article_is_filed_in_parts_and_resumes_after_an_interrupt(desk, ingest, monkeypatch):
    monkeypatch.setattr(ingesting, "_ROWS", 1)
    look_up, calls = ingesting.look_up_candidates, []

    def look_up_until_interrupted(*args):
        calls.append(args)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return look_up(*args)

    monkeypatch.setattr(ingesting, "look_up_candidates", look_up_until_interrupted)
    with pytest.raises(ingesting.Stopped) as stopped:
        ingest()
    assert counts(stopped.value.done) == (2, 0, 0, 0)
    assert proposed_texts(desk) == [PRICES, WAGES]
    assert counts(ingest()) == (1, 0, 2, 0)


def test_a_claim_inside_another_one_is_skipped_rather_than_known(ingest):
    outer = "Prices fell by half,” she said"
    result = ingest(found=((outer, "outlet", 0.9), (PRICES, "Ada Miller", 0.8)))
    assert counts(result) == (1, 0, 0, 1)


def test_an_article_that_returns_to_its_first_version_is_known(ingest):
    first = ingest()
    ingest(f"Corrected. {TEXT}")
    again = ingest()
    assert (again.article_id, again.is_new_article, counts(again)) == (first.article_id, False, (0, 0, 3, 0))


def test_a_sentence_repeated_in_one_version_and_not_in_the_next_stays_one_claim(desk):
    twice = "Prices fell. It rained. Prices fell. The end."

    def find_all(article, options):
        from dataclasses import replace

        from claimtrack.core.extract import extract

        template = extract(Article(text="Prices fell by 10 percent."))[0]
        starts = [
            start for start in range(len(article.text)) if article.text.startswith("Prices fell.", start)
        ]
        return [
            replace(
                template,
                text="Prices fell.",
                start=start,
                end=start + 12,
                context_before="",
                context_after="",
            )
            for start in starts
        ]

    def ingest_text(text):
        return ingest_article(
            desk, Article(text=text, url=URL), extractor=Extractor("test-1", find_all), actor="ada"
        )

    assert counts(ingest_text(twice)) == (1, 1, 0, 0)
    assert counts(ingest_text("Prices fell. It rained. The end.")) == (0, 0, 1, 0)
    # Repeated again: the second place is another appearance of the same claim.
    assert counts(ingest_text(f"New. {twice}")) == (0, 1, 1, 0)
    assert desk.table("claims").count == 1


def test_the_same_words_of_one_speaker_in_two_articles_are_one_claim(ingest, desk):
    ingest()
    result = ingest(url="https://other.example/2")
    assert counts(result) == (0, 3, 0, 0)
    assert desk.table("claims").count == 3
    assert claims.get(desk, 1).text == PRICES
    assert len(appearances.of_claim(desk, 1)) == 2


def test_the_same_words_of_another_speaker_are_another_claim(ingest):
    ingest(found=((PRICES, "Ada Miller", 0.9),))
    result = ingest(found=((PRICES, "Cleo Dale", 0.9),), url="https://other.example/2")
    assert counts(result) == (1, 0, 0, 0)


@pytest.mark.parametrize("answer", ["Never.", "Eleven.", "Not one.", "They have."])
def test_a_bare_answer_repeats_only_the_same_speakers_answer_in_the_same_article(desk, answer):
    def interview(topic, *speakers):
        exchanges = (f"ANN LEE: Were the {topic} closed?\n\n{speaker}: {answer}" for speaker in speakers)
        return Article(text="\n\n".join(exchanges), url=f"https://news.example/{topic}")

    articles = [interview("pools", "BOB RAE", "CY ONO", "BOB RAE"), interview("schools", "BOB RAE")]
    expected = [["new", "new", "repeats"], ["new"]]
    dry_run = DryRun(desk, Options(), BUILT_IN)
    assert [[claim.outcome for claim in dry_run.article(each, None).claims] for each in articles] == expected
    results = [ingest_article(desk, each, actor="ada") for each in articles]
    assert [["new" if claim.is_new else "repeats" for claim in each.filed] for each in results] == expected
    assert not any(claim.matches for each in results for claim in each.filed)


def interview_answered_not_one(*speakers):
    exchanges = (
        f"ANN LEE: Were the pools closed in {2000 + at}?\n\n{by}: Not one." for at, by in enumerate(speakers)
    )
    return Article(text="\n\n".join(exchanges), url="https://news.example/pools")


@pytest.mark.parametrize("rows", [1, 2, 1_000])
def test_a_long_article_filed_in_parts_gives_the_same_claims_as_in_one(desk, monkeypatch, rows):
    """A speaker's earlier answer is remembered after the transaction ends, as in a dry run."""
    monkeypatch.setattr(ingesting, "_ROWS", rows)
    article = interview_answered_not_one("BOB RAE", "CY ONO", "CY ONO", "BOB RAE")
    planned = DryRun(desk, Options(), BUILT_IN).article(article, None).claims
    assert [claim.outcome for claim in planned] == ["new", "new", "repeats", "repeats"]
    result = ingest_article(desk, article, actor="ada")
    assert [claim.claim_id for claim in result.filed] == [1, 2, 2, 1]


def test_bare_answers_are_recognised_after_an_interrupt_and_in_a_new_version(desk, monkeypatch):
    look_up = ingesting.look_up_candidates
    monkeypatch.setattr(ingesting, "_ROWS", 1)

    def look_up_until_interrupted(*args):
        if desk.table("claims").count:
            raise KeyboardInterrupt
        return look_up(*args)

    monkeypatch.setattr(ingesting, "look_up_candidates", look_up_until_interrupted)
    with pytest.raises(ingesting.Stopped):
        ingest_article(desk, interview_answered_not_one("BOB RAE", "BOB RAE"), actor="ada")
    monkeypatch.setattr(ingesting, "look_up_candidates", look_up)
    assert counts(ingest_article(desk, interview_answered_not_one("BOB RAE", "BOB RAE"), actor="ada")) == (
        0,
        1,
        1,
        0,
    )
    longer = interview_answered_not_one("BOB RAE", "BOB RAE", "BOB RAE", "CY ONO")
    [again, other] = DryRun(desk, Options(), BUILT_IN).article(longer, None).claims[2:]
    assert (again.outcome, again.claim_id, other.outcome) == ("repeats", 1, "new")
    assert [claim.claim_id for claim in ingest_article(desk, longer, actor="ada").filed] == [1, 2]


def test_an_exact_repeat_of_a_rejected_claim_is_not_proposed_again(ingest, desk):
    ingest()
    work.set_status(desk, 1, Status.REJECTED, actor="ada")
    ingest(url="https://other.example/2")
    assert proposed_texts(desk) == [WAGES, RAIN]


def test_a_parked_claim_that_is_said_again_is_named_unless_another_stands_for_it(ingest, desk):
    ingest()
    for claim_id in (1, 2):
        work.set_status(desk, claim_id, Status.PARKED, actor="ada")
    judging.judge(desk, 2, 3, Judgement.SAME, actor="ada")
    said_again = ingest(url="https://other.example/2")
    assert [(one.claim_id, one.appearances) for one in said_again.parked] == [(1, 2)]
    assert list(ingest_notices(said_again)) == [
        "Article 2 repeats claim 1, which is parked, so nobody is checking it, although it was said 2 times. If it is worth checking "
        "now, move it to open (`claimtrack status 1 open`)."
    ]
    assert ingest(url="https://other.example/2").parked == ()


def test_a_claim_similar_to_a_known_one_is_filed_with_an_unjudged_match(ingest, desk):
    first = "Unemployment in the northern region fell by a third within two years"
    second = "Within two years unemployment in the northern region fell by one third"
    ingest(f"{first}.", ((first, "Ada Miller", 0.9),))
    result = ingest(f"{second}.", ((second, "Ada Miller", 0.9),), url="https://other.example/2")
    assert counts(result) == (1, 0, 0, 0)
    assert next(desk.query("select left_id, right_id, judgement from matches")) == {
        "left_id": 1, "right_id": 2, "judgement": "unjudged",
    }  # fmt: skip


def test_claims_below_the_minimum_score_are_skipped_and_can_be_filed_later(desk):
    article = Article(text="Prices fell by 50 percent in 2023. Ben Cole is a man.", url=URL)
    above_minimum = ingest_article(desk, article, options=Options(min_score=0.6), actor="ada")
    rest = ingest_article(desk, article, actor="ada")
    assert (above_minimum.new, above_minimum.skipped, rest.new) == (1, 1, 1)
    assert rest.known == above_minimum.new
    again = ingest_article(desk, article, options=Options(min_score=1.0), actor="ada")
    assert (again.known, again.skipped) == (2, 0), "claims on the desk are known whatever the minimum score"


@pytest.mark.parametrize("name", ["x" * 400, "", " "])
def test_a_claim_with_an_invalid_speaker_name_is_filed_without_claimant(ingest, desk, name):
    result = ingest(found=((PRICES, name, 0.9),))
    assert (counts(result), claims.get(desk, 1).claimant) == ((1, 0, 0, 0), None)


def test_a_sentence_too_long_for_a_claim_is_skipped(ingest):
    endless = "and so on " * 1200
    result = ingest(f"{endless}. {RAIN}.", ((endless, "Ada Miller", 0.9), (RAIN, "outlet", 0.1)))
    assert counts(result) == (1, 0, 0, 1)


def test_a_claim_over_two_lines_is_joined_but_quoted_verbatim(ingest, desk):
    words = "Prices fell\n   by half"
    ingest(f"{words}.", ((words, "Ada Miller", 0.9),))
    assert claims.get(desk, 1).text == "Prices fell by half"
    assert appearances.of_claim(desk, 1)[0]["quote"] == words


def test_an_extractor_with_one_wrong_span_files_nothing(desk):
    from dataclasses import replace

    from claimtrack.core.errors import InvalidSpan
    from claimtrack.core.extract import extract

    def extract_with_wrong_spans(article, options):
        first, *rest = extract(article, options)
        return [first, *(replace(claim, start=claim.start + 1, end=claim.end + 1) for claim in rest)]

    with pytest.raises(InvalidSpan):
        ingest_article(
            desk,
            Article(text=TEXT, url=URL),
            extractor=Extractor("test-1", extract_with_wrong_spans),
            actor="ada",
        )
    assert [desk.table(name).count for name in ("articles", "claims", "history")] == [0, 0, 0]


def test_history_records_who_ingested_an_article(ingest, desk):
    ingest()
    assert {row["actor"] for row in desk.query("select actor from history")} == {"ingest"}


def test_a_dry_run_recognises_copies_and_new_versions_within_its_batch(desk):
    text = "“We lost 400 jobs since 2019,” said Tom Ashby. “The yard is not safe for anybody,” said Ann Lee."
    batch = [
        (Article(text), "a.txt"),
        (Article(text), "copy-of-a.txt"),
        (Article("It rained. " + text), "elsewhere.txt"),
        (Article(text, url="https://news.example/1"), "page.html"),
        (
            Article(text + " Eve Moor said the yard closed in May.", url="https://news.example/1"),
            "later.html",
        ),
    ]
    with DryRun(desk, Options(), BUILT_IN) as dry_run:
        plans = [dry_run.article(article, source) for article, source in batch]
    results = [ingest_article(desk, article, source=source, actor="bo") for article, source in batch]
    outcomes = [Counter(str(claim.outcome) for claim in planned.claims) for planned in plans]
    assert outcomes == [
        +Counter({"new": result.new, "repeats": result.repeated, "known": result.known}) for result in results
    ]
    assert [result.known for result in results] == [0, 2, 0, 0, 2]
    assert {claim.claim_id for planned in plans for claim in planned.claims} == {None}
    assert not any(match for planned in plans for claim in planned.claims for match in claim.matches)
    assert {planned.ingested.previous_id for planned in plans} == {None}  # there is no "article 3" to look at


def test_a_dry_run_does_not_report_its_own_claims_as_dropped(desk):
    """The article is on the desk, but one of its claims was below the minimum score."""
    text = "“We lost 400 jobs since 2019,” said Tom Ashby. “The yard is not safe for anybody,” said Ann Lee."
    ingest_article(desk, Article(text, url=URL), options=Options(min_score=0.9), actor="bo")
    newer = Article(text.partition(" “The")[0] + " It rained.", url=URL)
    with DryRun(desk, Options(), BUILT_IN) as dry_run:
        assert [claim.outcome for claim in dry_run.article(Article(text, url=URL), None).claims] == [
            "known",
            "new",
        ]
        planned = dry_run.article(newer, None)
    assert (planned.ingested.previous_id, planned.ingested.dropped) == (1, ())
    ingest_article(desk, Article(text, url=URL), actor="bo")
    assert [claim.claim_id for claim in ingest_article(desk, newer, actor="bo").dropped] == [2]


def test_a_dry_run_does_not_confuse_its_claims_with_those_filed_meanwhile(desk, monkeypatch):
    def copy_then_ingest(db):
        copy = scratch_copy(db)
        ingest_article(db, Article("Ann Lee said 40 trains were late."), actor="bo")
        return copy

    monkeypatch.setattr(dry_run, "scratch_copy", copy_then_ingest)
    with DryRun(desk, Options(), BUILT_IN) as run:
        planned = [run.article(Article(text), None) for text in (TEXT, f"It was so. {TEXT}")]
    assert {claim.claim_id for each in planned for claim in each.claims} == {None}
    assert planned[1].ingested.same_address_id is planned[1].ingested.previous_id is None


@pytest.mark.parametrize("day", [None, "2024-05-01"])
def test_ingesting_a_repetitive_article_takes_time_linear_in_its_length(new_desk_file, tmp_path, day):
    """Counted in steps of SQLite's virtual machine: twice as many repeats used to take four times as long."""

    def steps(times):
        db = open_desk(shutil.copy(new_desk_file, tmp_path / f"{times}.db"))
        ingest_article(db, Article("Ferry fares rose by 3 percent, Ada Moor said."), actor="ada")
        counted = [0]
        db.conn.set_progress_handler(lambda: counted.__setitem__(0, counted[0] + 1), 100)
        text = "The harbour authority said that fees rose by 12 percent in 2024. " * times
        result = ingest_article(db, Article(text, published_on=day), actor="ada")
        db.close()
        assert (result.new, result.repeated) == (1, times - 1)
        return counted[0]

    once, doubled = steps(200), steps(400)
    assert doubled < 2.2 * once, (once, doubled)


def test_the_repeats_of_a_sentence_in_a_long_text_are_filed_in_one_insert(desk, monkeypatch):
    """Filed one by one, each searched the whole text for its place: five megabytes took minutes."""
    tables = []
    insert = filing._insert
    monkeypatch.setattr(
        filing, "_insert", lambda db, table, rows: tables.append(table) or insert(db, table, rows)
    )
    monkeypatch.setattr(filing, "_FAR_OFFSET", 100)
    sentence = "Ada Moor said that fees rose by 12 percent in 2024.\n\n"
    result = ingest_article(desk, Article(sentence * 20), actor="ada")
    assert [claim.is_new for claim in result.filed] == [True] + [False] * 19
    starts = [row["span_start"] for row in appearances.of_article(desk, result.article_id)]
    assert starts == [sentence.index("fees") + at * len(sentence) for at in range(20)]
    assert tables == ["claims", "claim_tags", "appearances"]


LINES = "Ada Miller spoke.\n\n“Prices fell by half in two years,” she said.\nHe had “seen 40 wolves\nin the valley”, said Ben Cole.\n"
LINE_ENDS = {"Unix": "\n", "Windows": "\r\n", "an old Mac": "\r"}


@pytest.mark.parametrize("facts", [{}, {"url": URL}], ids=["no address", "an address"])
@pytest.mark.parametrize("first", LINE_ENDS)
def test_a_text_with_other_line_ends_is_the_same_article(desk, first, facts):
    """It used to add a second appearance, or a new version if the article had an address."""
    new = [
        ingest_article(desk, Article(text=LINES.replace("\n", end), **facts), source=name, actor="ada").filed
        for name, end in sorted(LINE_ENDS.items(), key=lambda item: item[0] != first)
    ]
    assert (len(new[0]) >= 2, new[1:]) == (True, [(), ()])
    assert desk.table("articles").count == 1
    assert stored_text(desk) == LINES
    for appearance in desk.query("select * from appearances"):
        assert LINES[appearance["span_start"] : appearance["span_end"]] == appearance["quote"]


@pytest.fixture
def desk_with_crlf_article(desk, monkeypatch):
    """A desk on which an older version stored an article with Windows line ends."""
    with monkeypatch.context() as older:
        older.setattr(recognising, "with_stored_line_ends", lambda article: article)
        ingest_article(desk, Article(text=LINES.replace("\n", "\r\n"), url=URL), actor="ada")
    assert "\r\n" in stored_text(desk)
    return desk


@pytest.mark.parametrize("end", LINE_ENDS.values(), ids=LINE_ENDS)
def test_an_article_stored_with_other_line_ends_is_known(desk_with_crlf_article, end):
    rows = list(desk_with_crlf_article.conn.iterdump())
    article = Article(text=LINES.replace("\n", end), url=URL)
    with DryRun(desk_with_crlf_article, Options(), BUILT_IN) as run:
        planned = [run.article(article, None) for _ in range(2)]
    result = ingest_article(desk_with_crlf_article, article, actor="ben")
    assert (result.is_new_article, result.previous_id, result.filed, result.known >= 2) == (
        False,
        None,
        (),
        True,
    )
    assert {claim.outcome for dry_run_result in planned for claim in dry_run_result.claims} <= {
        "known",
        "skipped",
    }
    assert list(desk_with_crlf_article.conn.iterdump()) == rows


def test_a_new_version_of_an_article_stored_with_crlf_keeps_its_claims(desk_with_crlf_article):
    result = ingest_article(
        desk_with_crlf_article, Article(text=LINES + "It rained 12 times.\n", url=URL), actor="ben"
    )
    assert (result.is_new_article, result.previous_id, result.known >= 2, result.dropped) == (
        True,
        1,
        True,
        (),
    )
