"""Opens the demo desk in Chromium and takes docs/img/desk.png; started by scripts/screenshots."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from claimtrack.store.database import open_desk
from claimtrack.workflow.demo import build_demo
from tests.browser.conftest import FLAGS, actor_cookie, serving
from tests.conftest import CHROMIUM

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "img"
# A claim that was said twice, with evidence, a note, a judged match and a history.
SHOWN = "China is the largest contributor to Russia's defence industrial base"


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "claims.db"
        build_demo(desk)
        db = open_desk(desk)
        [claim] = db.query("select id from claims where text = ?", [SHOWN])
        db.close()
        with serving(["serve", str(desk)]) as address:
            take(f"{address}/claims/-/claim/{claim['id']}", IMAGES / "desk.png")


def take(address: str, target: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(viewport={"width": 1200, "height": 800})
        cookie = actor_cookie({"id": "ada", "role": "editor"})
        context.add_cookies([{"name": "ds_actor", "value": cookie, "url": address}])
        page = context.new_page()
        page.goto(address)
        page.screenshot(path=target)
        browser.close()
    print(target)


if __name__ == "__main__":
    main()
