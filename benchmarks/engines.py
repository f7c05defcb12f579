"""Other search engines on the same claims, as baselines for matching.py: each returns the numbers of claims, from 1, best first."""

import importlib.util
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence

Search = Callable[[str], list[int]]


def available(conn: sqlite3.Connection, texts: Sequence[str]) -> Iterator[tuple[str, Callable[[], Search]]]:
    """The engines that are installed, each with the function that builds its index."""
    yield "FTS5 porter, OR of all words", lambda: fts5(conn)
    yield "rapidfuzz token_set_ratio over all", lambda: token_set(texts)
    if importlib.util.find_spec("bm25s"):
        yield "bm25s", lambda: bm25s(texts)
    if importlib.util.find_spec("tantivy"):
        yield "tantivy", lambda: tantivy(texts)
    if importlib.util.find_spec("sklearn"):
        yield "TF-IDF of words", lambda: tf_idf(texts)


def fts5(conn: sqlite3.Connection) -> Search:
    def search(text: str) -> list[int]:
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", text.lower())))
        sql = "select rowid from claims_fts where claims_fts match ? order by rank limit 20"
        return [row[0] for row in conn.execute(sql, [words])] if words else []

    return search


def token_set(texts: Sequence[str]) -> Search:
    from rapidfuzz import fuzz, process

    lower = [text.lower() for text in texts]
    return lambda text: [
        place + 1
        for _, _, place in process.extract(text.lower(), lower, scorer=fuzz.token_set_ratio, limit=20)
    ]


def bm25s(texts: Sequence[str]) -> Search:
    import bm25s as library

    index = library.BM25()
    index.index(library.tokenize(list(texts), show_progress=False), show_progress=False)

    def search(text: str) -> list[int]:
        found, _ = index.retrieve(library.tokenize(text, show_progress=False), k=20, show_progress=False)
        return [int(place) + 1 for place in found[0]]

    return search


def tantivy(texts: Sequence[str]) -> Search:
    import tantivy as library

    schema = library.SchemaBuilder()
    schema.add_text_field("text", tokenizer_name="en_stem")
    schema.add_unsigned_field("number", stored=True)
    index = library.Index(schema.build())
    writer = index.writer(200_000_000)
    for number, text in enumerate(texts, 1):
        writer.add_document(library.Document(text=text, number=number))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> list[int]:
        query = index.parse_query(" ".join(re.findall(r"\w+", text.lower())), ["text"])
        return [searcher.doc(address)["number"][0] for _, address in searcher.search(query, 20).hits]

    return search


def tf_idf(texts: Sequence[str]) -> Search:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    matrix = vectorizer.fit_transform(texts)

    def search(text: str) -> list[int]:
        scores = (matrix @ vectorizer.transform([text]).T).toarray().ravel()
        return [int(place) + 1 for place in (-scores).argsort()[:20]]

    return search
