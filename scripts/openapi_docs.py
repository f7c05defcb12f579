"""Writes docs/openapi.json from the plug-in's routes; run by scripts/docs."""

from __future__ import annotations

import json
from pathlib import Path

from claimtrack.plugin import openapi
from claimtrack.plugin.routes import OPERATIONS, PAGES

if __name__ == "__main__":
    text = json.dumps(openapi.build_document(PAGES, OPERATIONS), indent=2, ensure_ascii=False)
    (Path(__file__).resolve().parent.parent / "docs" / "openapi.json").write_text(
        text + "\n", encoding="utf-8"
    )
