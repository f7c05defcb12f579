"""`claimtrack show` prints the repeat ledger of a claim that was made more than once."""

import json

from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.model import Judgement
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.matching import judging


def test_show_counts_each_speakers_repeats_in_a_ledger(desk, desk_path):
    for text, claimant, day, source in (
        ("Rents rose by a tenth", "Ada Miller", "2024-01-01", "Radio 4, Today"),
        ("Rents rose by a tenth", "Ada Miller", "2024-02-01", "https://news.example/2"),
        ("Rent went up ten percent", "Bo Li", "2024-03-01", "https://news.example/3"),
    ):
        add_claim(desk, NewClaim(text, claimant, source, day), actor="ada")
    judging.judge(desk, 1, 2, Judgement.SAME, actor="ada")
    shown = CliRunner().invoke(cli, ["--db", str(desk_path), "show", "2"]).stdout
    assert "Ledger (3 times, 2024-01-01 to 2024-03-01, over claims 1, 2)" in shown
    assert "Ada Miller: 2 times, 2024-01-01 to 2024-02-01" in shown
    assert "2024-01-01  Ada Miller (1st time) in Radio 4, Today, claim 1" in shown
    assert "2024-02-01  Ada Miller (2nd time) in https://news.example/2, claim 1" in shown


def test_a_claim_made_once_has_no_ledger_to_show(desk, desk_path):
    add_claim(desk, NewClaim("Rents rose", "Ada Miller", "https://news.example/1"), actor="ada")
    assert "Ledger" not in CliRunner().invoke(cli, ["--db", str(desk_path), "show", "1"]).stdout


def test_occasion_without_a_date_is_shown_as_on_an_unknown_day(desk, desk_path):
    for claimant, source, day in (
        ("Ada Miller", "Radio 4", None),
        ("Bo Li", None, None),
        ("Ada Miller", "TV", "2024-02-01"),
    ):
        add_claim(
            desk,
            NewClaim("Rents rose by a tenth", claimant, source, day),
            attach_to=1 if source != "Radio 4" else None,
            actor="ada",
        )
    filed = desk.execute("select date(created_at, 'localtime') from claims").fetchone()[0]
    shown = CliRunner().invoke(cli, ["--db", str(desk_path), "show", "1"]).stdout
    assert "seen: 3 times, on 2024-02-01, 2 on an unknown day" in shown
    assert f"unknown day (filed {filed})  Ada Miller (2nd time) in Radio 4" in shown
    assert f"unknown day (filed {filed})  Bo Li (1st time) in a place not recorded" in shown


def test_table_shows_the_newest_50_appearances_and_json_shows_all(desk, desk_path):
    add_claim(desk, NewClaim("Rents rose by a tenth"), actor="ada")
    desk.executescript("""
        with days(n) as (select 1 union all select n + 1 from days where n < 70)
        insert into articles (id, url, published_on)
            select n, 'https://news.example/' || n, date('2024-01-01', '+' || n || ' days') from days;
        insert into claimants (id, name) select id, 'Speaker ' || id from articles;
        insert into appearances (claim_id, article_id, claimant_id) select 1, id, id from articles order by id desc;
    """)
    show = ["--db", str(desk_path), "show", "1"]
    shown = CliRunner().invoke(cli, show).stdout
    lines, dossier = (
        shown.splitlines(),
        json.loads(CliRunner().invoke(cli, [*show, "--format", "json"]).stdout),
    )
    assert "Appearances (70; the newest 50, all with --format json)" in lines
    assert "Ledger (70 times, 2024-01-02 to 2024-03-11; the newest 50, all with --format json)" in lines
    assert "  and 20 others" in lines
    assert [line.split()[0] for line in lines[-50:]] == sorted(line.split()[0] for line in lines[-50:])
    assert "https://news.example/70" in lines[-1]
    assert not any("https://news.example/20" in line for line in lines)
    assert len(dossier["appearances"]) == len(dossier["ledger"]["entries"]) == 70
    assert len(lines) < 170
