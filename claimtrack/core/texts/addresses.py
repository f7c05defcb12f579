"""Do two web addresses lead to the same page, however they were copied?

courlan and w3lib have a canonical form for crawlers. For a ledger, the one removes too much ("?eid=7", "?12345" and
"?id=" distinguish pages on many sites), the other nothing of what newsletters and networks append to an address.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from unicodedata import normalize
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from claimtrack.core.expressions import expression

# Tracking parameters that name a person: the account that shared the page, or the subscriber who got the newsletter.
_PERSONAL = expression(r".*clid|mc_eid|mkt_tok|igshid|igsh|mibextid", re.IGNORECASE)
# The same on one site only: elsewhere "?s=5" may be a page, and so may "?si=5".
_PERSONAL_OF = {"x.com": {"s", "t"}, "youtube.com": {"si"}, "youtu.be": {"si"}}
# Others: they say where a reader came from, never which page it is.
_TRACKING = expression(
    r"(?:utm|mtm|itm|pk|stm)_.*|mc_cid|ref_src|ref_url|cmpid|cmp|ito|smid|smtyp|xtor", re.IGNORECASE
)
_TRACKING_OF = {"youtube.com": {"feature", "pp"}, "youtu.be": {"feature"}}
# Parameters that let in whoever has the address, or say in which session somebody read the page.
_KEY = expression(
    r"[?&;](?:(?:[\w$-]{0,40}(?:token|signature|password|passwd|secret|api[_-]?key)|sig|pwd|rlkey|authkey|resourcekey|jsessionid|phpsessid|session[_-]?id)=[^&#;]{6}"
    r"|(?:key|sid|auth)=(?:[^&#;-]{16}|[0-9a-f]{8}-[0-9a-f]{4}-))",
    re.IGNORECASE,
)
# Former and mobile hosts of a site whose pages have the same addresses otherwise.
_RENAMED_HOSTS = {
    "twitter.com": "x.com",
    "mobile.twitter.com": "x.com",
    "mobile.x.com": "x.com",
    "m.youtube.com": "youtube.com",
}
# Top-level domains that no public name server knows (RFC 6761, 6762, 8375; ICANN for "internal", "home" and "corp"; the defaults
# of routers and systems).
_PRIVATE_DOMAINS = (
    *(".localhost", ".local", ".internal", ".home.arpa", ".home", ".corp", ".lan", ".localdomain"),
    *(".intranet", ".private", ".test", ".fritz.box", ".localtest.me", ".lvh.me", ".vcap.me", ".ts.net"),
)
# Some name servers answer with the IP address in the name: 10.0.0.1.nip.io, app-10-0-0-1.sslip.io, 7f000001.nip.io. In other names it
# is a version, or a provider's name of a line: release-10-2-0-1.docs.example.
_IP_IN_NAME = expression(
    r"(?<![0-9a-z])(?:[0-9]{1,3}([.-])(?:[0-9]{1,3}\1){2}[0-9]{1,3}|[0-9a-f]{8})(?![0-9a-z])(?=.*\.(?:nip\.io|sslip\.io|xip\.io|traefik\.me)$)"
)
# File paths on somebody's computer or a shared disk, as systems write them.
_FILE = expression(
    r"(?<![\w/.])(?:(?:file|smb|afp|nfs|sftp):/+|~[/\\]|[A-Za-z]:(?:\\|/(?!/))|\\\\\w|/(?:home|root|tmp|srv|Users|Volumes|mnt|media)/|/(?:[^\s/]+/){2,})[^\s/\\]"
)
# Up to the end of the host: a comma or a mark behind it is not part of it.
_IN_WORDS = expression(r"https?://[^\s<>\"'(),;!?”’»/]*\w[^\s<>\"'(),;!?”’»/]*", re.IGNORECASE)
_NAT64 = IPv6Network("64:ff9b::/96")
_PART = expression(r"0x([0-9a-f]+)|(0[0-7]*)|([1-9][0-9]*)")
_BASES = {1: 16, 2: 8, 3: 10}
_PORTS = {"http": 80, "https": 443}
_PLAIN = expression(r"[A-Za-z0-9._/-]*")


def is_same_page(one: str, other: str) -> bool:
    """Whether two addresses (http or https) lead to the same page, as far as the addresses themselves show.

    Scheme, "www.", the default port, a trailing slash, the order of parameters, percent-encoding, the fragment and tracking
    parameters do not count.
    """
    try:
        return one == other or _form(one) == _form(other)
    except ValueError:  # an invalid port
        return False


def page_key(url: str) -> Hashable:
    """Return a key that is equal for all addresses of a page, as `is_same_page` compares them; for other text, the text."""
    try:
        return _form(url)
    except ValueError:
        return url


def is_urn(source: str | None) -> bool:
    """Whether the source is a URN, such as "urn:newsml:agency.example:1": a news agency's name for an item, the same in all its versions."""
    return (source or "")[:4].lower() == "urn:"


def is_private_address(url: str) -> bool:
    """Whether only this machine or its network can reach the page, judged by its address: localhost, 192.168.1.20, intranet, wiki.local.

    No name server is asked: that would reveal the name to it.
    """
    try:
        host = normalize("NFKC", unquote(urlsplit(url).hostname or "")).lower().replace("。", ".").rstrip(".")
    except ValueError:
        return False
    try:
        return not _is_public(_parse_ip(host))
    except ValueError:
        return (
            "." not in host
            or f".{host}".endswith(_PRIVATE_DOMAINS)
            or any(map(_contains_private_ip, _IP_IN_NAME.finditer(host)))
        )


def contains_file_path(words: str) -> bool:
    """Whether the text contains a file path on somebody's computer: "/home/ada/call.mp3", "see C:\\Users\\ada\\call.mp3"."""
    return bool(_FILE.search(words))


def leads_inside(words: str) -> bool:
    """Whether the text says where something is that only this machine or its network has: a file path, or a private address."""
    return contains_file_path(words) or any(map(is_private_address, _IN_WORDS.findall(words)))


def _is_public(number: IPv4Address | IPv6Address) -> bool:
    """Whether the IP address is public, or the IPv4 address in an IPv6 one is: there are several ways to embed one."""
    within = None
    if isinstance(number, IPv6Address):
        if number.is_site_local:
            return False
        within = number.ipv4_mapped or number.sixtofour
        if number in _NAT64:
            within = IPv4Address(int(number) & 0xFFFFFFFF)
    return (within or number).is_global and not number.is_multicast


def _contains_private_ip(found: re.Match[str]) -> bool:
    """Whether the IP address in a host name is private: "10.0.0.1.nip.io"."""
    try:
        return not ip_address(found[0].replace("-", ".") if found[1] else int(found[0], 16)).is_global
    except ValueError:  # 300.1.1.1
        return False


def _parse_ip(host: str) -> IPv4Address | IPv6Address:
    """Parse an IP address as browsers do, also in short form (127.1) and with parts in base 16 (0x7f.1) or 8 (0177.0.0.1). Raises ValueError."""
    parts = [_PART.fullmatch(part) for part in host.split(".")]
    values = [int(part[part.lastindex], _BASES[part.lastindex]) for part in parts if part and part.lastindex]
    if len(values) < len(parts) or len(parts) > 4 or max(values[:-1], default=0) > 255:
        return ip_address(host)
    return IPv4Address(values[-1] + sum(value << 24 - 8 * at for at, value in enumerate(values[:-1])))


def without_reader(url: str) -> str:
    """Return the address without what names the person who got or shared it; it leads to the same page. Everything else stays as it is."""
    page, hash_sign, fragment = url.partition("#")
    page, _, query = page.partition("?")
    try:
        host = _site(urlsplit(page).hostname)
    except ValueError:
        host = ""
    kept = [one for one in query.split("&") if not _is_personal(one.partition("=")[0], host)]
    if len(kept) == query.count("&") + 1:
        return url
    return page + ("?" if kept else "") + "&".join(kept) + hash_sign + fragment


def _is_personal(name: str, host: str) -> bool:
    return name in _PERSONAL_OF.get(host, ()) or bool(_PERSONAL.fullmatch(name))


def has_key(url: str) -> bool:
    """Whether the address has what may be a password or the key of a session: "?token=7f3a9c", ";jsessionid=7F3A9C"."""
    return bool(_KEY.search(url))


def unescaped_path(url: str) -> str:
    """Return the path up to the first character that may be escaped: equal for all addresses of a page, and for few others."""
    _, slash, path = url.replace("://", ":").partition("/")
    plain = _PLAIN.match(slash + path)
    return plain[0].rstrip("/") if plain else ""


def find_stable_words(url: str) -> list[str]:
    """Return lower-case words that occur in every spelling of the page's address."""
    try:
        host, _, _, asked, _ = _form(url)
    except ValueError:
        return []
    words = [] if host in _RENAMED_HOSTS.values() else [host]
    words += [value.lower() for _, value in asked]
    return [word for word in words if word and _PLAIN.fullmatch(word) and "xn--" not in word]


@lru_cache(maxsize=64)  # one address is compared with those of thousands of sources
def _form(url: str) -> tuple[str, int | None, str, tuple[tuple[str, str], ...], str]:
    """Return the parts of an address that identify the page: host, port, path, parameters, fragment."""
    parts = urlsplit(url)
    host = _site(parts.hostname)
    port = None if parts.port == _PORTS.get(parts.scheme) else parts.port
    path = quote(unquote(parts.path)).rstrip("/")
    asked = [
        pair
        for pair in parse_qsl(parts.query, True)
        if not (_is_tracking(pair[0], host) or _is_personal(pair[0], host))
    ]
    # "#!/story/5" is a page of its own on sites built in that way.
    place = parts.fragment if parts.fragment.startswith("!") else ""
    return _ascii(host), port, path, tuple(sorted(asked)), place


def _site(host: str | None) -> str:
    """The host by which a site is known, whichever of its hosts an address has; "" for an address without one."""
    bare = (host or "").rstrip(".").removeprefix("www.")
    return _RENAMED_HOSTS.get(bare, bare)


def _is_tracking(name: str, host: str) -> bool:
    return name in _TRACKING_OF.get(host, ()) or bool(_TRACKING.fullmatch(name))


def _ascii(host: str) -> str:
    """Return a host name in ASCII (IDNA), or as it is if that fails."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host
