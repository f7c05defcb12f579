"""Struck, hidden, raised and quoted words of a page are conveyed by its text alone."""

import pytest

from claimtrack.core.extract import extract
from claimtrack.fetch import Hints
from claimtrack.fetch.loaders.html import load
from claimtrack.fetch.loaders.html.text import fragment_text
from tests.tables import each_row

FIRST = "The council of Norbridge met on Monday evening to speak about the bridge, which was shut in May."
LAST = (
    "It will meet again in the town hall on Friday, the clerk of the council told the Courier on the phone."
)


def as_page(body):
    data = f"<html><body><article><p>{FIRST}</p>{body}<p>{LAST}</p></article></body></html>"
    (loaded,) = load(data.encode(), Hints("page.html"))
    return loaded.article


def as_fragment(body):
    return fragment_text(body).replace("\n\n", " ")


@each_row(
    ("body", "text"),
    [
        pytest.param(
            "Rents fell <del>21</del> <ins>12</ins> percent.",
            "Rents fell 12 percent.",
            id="deleted and inserted words",
        ),
        pytest.param(
            "<s>Tom Ryle</s> Ada Moor left; it is <strike>old</strike>new.",
            "Ada Moor left; it is new.",
            id="older tags",
        ),
        pytest.param("It cost £2bn<sup>1</sup> in May.", "It cost £2bn in May.", id="the mark of a note"),
        pytest.param(
            "It cost £3m<sup>2</sup> in May.", "It cost £3m in May.", id="the mark of a note after millions"
        ),
        pytest.param(
            'It is so.<sup><a href="#n2">[2]</a></sup> It was.<sup>3,4</sup>',
            "It is so. It was.",
            id="a linked mark; two marks",
        ),
        pytest.param(
            'It is so.<a class="footnote-anchor" href="#footnote-1">1</a> It was <a href="#_ftn2"><span>[2]</span></a>here.',
            "It is so. It was here.",
            id="a linked mark that is not raised, as of Substack and Word",
        ),
        pytest.param('It <a href="#note-1">is</a> so.', "It is so.", id="a linked word"),
        pytest.param(
            'It is so in each of the towns that she saw (Moor <a href="#ref-moor">2021</a>), and in <a href="#reform">12</a> others.<a href="#ftnt_ref3">[3]</a>',
            "It is so in each of the towns that she saw (Moor 2021), and in 12 others.",
            id="a work by its year, and another part of the page",
        ),
        pytest.param(
            'It is<span class="sr-only"> (opens in a new window)</span> so.<template>Never.</template>',
            "It is so.",
            id="words for a screen reader, a template",
        ),
        pytest.param(
            '<span aria-hidden="true"></span><span class="sr-only">Rents</span> fell.',
            "Rents fell.",
            id="words for a screen reader in place of others",
        ),
        pytest.param(
            'It is so.<div style="color:red; display: none">Never.</div>', "It is so.", id="a preview"
        ),
        pytest.param(
            'It is so.<figure class="kg-card kg-bookmark-card"><div>Dams fail in 2 of 5 towns.</div></figure>',
            "It is so.",
            id="the card of another article",
        ),
        pytest.param(
            "It is so<sup>†</sup> here<sup>[citation needed]</sup>.", "It is so here.", id="a dagger; words"
        ),
        pytest.param("It is 40 m<sup>2</sup> or 5 km<sup>2</sup>.", "It is 40 m² or 5 km².", id="a square"),
        pytest.param("It fell by 3 W/m<sup>2</sup>.", "It fell by 3 W/m².", id="... in a quotient"),
        pytest.param(
            "It has 10<sup>6</sup> or 10<sup>-3</sup> cells.",
            "It has 10⁶ or 10⁻³ cells.",
            id="a power of ten",
        ),
        pytest.param(
            "They used E=mc<sup>2</sup> and <sup>14</sup>C.", "They used E=mc² and 14C.", id="formulas"
        ),
        pytest.param(
            "It is the 1<sup>st</sup> of Brand<sup>TM</sup>.",
            "It is the 1st of BrandTM.",
            id="raised letters",
        ),
        pytest.param("<q>Rents fell</q>, said Ann Moor.", "“Rents fell”, said Ann Moor.", id="a quotation"),
        pytest.param(
            "Ann Moor said <q>“Rents fell”</q>.",
            "Ann Moor said “Rents fell”.",
            id="... that has its marks already",
        ),
        pytest.param(
            "Ann Moor said <q>「Rents fell」</q>.", "Ann Moor said 「Rents fell」.", id="... of any kind"
        ),
        pytest.param("Rents <span hidden>rose</span> fell.", "Rents fell.", id="hidden words"),
        pytest.param(
            'Rents <span hidden="until-found">rose</span> again.',
            "Rents rose again.",
            id="... that can be found",
        ),
    ],
)
def test_struck_hidden_raised_and_quoted_words_are_conveyed_in_plain_text(body, text):
    assert as_fragment(f"<p>{body}</p>") == text
    assert as_page(f"<p>{body}</p>").text == f"{FIRST}\n\n{text}\n\n{LAST}"


def test_google_docs_comments_are_left_out():
    """An export has them at its end, each after a mark that links back to the words."""
    mark = '<sup><a href="#cmnt{0}" id="cmnt_ref{0}">[{1}]</a></sup>'
    comment = (
        '<div class="c5"><p><a href="#cmnt_ref{0}" id="cmnt{0}">[{1}]</a><span>Ann Moor said 5 million.</span></p>'
        "<p><span>Please check.</span></p></div>"
    )
    page = (
        f"<html><body><p><span>{FIRST}</span>{mark.format(1, 'a')}</p><p>{LAST}{mark.format(2, 'b')}</p>"
        f"{comment.format(1, 'a')}{comment.format(2, 'b')}</body></html>"
    )
    [loaded] = load(page.encode(), Hints("draft.html"))
    assert loaded.article.text == f"{FIRST}\n\n{LAST}"
    assert fragment_text(page).split("\n\n") == [FIRST, LAST]


WORDS = "We built 4,000 homes in a year"
SIGNED = [
    pytest.param(
        f'<blockquote class="twitter-tweet"><p>{WORDS} <a href="https://t.co/x">pic.twitter.com/aBc</a></p>&mdash; Ada Moor (@moor)'
        ' <a href="https://twitter.com/moor">May 4, 2024</a></blockquote>',
        f"“{WORDS}” — Ada Moor (@moor) May 4, 2024",
        id="a post",
    ),
    pytest.param(
        f'<blockquote class="twitter-tweet"><p>{WORDS}</p>&mdash; Coastguard (@coastguard) <a href="https://x.com/c">May 4, 2024</a></blockquote>',
        f"“{WORDS}” — Coastguard (@coastguard) May 4, 2024",
        id="a post of one name",
    ),
    pytest.param(
        f"<blockquote><p>{WORDS}</p></blockquote><p>— Coastguard (@coastguard)</p>",
        f"“{WORDS}” — Coastguard (@coastguard)",
        id="... copied",
    ),
    pytest.param(
        f"<blockquote><p>{WORDS}</p></blockquote><p>— Ada Moor, mayor</p>",
        f"“{WORDS}” — Ada Moor, mayor",
        id="a line below",
    ),
    pytest.param(
        "<blockquote><p>We built <b>4,000</b> homes in a year</p><footer>Ada Moor, <cite>The Courier</cite></footer></blockquote>",
        f"“{WORDS}” — Ada Moor, The Courier",
        id="a footer",
    ),
    pytest.param(
        f"<blockquote><p>“{WORDS}”</p><p>– Ada Moor</p></blockquote>",
        f"“{WORDS}” — Ada Moor",
        id="a line inside, marks",
    ),
    pytest.param(
        f"<figure><blockquote>{WORDS}</blockquote><figcaption>Ada Moor, mayor</figcaption></figure>",
        f"“{WORDS}” — Ada Moor, mayor",
        id="a caption",
    ),
    pytest.param(
        f"<blockquote class=twitter-tweet>{WORDS} — Ada Moor (@moor)</blockquote>",
        f"“{WORDS}” — Ada Moor (@moor)",
        id="a post signed in its line",
    ),
    pytest.param(
        f"<blockquote><p>“{WORDS}” – Ada Moor, mayor</p></blockquote>",
        f"“{WORDS}” — Ada Moor, mayor",
        id="the same line",
    ),
]


@each_row(("body", "text"), SIGNED)
def test_attributed_blockquote_keeps_its_attribution(body, text):
    assert as_fragment(body) == text
    article = as_page(body)
    assert article.text == f"{FIRST}\n\n{text}\n\n{LAST}"
    name = "Coastguard" if "Coastguard" in body else "Ada Moor"
    assert [row.speaker for row in extract(article) if row.text == WORDS] == [name]


@each_row(
    "body",
    [
        pytest.param(
            "<blockquote><p>The law says that homes are to be built.</p></blockquote><p>Moor left.</p>",
            id="no name",
        ),
        pytest.param(
            "<blockquote><p><b>Homes</b> — Ada Moor built 4,000 of them.</p></blockquote>", id="a dash inside"
        ),
        pytest.param(
            "<blockquote><p>Homes were built.</p></blockquote><p>— they were 4,000 last year.</p>",
            id="no name below",
        ),
        pytest.param("<blockquote>They blame one man — Ada Moor</blockquote>", id="no signature"),
    ],
)
def test_blockquote_without_an_attribution_is_unchanged(body):
    assert "“" not in as_fragment(body)
    assert "“" not in as_page(body).text


@each_row("piece", ["<sup>1", "<s>x</s>a", "<q>x", "<q>x</q>a", "<blockquote><cite>", "<div hidden>x"])
def test_unclosed_markup_is_read_quickly(piece):
    assert isinstance(fragment_text(piece * 10_000), str)


def test_a_teaser_within_an_article_is_no_part_of_it():
    teaser = '<article class="card related-story"><h3><a href="/2">Dam</a></h3><p>The dam of Vale broke in 2022, the county said.</p></article>'
    assert as_page(teaser).text == f"{FIRST}\n\n{LAST}"
    assert "The dam" in as_page(teaser.replace(" related-story", "")).text


@each_row(
    "opens closes reason",
    [
        ('<div id="app" style="display: none">', "</div>", "a page that a script shows once it is loaded"),
        ('<template shadowrootmode="open">', "</template>", "a part of a page with styles of its own"),
        ('<article class="page"><article class="story has-related">', "</article></article>", "a class of the story itself"),
    ],
)  # fmt: skip
def test_what_holds_the_title_of_the_page_is_not_left_out(opens, closes):
    page = f"<html><body>{opens}<h1>Dams</h1><p>{FIRST}</p><p>{LAST}</p>{closes}</body></html>"
    [loaded] = load(page.encode(), Hints("x.html"))
    assert (FIRST in loaded.article.text, LAST in loaded.article.text) == (True, True)
