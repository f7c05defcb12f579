"""Which words after a company's name give its legal form: "Ltd", "Inc.", "GmbH", "N.V."?"""

from __future__ import annotations

LEGAL_FORMS = frozenset(
    "AB AG AS ASA BV Co Corp Corporation GmbH Inc Incorporated KG LLC LLP LP Ltd Limited NV Oy Oyj PLC Plc "
    "SA SE SpA".split()
)
"""As companies write them, without stops."""
UNAMBIGUOUS_FORMS = frozenset("corp gmbh inc llc llp ltd oyj plc".split())
"""Those that are unambiguous in lower case, too, unlike "spa", "as" and "limited"."""


def is_legal_form(word: str) -> bool:
    """Whether a word is a legal form, with or without stops: "Inc."."""
    plain = word.replace(".", "")
    return plain in LEGAL_FORMS or plain.lower() in UNAMBIGUOUS_FORMS
