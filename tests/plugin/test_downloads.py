"""CSV downloads from the pages are safe to open in a spreadsheet."""

from __future__ import annotations

import asyncio
import codecs
import csv
import io
import os
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import claimtrack
from claimtrack.plugin import downloads, sheet_process
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.adding import NewClaim, add_claim

from .conftest import VIEWER

pytestmark = pytest.mark.asyncio
FORMULA = '=HYPERLINK("https://evil.example","Click")'


@pytest.fixture
def claim_with_formula(path):
    db = open_desk(path)
    add_claim(db, NewClaim(FORMULA), actor="eve")
    db.close()


async def test_the_csv_link_on_a_table_leads_to_a_sheet_without_formulas(ds, claim_with_formula):
    page = (await ds.client.get("/claims/claim_overview", actor=VIEWER)).text
    address = "/claims/-/export.csv?preset=claims"
    assert f'href="{address}"' in page
    assert "the CSV link of this page" in page
    answer = await ds.client.get(address, actor=VIEWER)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(codecs.BOM_UTF8)  # or Excel garbles all but English
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert f"'{FORMULA}" in [row["text"] for row in rows]
    assert len(rows) == 6


async def test_a_canned_query_page_has_the_desk_menu_and_the_csv_warning(ds):
    page = (await ds.client.get("/claims/claims_to_check", actor=VIEWER)).text
    assert 'href="/claims/-/triage"' in page
    assert "the CSV link of this page" in page
    assert "Filter and sort" not in page
    own_sql = await ds.client.get("/claims/-/query?sql=select+1", actor=VIEWER)
    assert 'href="/claims/-/triage"' not in own_sql.text


async def test_an_unsupported_filter_is_refused_instead_of_ignored(ds):
    for query in ("since=zz", "since=2024-01-01", "preset=claims&status=open"):
        refused = await ds.client.get(f"/claims/-/export.csv?{query}", actor=VIEWER)
        assert refused.status_code == 400
        assert "no parameter" in refused.text
        assert "only preset: claims" in refused.text
        assert "“claimtrack export csv” in a terminal" in refused.text


async def test_the_log_of_one_article_can_be_downloaded(ds, path, apart):
    db = open_desk(path)
    new_claim = NewClaim("Rents fell by 9 percent", source="https://n.example/rents", tags=("Platform: X",))
    claim_id = add_claim(db, new_claim, actor="eve").claim_id
    [article_id] = db.execute("select article_id from appearances where claim_id = ?", [claim_id]).fetchone()
    db.close()
    answer = await ds.client.get(f"/claims/-/export.csv?preset=log&article={article_id}", actor=VIEWER)
    assert f'filename="log-{article_id}.csv"' in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["claim"] for row in rows] == ["Rents fell by 9 percent"]
    answer = await ds.client.get("/claims/-/export.csv?columns=Platform", actor=VIEWER)
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["Platform"] for row in rows if row["Platform"]] == ["X"]
    assert (await ds.client.get("/claims/-/export.csv?columns=Weather", actor=VIEWER)).status_code == 404
    for wrong, status in (("999", 404), ("0", 404), ("", 404), ("x", 400), ("9&article=9", 400)):
        refused = await ds.client.get(f"/claims/-/export.csv?article={wrong}", actor=VIEWER)
        assert refused.status_code == status


async def test_a_download_leaves_no_temporary_file(ds, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    Path(tempfile.tempdir).mkdir()
    assert (await ds.client.get("/claims/-/export.csv?preset=log", actor=VIEWER)).status_code == 200
    assert (await ds.client.get("/claims/-/export.csv?preset=nothing", actor=VIEWER)).status_code == 400
    assert list(Path(tempfile.tempdir).iterdir()) == []


async def test_sheets_are_written_one_at_a_time_and_strangers_do_not_queue(path, serve):
    """Three at once blocked all reading threads: nobody could open a page of a large desk for two minutes."""
    ds = await serve(path, config={"plugins": {"claimtrack": {"public_read": True}}})
    begun, may_end, write, running = threading.Event(), threading.Event(), sheet_process.export_sheet, []

    def slow(*args, **options):
        begun.set()
        may_end.wait(20)
        running.append(1)
        assert len(running) == 1
        write(*args, **options)
        running.clear()

    async def download(actor):
        return (await ds.client.get("/claims/-/export.csv", actor=actor)).status_code

    with ThreadPoolExecutor(max_workers=3) as threads, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet_process, "export_sheet", slow)
        patch.setattr(ds, "executor", threads)
        first = asyncio.create_task(download(None))
        assert await asyncio.to_thread(begun.wait, 20)
        others = [asyncio.create_task(download(VIEWER)) for _ in range(3)]
        refused = await ds.client.get("/claims/-/export.csv")
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "60")
        patch.setitem(ds.config["plugins"]["claimtrack"], "local_names_only", True)
        others.append(asyncio.create_task(download(None)))  # whoever is at this machine may queue
        async with asyncio.timeout(20):
            while len(downloads._under_way[ds]._waiters or ()) < 4:
                await asyncio.sleep(0.01)
        may_end.set()
        assert await asyncio.gather(first, *others) == [200] * 5
    assert await download(None) == 200


async def test_who_asks_for_the_head_of_a_sheet_only_has_none_written(ds, monkeypatch):
    """A program that looked whether there is a sheet had the server write all of it, for seconds."""
    whole = await ds.client.get("/claims/-/export.csv?preset=notes", actor=VIEWER)
    monkeypatch.delattr(downloads, "write_sheet")
    async with downloads._under_way.setdefault(ds, asyncio.Lock()):  # it does not wait for a sheet, either
        head = await ds.client.request("HEAD", "/claims/-/export.csv?preset=notes", actor=VIEWER)
        unknown = await ds.client.request("HEAD", "/claims/-/export.csv?preset=all", actor=VIEWER)
    assert (head.status_code, head.content, unknown.status_code) == (200, b"", 400)
    for name in ("content-type", "content-disposition", "cache-control"):
        assert head.headers[name] == whole.headers[name]


@pytest.fixture
def apart(monkeypatch, tmp_path):
    """The sheets of this desk have a process, as those of a large one; returns the folder for temporary files."""
    there = tmp_path / "temporary"
    there.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(there))
    monkeypatch.setattr(sheet_process, "_LARGE", 0)
    return there


async def test_the_sheet_of_a_large_desk_is_written_by_a_process_of_its_own(ds, apart, monkeypatch):
    """Among the server's threads, it took a minute where thirty people worked, and everybody else waited for it."""
    in_thread = sheet_process.export_sheet
    monkeypatch.setenv("PYTHONPATH", str(Path(claimtrack.__file__).parents[1]))
    monkeypatch.delattr(sheet_process, "export_sheet")
    folder = apart.with_name("folder of the server")
    folder.mkdir()
    (folder / "csv.py").write_text('raise SystemExit("somebody\'s own script")')
    monkeypatch.chdir(folder)
    for preset in ("claims", "log"):
        answer = await ds.client.get(f"/claims/-/export.csv?preset={preset}", actor=VIEWER)
        in_thread(Path(ds.get_database("claims").path), apart / "same.csv", preset=preset, bom=True)
        assert answer.content == (apart / "same.csv").read_bytes()
        assert answer.headers["content-length"] == str(len(answer.content))
    (apart / "same.csv").unlink()
    assert list(apart.iterdir()) == []


@pytest.mark.parametrize(
    ("ends", "status", "told"),
    [
        pytest.param("sys.exit(1)", 200, FORMULA, id="it fails: a thread writes the sheet, or tells why not"),
        pytest.param("os.kill(os.getpid(), 9)", 500, "ended its process: try again", id="the system ends it"),
    ],
)
async def test_a_process_that_does_not_finish(
    ds, apart, claim_with_formula, monkeypatch, tmp_path, ends, status, told
):
    program = tmp_path / "program"
    program.write_text(f"#!{sys.executable}\nimport os, sys\n{ends}\n")
    program.chmod(0o700)
    if os.name != "posix":
        pytest.skip("the program is a script")
    monkeypatch.setattr(sheet_process.sys, "executable", str(program))
    answer = await ds.client.get("/claims/-/export.csv", actor=VIEWER)
    assert answer.status_code == status
    assert told in answer.text.replace('""', '"')
    assert list(apart.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for a process in /proc")
async def test_whoever_goes_away_ends_the_process_and_leaves_no_files(ds, apart, monkeypatch, tmp_path):
    program = tmp_path / "program"
    program.write_text(
        f"#!{sys.executable}\nimport os, sys, time\nfrom pathlib import Path\n"
        "Path(sys.argv[-1] + '.part').write_text(str(os.getpid()))\ntime.sleep(60)\n"
    )
    program.chmod(0o700)
    monkeypatch.setattr(sheet_process.sys, "executable", str(program))
    download = asyncio.create_task(ds.client.get("/claims/-/export.csv", actor=VIEWER))
    async with asyncio.timeout(30):
        while not (written := [one for one in apart.glob("*/*.part") if one.read_text()]):
            await asyncio.sleep(0.01)
        number = written[0].read_text()
        while os.getpriority(os.PRIO_PROCESS, int(number)) < 10:  # behind the server
            await asyncio.sleep(0.01)
        download.cancel()
        with pytest.raises(asyncio.CancelledError):
            await download
        while list(apart.iterdir()) or Path("/proc", number).exists():
            await asyncio.sleep(0.01)
