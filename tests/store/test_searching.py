"""Searching claims and what belongs to them; no query is ever a syntax error."""

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.store import claimants, claims, notes
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.searching import search, search_any_word
from tests.store.conftest import count_thousands_of_steps, ids
from tests.tables import each_row

SEARCHES = [
    # By word stem, in any case and order.
    ("PRICE", [3, 1]),
    ("unemployed falls", []),
    ("falling unemployment", [2]),
    # Words in quotes are a phrase.
    ('"price of bread"', [3]),
    ('"bread price"', []),
    # An unclosed quotation mark.
    ('"price', [3, 1]),
    # The syntax of FTS5 has no meaning here.
    ("price NOT bread", []),
    ("price*", [3, 1]),
    ("text:price", []),
    ("(price", [3, 1]),
    # By the claimant, whole or in part; %, _ and \\ are ordinary characters.
    ("miller", [1]),
    # By both together: a word that is in neither matches nothing.
    ("miller prices", [1]),
    ("prices miller bread", []),
    ("100%", [2]),
    ("Truth_", [2]),
    ("\\", []),
    ("%", []),
    ("", []),
    ("?!", []),
    ("_", [2]),
    ("🙂", []),
]


@each_row(("query", "expected"), SEARCHES)
def test_a_search_finds_words_phrases_and_speakers(desk_with_claims, query, expected):
    assert sorted(ids(search(desk_with_claims, query, limit=10))) == sorted(expected)


@pytest.fixture
def desk_with_numbers(desk):
    with write_transaction(desk, None):
        for text in ("We hired 4,500 police officers", "They hired 4500 nurses", "Rents rose by 500 euros"):
            claims.add(desk, text)
    return desk


@each_row(
    ("query", "expected"),
    [
        ("4500", [1, 2]),
        ("4,500", [1, 2]),
        ("police 4.500", [1]),
        ("$4500", [1, 2]),
        ("4,500,", [1, 2]),
        ("4500 nurses", [2]),
        ("4 500", [1]),
        ("45", []),
        ('"hired 4500"', [2]),
    ],
    ids=["no separator", "comma", "point", "currency", "trailing comma", "with another word", "space makes two words", "only the beginning", "a phrase is taken literally"],
)  # fmt: skip
def test_a_number_is_found_with_and_without_thousands_separators(desk_with_numbers, query, expected):
    assert sorted(ids(search(desk_with_numbers, query, limit=10))) == expected


def test_a_search_returns_the_best_matches_up_to_the_limit(desk_with_claims):
    assert ids(search(desk_with_claims, "price", limit=1)) == [3]


NAMES = [
    # (name on the desk, query): typed on a foreign keyboard, or in lower case.
    ("Étienne Vasseur", "etienne"),
    ("Étienne Vasseur", "étienne"),
    ("Étienne Vasseur", "ÉTIENNE vasseur"),
    ("Agnieszka Żurek", "Zurek"),
    ("Béla Molnár", "molnar bela"),
    # A combining accent in the query, and a name filed without its accent.
    ("Zoë Quist", "Zoe\u0308"),
    ("Jose Perea", "José"),
    # Letters with a stroke, and ligatures.
    ("Łukasz Nowak", "lukasz"),
    ("Søren Bæk", "soren baek"),
    ("Jürgen Weiß", "weiss"),
    # Capitals beyond ASCII.
    ("Ольга Орлова", "ОРЛОВА"),
]


@pytest.mark.parametrize(("name", "query"), NAMES)
def test_a_name_is_found_whatever_its_accents_and_case(desk, name, query):
    with write_transaction(desk, "ada"):
        claims.add(desk, "Rents rose.", claimant_id=claimants.get_or_add(desk, name))
        claims.add(desk, "Rents fell.", claimant_id=claimants.get_or_add(desk, "Tia Gall"))
    assert ids(search(desk, query, limit=10)) == [1]
    assert ids(search(desk, f"rose {query}", limit=10)) == [1]
    assert ids(search(desk, f"fell {query}", limit=10)) == []


OTHER_SCRIPTS = [
    ("政府2023年在杭州新建了1500套公共住房", "杭州", True, "a word in Chinese, which has no spaces"),
    ("政府2023年在杭州新建了1500套公共住房", "住房 杭州", True, "two words in any order"),
    ("政府2023年在杭州新建了1500套公共住房", "苏州", False, "another town"),
    ("정부는 부산에서 공공주택을 지었다", "부산", True, "Korean, whose words have endings"),
    ("รัฐบาลสร้างบ้านในกรุงเทพ", "กรุงเทพ", True, "Thai"),
    ("اللقاح يسبب التوحد عند الأطفال", "لقاح", True, "after the Arabic article"),
    ("اللقاح يسبب التوحد عند الأطفال", "الاطفال", True, "without the hamza, as usually typed"),
    ("اللَّقاح يسبب التوحد", "اللقاح", True, "without the optional vowel signs"),
    ("بنت الحكومة ١٥٠٠ منزل", "1500", True, "Arabic digits in the claim"),
    ("بنت الحكومة 1500 منزل", "١٥٠٠", True, "Arabic digits in the query"),
    ("بنت الحكومة ١٥٠٠ منزل", "150", False, "part of a number"),
    ("सरकार ने 1,50,000 नए मकान बनाए", "150000", True, "Indian thousands separators"),
    ("सरकार ने नए मकान बनाए", "मकान", True, "Hindi"),
    ("Die Straße nach Köln wird gesperrt", "strasse koln", True, "ß spelt as ss, as in Switzerland"),
    ("Die Straße nach Köln wird gesperrt", "rasse", False, "the middle of a word"),
    ("Işık vergisi Iğdır'da arttı", "isik igdir", True, "the Turkish ı typed as i"),
    ("Işık vergisi Iğdır'da arttı", "IŞIK IĞDIR", True, "the Turkish ı as a capital"),
]


@pytest.fixture
def desk_in_other_scripts(desk):
    with write_transaction(desk, None):
        for text in dict.fromkeys(["The rents have gone up again", *(row[0] for row in OTHER_SCRIPTS)]):
            claims.add(desk, text)
    return desk


@each_row(("text", "query", "is_found", "reason"), OTHER_SCRIPTS)
def test_words_that_the_index_does_not_separate_are_found_by_substring(
    desk_in_other_scripts, text, query, is_found
):
    assert (text in [row["text"] for row in search(desk_in_other_scripts, query, limit=10)]) == is_found


def test_notes_in_a_script_without_spaces_are_found_by_substring(desk):
    with write_transaction(desk, None):
        claims.add(desk, "The rents have gone up again")
        notes.add(desk, 1, "见杭州市统计局的表格", author="ana")
    assert ids(search(desk, "统计局", limit=10)) == [1]


def test_claims_with_all_words_in_their_text_rank_first_then_the_newest(desk):
    with write_transaction(desk, "ada"):
        bell = claimants.get_or_add(desk, "Ada Bell")
        for text in ("Rents rose.", "Rents fell.", "Bell Island rents rose."):
            claims.add(desk, text, claimant_id=bell if "Island" not in text else None)
    assert ids(search(desk, "bell rents", limit=10)) == [3, 2, 1]
    assert ids(search(desk, "bell rents", limit=2)) == [3, 2]


@pytest.fixture
def annotated(desk):
    """Claim 1, by Tia Gall, with tags, notes, a review and a source in words; claim 2, with a note and a link, in an outlet's article."""
    with write_transaction(desk, "ada"):
        gall = claimants.get_or_add(desk, "Tia Gall")
        claims.add(desk, "The mill in Tarn employs 400 people.", claimant_id=gall)
        claims.add(desk, "The mill in Corvane is closed.")
        desk.execute("insert into tags (name) values ('Économie locale'), ('jobs')")
        desk.execute("insert into claim_tags (claim_id, tag_id) values (1, 1), (1, 2)")
        notes = [
            (
                1,
                "Rang the ministry twice.\n\nThe second memo says that the figures of May were counted otherwise.",
            ),
            (1, "Its spokesman calls back."),
            (2, "Nothing yet about the ministry’s reply."),
        ]
        for note in notes:
            desk.execute("insert into notes (claim_id, body) values (?, ?)", note)
        desk.execute("insert into articles (source) values ('Radio Lenn, 8:10')")
        desk.execute(
            "insert into articles (url, outlet) values ('https://courier.example/1', 'Corvane Courier')"
        )
        former = "insert into former_names (kind, name, current_name) values (?, ?, ?)"
        desk.execute(former, ["tag", "emplois et postes", "jobs"])
        desk.execute(former, ["outlet", "Tarn Gazette", "Corvane Courier"])
        desk.execute("insert into appearances (claim_id, article_id) values (1, 1), (2, 2)")
        desk.execute(
            "insert into evidence (claim_id, url) values (2, 'https://www.stats.example/Mills?y=2024')"
        )
        desk.execute("insert into publishers (name, is_desk) values ('The Desk', 1)")
        summary = "The register of the port names 380 people, two of them part-time."
        review = "insert into reviews (claim_id, publisher_id, summary, drafted_by) values (1, 1, ?, 'ada')"
        desk.execute(review, [summary])
    return desk


FOUND_IN = [
    # (query, claims, where in the first of them it is found, part of the text there)
    ("memo", [1], "note", "memo"),
    ("memos", [1], "note", "memo"),  # by stem, as in a claim's text
    ('"second memo"', [1], "note", "second memo"),
    ('"memo second"', [], None, None),
    ("ministry", [2, 1], "note", "ministry"),
    ("economie", [1], "tag", "Économie locale"),
    ("jobs", [1], "tag", "jobs"),
    # By a former name.
    ("postes", [1], "tag", "jobs (formerly emplois et postes)"),
    ("jobs postes", [1], "tag", "jobs (formerly emplois et postes)"),
    ("gazette", [2], "place", "Corvane Courier (formerly Tarn Gazette)"),
    ("radio lenn", [1], "place", "Radio Lenn, 8:10"),
    ("courier", [2], "place", "Corvane Courier"),
    # In the desk's reviews by the beginning of a word; in a link by a part of its address that cannot be prose.
    ("regist", [1], "review", "The register of the port"),
    ("egister", [], None, None),
    ("tarn part", [1], "review", "part-time"),
    ("stats.example", [2], "link", "https://www.stats.example/Mills"),
    ("closed example/mills", [2], "link", "example/Mills"),
    ("stats", [], None, None),
    # Spread over two notes, a note and the claim, a note and the claimant, a tag and a place.
    ("memo spokesman", [1], "note", "memo"),
    ("memo tarn", [1], "note", "memo"),
    ("memo gall", [1], "note", "memo"),
    ("jobs radio", [1], "tag", "jobs"),
    ("memo corvane", [], None, None),
    # In the claim and its claimant's name: no other place is reported.
    ("mill gall", [1], None, None),
    # Only the claim with the word in its own text.
    ("corvane", [2], None, None),
]


@each_row(("query", "expected", "where", "text"), FOUND_IN)
def test_a_search_covers_notes_tags_places_reviews_and_links_and_says_where(
    annotated, query, expected, where, text
):
    rows = search(annotated, query, limit=10)
    assert ids(rows) == expected
    if rows:
        places = rows[0]["found_in"]
        assert [place["where"] for place in places][:1] == ([where] if where else [])
        assert where is None or text in places[0]["text"]


def test_searching_any_word_finds_the_claims_with_most_of_them(annotated):
    assert search(annotated, "closure of Corvane mill", limit=10) == []
    assert ids(search_any_word(annotated, "closure of Corvane mill", limit=10)) == [2, 1]
    assert ids(search_any_word(annotated, "closure of Corvane mill", limit=1)) == [2]
    assert search_any_word(annotated, "closure", limit=10) == []
    assert search_any_word(annotated, " ".join(map(str, range(9000, 20_000))), limit=10) == []


def test_a_match_in_a_long_note_is_shown_as_an_excerpt(annotated):
    with write_transaction(annotated, "ada"):
        body = f"{'Before that nothing. ' * 200}The archive has a Zeppelin file. {'Nothing since. ' * 200}"
        annotated.execute("insert into notes (claim_id, body) values (2, ?)", [body])
    [row] = search(annotated, "zeppelin", limit=10)
    [note] = row["found_in"]
    assert "archive has a Zeppelin file" in note["text"]
    assert len(note["text"]) < 300


def test_reviews_in_which_words_were_found_are_listed_oldest_first(desk_with_claims):
    """SQLite's index of a claim's reviews has drafts before those that were submitted."""
    with write_transaction(desk_with_claims, "ada"):
        desk_with_claims.execute("insert into publishers (name, is_desk) values ('Desk', 1)")
        desk_with_claims.execute("insert into rating_scales (id, name) values (1, 'Scale')")
        desk_with_claims.execute(
            "insert into ratings (id, scale_id, name, position) values (1, 1, 'False', 1)"
        )
        for summary in ("Zeppelin, first", "Zeppelin, second"):
            desk_with_claims.execute(
                "insert into reviews (claim_id, publisher_id, rating_id, summary, drafted_by) values (1, 1, 1, ?, 'ada')",
                [summary],
            )
        desk_with_claims.execute("update reviews set status = 'submitted' where id = 1")
    [row] = search(desk_with_claims, "zeppelin", limit=10)
    assert [place["text"] for place in row["found_in"]] == ["Zeppelin, first", "Zeppelin, second"]


def test_a_deleted_note_is_no_longer_found(annotated):
    with write_transaction(annotated, "ada"):
        annotated.execute("delete from notes where body like '%memo%'")
    assert search(annotated, "memo", limit=10) == []


HUGE = ["price " * 20_000, "x" * 200_000, '"' + "price " * 20_000, "%" * 100_000, '"' * 50_001]


@pytest.mark.parametrize("query", HUGE, ids=range(5))
def test_a_huge_query_is_answered(desk_with_claims, query):
    assert search(desk_with_claims, query, limit=10) is not None


@pytest.fixture(scope="module")
def desk_with_one_claim(new_desk_file, tmp_path_factory):
    db = open_desk(shutil.copy(new_desk_file, tmp_path_factory.mktemp("one") / "claims.db"))
    with write_transaction(db, "ada"):
        claims.add(db, "Prices fell by half and or not near")
    yield db
    db.close()


HOSTILE = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(['"', "'", "*", "^", "NEAR(", "AND", "OR", "NOT", ":", "-", "{", "}", "\0", "\\", "prices", ")"]),
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(HOSTILE)
def test_no_query_is_a_syntax_error(desk_with_one_claim, words):
    assert ids(search(desk_with_one_claim, words, limit=1)) in ([], [1])


@pytest.mark.parametrize("table", ["claims", "articles", "notes"])
def test_sqlite_utils_and_datasette_detect_the_search_index_of_a_table(desk_with_claims, table):
    """They parse its SQL and do not recognise it with spaces around the `=`."""
    assert desk_with_claims.table(table).detect_fts() == f"{table}_fts"


def test_sqlite_utils_searches_a_table_with_its_index(desk_with_claims):
    assert {row["id"] for row in desk_with_claims.table("claims").search("price")} == {1, 3}


def test_a_search_reads_each_outlet_once_and_reviews_only_of_the_claims_left(desk):
    """A sentence of 19 words took 1.7 seconds among 30,000 articles: each was read for each word."""
    with write_transaction(desk, "ana"):
        desk.execute("insert into publishers (name, is_desk) values ('Desk', 1)")
        desk.execute("insert into claims (id, text) values (1, 'The mill of Tarn is closed')")
        desk.conn.executemany("insert into claims (id, text) values (?, 'x')", [(n,) for n in range(2, 2000)])
        url = "https://a.example/"
        desk.conn.executemany(
            "insert into articles (url, outlet) values (?, ?)",
            [(f"{url}{n}", f"Echo {n % 9}") for n in range(3000)],
        )
        desk.conn.executemany(
            "insert into reviews (claim_id, publisher_id, summary, drafted_by) values (?, 1, 'A look', 'ana')",
            [(n,) for n in range(1, 2000)],
        )
        desk.execute("insert into appearances (claim_id, article_id) values (1, 4)")
    with count_thousands_of_steps(desk) as thousands:
        assert ids(search(desk, "mill tarn closed look echo", limit=5)) == [1]
        assert search(desk, "mill tarn closed nowhere", limit=5) == []
    assert len(thousands) < 300  # before, 460
