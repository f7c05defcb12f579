"""An article comes in: verbatim, once, recognised, and never reviving what a person decided."""

from collections import Counter

import pytest

from claimtrack.core.extract import Options
from claimtrack.core.model import Article, Status
from claimtrack.store import appearances, claims, filing
from claimtrack.store.file.database import create_or_migrate, write_transaction
from claimtrack.workflow import desk as work
from claimtrack.workflow.articles import ingesting, recognising
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor
from claimtrack.workflow.articles.ingesting import ingest_article

URL = "https://news.example/1"
TEXT = "Ada Miller spoke.\r\n\r\n“Prices fell by half,” she said. 🙂 “Wages rose by 3 percent,” said Ben Cole. It rained."
PRICES, WAGES, RAIN = "Prices fell by half", "Wages rose by 3 percent", "It rained"
FOUND = ((PRICES, "Ada Miller", 0.9), (WAGES, "Ben Cole", 0.7), (RAIN, "outlet", 0.1))


@pytest.fixture
def ingest(desk, file_claims):
    def ingest(text=TEXT, found=None, **facts):
        there = found if found is not None else tuple(one for one in FOUND if one[0] in text)
        return file_claims(desk, text, there, **{"url": URL, **facts})

    return ingest


def count(db, table):
    return db.execute(f"select count(*) from {table}").fetchone()[0]


def counts(done):
    return done.new, done.repeated, done.known, done.skipped


def stored_text(db):
    return db.execute("select text from articles order by id desc").fetchone()[0]


def proposed(db):
    rows = db.query("select text from claims where status = 'proposed' order by id")
    return [row["text"] for row in rows]


def test_each_claim_is_proposed_with_its_speaker_and_its_place(ingest, desk):
    assert counts(ingest()) == (3, 0, 0, 0)
    assert proposed(desk) == [PRICES, WAGES, RAIN]
    [seen] = appearances.of_claim(desk, 2)
    assert (seen["speaker"], seen["kind"], seen["quote"]) == ("Ben Cole", "direct", WAGES)
    assert stored_text(desk)[seen["span_start"] : seen["span_end"]] == WAGES
    # The outlet speaks for itself.
    assert claims.get(desk, 3).claimant == "The Daily"


def test_what_one_outlet_asserts_is_the_same_claim_when_another_prints_it(ingest, desk):
    ingest(outlet="The Daily")
    again = ingest(url="https://reprint.example/1", outlet="The Reprint")
    assert (again.new, again.repeated) == (0, 3)
    assert [seen["speaker"] for seen in appearances.of_claim(desk, 3)] == ["The Daily", "The Reprint"]


def test_the_text_is_stored_as_it_was_read_but_for_its_line_ends(ingest, desk):
    ingest()
    assert stored_text(desk) == TEXT.replace("\r\n", "\n")


def test_a_word_that_the_end_of_a_line_parts_is_one_in_the_claim_and_as_it_was_in_the_article(desk):
    words = "Norbridge built 400 afford-\nable homes in 2023"
    ingest_article(desk, Article(f"{words}. It rained."), actor="ada")
    ingest_article(desk, Article("Norbridge built 400 affordable homes in 2023."), actor="ada")
    filed = desk.execute(
        "select text, quote from appearances join claims on claims.id = claim_id where text like '%400%'"
    )
    assert {(text.rstrip("."), quote.rstrip(".")) for text, quote in filed} == {
        ("Norbridge built 400 affordable homes in 2023", words),
        ("Norbridge built 400 affordable homes in 2023", "Norbridge built 400 affordable homes in 2023"),
    }
    assert desk.execute("select count(*) from claims where text like '%400%'").fetchone() == (1,)


def test_the_same_article_again_adds_nothing(ingest, desk):
    ingest()
    before = count(desk, "history")
    again = ingest()
    assert (counts(again), again.is_new_article, again.previous_id) == ((0, 0, 3, 0), False, None)
    assert count(desk, "history") == before


def test_nor_after_people_have_worked_on_its_claims(ingest, desk):
    ingest()
    with write_transaction(desk, "ada"):
        claims.update(desk, 1, text="Prices fell by half in a year.")
        claims.set_status(desk, 2, Status.REJECTED)
        place = appearances.of_claim(desk, 3)[0]
        start = place["span_start"] + 3
        appearances.set_span(desk, place["id"], span=(start, place["span_end"]), quote="rained")
    assert counts(ingest()) == (0, 0, 3, 0)
    assert count(desk, "claims") == 3


def test_a_changed_article_is_a_new_version_and_the_old_text_stays(ingest, desk):
    first = ingest()
    second = ingest(f"Corrected.\n{TEXT}")
    assert (second.is_new_article, second.previous_id) == (True, first.article_id)
    assert count(desk, "articles") == 2


def test_the_claims_of_a_changed_article_are_found_again_at_their_new_place(ingest, desk):
    ingest()
    text = f"Corrected on Monday. {TEXT.replace(WAGES, 'Wages rose by 4 percent')}"
    done = ingest(
        text,
        ((PRICES, "Ada Miller", 0.9), ("Wages rose by 4 percent", "Ben Cole", 0.7), (RAIN, "outlet", 0.1)),
    )
    # The changed number is a new claim; the others are known.
    assert counts(done) == (1, 0, 2, 0)
    places = appearances.of_article(desk, done.article_id)
    assert [(row["claim_id"], row["quote"]) for row in places] == [
        (1, PRICES), (4, "Wages rose by 4 percent"), (3, RAIN),
    ]  # fmt: skip
    stored = stored_text(desk)
    assert all(stored[row["span_start"] : row["span_end"]] == row["quote"] for row in places)


def test_what_a_person_edited_or_rejected_is_not_proposed_again_by_a_changed_article(ingest, desk):
    ingest()
    work.set_status(desk, 2, Status.REJECTED, actor="ada")
    with write_transaction(desk, "ada"):
        claims.update(desk, 1, text="Prices fell by half in a year.")
    ingest(f"Corrected. {TEXT}")
    ingest(f"Corrected twice. {TEXT}")
    assert count(desk, "claims") == 3
    assert claims.get(desk, 2).status is Status.REJECTED


def test_a_changed_file_without_an_address_is_a_new_version_and_revives_nothing(ingest, desk):
    first = ingest(url=None, source="brief.txt")
    work.set_status(desk, 2, Status.REJECTED, actor="ada")
    with write_transaction(desk, "ada"):
        claims.update(desk, 1, text="Prices fell by half in a year.")
    second = ingest(f"Corrected. {TEXT}", url=None, source="brief.txt")
    third = ingest(f"Corrected twice. {TEXT}", url=None, source="brief.txt")
    assert (second.previous_id, third.previous_id) == (first.article_id, second.article_id)
    assert counts(third) == (0, 0, 3, 0)
    assert count(desk, "claims") == 3


def test_a_file_name_used_again_for_another_article_is_no_version_of_the_first(ingest):
    ingest(url=None, source="brief.txt")
    # Of the three quoted before, one is left.
    done = ingest(f"{RAIN}. “Exports doubled,” said Cleo Dale.", url=None, source="brief.txt")
    assert (done.previous_id, done.repeated) == (None, 1)


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
def test_nor_is_the_same_text_that_comes_from_elsewhere(ingest, earlier, later):
    ingest(**{"url": None, **earlier})
    done = ingest(f"Reprinted. {TEXT}", **{"url": None, **later})
    assert (done.previous_id, counts(done)) == (None, (0, 3, 0, 0))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        # Who reads the corrected file tells the day of the correction.
        ({"published_on": "2024-04-22"}, {"published_on": "2024-04-23"}),
        # The address is told the first time, or not before the second.
        ({"url": URL}, {"url": None}),
        ({"url": None}, {"url": URL}),
        ({"outlet": None}, {"outlet": "The Daily"}),
    ],
)
def test_a_corrected_file_is_a_new_version_whatever_more_is_told_of_it(ingest, desk, earlier, later):
    ingest(**{"url": None, "source": "a.txt", **earlier})
    done = ingest(f"Corrected. {TEXT}", **{"url": None, "source": "a.txt", **later})
    assert (done.previous_id, counts(done)) == (1, (0, 0, 3, 0))
    rows = list(desk.query("select url, published_on from articles order by id"))
    # What was told of the first holds for the second, where nothing else is told.
    assert rows[1] == {name: later.get(name) or earlier.get(name) or rows[0][name] for name in rows[0]}
    assert [row["appearances"] for row in desk.query("select appearances from claim_overview")] == [1, 1, 1]


@pytest.mark.parametrize("title", ["Rents", None])
def test_two_articles_under_one_address_are_each_followed_through_their_changes(ingest, title):
    # A live page: each entry of its feed has the page's address, and some have no title.
    first = ingest(title=title)
    other = ingest(
        "“Exports doubled,” said Cleo Dale.",
        (("Exports doubled", "Cleo Dale", 0.9),),
        title=title and "Trade",
    )
    changed = ingest(f"Corrected. {TEXT}", title=title)
    assert (other.previous_id, changed.previous_id) == (None, first.article_id)
    assert counts(changed) == (0, 0, 3, 0)


def test_an_article_rewritten_whole_is_a_version_of_the_one_under_its_headline(ingest):
    ingest(title="Prices")
    assert ingest("Nobody spoke.", (), title="Prices").previous_id == 1
    assert ingest(title="Prices").article_id == 1


def test_an_article_rewritten_under_a_new_headline_revives_nothing_that_a_person_decided(ingest, desk):
    ingest(title="Prices")
    with write_transaction(desk, "ada"):
        claims.update(desk, 3, text="It rained all day.")
    done = ingest(f"“Exports doubled,” said Cleo Dale. {RAIN}", ((RAIN, "outlet", 0.1),), title="Trade")
    assert (done.previous_id, counts(done)) == (1, (0, 0, 1, 0))


def test_what_is_told_of_a_known_article_is_filled_in_and_history_keeps_who_did(ingest, desk):
    ingest(url=None, outlet=None, published_on=None, source="a.txt")
    told = {"url": URL, "outlet": "The Daily", "published_on": "2024-04-22", "title": "Prices"}
    done = ingest(**told, source="a.txt")
    assert (done.is_new_article, counts(done), done.filled) == (False, (0, 0, 3, 0), told)
    [row] = desk.query("select url, outlet, published_on, title from articles")
    assert row == told
    # The outlet's own sentence is its claim from now on.
    assert claims.get(desk, 3).claimant == "The Daily"
    changed = desk.query(
        "select distinct actor from history where table_name = 'articles' and operation = 'update'"
    )
    assert [row["actor"] for row in changed] == ["ingest"]
    again = ingest(**told, source="a.txt")
    assert (again.filled, again.kept) == ({}, {})


def test_what_is_told_otherwise_of_a_known_article_is_kept_and_said(ingest, desk):
    ingest(outlet="The Daily", published_on="2024-04-22")
    done = ingest(outlet="The Weekly", published_on="2024-04-22")
    assert done.kept == {"outlet": ("The Daily", "The Weekly")}
    assert [row["outlet"] for row in desk.query("select outlet from articles")] == ["The Daily"]


def test_a_day_that_is_told_later_tells_when_the_claims_were_made_that_nobody_touched(desk):
    text = (
        "Rents rose by 5 percent in 2022, Ada Miller said on Monday. Wages fell by 3 percent in 2023, Ben Cole said on "
        "Tuesday. Exports doubled in 2021, Cleo Dale said on Monday."
    )
    first = ingest_article(desk, Article(text=text), source="a.txt", actor="ada")
    opened, mended, waiting = (one.claim_id for one in first.filed)
    work.set_status(desk, opened, Status.OPEN, actor="ada")
    with write_transaction(desk, "ada"):
        claims.update(desk, mended, claimed_on="2024-01-01")
        claims.update(desk, mended, claimed_on=None)
    ingest_article(desk, Article(text=text, published_on="2024-04-24"), source="a.txt", actor="ben")
    assert [claims.get(desk, one).claimed_on for one in (opened, mended, waiting)] == [
        None,
        None,
        "2024-04-22",
    ]


def test_a_very_long_article_is_filed_in_parts_and_goes_on_after_an_interrupt(desk, ingest, monkeypatch):
    monkeypatch.setattr(ingesting, "_ROWS", 1)
    look_up, asked = ingesting.look_up_candidates, []

    def interrupted(*args):
        asked.append(args)
        if len(asked) == 3:
            raise KeyboardInterrupt
        return look_up(*args)

    monkeypatch.setattr(ingesting, "look_up_candidates", interrupted)
    with pytest.raises(ingesting.Stopped) as stopped:
        ingest()
    assert counts(stopped.value.done) == (2, 0, 0, 0)
    assert proposed(desk) == [PRICES, WAGES]
    assert counts(ingest()) == (1, 0, 2, 0)


def test_a_claim_inside_another_one_is_skipped_and_not_called_known(ingest):
    whole = "Prices fell by half,” she said"
    done = ingest(found=((whole, "outlet", 0.9), (PRICES, "Ada Miller", 0.8)))
    assert counts(done) == (1, 0, 0, 1)


def test_the_first_version_come_back_is_known(ingest, desk):
    first = ingest()
    ingest(f"Corrected. {TEXT}")
    again = ingest()
    assert (again.article_id, again.is_new_article, counts(again)) == (first.article_id, False, (0, 0, 3, 0))


def test_a_sentence_that_stood_twice_and_stands_once_now_is_found_once(ingest, desk):
    twice = "Prices fell. It rained. Prices fell. The end."

    def both(article, options):
        from dataclasses import replace

        from claimtrack.core.extract import extract

        template = extract(Article(text="Prices fell by 10 percent."))[0]
        at = [start for start in range(len(article.text)) if article.text.startswith("Prices fell.", start)]
        return [
            replace(
                template,
                text="Prices fell.",
                start=start,
                end=start + 12,
                context_before="",
                context_after="",
            )
            for start in at
        ]

    def read(text):
        return ingest_article(
            desk, Article(text=text, url=URL), extractor=Extractor("test-1", both), actor="ada"
        )

    assert counts(read(twice)) == (1, 1, 0, 0)
    assert counts(read("Prices fell. It rained. The end.")) == (0, 0, 1, 0)
    # And twice again: the second place is another appearance of the same claim.
    assert counts(read(f"New. {twice}")) == (0, 1, 1, 0)
    assert count(desk, "claims") == 1


def test_two_articles_with_the_same_words_of_one_speaker_make_one_claim_seen_twice(ingest, desk):
    ingest()
    done = ingest(url="https://other.example/2")
    assert counts(done) == (0, 3, 0, 0)
    assert count(desk, "claims") == 3
    assert claims.get(desk, 1).text == PRICES
    assert len(appearances.of_claim(desk, 1)) == 2


def test_the_same_words_of_another_speaker_are_another_claim(ingest, desk):
    ingest(found=((PRICES, "Ada Miller", 0.9),))
    done = ingest(found=((PRICES, "Cleo Dale", 0.9),), url="https://other.example/2")
    assert counts(done) == (1, 0, 0, 0)


@pytest.mark.parametrize("answer", ["No.", "Eleven.", "Not one.", "They have."])
def test_an_answer_that_says_nothing_by_itself_repeats_only_what_its_speaker_answers_in_its_article(
    desk, answer
):
    def interview(about, *speakers):
        asked = (f"ANN LEE: Were the {about} closed?\n\n{one}: {answer}" for one in speakers)
        return Article(text="\n\n".join(asked), url=f"https://news.example/{about}")

    articles = [interview("pools", "BOB RAE", "CY ONO", "BOB RAE"), interview("schools", "BOB RAE")]
    expected = [["new", "new", "repeats"], ["new"]]
    dry_run = DryRun(desk, Options(), BUILT_IN)
    assert [[one.outcome for one in dry_run.article(each, None).claims] for each in articles] == expected
    done = [ingest_article(desk, each, actor="ada") for each in articles]
    assert [["new" if one.is_new else "repeats" for one in each.filed] for each in done] == expected
    assert not any(one.matches for each in done for one in each.filed)


def answers(*speakers):
    asked = (f"ANN LEE: Were the pools closed in {2000 + at}?\n\n{by}: No." for at, by in enumerate(speakers))
    return Article(text="\n\n".join(asked), url="https://news.example/pools")


@pytest.mark.parametrize("rows", [1, 2, 1_000])
def test_a_long_article_that_is_filed_in_parts_is_read_as_one(desk, monkeypatch, rows):
    """What a speaker answered further up is remembered past the end of a transaction, as the dry run remembers it."""
    monkeypatch.setattr(ingesting, "_ROWS", rows)
    article = answers("BOB RAE", "CY ONO", "CY ONO", "BOB RAE")
    planned = DryRun(desk, Options(), BUILT_IN).article(article, None).claims
    assert [one.outcome for one in planned] == ["new", "new", "repeats", "repeats"]
    done = ingest_article(desk, article, actor="ada")
    assert [one.claim_id for one in done.filed] == [1, 2, 2, 1]


def test_where_it_goes_on_after_an_interrupt_or_as_a_new_version_too(desk, monkeypatch):
    look_up = ingesting.look_up_candidates
    monkeypatch.setattr(ingesting, "_ROWS", 1)

    def interrupted(*args):
        if count(desk, "claims"):
            raise KeyboardInterrupt
        return look_up(*args)

    monkeypatch.setattr(ingesting, "look_up_candidates", interrupted)
    with pytest.raises(ingesting.Stopped):
        ingest_article(desk, answers("BOB RAE", "BOB RAE"), actor="ada")
    monkeypatch.setattr(ingesting, "look_up_candidates", look_up)
    assert counts(ingest_article(desk, answers("BOB RAE", "BOB RAE"), actor="ada")) == (0, 1, 1, 0)
    longer = answers("BOB RAE", "BOB RAE", "BOB RAE", "CY ONO")
    [again, other] = DryRun(desk, Options(), BUILT_IN).article(longer, None).claims[2:]
    assert (again.outcome, again.claim_id, other.outcome) == ("repeats", 1, "new")
    assert [one.claim_id for one in ingest_article(desk, longer, actor="ada").filed] == [1, 2]


def test_an_exact_repeat_of_a_rejected_claim_joins_it_and_does_not_come_back(ingest, desk):
    ingest()
    work.set_status(desk, 1, Status.REJECTED, actor="ada")
    ingest(url="https://other.example/2")
    assert proposed(desk) == [WAGES, RAIN]


def test_what_resembles_a_claim_waits_for_a_person(ingest, desk):
    first = "Unemployment in the northern region fell by a third within two years"
    second = "Within two years unemployment in the northern region fell by one third"
    ingest(f"{first}.", ((first, "Ada Miller", 0.9),))
    done = ingest(f"{second}.", ((second, "Ada Miller", 0.9),), url="https://other.example/2")
    assert counts(done) == (1, 0, 0, 0)
    assert next(desk.query("select left_id, right_id, judgement from matches")) == {
        "left_id": 1, "right_id": 2, "judgement": "unjudged",
    }  # fmt: skip


def test_claims_under_the_score_asked_for_are_skipped_and_can_be_had_later(desk, ingest, file_claims):
    article = Article(text="Prices fell by 50 percent in 2023. Ben Cole is a man.", url=URL)
    some = ingest_article(desk, article, options=Options(min_score=0.6), actor="ada")
    rest = ingest_article(desk, article, actor="ada")
    assert some.new + rest.new == 2
    assert some.skipped >= 0
    assert rest.known == some.new
    again = ingest_article(desk, article, options=Options(min_score=1.0), actor="ada")
    assert (again.known, again.skipped) == (2, 0), "what is on the desk is known, whatever score is asked for"


@pytest.mark.parametrize("name", ["x" * 400, "", " "])
def test_a_name_that_no_column_holds_keeps_no_article_out(ingest, desk, name):
    done = ingest(found=((PRICES, name, 0.9),))
    assert (counts(done), claims.get(desk, 1).claimant) == ((1, 0, 0, 0), None)


def test_a_sentence_too_long_for_a_claim_is_skipped_and_the_rest_is_filed(ingest, desk):
    endless = "and so on " * 1200
    done = ingest(f"{endless}. {RAIN}.", ((endless, "Ada Miller", 0.9), (RAIN, "outlet", 0.1)))
    assert counts(done) == (1, 0, 0, 1)


def test_a_claim_over_two_lines_is_one_line_on_the_desk_and_verbatim_in_its_quote(ingest, desk):
    words = "Prices fell\n   by half"
    ingest(f"{words}.", ((words, "Ada Miller", 0.9),))
    assert claims.get(desk, 1).text == "Prices fell by half"
    assert appearances.of_claim(desk, 1)[0]["quote"] == words


def test_an_extractor_that_points_beside_its_words_files_nothing_at_all(desk, ingest):
    from dataclasses import replace

    from claimtrack.core.errors import InvalidSpan
    from claimtrack.core.extract import extract

    def beside(article, options):
        first, *rest = extract(article, options)
        return [first, *(replace(one, start=one.start + 1, end=one.end + 1) for one in rest)]

    with pytest.raises(InvalidSpan):
        ingest_article(desk, Article(text=TEXT, url=URL), extractor=Extractor("test-1", beside), actor="ada")
    assert [count(desk, name) for name in ("articles", "claims", "history")] == [0, 0, 0]


def test_history_names_who_ingested(ingest, desk):
    ingest()
    assert {row["actor"] for row in desk.query("select actor from history")} == {"ingest"}


def test_a_dry_run_knows_copies_and_new_versions_among_its_own_articles(desk):
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
        told = [dry_run.article(article, source) for article, source in batch]
    done = [ingest_article(desk, article, source=source, actor="bo") for article, source in batch]
    counted = [Counter(str(one.outcome) for one in planned.claims) for planned in told]
    assert counted == [
        +Counter({"new": one.new, "repeats": one.repeated, "known": one.known}) for one in done
    ]
    assert [one.known for one in done] == [0, 2, 0, 0, 2]
    assert {claim.claim_id for planned in told for claim in planned.claims} == {None}
    assert not any(match for planned in told for claim in planned.claims for match in claim.matches)
    assert {planned.ingested.previous_id for planned in told} == {
        None
    }  # "article 3" would be nothing to look at


@pytest.mark.parametrize("day", [None, "2024-05-01"])
def test_what_an_article_says_over_and_over_takes_the_database_no_more_steps_each_time(tmp_path, day):
    """Counted and not timed: twice as many repeats once took four times as long."""

    def steps(times):
        db, _ = create_or_migrate(tmp_path / f"{times}.db")
        ingest_article(db, Article("Ferry fares rose by 3 percent, Ada Moor said."), actor="ada")
        counted = [0]
        db.conn.set_progress_handler(lambda: counted.__setitem__(0, counted[0] + 1), 100)
        text = "The harbour authority said that fees rose by 12 percent in 2024. " * times
        done = ingest_article(db, Article(text, published_on=day), actor="ada")
        db.close()
        assert (done.new, done.repeated) == (1, times - 1)
        return counted[0]

    few, twice = steps(200), steps(400)
    assert twice < 2.2 * few, (few, twice)


def test_what_a_long_text_says_over_and_over_is_filed_together(desk, monkeypatch):
    """One by one, each walked through the whole text to its place: five megabytes took minutes."""
    tables = []
    insert = filing._insert
    monkeypatch.setattr(
        filing, "_insert", lambda db, table, rows: tables.append(table) or insert(db, table, rows)
    )
    monkeypatch.setattr(filing, "_FAR_OFFSET", 100)
    said = "Ada Moor said that fees rose by 12 percent in 2024.\n\n"
    done = ingest_article(desk, Article(said * 20), actor="ada")
    assert [one.is_new for one in done.filed] == [True] + [False] * 19
    starts = [row["span_start"] for row in appearances.of_article(desk, done.article_id)]
    assert starts == [said.index("fees") + at * len(said) for at in range(20)]
    assert tables == ["claims", "claim_tags", "appearances"]


LINES = "Ada Miller spoke.\n\n“Prices fell by half in two years,” she said.\nHe had “seen 40 wolves\nin the valley”, said Ben Cole.\n"
SAVED = {"Unix": "\n", "Windows": "\r\n", "an old Mac": "\r"}


@pytest.mark.parametrize("facts", [{}, {"url": URL}], ids=["no address", "an address"])
@pytest.mark.parametrize("first", SAVED)
def test_a_text_that_was_saved_on_another_system_is_the_same_text(desk, first, facts):
    """An article without an address had a second appearance for it, one with an address a new version."""
    new = [
        ingest_article(desk, Article(text=LINES.replace("\n", end), **facts), source=name, actor="ada").filed
        for name, end in sorted(SAVED.items(), key=lambda one: one[0] != first)
    ]
    assert (len(new[0]) >= 2, new[1:]) == (True, [(), ()])
    assert count(desk, "articles") == 1
    assert stored_text(desk) == LINES
    for seen in desk.query("select * from appearances"):
        assert LINES[seen["span_start"] : seen["span_end"]] == seen["quote"]


@pytest.fixture
def kept_as_saved(desk, monkeypatch):
    """A desk on which an older claimtrack kept an article with the line ends of Windows."""
    with monkeypatch.context() as before:
        before.setattr(recognising, "with_stored_line_ends", lambda article: article)
        ingest_article(desk, Article(text=LINES.replace("\n", "\r\n"), url=URL), actor="ada")
    assert "\r\n" in stored_text(desk)
    return desk


@pytest.mark.parametrize("end", SAVED.values(), ids=SAVED)
def test_an_article_that_is_kept_with_other_line_ends_is_known(kept_as_saved, end):
    rows = list(kept_as_saved.conn.iterdump())
    article = Article(text=LINES.replace("\n", end), url=URL)
    with DryRun(kept_as_saved, Options(), BUILT_IN) as run:
        planned = [run.article(article, None) for _ in range(2)]
    done = ingest_article(kept_as_saved, article, actor="ben")
    assert (done.is_new_article, done.previous_id, done.filed, done.known >= 2) == (False, None, (), True)
    assert {one.outcome for plan in planned for one in plan.claims} <= {"known", "skipped"}
    assert list(kept_as_saved.conn.iterdump()) == rows


def test_a_new_version_of_it_keeps_the_claims_that_stand(kept_as_saved):
    done = ingest_article(kept_as_saved, Article(text=LINES + "It rained 12 times.\n", url=URL), actor="ben")
    assert (done.is_new_article, done.previous_id, done.known >= 2, done.dropped) == (True, 1, True, ())
