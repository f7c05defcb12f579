"""Which addresses belong to one page, which are private or have a key in them, and which words are file paths."""

from claimtrack.core.texts.addresses import (
    contains_file_path,
    find_stable_words,
    has_key,
    is_private_address,
    is_same_page,
    leads_inside,
    unescaped_path,
    without_reader,
)
from tests.tables import each_row

PAGE = "https://news.example/rents/1"
SAME = [
    ("a slash at the end", PAGE, PAGE + "/"),
    ("a position within the page", PAGE, PAGE + "#top"),
    ("no encryption", PAGE, "http://news.example/rents/1"),
    ("www", PAGE, "https://www.news.example/rents/1"),
    ("capitals in the host", PAGE, "https://News.Example/rents/1"),
    ("the default port", PAGE, "https://news.example:443/rents/1"),
    ("a newsletter's parameters", PAGE, PAGE + "?utm_source=mail&utm_medium=x"),
    ("a social network's parameters", PAGE, PAGE + "?fbclid=IwAR0"),
    ("tracking beside a relevant parameter", PAGE + "?id=5", PAGE + "?gclid=1&id=5"),
    ("the order of parameters", PAGE + "?a=1&b=2", PAGE + "?b=2&a=1"),
    ("escaped letters", "https://news.example/caf%C3%A9", "https://news.example/café"),
    ("the host in ASCII", "https://bücher.example/1", "https://xn--bcher-kva.example/1"),
    ("a host alone", "https://news.example", "https://news.example/"),
    ("X's parameters of a post", "https://x.com/ada/status/1", "https://x.com/ada/status/1?s=20&t=q7"),
    (
        "the former name of X",
        "https://x.com/ada/status/1",
        "https://mobile.twitter.com/ada/status/1?s=20",
    ),
    (
        "YouTube's parameters",
        "https://www.youtube.com/watch?v=a1",
        "https://m.youtube.com/watch?v=a1&si=q7&feature=share",
    ),
    ("all at once", PAGE, "http://www.news.example/rents/1/?utm_source=a#top"),
]
APART = [
    ("another path", PAGE, "https://news.example/rents/2"),
    ("another host", PAGE, "https://other.example/rents/1"),
    ("a subdomain", PAGE, "https://blog.news.example/rents/1"),
    ("another port", PAGE, "https://news.example:8443/rents/1"),
    ("a parameter that names the page", PAGE + "?id=5", PAGE + "?id=6"),
    ("a parameter without a name", PAGE + "?12345", PAGE + "?67890"),
    ("a parameter without a value", PAGE + "?print=", PAGE),
    ("a word that looks like tracking to a crawler", PAGE + "?eid=5", PAGE + "?eid=6"),
    ("what tracks on one site alone", PAGE + "?s=5", PAGE + "?s=6"),
    ("another video", "https://www.youtube.com/watch?v=a1", "https://www.youtube.com/watch?v=a2"),
    ("capitals in the path", PAGE, "https://news.example/Rents/1"),
    ("a page of its own after the hash", "https://news.example/#!/1", "https://news.example/#!/2"),
]


INSIDE = [
    ("this machine", "http://localhost:8001/desk", True),
    ("by IP address", "http://127.0.0.1/", True),
    ("by IPv6 address", "http://[::1]:8001/", True),
    ("a subdomain of it", "https://app.localhost/1", True),
    ("a private network", "http://192.168.1.20/report.pdf", True),
    ("another private network", "https://10.0.0.7/", True),
    ("by IPv6 address", "http://[fd00::12]/", True),
    ("a host without a domain", "http://intranet/minutes", True),
    ("a local domain", "http://wiki.local/", True),
    ("another local domain", "https://files.corp.internal./a", True),
    ("a router's domain", "http://nas.lan/minutes", True),
    ("another local domain name", "http://printer.home/", True),
    ("a company's local domain", "https://wiki.corp/minutes", True),
    ("this machine by its long name", "http://localhost.localdomain:8001/", True),
    ("this machine in short", "http://127.1/", True),
    ("this machine in base 16", "http://0x7f.1/", True),
    ("this machine in base 8", "http://0177.0.0.1/", True),
    ("this machine as one number", "http://2130706433/", True),
    ("this machine with a stop at the end", "http://localhost./", True),
    ("this machine in full-width digits", "http://１２７.0.0.1/", True),
    ("with stops of another script", "http://127。0。0。1/", True),
    ("with a stop that is escaped", "http://127%2e0.0.1/", True),
    ("a number of four parts written as one of eight", "http://[::ffff:10.0.0.1]/", True),
    ("a private address within an IPv6 address", "http://[64:ff9b::a00:1]/", True),
    ("a private address within an IPv6 address", "http://[2002:a00:1::]/", True),
    ("a public IP address in that notation", "http://[64:ff9b::808:808]/", False),
    ("a name that resolves to the number in it", "http://127.0.0.1.nip.io/", True),
    ("after another name", "https://app-10-0-0-1.sslip.io/1", True),
    ("in base 16", "http://7f000001.nip.io/", True),
    ("a public IP address in a name", "http://8.8.8.8.nip.io/", False),
    ("digits in a name that are not an address", "https://300.1.1.1.news.example/", False),
    ("a version in a name", "https://release-10-2-0-1.docs.example/notes", False),
    ("a provider's name of a line", "https://10.0.0.1.cable.example/", False),
    ("a name that resolves to this machine", "http://desk.localtest.me/", True),
    ("the name itself", "http://lvh.me:3000/", True),
    ("another such name", "http://desk.vcap.me/", True),
    ("Tailscale's name of a computer", "https://desk.tail1234.ts.net/minutes", True),
    ("a private address by an older rule", "http://[fec0::1]/", True),
    ("a router's own name", "http://fritz.box/", True),
    ("many machines at once", "http://224.0.0.1/", True),
    ("a public IP address in base 16", "http://0x08.0x08.8.8/", False),
    ("a public host", PAGE, False),
    ("a public IP address", "http://8.8.8.8/", False),
    ("a host containing such a word", "https://localhost.news.example/", False),
    ("a domain that ends like one", "https://thelocal.example/local", False),
    ("a domain that begins like a number", "https://127.1.example/", False),
    ("an impossible address", "http://[::1/", False),
    ("no host", "http:///rents", True),
]


@each_row(("reason", "url", "expected"), INSIDE)
def test_an_address_within_a_private_network_is_recognised(url, expected):
    assert is_private_address(url) is expected


FILES = [
    ("Linux", "/home/ada/Sources/call with Gus.mp3", True),
    ("a Mac", "/Users/ada/call.mp3", True),
    ("another disk of a Mac", "/Volumes/Sources/call.mp3", True),
    ("a short path", "~/Sources/call.mp3", True),
    ("Windows, with a space", "C:\\Users\\Ada Miller\\call.mp3", True),
    ("Windows, with forward slashes", "C:/Users/ada/call.mp3", True),
    ("a shared disk", "\\\\newsroom\\Sources\\call.mp3", True),
    ("as a browser writes it", "see file:///home/ada/call.mp3", True),
    ("a share, as a Mac writes it", "see smb://newsroom/Sources/call.mp3", True),
    ("a temporary file", "/tmp/Gus Moor.mp3", True),
    ("after words", "Phone call (recording: /home/ada/call.mp3)", True),
    ("a folder of a server", "/data/desk/Sources/call.mp3", True),
    ("a path without a host, which readers cannot open either", "/r/politics/comments/1", True),
    ("a file name alone", "Budget 2024.xlsx, sheet 3", False),
    ("a part of Reddit", "/r/politics, 3 May", False),
    ("one or the other", "and/or home/away games", False),
    ("a web address in words", "https://news.example/home/ada/1", False),
    ("a web address without its scheme", "news.example/home/ada", False),
    ("a time", "Radio 4: 8:10", False),
    ('"about" as a tilde', "~5 percent", False),
]


@each_row(("reason", "words", "expected"), FILES)
def test_a_file_path_in_a_text_is_recognised(words, expected):
    assert contains_file_path(words) is expected


@each_row(("reason", "one", "other"), SAME)
def test_addresses_of_one_page_are_equal_however_they_were_copied(one, other):
    assert is_same_page(one, other)
    assert is_same_page(other, one)


@each_row(("reason", "one", "other"), APART)
def test_addresses_of_different_pages_are_not_equal(one, other):
    assert not is_same_page(one, other)


@each_row(("reason", "one", "other"), SAME)
def test_the_stable_words_of_a_page_are_in_all_its_addresses(one, other):
    assert unescaped_path(one) == unescaped_path(other)
    for word in find_stable_words(one):
        assert word in other.lower()


def test_the_stable_words_of_a_page_are_its_distinctive_ones():
    page = "https://www.news.example/story/?ID=Ab12&utm_source=mail&q=caf%C3%A9"
    assert unescaped_path(page) == "/story"
    assert find_stable_words(page) == ["news.example", "ab12"]


@each_row("odd", ["https://a.example:port/1", "https://[a.example/1", "no address"])
def test_a_malformed_address_has_no_stable_words(odd):
    assert find_stable_words(odd) == []
    assert not is_same_page(odd, PAGE)


def test_an_odd_address_is_compared_without_an_error():
    assert not is_same_page("https://" + "a" * 80 + ".example/%ff", PAGE)


READERS = [
    ("a newsletter's number of a subscriber", PAGE + "?mc_cid=1&mc_eid=9f", PAGE + "?mc_cid=1"),
    ("the account that shared it", PAGE + "?igsh=bW9v", PAGE),
    ("between parameters that name the page", PAGE + "?a=%20&fbclid=IwAR0&b=ü#top", PAGE + "?a=%20&b=ü#top"),
    ("YouTube's account", "https://youtu.be/a1?si=q7&t=75", "https://youtu.be/a1?t=75"),
    (
        "X's, under its former name",
        "https://twitter.com/a/status/1?s=20&t=q7",
        "https://twitter.com/a/status/1",
    ),
    ("the same words elsewhere", PAGE + "?si=q7&t=75", PAGE + "?si=q7&t=75"),
    ("a campaign, which names nobody", PAGE + "?utm_source=mail", PAGE + "?utm_source=mail"),
    ("only in the fragment", PAGE + "#?fbclid=1", PAGE + "#?fbclid=1"),
    ("a question mark alone", PAGE + "?", PAGE + "?"),
    ("an impossible address", "https://[a.example/1?fbclid=1", "https://[a.example/1"),
]


@each_row(("reason", "url", "expected"), READERS)
def test_what_names_the_reader_of_a_page_is_removed_and_nothing_else(url, expected):
    assert without_reader(url) == expected
    assert without_reader(expected) == expected


KEYS = [
    ("a token", PAGE + "?id=5&token=7f3a9c", True),
    ("a token for an interface", PAGE + "?$$app_token=7f3a9c11", True),
    ("a signed address of a cloud", PAGE + "?X-Amz-Date=1&X-Amz-Signature=7f3a9c", True),
    ("a session in the path", "https://stats.example/t;jsessionid=7F3A9C1B?id=5", True),
    ("a password", PAGE + "?user=ada&password=secret1", True),
    ("a long key", PAGE + "?key=7f3a9c1b7f3a9c1b", True),
    ("a UUID as key", PAGE + "?key=7f3a9c1b-7f3a-4c1b-9f3a-7f3a9c1b7f3a", True),
    (
        "the key of a shared file at Dropbox",
        "https://www.dropbox.com/scl/fi/9f3a/minutes.pdf?rlkey=7f3a9c1b7f3a&dl=0",
        True,
    ),
    (
        "at Google",
        "https://drive.google.com/file/d/9f3a/view?usp=sharing&resourcekey=0-7f3a9c1b",
        True,
    ),
    ("at Microsoft", "https://onedrive.live.com/?cid=9f3a&authkey=!AF3a9c1b", True),
    ("words with hyphens name a page", PAGE + "?sid=annual-report-2023-final", False),
    ("a short key names a page", PAGE + "?key=rents", False),
    ("a token of no length", PAGE + "?token=&id=5", False),
    ("a parliament's session", PAGE + "?session=2023-2024", False),
    ("a word that contains one", PAGE + "?tokens=123456&keynote=12345678901234567", False),
]


@each_row(("reason", "url", "expected"), KEYS)
def test_an_address_with_a_key_is_recognised(url, expected):
    assert has_key(url) is expected


WORDS = [
    ("a file path", "Phone call (recording: /home/ada/call.mp3)", True),
    ("a private address in words", "our minutes, http://wiki.local/gus-moor, p. 2", True),
    ("one before a comma", "Minutes: http://192.168.1.1, p. 2", True),
    ("one before a closing quotation mark", "see “Minutes, http://wiki.local”", True),
    ("one that was left out", "Please send the page (https://...)", False),
    ("one in brackets", "Minutes (http://10.0.0.7/2)", True),
    ("a public address in words", "Radio 4, see https://radio.example/today", False),
    ("no address", "Radio 4, Today, 8:10", False),
]


@each_row(("reason", "words", "expected"), WORDS)
def test_words_that_say_where_something_inside_is_are_recognised(words, expected):
    assert leads_inside(words) is expected
