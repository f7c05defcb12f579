"""A quotation keeps its words apart and its signature, whichever tags they are in; raised and hidden words keep their meaning."""

import pytest

from claimtrack.fetch.loaders.html.text import fragment_text
from tests.tables import each_row

W = "We built 400 homes"
SIGNED = f"“{W}” — Ada Moor"


@each_row(
    ("body", "text"),
    [
        *(
            pytest.param(f"<blockquote>{W}<br>{dash} Ada Moor</blockquote>", SIGNED, id=f"after {dash}")
            for dash in ("—", "–", "-", "--")
        ),
        *(
            pytest.param(f"<blockquote>{W}</blockquote><{tag}>Ada Moor</{tag}>", SIGNED, id=f"a {tag} below")
            for tag in ("cite", "footer")
        ),
        pytest.param(f"<blockquote>{W}</blockquote><div>— Ada Moor</div>", SIGNED, id="a division below"),
        pytest.param(f"<blockquote><p>{W}</p><cite>Ada Moor</cite></blockquote>", SIGNED, id="a citation"),
        pytest.param(f"<blockquote><p>{W}</p><cite>— Ada Moor</cite></blockquote>", SIGNED, id="with a dash"),
        pytest.param(
            f"<blockquote>{W}<footer><cite>Ada Moor</cite>, mayor</footer></blockquote>",
            f"{SIGNED}, mayor",
            id="a citation in a footer",
        ),
        pytest.param(
            f"<blockquote>{W}<br><cite>Ada Moor</cite>, mayor</blockquote>",
            f"{SIGNED}, mayor",
            id="on a line",
        ),
        pytest.param(
            f"<blockquote>{W}<br>— Ada van der Moor (mayor)</blockquote>",
            f"“{W}” — Ada van der Moor (mayor)",
            id="small words in a name",
        ),
        pytest.param(
            f"<blockquote><p>{W}, as <cite>The Gull</cite> said.</p><p>— Ada Moor</p></blockquote>",
            f"“{W}, as The Gull said.” — Ada Moor",
            id="a title within the words is not a signature",
        ),
        pytest.param(
            "<blockquote>Homes<h3>Built</h3>so far:<ul><li>400 here</li><li>20 there</li></ul>"
            "<table><tr><td>4</td><td>5</td></tr></table><footer>Ada Moor</footer></blockquote>",
            "“Homes Built so far: 400 here 20 there 4 5” — Ada Moor",
            id="lines of any kind stay apart",
        ),
        pytest.param(
            f"<blockquote><blockquote>{W}<br>— Bo Lind</blockquote>— Ada Moor</blockquote>",
            f"“{W} — Bo Lind” — Ada Moor",
            id="a quotation within another",
        ),
        pytest.param(
            f"<blockquote>{W}! — Ada Moor 4 May 2024</blockquote>",
            f"“{W}!” — Ada Moor 4 May 2024",
            id="a date after the name",
        ),
        *(
            pytest.param(f"<blockquote class='{name} x'>{W}</blockquote>", f"“{W}”", id=f"a post: {name}")
            for name in (
                "twitter-tweet",
                "twitter-video",
                "bluesky-embed",
                "mastodon-embed",
                "text-post-media",
            )
        ),
        pytest.param(
            f"<blockquote class=twitter-tweet>{W} https://t.co/a now pic.x.com/b</blockquote>",
            f"“{W} now”",
            id="links of a post",
        ),
        pytest.param(
            "<blockquote class=twitter-tweet>https://t.co/a</blockquote>", "https://t.co/a", id="only a link"
        ),
        pytest.param(f"<blockquote class=twitter-tweet>‘{W}’</blockquote>", f"‘{W}’", id="its own marks"),
        pytest.param(
            f"<blockquote class=twitter-tweet><p>{W}</p>— Ada Moor (@moor) on this page</blockquote>",
            f"{SIGNED} (@moor)",
            id="words after the name in a post",
        ),
    ],
)
def test_signed_quotation_is_one_paragraph_with_its_words_apart(body, text):
    assert fragment_text(body) == text


@each_row(
    "body",
    [
        pytest.param(f"<blockquote>{W}<br>— Ada</blockquote>", id="one name"),
        pytest.param(f"<blockquote>{W}<br>— Ada Bo Cy Di Ed Fa</blockquote>", id="too many names"),
        pytest.param(f"<blockquote>{W}</blockquote><div>Ada Moor</div>", id="no dash"),
        pytest.param(f"<blockquote>{W}</blockquote><h3>— Ada Moor</h3>", id="a heading"),
        pytest.param(f"<blockquote>{W}</blockquote>so <p>— Ada Moor</p>", id="words between"),
        pytest.param(f"<blockquote>{W}</blockquote><p>— Ada Moor said so. She left.</p>", id="a sentence"),
    ],
)
def test_quotation_without_a_signature_keeps_its_lines(body):
    assert fragment_text(body).startswith(f"{W}\n")


@each_row(
    ("body", "text"),
    [
        pytest.param(
            "<p>She said:</p><blockquote>Rents rose. </blockquote>", "“Rents rose.”", id="no paragraph"
        ),
        pytest.param(
            "<p>She said:</p><blockquote><p> Rents <i>rose</i> </p><p></p></blockquote>",
            "“Rents rose”",
            id="white space and an empty paragraph",
        ),
        pytest.param(
            "<p>She said:</p><blockquote><p>Rents rose.</p><p>Fares fell.</p></blockquote>",
            "“Rents rose.\n\n“Fares fell.”",
            id="two paragraphs",
        ),
        pytest.param(
            '<p>She said:</p><blockquote><p>"Rents rose."</p></blockquote>',
            '"Rents rose."',
            id="marks of its own",
        ),
        pytest.param(
            "<p>She said:</p>So:<blockquote>Rents rose.</blockquote>",
            "So:\n\nRents rose.",
            id="words between",
        ),
        pytest.param(
            "<p>She said:</p><blockquote><p><i>Rents</i> rose.</p></blockquote>", "“Rents rose.”", id="a tag"
        ),
        pytest.param("<p>She left.</p><blockquote>Rents rose.</blockquote>", "Rents rose.", id="no colon"),
        pytest.param("<p>She said:</p><p>Rents rose.</p>", "Rents rose.", id="no quotation"),
    ],
)
def test_announced_quotation_has_marks(body, text):
    assert fragment_text(body).split("\n\n", 1)[1] == text


@each_row(
    ("body", "text"),
    [
        pytest.param(
            "5 km<sup>3</sup>, 7dm<sup>3</sup>, 3 cm<sup>2</sup>, 6 µm<sup>2</sup>, 1 ft<sup>2</sup>, 4 yd<sup>2</sup>",
            "5 km³, 7dm³, 3 cm², 6 µm², 1 ft², 4 yd²",
            id="symbols",
        ),
        pytest.param(
            "2 feet<sup>2</sup>, 1 foot<sup>2</sup>, 1 mile<sup>2</sup>, 3 kilometres<sup>2</sup>, 1 meter<sup>2</sup>, 2 inches<sup>2</sup>",
            "2 feet², 1 foot², 1 mile², 3 kilometres², 1 meter², 2 inches²",
            id="words",
        ),
        pytest.param(
            "5 in<sup>2</sup>, 9 m/s<sup>2</sup>, 5 s<sup>-1</sup>, <i>8 mi</i><sup>2</sup>, <i>m</i><sup>2</sup>",
            "5 in², 9 m/s², 5 s⁻¹, 8 mi², m²",
            id="short units after a number",
        ),
        pytest.param(
            "She is in<sup>2</sup> the team<sup>2</sup>, 5 m<sup>1</sup>, 5 m<sup>4</sup>, $5 m<sup>2</sup>, £5m, 7 m<sup>2</sup>",
            "She is in the team, 5 m, 5 m, $5 m, £5m, 7 m²",
            id="marks of notes after letters like units",
        ),
        pytest.param(
            "10<sup>12</sup>, 10<sup>+9</sup>, 10<sup>1</sup>, 3.10<sup>6</sup>, 110<sup>6</sup>, 10x<sup>6</sup>",
            "10¹², 10⁺⁹, 10, 3.10, 110, 10x",
            id="powers of ten, and other numbers",
        ),
        pytest.param(
            "x<sup>2</sup> + (z<sup>2</sup>) =w<sup>3</sup>, I<sup>2</sup>, a<sup>2</sup>",
            "x² + (z²) =w³, I, a",
            id="letters",
        ),
        pytest.param(
            "1<sup>er</sup>, 2<sup>e</sup>, 3<sup>ème</sup>, 5<sup>a</sup>, Ada<sup>a</sup>, 4<sup>TH</sup>, 7<sup>b</sup>",
            "1er, 2e, 3ème, 5a, Ada, 4TH, 7",
            id="ordinals",
        ),
        pytest.param(
            "<sup>14</sup>C, <sup>235</sup>Ur, <sup>4</sup>Cat, <sup>4</sup>coal, <sup>4</sup><b>C</b>",
            "14C, 235Ur, Cat, coal, C",
            id="isotopes",
        ),
        pytest.param(
            "so <a href=#n><sup>said</sup></a> it <sup>of <a href=#n>a note</a></sup> is <sup><a href=x>words of a longer link</a></sup>",
            "so it is words of a longer link",
            id="links",
        ),
        pytest.param(
            '<q>“<i>Rents</i>” fell</q>, <q><b>Rents</b> fell</q>, <q><b>Rents</b></q>, <q> ‘Rents’</q>, <q>"So"</q>',
            '“Rents” fell, “Rents fell”, “Rents”, ‘Rents’, "So"',
            id="quotations with tags and marks",
        ),
        pytest.param(
            "Rents<del>12<sup>1</sup><q>so</q><a href='#cmnt_ref1'>x</a></del> fell",
            "Rents fell",
            id="tags in a deletion",
        ),
        pytest.param("<i hidden=HIDDEN>x</i><i hidden=UNTIL-FOUND>y</i>", "y", id="values in capitals"),
        pytest.param("so <a href='#cmnt_ref1'>[a]</a>kept", "so kept", id="a comment's mark within words"),
    ],
)
def test_raised_hidden_and_quoted_words_within_a_line(body, text):
    assert fragment_text(f"<p>{body}</p>") == text


@each_row("tag", ["body", "main", "article"])
def test_part_with_the_text_is_never_hidden_nor_a_repetition(tag):
    """A script shows it, or it has the class by mistake."""
    assert fragment_text(f"<{tag} hidden>Rents rose.</{tag}>") == "Rents rose."
    repeated = f"<{tag} class=pullquote><p>Rents rose.</p></{tag}><p>Rents rose.</p>"
    assert fragment_text(repeated).count("Rents rose.") == 2


@each_row(
    ("pulled", "is_left_out"),
    [
        ("<aside class=pullquote><p></p><p>“Rents rose”</p><p>Ada Moor</p></aside>", True),
        ("<div class='x pull-quote'>Rents rose</div>", True),
        ("<div class=pull-quote>Rents rose twice</div>", False),
    ],
)
def test_pull_quote_is_left_out_if_the_text_has_its_words(pulled, is_left_out):
    assert fragment_text(f"<p>Rents rose.</p>{pulled}").count("Rents rose") == (1 if is_left_out else 2)


@each_row(
    "body",
    [
        "<div><p>Rents rose.</p><p><a href='#cmnt_ref1'>[a]</a>Who says so?</p></div>",
        "<a href='#cmnt_ref1'>[a]</a>Rents rose.",
    ],
)
def test_comment_is_left_out_without_the_words_around_it(body):
    assert fragment_text(body) == "Rents rose."
