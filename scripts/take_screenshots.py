"""Serves the demo desk and takes the screenshots of docs/img/; run by scripts/screenshots."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from playwright.sync_api import sync_playwright

from claimtrack.core.model import Article, Role
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.demo import build_demo
from claimtrack.workflow.people import add_user
from claimtrack.workflow.serving import datasette_arguments
from tests.browser.conftest import CHROMIUM, FLAGS, serve_datasette

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "correct horse battery"
PAGES = {
    "login": "login",
    "desk": "desk",
    "triage": "triage",
    "duplicates": "duplicates?show=conflicts",  # one of them has a changed fact
    "claim": "claim/2",  # said twice, with evidence, a note and a judged match: the README shows it
    "article": "article/1",
    "speaker": "speaker/1",
    "statistics": "statistics",
    "published": "published",
    "propose": "propose",
    "check": "check",
    "marked": "marked?claim=11,6,4",
    "tags": "tags",
}
AFTER_INGESTING = {"login": "login", "bring": "bring"}
"""Taken last, after an article was ingested, because the page then offers to undo that."""
ARTICLE = (
    "Mayor cuts tram fares\n\nTram fares fell by 8 percent in March, mayor Ada Quist told the council.\n"
)
VIEWS = [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]


def take_screenshots(address: str, folder: Path, pages: Mapping[str, str], max_height: int = 1400) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for width, scheme in VIEWS:
            page = browser.new_context(base_url=address, color_scheme=scheme).new_page()
            for name, path in pages.items():
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(f"/claims/-/{path}")
                height = min(max_height, page.evaluate("document.documentElement.scrollHeight"))
                # The window gets the height of the page, so that elements fixed to its bottom are at the bottom of the picture.
                page.set_viewport_size({"width": width, "height": height})
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
                if name == "login":
                    page.get_by_label("Name").fill("ada")
                    page.get_by_label("Password").fill(PASSWORD)
                    page.get_by_role("button", name="Log in", exact=True).click()
                    page.wait_for_url("**/-/desk")
        browser.close()


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "img"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        desk = Path(temporary) / "claims.db"
        build_demo(desk)
        add_user(desk, "ada", Role.EDITOR, PASSWORD)
        with serve_datasette(datasette_arguments(desk)[1:]) as address:  # without "serve"
            take_screenshots(address, folder, PAGES)
            with closing(open_desk(desk)) as db:
                ingest_article(db, Article(text=ARTICLE), actor="ada")
            take_screenshots(address, folder, AFTER_INGESTING, max_height=2000)


if __name__ == "__main__":
    main()
