"""The statistics and speaker pages, their charts, and the marking of differences between two claims."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.plugin.charts import bars, points
from claimtrack.plugin.differences import compare_claims
from claimtrack.plugin.pages import speaker
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.adding import NewClaim, add_claim
from tests.tables import each_row

from .conftest import EDITOR, VIEWER


@pytest.mark.asyncio
async def test_each_chart_has_its_numbers_and_a_database_view(ds):
    page = (await ds.client.get("/claims/-/statistics.json", actor=VIEWER)).json()
    assert len(page["charts"]) == 5
    for chart in page["charts"]:
        assert (await ds.client.get(f"/claims/{chart['view']}.json", actor=VIEWER)).status_code == 200
    funnel = next(chart for chart in page["charts"] if chart["view"] == "status_funnel")
    assert [(row["label"], row["value"]) for row in funnel["rows"]][:2] == [
        ("on the desk", 5),
        ("taken up", 3),
    ]


@pytest.mark.asyncio
async def test_statistics_list_repeated_claims_with_speaker_and_dates(ds, path):
    db = open_desk(path)
    for day in ("2025-01-03", "2025-02-05"):
        add_claim(
            db,
            NewClaim("Rents rose by <b>9</b> percent.", "Éva Molnár", f"https://n.example/{day}", day),
            actor="eve",
        )
    db.close()
    page = (await ds.client.get("/claims/-/statistics.json", actor=VIEWER)).json()
    [row] = [row for row in page["repeats"] if row["speaker"] == "Éva Molnár"]
    assert (row["appearances"], row["first_seen"], row["last_seen"]) == (2, "2025-01-03", "2025-02-05")
    shown = (await ds.client.get("/claims/-/statistics", actor=VIEWER)).text
    assert (
        f'href="/claims/-/claim/{row["claim_id"]}"><bdi>Rents rose by &lt;b&gt;9&lt;/b&gt; percent.' in shown
    )
    assert (
        '2 times, <span class="ct-day">2025-01-03</span> to <span class="ct-day">2025-02-05</span>' in shown
    )
    assert (await ds.client.get("/claims/repeats_by_speaker.json", actor=VIEWER)).status_code == 200


@pytest.mark.asyncio
async def test_statistics_lead_to_what_was_said_most_last_week(ds, path):
    monday = (date.today() - timedelta(days=7)).strftime("%G-W%V-1")
    [since, until] = (date.fromisoformat(monday) + timedelta(days=days) for days in (0, 6))
    db = open_desk(path)
    for day in (since - timedelta(days=1), since, until):
        new = NewClaim("Rents rose by 9 percent.", "Éva Molnár", f"https://n.example/{day}", str(day))
        add_claim(db, new, actor="eve")
    db.close()
    shown = (await ds.client.get("/claims/-/statistics", actor=VIEWER)).text
    query = f"/claims/said_in_period?since={since}&amp;until={until}"
    assert f'href="{query}"' in shown
    answer = await ds.client.get(unescape(query).replace("?", ".json?") + "&_shape=array", actor=VIEWER)
    assert [(row["appearances_in_period"], row["speakers"]) for row in answer.json()] == [
        (2, "Éva Molnár (2)")
    ]


@pytest.mark.asyncio
async def test_a_speakers_claims_are_listed_page_by_page(ds, monkeypatch):
    page = (await ds.client.get("/claims/-/speaker/1.json", actor=VIEWER)).json()
    assert page["claimant"]["name"] == "The minister"
    assert ([row["id"] for row in page["claims"]], page["pages"]) == ([3, 2, 1], 1)
    assert (await ds.client.get("/claims/-/speaker/1.json?page=2", actor=VIEWER)).json()["claims"] == []
    monkeypatch.setattr(speaker, "_PAGE_SIZE", 2)
    page = (await ds.client.get("/claims/-/speaker/1.json?page=2", actor=VIEWER)).json()
    assert ([row["id"] for row in page["claims"]], page["pages"]) == ([1], 2)
    assert (await ds.client.get("/claims/-/speaker/1.json?page=x", actor=VIEWER)).status_code == 400


def test_the_largest_value_gets_the_full_bar_width():
    assert [row["width"] for row in bars([("a", 2), ("b", 8), ("c", 0)])] == [25.0, 100.0, 0.0]


def test_bars_without_rows_or_with_zeros_are_valid():
    assert bars([]) == []
    assert bars([("a", 0)])[0]["width"] == 0


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("Fares in Westport doubled from 2019 to 23", "Fares in Westport doubled from 2019 to 23"),
        ("Bus fares in Westport doubled between 2019 and 2023", "Bus fares in Westport doubled between…"),
        ("字" * 50, "字" * 41 + "…"),
    ],
)
def test_a_long_label_ends_with_a_whole_word_or_number(label, short):
    assert bars([(label, 1)])[0]["short"] == short


def test_points_are_placed_by_date_in_the_lane_of_their_label():
    rows = [
        {"on": "2024-01-01", "as": "False"},
        {"on": "2024-01-03", "as": "True"},
        {"on": "2024-01-05", "as": "False"},
    ]
    chart = points(rows, "on", "as")
    assert chart["lanes"] == ["False", "True"]
    assert [(point["x"], point["lane"]) for point in chart["points"]] == [(0.0, 0), (50.0, 1), (100.0, 0)]


def test_a_single_date_is_placed_in_the_middle():
    assert points([{"on": "2024-01-01", "as": "True"}], "on", "as")["points"][0]["x"] == 50.0


CASES = [
    # a number
    ("Prices rose by 5%", "Prices rose by 6%", ["5%"], ["6%"]),
    # a name
    ("Trade with China fell", "Trade with Japan fell", ["China"], ["Japan"]),
    # a name with any capital letter, and after any character
    ("Édgar Lunde resigned", "Óscar Lunde resigned", ["Édgar"], ["Óscar"]),
    ("They chose “Şule” again", "They chose (Ömer) again", ["“Şule”"], ["(Ömer)"]),
    ("It shut 7-Elda", "It shut al-Norre", ["7-Elda"], ["al-Norre"]),
    # the same name in the possessive
    ("They shelled the ports of Norland", "They shelled Norland's ports", [], []),
    ("They shelled the ports of Norland", "They shelled Norland’s ports", [], []),
    ("They shelled Norland's ports", "They shelled Sudland's ports", ["Norland's"], ["Sudland's"]),
    # a negation that only one has
    ("He did vote for it", "He did not vote for it", [], ["not"]),
    ("They can pay", "They can't pay", [], ["can't"]),
    ("She will pay", "She won’t pay", [], ["won’t"]),
    ("The town has votes", "The town lacks votes", [], ["lacks"]),
    # other words are marked, but are not facts
    ("Prices rose", "Prices climbed", [], []),
    # numbers are compared by value and marked as written
    ("He had 14 letters for £100", "He had fourteen letters for 100 pounds", [], []),
    ("Rents rose by 40%, to 1,500,000", "Rents rose by forty per cent, to 1.5 million.", [], []),
    ("He had 14 letters", "He had fifteen letters", ["14"], ["fifteen"]),
    ("It cost 100 pounds", "It cost $100", ["100 pounds"], ["$100"]),
    ("A 14-page letter", "A fourteen-page letter", [], []),
    ("A 14-page letter", "A 14-line letter", ["14-page"], ["14-line"]),
    # case and punctuation do not count
    ("prices rose.", "Prices rose", [], []),
]


@each_row(("left", "right", "left_facts", "right_facts"), CASES)
def test_differing_numbers_names_and_negations_are_marked_as_facts(left, right, left_facts, right_facts):
    found = [[part.text for part in side if part.fact] for side in compare_claims(left, right)]
    assert found == [left_facts, right_facts]


MARKED = [
    # words in another place are in both
    ("97 % of trains were on time in January", "In January 97 percent of trains were on time.", [], []),
    ("Rents fell, under the Greens", "Under the Greens rents rose", ["fell,"], ["rose"]),
    # an amount in two units
    ("The tunnel is 7.5 miles long", "The tunnel is 12 kilometres long", [], []),
    ("The tunnel is 7.5 miles long", "The tunnel is 15 km long", ["7.5 miles"], ["15 km"]),
    # a word that one of them has twice
    ("The old mill and the old weir", "The old mill and the weir", ["old"], []),
]


@each_row(("left", "right", "only_left", "only_right"), MARKED)
def test_words_in_only_one_of_two_claims_are_marked(left, right, only_left, only_right):
    found = [[part.text for part in side if part.differs] for side in compare_claims(left, right)]
    assert found == [only_left, only_right]


def test_the_capital_at_the_start_of_a_sentence_does_not_make_a_name():
    found = [
        [part.text for part in side if part.fact]
        for side in compare_claims("Rents rose in Lenn", "Wages rose in Harn")
    ]
    assert found == [["Lenn"], ["Harn"]]


@given(st.text(max_size=80), st.text(max_size=80))
def test_comparing_claims_loses_no_text(left, right):
    assert tuple("".join(part.text for part in side) for side in compare_claims(left, right)) == (left, right)


@pytest.mark.asyncio
async def test_an_editor_joins_two_speakers_and_both_numbers_show_one_page(ds, path):
    conn = sqlite3.connect(path)
    conn.execute("insert into claimants (id, name) values (900, 'Zoë <Ünal>')")
    conn.commit()
    for value, actor, status in [(900, VIEWER, 403), (1, EDITOR, 400), (900, EDITOR, 200)]:
        url, update = "/claims/claimants/1/-/update", {"update": {"name_of_id": value}}
        assert (await ds.client.post(url, json=update, actor=actor)).status_code == status
    last = conn.execute("select actor, new_row ->> 'name_of_id' from history order by id desc").fetchone()
    conn.close()
    assert last == ("eve", 900)
    for number in (1, 900):
        page = (await ds.client.get(f"/claims/-/speaker/{number}.json", actor=VIEWER)).json()
        assert (page["claimant"]["name"], page["claimant"]["other_names"]) == ("Zoë <Ünal>", ["The minister"])
        assert [row["id"] for row in page["claims"]] == [3, 2, 1]
        html = (await ds.client.get(f"/claims/-/speaker/{number}", actor=VIEWER)).text
        assert "Also: <bdi>The minister</bdi>" in html
    html = (await ds.client.get("/claims/-/claim/1", actor=VIEWER)).text
    assert '/claims/-/speaker/900"><bdi>Zoë &lt;Ünal&gt;</bdi>' in html
    listed = await ds.client.get("/claims/by_claimant.json?claimant=minister&_shape=array", actor=VIEWER)
    assert [(row["id"], row["claimant"]) for row in listed.json()] == [
        (number, "Zoë <Ünal>") for number in (3, 2, 1)
    ]
