"""From a source to articles: files, folders, standard input, web pages and feeds. The only network.

    for loaded in read("https://news.example/budget"):
        print(loaded.article.title, loaded.warnings)

One file per kind of source, with a function `load`; `kinds` lists them and chooses among them and the installed
plug-ins, `encoding` makes text of bytes, `disk` is where files are, `web` where the network is.
"""

from claimtrack.fetch.encoding import decode
from claimtrack.fetch.kinds import load_built_in
from claimtrack.fetch.loaded import Hints, Loaded
from claimtrack.fetch.sources import read, read_bytes

__all__ = ["Hints", "Loaded", "decode", "load_built_in", "read", "read_bytes"]
