"""Does a text have a telephone number or an e-mail address? They may be those of a private person, as in a message from a reader."""

from __future__ import annotations

from claimtrack.core.expressions import expression

# Telephone numbers: with a country's code, with a leading 0 (no date such as 01-02-2024), or as written in North America. Other
# numbers are usually quantities.
_CONTACT = expression(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.\w"
    r"|(?<![\w.,+])(?:\+|00)[1-9](?:[ ()./-]{0,2}\d){8,14}(?!\d)"
    r"|(?<![\w.,+/-])\(?0(?!\d[./-]\d)[1-9](?:[ ()/-]{0,2}\d){7,10}(?!\d)"
    r"|(?<![\w.,+/-])(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}(?![\w-])"
)


def has_contact_details(text: str) -> bool:
    """Whether the text contains a telephone number or an e-mail address."""
    return bool(_CONTACT.search(text))
