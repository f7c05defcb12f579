"""Web pages: the article's text and metadata, without what surrounds it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any
from warnings import filterwarnings

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.model import Article
from claimtrack.core.texts.cleaning import has_login
from claimtrack.fetch.decoding.encodings import decode
from claimtrack.fetch.loaded import Loaded
from claimtrack.fetch.loaders.html.blocks import wrap_paragraphs
from claimtrack.fetch.loaders.html.cells_and_notes import cells_and_notes
from claimtrack.fetch.loaders.html.json_ld import article_body, is_for_subscribers, live_page, live_posts
from claimtrack.fetch.loaders.html.origins import choose_address, day_published, forwards_to, saved_from
from claimtrack.fetch.loaders.html.posts import articles_besides, posts
from claimtrack.fetch.loaders.html.telegram import chat
from claimtrack.fetch.loaders.html.text import FLOODED, fragment_text, is_flooded, text_of
from claimtrack.fetch.loaders.html.tidying import tidy

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_LANGUAGE = re.compile(r"""<html[^>]{0,500}?\blang\s*=\s*["']?([a-z]{2,3}(?:-[a-z0-9]+)*)""", re.IGNORECASE)
_HEAD = 4_096  # bytes in which a page names its encoding
_TAG = re.compile(r"</?(?:p|br|div|a|b|i|em|strong|h[1-6]|ul|ol|li|span)\b", re.IGNORECASE)
_OTHERS = "//script | //noscript | //iframe | //frame"
_WORDS = "//body//text()[normalize-space() and not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::iframe)]"
_BESIDE_MENUS = f"{_WORDS}[not(ancestor::nav or ancestor::footer or ancestor::*[@role='navigation' or @role='contentinfo'])]"
_DEEPEST = "boolean(//*[count(ancestor::*) > 250])"
"""The parser drops elements nested deeper than 256: a page that deep may have more text than is read."""
_VAST = "count(//*) > 100000"
"""So many elements take 15 seconds, and no article has them."""
# The extensive search takes any date on the page, a copyright line's too; no date beats a wrong one, because
# "last week" is computed from it. The far day replaces today's, which would make the result depend on the clock.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_COOKIES = re.compile(
    r"(?=.*\bcookies?\b).*\b(?:consent|privacy|partners|preferences)\b", re.IGNORECASE | re.DOTALL
)
_LONGEST_NOTICE = 1_500  # characters
_OF = "//body//text()[contains(., ' of ') and not(ancestor::*[contains(@class, 'comment') or contains(@id, 'comment')])]"
_PAGE_OF = re.compile(r"\s*page\s+(\d{1,3})\s+of\s+(\d{1,3})\s*", re.IGNORECASE)
_NAMED = 50  # characters in which trafilatura looks for that word
_SHORT = 500  # characters; below, trafilatura is asked a second time


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """Yield the page's article. Raises UnreadableSource if the page has none."""
    page, warnings = decode(data, replace(hints, charset=hints.charset or _declared(data)))
    if is_flooded(page):
        raise UnreadableSource(f"{hints.name} {FLOODED}: copy the text into a .txt file and use that")
    root = _page(page)
    address = hints.url or saved_from(page)
    found = None if root is None or root.xpath(_VAST) else _article(root, page, address)
    if found is None:
        raise UnreadableSource(
            f"{hints.name} has no article text{_explain_no_article(root)}: copy the text into a .txt file and use that"
        )
    if len(found.text) < _SHORT and (target := forwards_to(root, address)):
        raise UnreadableSource(f"{hints.name} only leads to another page: give the address of that, {target}")
    # Of its JSON-LD, trafilatura may take a post's headline and author for the page's.
    if live := live_page(root):
        others = [name for name in (found.author or "").split("; ") if name not in live.authors_of_posts]
        found.title, found.author = live.headline or found.title, live.authors or "; ".join(others) or None
        found.sitename = found.sitename or live.publisher or None
    paragraphs = [line.strip() for line in found.text.splitlines() if line.strip()]
    if len(paragraphs) > 1 and paragraphs[0] == found.title:
        del paragraphs[0]
    if hints.whole:
        paragraphs += cells_and_notes_left_out(page, paragraphs)
    language = _LANGUAGE.search(page[:_HEAD])
    article = Article(
        text="\n\n".join(paragraphs),
        url=choose_address(found.url, address),
        title=found.title,
        outlet=_outlet(found.sitename, found.url),
        author=found.author,
        published_on=day_published(root, found.date, page),
        language=language[1] if language else None,
    )
    warnings += tuple(_warn_of_unread(root, article))
    yield Loaded(article, hints.source, warnings, written=page)


def _outlet(found: str | None, address: str | None) -> str | None:
    """The name of the outlet. Without one, trafilatura takes the host from the address, with a user name and password if these are in it."""
    return (found or "").rpartition("@")[2] or None if has_login(address or "") else found


def _warn_of_unread(root: Any, article: Article) -> Iterator[str]:
    """Yield warnings about parts of a page that its article does not, or may not, contain."""
    if is_for_subscribers(root):
        yield "the page is for subscribers, so this may only be the beginning of the article"
    text = article.text or ""
    if len(text) < _LONGEST_NOTICE and _COOKIES.match(text):
        yield "this may be a notice about cookies in place of the article: open the page in a browser, save it there and use the file"
    numbers = map(_PAGE_OF.fullmatch, root.xpath(_OF))
    if found := next((one for one in numbers if one and 0 < int(one[1]) <= int(one[2]) > 1), None):
        yield f"this is page {found[1]} of {found[2]}, and the others were not read: ingest each at its own address"
    if others := articles_besides(root, text, article.url):
        besides = "another article, which was" if others == 1 else f"{others} more articles, which were"
        yield f"the page has {besides} not read: ingest each at its own address, or as a .txt file"


def cells_and_notes_left_out(page: str, paragraphs: list[str]) -> list[str]:
    """The table cells and notes of a page that are not among its paragraphs."""
    from trafilatura import load_html

    tree = load_html(page)
    if tree is None:
        return []
    tidy(tree)
    read = " ".join(" ".join(paragraphs).split())
    found = (text_of(element).split("\n\n") for element in cells_and_notes(tree))
    return list(dict.fromkeys(words for texts in found for words in texts if words and words not in read))


def _declared(data: bytes) -> str | None:
    head = data[:_HEAD]
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    name = found[1].decode("ascii") if found else None
    # A page that declares UTF-16 in ASCII bytes is not UTF-16.
    return None if name is None or name.lower().startswith(("utf-16", "utf-32")) else name


def _explain_no_article(root: Any) -> str:
    """The probable reason why a page has no article."""
    if root is not None and root.xpath(_VAST):
        return " that can be read (it has more than 100,000 elements)"
    if root is not None and root.xpath(_DEEPEST):
        return " that can be read (its elements are nested more than 250 deep)"
    if root is None or not (root.xpath(_WORDS) or root.xpath(_OTHERS)):
        return " (it has no words at all)"
    if root.xpath(_WORDS):
        return " that can be told apart from its menus"
    is_framed = root.xpath("boolean(//iframe | //frame)")
    return " (it shows another page in a frame)" if is_framed else " (a script loads it)"


def _article(root: Any, page: str, url: str | None) -> Any:
    """The article that trafilatura extracts from the page: a Document with text, or None."""
    from trafilatura.metadata import extract_metadata
    from trafilatura.settings import DEFAULT_CONFIG

    for name in ("trafilatura", "htmldate", "justext"):
        _quiet(name)
    # dateutil warns about each date with a time zone that it does not know: "EST".
    filterwarnings("ignore", module="dateutil")
    # Under 250 characters trafilatura mistrusts the article it found and takes the whole page, menus
    # included. A news brief is that short, so a short result is read again without that rule.
    trusting = deepcopy(DEFAULT_CONFIG)
    trusting.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    found = _extract(root, DEFAULT_CONFIG, url)
    if found is None or len(found.text or "") < _SHORT:
        found = _extract(root, trusting, url) or found
    if found is None:  # perhaps it has only the texts in its JSON-LD
        found = extract_metadata(deepcopy(root), url, _DATES)
    # trafilatura reads only the first article of a page, which in a live blog is one post.
    read = [_extract(post, trusting) for post in posts(root, page, found.url or url)]
    found.text = "\n".join(one.text for one in read if one and one.text) or _in_lines(root, found.text or "")
    is_other = _is_of_menus(root, found.text) or _is_for_a_script(root, found.text)
    shown = _choose_fuller("" if is_other else found.text, article_body(root))
    found.text = _with_posts(shown, live_posts(root))
    if told := chat(root):
        found.title, found.text = told
    return found if found.text.strip() else None


def _in_lines(root: Any, text: str) -> str:
    """The text, line by line if trafilatura gives an <article> in which it found too little as a single line."""
    words = "" if "\n" in text else "".join(text.split())
    for article in root.iter("article") if words else ():
        if "".join("".join(article.itertext()).split()) == words:
            return text_of(article)
    return text


def _is_of_menus(root: Any, text: str) -> bool:
    """Whether the text is that of menus and the like, which trafilatura takes if the page has nothing else."""
    if root.xpath(_BESIDE_MENUS):
        return False
    shown = "".join("".join(root.xpath(_WORDS)).split())
    return all("".join(line.split()) in shown for line in text.splitlines())


def _is_for_a_script(root: Any, text: str) -> bool:
    """Whether the page has no content without scripts, and the text only asks to enable them."""
    return not root.xpath(_WORDS) and "javascript" in text.lower() and len(text) < _SHORT


def _choose_fuller(text: str, told: str | None) -> str:
    """The text that a page shows or, if this is only its beginning, the full text in its JSON-LD, line by line.

    trafilatura uses the latter itself if there is no other text, but in a single paragraph.
    """
    if told is None:
        return text
    told = fragment_text(told) if _TAG.search(told) else unescape(told)
    words, theirs = "".join(text.split()), "".join(told.split())
    return told if words == theirs or len(words) * 2 < len(theirs) else text


def _with_posts(shown: str, posted: str) -> str:
    """What a live page shows, with the posts that only its JSON-LD has, unless most of them are shown."""
    told = _choose_fuller(shown, posted or None)
    if told is shown:
        return shown
    return "\n".join([*(line for line in shown.splitlines() if line not in told), told])


def _page(page: str) -> Any:
    """Parse a page and tidy it so that its text is what a reader sees; None for an empty page."""
    from trafilatura import load_html

    # trafilatura does not take a single element for a page, unless these characters contain "html".
    is_named = "html" in page[:_NAMED].lower()
    root = load_html(page if is_named else f"<html>{page}")
    if root is not None and not root.xpath(_VAST):
        tidy(root)
        wrap_paragraphs(root)
    return root


def _extract(root: Any, config: Any, url: str | None = None) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(
        deepcopy(root),
        url=url,
        config=config,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATES,
    )


def _quiet(name: str) -> None:
    # Without a handler Python prints a library's warnings to stderr, between our own messages.
    logger = logging.getLogger(name)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
