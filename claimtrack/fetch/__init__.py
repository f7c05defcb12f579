"""From a source to articles: files, folders, standard input, web pages and feeds. The only network.

    for loaded in read("https://news.example/budget"):
        print(loaded.article.title, loaded.warnings)

Each package uses only those below it:

sources    one source of any kind, on the disk or the web, as clean articles
kinds      which loader reads some bytes, a plug-in or one of our own
loaders    one module or package for each kind of file, with a function `load`
web        requests: pages, with limits, and web archives
decoding   bytes as text in any encoding, or as a binary file
loaded     what a loader takes and gives
"""

from claimtrack.fetch.decoding.encodings import decode
from claimtrack.fetch.kinds.loading import load_built_in
from claimtrack.fetch.loaded import Hints, Loaded
from claimtrack.fetch.sources.reading import read, read_bytes

__all__ = ["Hints", "Loaded", "decode", "load_built_in", "read", "read_bytes"]
