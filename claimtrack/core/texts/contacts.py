"""Does a text have a telephone number or an e-mail address? They may be those of a private person, as in a message from a reader."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression

_MAIL = expression(
    r"(?<![\w.+'@/-])[\w.+'-]{1,64}(?:@|\s?[(\[]at[)\]]\s?)[\w-]{1,63}(?:\.|\s?[(\[]dot[)\]]\s?)[^\W\d_]{2}",
    re.IGNORECASE,
)

# Numbers that are no telephone numbers: in web addresses, after a word for what they are, amounts.
_OTHER_NUMBER = expression(
    r"https?://(?!wa\.me/)\S+"
    r"|\b(?:ISBN|ISSN|IBAN|DOI|PMID|EAN|VAT|id|case|docket|barcode)\b(?:\s(?:no|nr|number)\b)?[\s.:]{0,2}(?=\w*\d)[\w\s./-]*\d"
    r"|[#$£€]\s?\d[\d\s.,/-]*"
    r"|\bno\.\s?\d[\d\s./-]*",
    re.IGNORECASE,
)

_GAP = r"[\s()./\u2010-\u2013-]{0,3}"
# A date such as 01-02-2024, or 01.02.24 before a time: no telephone number with a leading 0.
_DATE = r"0\d(?:([./\s-])\d{1,2}\1(?:(?:19|20)\d\d\b|\d\d(?!\1|\d))|\s(?:19|20)\d\d\b)"
# The day of a call: "phone call on 12.05.2024", "call 2024-05-01, 10:30".
_DAY = r"(?:[0-3]?\d([./-])[0-3]?\d\2(?:19|20)\d\d|(?:19|20)\d\d([./-])[01]?\d\3[0-3]?\d)(?!\d)"
_NAMED = r"\b(?:call|mobile|phone|ring|tel(?:efono?|ephone)?|text|whatsapp)(?:\s(?:at|her|him|is|me|no|number|on|us)){0,3}"

# With a country's code (and no amount, such as +1 000 000, or degree); with a leading 0; as written in Turkey, North America,
# Russia and Brazil; or after a word for it. Other numbers are usually quantities.
_TELEPHONE = expression(
    rf"(?<![\w+])(?<!\d[.,])(?:\+|00)(?!\d{{1,3}}(?:[\s.]\d{{3}}){{0,4}}[\s.]000\b|\d{{1,3}}\.\d{{3,}}(?![\d.]))[1-9](?:{_GAP}\d){{8,14}}(?!\d)"
    rf"|(?<![\w+/-])(?<!\d[.,])\(?(?!{_DATE}|(?:\d\d\s){{5}}\d)0[1-9](?:{_GAP}\d){{7,10}}(?!\d)"
    r"|(?<![\w.,+/-])0\s?\(?[2-5]\d\d\)?\s\d{3}\s\d\d\s?\d\d(?!\d)"
    r"|(?<![\w.,+/-])(?:1[\s.-]{1,2})?(?:\([2-9]\d\d\)\s?|[2-9]\d\d[\s.-])\d{3}[\s.-]\d{4}(?![\w-])"
    r"|(?<![\w.,+/-])8[\s-]?\(?9\d\d\)?[\s-]?\d{3}[\s-]\d\d[\s-]\d\d(?!\d)"
    r"|(?<![\w.,+/-])(?:\(\d\d\)|\d\d)\s9\d{4}-\d{4}(?!\d)"
    r"|\bwa\.me/\d"
    rf"|{_NAMED}[\s.:]{{0,2}}(?!{_DAY})\(?\d(?:{_GAP}\d){{7,14}}(?!\d)",
    re.IGNORECASE,
)


def has_contact_details(text: str) -> bool:
    """Whether the text contains an e-mail address or what is probably a telephone number."""
    return bool(_MAIL.search(text) or _TELEPHONE.search(_OTHER_NUMBER.sub(" ", text)))
