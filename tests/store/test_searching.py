"""Search: words wherever they stand, and words of a person that are never a syntax error."""

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.store import claimants, claims, notes
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.searching import search, search_any_word
from tests.tables import each_row


def ids(rows):
    return [row["id"] for row in rows]


SEARCHES = [
    # By the stem of a word, in any case and order.
    ("PRICE", [3, 1]),
    ("unemployed falls", []),
    ("falling unemployment", [2]),
    # Words in quotes are a phrase.
    ('"price of bread"', [3]),
    ('"bread price"', []),
    # A quote that is never closed.
    ('"price', [3, 1]),
    # What FTS5 takes for its own language is only words here.
    ("price NOT bread", []),
    ("price*", [3, 1]),
    ("text:price", []),
    ("(price", [3, 1]),
    # By the speaker, whole or in part; % and _ and \\ are letters.
    ("miller", [1]),
    # By both together: a word that stands in neither finds nothing.
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
def test_a_search_finds_words_phrases_and_speakers(filled, query, expected):
    assert sorted(ids(search(filled, query, limit=10))) == sorted(expected)


@pytest.fixture
def hiring(desk):
    with write_transaction(desk, None):
        for text in ("We hired 4,500 police officers", "They hired 4500 nurses", "Rents rose by 500 euros"):
            claims.add(desk, text)
    return desk


@each_row(
    ("query", "found"),
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
    ids=["as typed fast", "with its mark", "with the mark of other countries", "with its currency", "with a mark behind it", "beside a word", "two words", "its beginning alone", "a phrase is its very words"],
)  # fmt: skip
def test_a_number_is_found_with_and_without_marks_between_its_thousands(hiring, query, found):
    assert sorted(ids(search(hiring, query, limit=10))) == found


def test_the_best_comes_first_and_the_rest_is_cut(filled):
    assert ids(search(filled, "price", limit=1)) == [3]


NAMES = [
    # (who is filed, what is typed) : a keyboard abroad, or one's own with small letters.
    ("Étienne Vasseur", "etienne"),
    ("Étienne Vasseur", "étienne"),
    ("Étienne Vasseur", "ÉTIENNE vasseur"),
    ("Agnieszka Żurek", "Zurek"),
    ("Béla Molnár", "molnar bela"),
    # Accents that were typed apart from their letter, and a name that is filed without them.
    ("Zoë Quist", "Zoe\u0308"),
    ("Jose Perea", "José"),
    # Letters with a stroke, or run together.
    ("Łukasz Nowak", "lukasz"),
    ("Søren Bæk", "soren baek"),
    ("Jürgen Weiß", "weiss"),
    # Capitals that are no ASCII.
    ("Ольга Орлова", "ОРЛОВА"),
]


@pytest.mark.parametrize(("name", "query"), NAMES)
def test_a_name_is_found_without_its_accents_and_capitals(desk, name, query):
    with write_transaction(desk, "ada"):
        claims.add(desk, "Rents rose.", claimant_id=claimants.get_or_add(desk, name))
        claims.add(desk, "Rents fell.", claimant_id=claimants.get_or_add(desk, "Tia Gall"))
    assert ids(search(desk, query, limit=10)) == [1]
    assert ids(search(desk, f"rose {query}", limit=10)) == [1]
    assert ids(search(desk, f"fell {query}", limit=10)) == []


OTHER_SCRIPTS = [
    ("政府2023年在杭州新建了1500套公共住房", "杭州", True, "a word of Chinese, which has no spaces"),
    ("政府2023年在杭州新建了1500套公共住房", "住房 杭州", True, "two of them, in any order"),
    ("政府2023年在杭州新建了1500套公共住房", "苏州", False, "another town"),
    ("정부는 부산에서 공공주택을 지었다", "부산", True, "Korean, whose words have endings"),
    ("รัฐบาลสร้างบ้านในกรุงเทพ", "กรุงเทพ", True, "Thai"),
    ("اللقاح يسبب التوحد عند الأطفال", "لقاح", True, "behind the article of Arabic"),
    ("اللقاح يسبب التوحد عند الأطفال", "الاطفال", True, "without the hamza, as most type it"),
    ("اللَّقاح يسبب التوحد", "اللقاح", True, "vowels that are mostly left out"),
    ("بنت الحكومة ١٥٠٠ منزل", "1500", True, "digits of Arabic"),
    ("بنت الحكومة 1500 منزل", "١٥٠٠", True, "the other way round"),
    ("بنت الحكومة ١٥٠٠ منزل", "150", False, "a part of a number"),
    ("सरकार ने 1,50,000 नए मकान बनाए", "150000", True, "commas as India puts them"),
    ("सरकार ने नए मकान बनाए", "मकान", True, "Hindi"),
    ("Die Straße nach Köln wird gesperrt", "strasse koln", True, "ß as Swiss newsrooms spell it"),
    ("Die Straße nach Köln wird gesperrt", "rasse", False, "the middle of a word"),
    ("Işık vergisi Iğdır'da arttı", "isik igdir", True, "the Turkish ı, typed without"),
    ("Işık vergisi Iğdır'da arttı", "IŞIK IĞDIR", True, "its capital"),
]


@pytest.fixture
def abroad(desk):
    with write_transaction(desk, None):
        for text in dict.fromkeys(["The rents have gone up again", *(row[0] for row in OTHER_SCRIPTS)]):
            claims.add(desk, text)
    return desk


@each_row(("text", "query", "is_found", "why"), OTHER_SCRIPTS)
def test_words_that_the_index_does_not_part_are_found_by_their_letters(abroad, text, query, is_found, why):
    assert (text in [row["text"] for row in search(abroad, query, limit=10)]) == is_found, why


def test_notes_are_found_by_their_letters_too(desk):
    with write_transaction(desk, None):
        claims.add(desk, "The rents have gone up again")
        notes.add(desk, 1, "见杭州市统计局的表格", author="ana")
    assert ids(search(desk, "统计局", limit=10)) == [1]


def test_claims_in_which_all_words_stand_come_first_then_the_newest(desk):
    with write_transaction(desk, "ada"):
        bell = claimants.get_or_add(desk, "Ada Bell")
        for text in ("Rents rose.", "Rents fell.", "Bell Island rents rose."):
            claims.add(desk, text, claimant_id=bell if "Island" not in text else None)
    assert ids(search(desk, "bell rents", limit=10)) == [3, 2, 1]
    assert ids(search(desk, "bell rents", limit=2)) == [3, 2]


@pytest.fixture
def annotated(desk):
    """Claim 1 of Tia Gall with a tag, a note and a place in words, claim 2 in an article of an outlet."""
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
        said = "The register of the port names 380 people, two of them part-time."
        review = "insert into reviews (claim_id, publisher_id, summary, drafted_by) values (1, 1, ?, 'ada')"
        desk.execute(review, [said])
    return desk


WHERE = [
    # (query, claims, where the first one has it, what stands there)
    ("memo", [1], "note", "memo"),
    ("memos", [1], "note", "memo"),  # by the stem, as the words of a claim
    ('"second memo"', [1], "note", "second memo"),
    ('"memo second"', [], None, None),
    ("ministry", [2, 1], "note", "ministry"),
    ("economie", [1], "tag", "Économie locale"),
    ("jobs", [1], "tag", "jobs"),
    # By a former name, too.
    ("postes", [1], "tag", "jobs (formerly emplois et postes)"),
    ("jobs postes", [1], "tag", "jobs (formerly emplois et postes)"),
    ("gazette", [2], "place", "Corvane Courier (formerly Tarn Gazette)"),
    ("radio lenn", [1], "place", "Radio Lenn, 8:10"),
    ("courier", [2], "place", "Corvane Courier"),
    # Of our reviews by how a word begins, of a link by a part of its address that is none of prose.
    ("regist", [1], "review", "The register of the port"),
    ("egister", [], None, None),
    ("tarn part", [1], "review", "part-time"),
    ("stats.example", [2], "link", "https://www.stats.example/Mills"),
    ("closed example/mills", [2], "link", "example/Mills"),
    ("stats", [], None, None),
    # Spread: over two notes, a note and the claim, a note and the claimant, a tag and a place.
    ("memo spokesman", [1], "note", "memo"),
    ("memo tarn", [1], "note", "memo"),
    ("memo gall", [1], "note", "memo"),
    ("jobs radio", [1], "tag", "jobs"),
    ("memo corvane", [], None, None),
    # In the claim and its claimant's name: nothing else is told.
    ("mill gall", [1], None, None),
    # The claim whose own words they are comes first.
    ("corvane", [2], None, None),
]


@each_row(("query", "expected", "where", "text"), WHERE)
def test_a_search_finds_what_belongs_to_a_claim_and_tells_where(annotated, query, expected, where, text):
    rows = search(annotated, query, limit=10)
    assert ids(rows) == expected
    if rows:
        told = rows[0]["found_in"]
        assert [one["where"] for one in told][:1] == ([where] if where else [])
        assert where is None or text in told[0]["text"]


def test_of_a_phrase_half_remembered_the_claims_with_most_of_it_are_found(annotated):
    assert search(annotated, "closure of Corvane mill", limit=10) == []
    assert ids(search_any_word(annotated, "closure of Corvane mill", limit=10)) == [2, 1]
    assert ids(search_any_word(annotated, "closure of Corvane mill", limit=1)) == [2]
    assert search_any_word(annotated, "closure", limit=10) == []
    assert search_any_word(annotated, " ".join(map(str, range(9000, 20_000))), limit=10) == []


def test_of_a_long_note_the_words_around_are_told(annotated):
    with write_transaction(annotated, "ada"):
        body = f"{'Before that nothing. ' * 200}The archive has a Zeppelin file. {'Nothing since. ' * 200}"
        annotated.execute("insert into notes (claim_id, body) values (2, ?)", [body])
    [row] = search(annotated, "zeppelin", limit=10)
    [note] = row["found_in"]
    assert "archive has a Zeppelin file" in note["text"]
    assert len(note["text"]) < 300


def test_a_note_that_was_taken_back_is_found_no_more(annotated):
    with write_transaction(annotated, "ada"):
        annotated.execute("delete from notes where body like '%memo%'")
    assert search(annotated, "memo", limit=10) == []


HUGE = ["price " * 20_000, "x" * 200_000, '"' + "price " * 20_000, "%" * 100_000, '"' * 50_001]


@pytest.mark.parametrize("query", HUGE, ids=range(5))
def test_a_query_of_any_length_is_answered(filled, query):
    assert search(filled, query, limit=10) is not None


@pytest.fixture(scope="module")
def one_claim(new_desk_file, tmp_path_factory):
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
def test_no_words_are_a_syntax_error(one_claim, words):
    assert ids(search(one_claim, words, limit=1)) in ([], [1])


@pytest.mark.parametrize("table", ["claims", "articles", "notes"])
def test_sqlite_utils_and_datasette_find_the_index_of_a_table(filled, table):
    """By how it is written: with blanks around the `=` they see none."""
    assert filled.table(table).detect_fts() == f"{table}_fts"


def test_sqlite_utils_searches_a_table_with_it(filled):
    assert {row["id"] for row in filled.table("claims").search("price")} == {1, 3}
