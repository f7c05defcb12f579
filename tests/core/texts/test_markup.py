"""Markup of a web page is removed from a claim's words, and nothing that a person wrote."""

from claimtrack.core.texts.markup import without_markup
from tests.tables import each_row

CASES = [
    ("<p>Rents rose by 12&nbsp;%</p>", "Rents rose by 12 %", "a paragraph and a non-breaking space"),
    ("R&amp;D rose<br/>in <b>May</b>", "R&D rose in May", "a line break separates words, bold does not"),
    ("CO<sub>2</sub> costs &euro;5 in Orl&eacute;ans", "CO2 costs €5 in Orléans", "an index, and letters"),
    ("un<em>believ</em>able", "unbelievable", "marks within a word"),
    ('See <a href="https://a.example">this</a>.', "See this.", "a link keeps its words"),
    ("&amp;lt;p&amp;gt;Rents rose&amp;lt;/p&amp;gt;", "Rents rose", "escaped twice"),
    ("&ldquo;No&rdquo;, it&#39;s &#x2014; no", "“No”, it's — no", "named and numeric entities"),
    ("Rents   rose \n in May", "Rents rose in May", "repeated spaces and line breaks"),
    ("5 < 6 and b > a, AT&T; R&D", "5 < 6 and b > a, AT&T; R&D", "signs that belong to the text"),
    ("A <mark> of his", "A <mark> of his", "not a tag that editors use"),
    ("&#0;&#55296;x", "x", "invalid numeric entities"),
    (
        "Rents <b>rose</b><br>, then<p>.5 percent</p>.",
        "Rents rose, then .5 percent.",
        "no blank before a comma",
    ),
    ("<script>alert(1)</script>", "", "code is nobody's name"),
    ("&lt;style&gt;p {}&lt;/style&gt;Rents <script src=x>rose", "Rents rose", "escaped, or without an end"),
    ("<p></p>", "", "nothing but markup"),
]


@each_row(("text", "cleaned", "why"), CASES)
def test_markup_is_removed_and_words_are_kept(text, cleaned, why):
    assert without_markup(text).replace("\ufffd", "").strip() == cleaned, why


def test_ampersands_escaped_thousands_of_times_take_no_time():
    assert without_markup("&" + "amp;#38;" * 100_000 + "lt;p&gt;x") == "x"
