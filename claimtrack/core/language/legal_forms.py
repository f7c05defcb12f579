"""What stands behind the name of a company and tells how it is set up: "Ltd", "Inc.", "GmbH", "N.V."."""

from __future__ import annotations

LEGAL_FORMS = frozenset(
    "AB AG AS ASA BV Co Corp Corporation GmbH Inc Incorporated KG LLC LLP LP Ltd Limited NV Oy Oyj PLC Plc SA SE SpA".split()
)
"""As companies write them, without stops."""
UNAMBIGUOUS_FORMS = frozenset("corp gmbh inc llc llp ltd oyj plc".split())
"""Those that mean nothing else however they are written, in lower case; "spa", "as" and "limited" do."""


def is_legal_form(word: str) -> bool:
    """Whether a word of a text, with or without stops, is one."""
    plain = word.replace(".", "")
    return plain in LEGAL_FORMS or plain.lower() in UNAMBIGUOUS_FORMS
