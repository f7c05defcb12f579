"""Builds the public copy: a database, its metadata and a static site, all from published rows only."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Collection
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sqlite_utils import Database

from claimtrack.core.errors import ClaimtrackError, InvalidValue, Refused
from claimtrack.core.texts.addresses import is_private_address
from claimtrack.export import site as static_site
from claimtrack.export import site_lists
from claimtrack.export.public_metadata import metadata
from claimtrack.export.target import text_target
from claimtrack.export.withdrawn import find_withdrawn
from claimtrack.export.words import Words, words
from claimtrack.store import tags
from claimtrack.store.file import publication
from claimtrack.store.file.database import open_desk
from claimtrack.store.file.leftovers import find_temporary_folders, is_aside, temporary_folder_beside
from claimtrack.store.reviews import publishers, reviews

_MARK, _NOT_FOUND = ".claimtrack-site", "404.html"
_PAGES = {"reviews": r"\d+\.html", "years": r"\d+\.html", site_lists.FOLDER: site_lists.OUR_FILES}
"""What the site's own files in these folders are called: those that it has no more are removed."""

_Ids = tuple[int, ...]
_OF_REPOSITORIES = frozenset(
    {".git", ".gitattributes", ".gitignore", ".nojekyll", "CNAME", "LICENSE", "README.md"}
)


@dataclass(frozen=True, slots=True)
class Published:
    """The result of `publish`: rows per table, the metadata file, and the number of pages of the site.

    Addresses that only this computer or its network can reach: `left_out` are those of links and places, `unreached` those of verdicts,
    which stay in. `pageless` are addresses of verdicts on the site at which it has no page. `topicless` are topics that no public claim has
    as a tag. `words` are the phrases of the site, `mostly` is the language of more than half of its reviews. `due` are the approved reviews
    whose time has come, and which nobody published yet; those `without_address` are not published by `review publish --due`, either. `held`
    are the published reviews that are left out, and so are those that are `undated`. `new_places` are places that readers now see, filed
    since the verdict was signed.
    """

    rows: dict[str, int]
    metadata: Path
    pages: int | None
    left_out: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()
    due: _Ids = ()
    without_address: _Ids = ()
    held: _Ids = ()
    undated: _Ids = ()
    pageless: tuple[str, ...] = ()
    topicless: tuple[str, ...] = ()
    words: Words | None = None
    mostly: str | None = None
    new_places: tuple[publication.NewPlace, ...] = ()


def publish(
    desk: Path,
    out: Path,
    *,
    site: Path | None = None,
    base_url: str | None = None,
    links: tuple[tuple[str, str], ...] = (),
    language: str | None = None,
    topics: tuple[str, ...] = (),
) -> Published:
    """Build the public copy `out`, `out`'s metadata.yml beside it, and the site in its folder.

    `base_url` is the address that the site will have, `links` are the links at the foot of its pages (title, address), `language` is the
    language of its phrases, or a file with them. `topics` are the tags that readers may see: no others leave the desk. Copy, metadata
    and site each appear complete or stay as they were. Raises Refused if `out` or `site` is something else, InvalidValue if the desk has no
    name, `base_url` has a query or a fragment, or there are no phrases in that language.
    """
    in_words = words(language)
    home = _home(base_url)
    with closing(open_desk(desk)) as db:
        name, missing = publishers.require_desk(db).name, _missing(db)
        tags_of_topics = {tags.resolve(db, topic): topic for topic in topics if topic.strip()}
    if site is not None:
        _refuse_other_folder(site, desk)
    rows, left_out, new_places = publication.build(desk, out, tags_of_topics)
    tables = publication.read_rows(out, *(("reviews", "topics") if site is None else publication.TABLES))
    unreachable = (
        tuple(sorted(left_out)),
        tuple(row["url"] for row in tables["reviews"] if is_private_address(row["url"])),
    )
    used = {row["name"] for row in tables["topics"]}
    topicless = tuple(topic for tag, topic in tags_of_topics.items() if tag not in used)
    beside = out.with_suffix(".metadata.yml")
    with text_target(beside) as file:
        file.write(metadata(os.fsencode(out.stem).decode("utf-8", "replace"), name))
    if site is None:
        return Published(
            rows, beside, None, *unreachable, *missing, topicless=topicless, new_places=new_places
        )
    pages = _write_site(static_site.Site(tables, name, in_words, home, links), site)
    gone = {site / page.path for page in find_withdrawn(tables["corrections"], tables["reviews"]).values()}
    urls = [row["url"] for row in tables["reviews"]]
    pageless = tuple(url for url in urls if home and _lacks_page(site, home, url, gone))
    languages = Counter(row["language"] for row in tables["reviews"])
    mostly = next((one for one, count in languages.items() if 2 * count > languages.total()), None)
    return Published(
        rows, beside, pages, *unreachable, *missing, pageless, topicless, in_words, mostly, new_places
    )


def _home(base_url: str | None) -> str | None:
    if base_url and (extra := re.search(r"[?#]", base_url)):
        raise InvalidValue(
            f"{base_url} is no address to which pages can be added, because of the {extra[0]!r} in it: give that of the site's folder, "
            f"such as {base_url[: extra.start()]}"
        )
    return f"{base_url.rstrip('/')}/" if base_url else None


def _missing(db: Database) -> tuple[_Ids, _Ids, _Ids, _Ids]:
    """The reviews that readers do not get, although one might expect it: due, without address, held and undated."""
    due = tuple(reviews.whose_time_has_come(db))
    without_address = tuple(one for one in due if reviews.get(db, one).url is None)
    held = tuple(one.id for one in reviews.held_reviews(db))
    return due, without_address, held, tuple(reviews.undated_reviews(db))


def _refuse_other_folder(folder: Path, desk: Path) -> None:
    if folder.exists() and not (folder.is_dir() and ((folder / _MARK).exists() or _is_unused(folder))):
        raise Refused(f"{folder} exists and is not a site made by claimtrack: give a new or empty folder")
    ours = folder / site_lists.FOLDER
    if os.path.lexists(ours) and not (ours / site_lists.INDEX).exists():
        raise Refused(
            f"{ours} is not part of the site, which has its search there: rename it, and publish again"
        )
    if desk.resolve().is_relative_to(folder.resolve()):
        raise Refused(f"{folder} contains the desk, which everybody could then read: give a folder beside it")


def _is_unused(folder: Path) -> bool:
    """Whether the folder is empty, or holds only what a repository has before there is a site in it."""
    return {one.name for one in folder.iterdir()} <= _OF_REPOSITORIES


def _lacks_page(folder: Path, home: str, url: str, gone: Collection[Path]) -> bool:
    """Whether an address on the site at `home` has no file in its folder, or one of a withdrawn verdict. Many hosts omit ".html" in addresses."""
    path = unquote(urlsplit(url).path).removeprefix(unquote(urlsplit(home).path))
    at = folder / path
    # Not `Path.is_file`, which raises where a name is too long for a file, before Python 3.14 or so.
    places = (at, Path(f"{at}.html"), at / "index.html")
    return url.startswith(home) and all(one in gone for one in filter(os.path.isfile, places))


def _write_site(content: static_site.Site, folder: Path) -> int:
    """Build the site in a temporary folder and swap it in, so that pages of withdrawn reviews disappear."""
    folder = folder.resolve()
    _put_back(folder)
    is_there = folder.exists()  # asked once: for a moment of another `publish` it is not
    try:
        with temporary_folder_beside(folder) as beside:
            made = beside / "new"
            made.mkdir()
            pages = static_site.write(content, made)
            marker = f"Made by `claimtrack publish --site`, which replaces this folder.\n{_digest(made / _NOT_FOUND)}\n"
            (made / _MARK).write_text(marker, encoding="utf-8")
            if is_there:
                _keep_others(folder, made)
                _keep_readers(folder, made)
            _swap_in(made, folder, old=made.with_name("old") if is_there else None)
    except OSError as error:
        raise ClaimtrackError(
            f"could not write {folder}: {error.strerror}. The new site is made beside it and takes its place: you must be able to write in "
            f"{folder.parent}, and {folder.name} must not be a disk of its own"
        ) from error
    return pages


def _put_back(folder: Path) -> None:
    """Restore a site that a killed `publish` had moved aside: files that people added to it exist nowhere else."""
    if folder.exists() or not folder.parent.is_dir():
        return
    for left in find_temporary_folders(folder):
        if is_aside(left):
            with suppress(OSError):  # another `publish` has just made room, and is moving its own site in
                (left / "old").rename(folder)


def _keep_others(folder: Path, made: Path) -> None:
    """Copy files that people added to a site's folder to the new one: a CNAME, an icon, the .git of its host."""

    def ours(where: str, names: list[str]) -> set[str]:
        new = made / Path(where).relative_to(folder)
        pages = _PAGES.get(Path(where).relative_to(folder).as_posix(), "")
        found = {n for n in names if (new / n).is_file() or re.fullmatch(pages, n)}
        return found if is_theirs or new != made else found | {_NOT_FOUND}

    not_found = _digest(folder / _NOT_FOUND)
    is_theirs = bool(not_found) and not_found not in (folder / _MARK).read_text(
        encoding="utf-8", errors="replace"
    )
    if is_theirs:
        (made / _NOT_FOUND).unlink(missing_ok=True)
    try:
        shutil.copytree(folder, made, symlinks=True, ignore=ours, dirs_exist_ok=True)
    except shutil.Error as error:
        source, _, why = error.args[0][0]
        raise ClaimtrackError(
            f"could not keep {os.fspath(source)}, which is not part of the site: {why}. Move it out of {folder} and publish again"
        ) from error


def _keep_readers(folder: Path, made: Path) -> None:
    """Keep the old site's group and, as root, its owner: else a web server that reads by its group would lose access."""
    if sys.platform == "win32":
        return
    was = folder.stat()
    owner = was.st_uid if os.geteuid() == 0 else -1
    with suppress(OSError):  # a group that we are not in, or a drive without groups
        for one in (made, *made.rglob("*")):
            os.chown(one, owner, was.st_gid, follow_symlinks=False)


def _digest(page: Path) -> str:
    """The digest by which a page of ours is recognised, whatever line ends git gives it; empty if there is no page."""
    return sha256(page.read_bytes().replace(b"\r\n", b"\n")).hexdigest() if page.is_file() else ""


def _swap_in(made: Path, folder: Path, *, old: Path | None) -> None:
    """Move the new folder into the place of the present one, which becomes `old`, or is moved back if that fails.

    It is renamed, not copied, because a copy could be interrupted half-way.
    """
    try:
        if old:
            folder.rename(old)
        made.rename(folder)
    except BaseException:  # an interrupt, too: `old` would be deleted with its temporary folder
        if old and old.exists() and not folder.exists():
            old.rename(folder)
        raise
