"""Currencies, in words, codes and signs, and whose they are."""

from __future__ import annotations

from claimtrack.core.match.words.lexicon import groups_by_word

_LISTED = """
$: dollar dollars bucks | us us$ usd | canada c$ ca$ cad | australia a$ au$ aud | new zealand nz$ nzd | hong kong hk$ hkd
    | singapore s$ sgd | taiwan nt$ twd
cent: cents cent
pence: penny pennies
£: pound pounds | uk £ gbp quid | egypt egp
€: eur euro euros
¥: jpy yen
yuan: cny rmb renminbi
₹: ₹ rs rupee rupees | india inr | pakistan pkr | nepal npr | sri lanka lkr
₽: rub rouble roubles ruble rubles
peso: pesos | philippines ₱ php | mexico mxn mex$
rand: zar r
naira: ₦ ngn
franc: francs | switzerland chf | cfa xof xaf
krone: krona kroner | norway nok | denmark dkk | sweden sek kronor | czechia czk koruna korunas
zloty: pln zlotys
forint: huf forints
hryvnia: ₴ uah hryvnias
lira: ₺ liras
shekel: ₪ ils nis shekels
dirham: dirhams | emirates aed
riyal: riyals | saudi arabia sar | qatar qar
dinar: dinars | kuwait kwd | jordan jod | iraq iqd
shilling: sh shs shillings | kenya ksh kshs kes | tanzania tsh tshs tzs | uganda ush ushs ugx
cedi: ₵ ghs cedis
ringgit: rm myr
rupiah: rp idr
baht: ฿ thb
taka: ৳ bdt
reais: r$ brl
₩: krw
₫: vnd
tenge: ₸ kzt
"""
"""Each currency, with the words for it in whatever country, and behind bars those that tell which country's it is."""


def _read() -> tuple[dict[str, str], dict[str, str]]:
    found, issuers = {}, {}
    for line in _LISTED.strip().replace("\n    ", " ").splitlines():
        kind, _, listing = line.partition(": ")
        anywhere, *countries = (words.split() for words in listing.split(" | "))
        found.update(dict.fromkeys((kind, *anywhere), kind))
        for words in countries:
            size = 1 + (" ".join(words[:2]) in _MONEY_OF_TWO_WORDS)
            found.update(dict.fromkeys(words[size:], kind))
            issuers.update(dict.fromkeys(words[size:], " ".join(words[:size])))
    return found, issuers


_MONEY_OF_TWO_WORDS = ("new zealand", "hong kong", "saudi arabia", "sri lanka")
CURRENCIES, ISSUERS = _read()
"""Sign, code or name in lower case -> the currency: by its sign or name; and -> the country that it is of, where it tells."""
MONEY = frozenset(CURRENCIES.values())

BEHIND_A_PEOPLE = groups_by_word("krone: crown crowns | ₩: won | reais: real reals | ₫: dong")
"""What is a currency only where a people's name stands before it."""

IN_PARTS = {"pence": frozenset({"£"}), "cent": frozenset({"$", "€", "rand"})}
"""A hundredth of a currency -> the currencies that it may be of."""

SIGNS = "".join(word for word in CURRENCIES if len(word) == 1 and not word.isalpha())
"""Signs that stand before a number: "€5"."""
DOLLARS = "US|CA?|AU?|NZ|HK|NT|Mex|S|R"
"""What stands before "$" to tell which dollar, or that it is none."""
CURRENCY_CODES = frozenset(
    "usd gbp eur r rs ksh tsh ush kshs tshs ushs kes tzs ugx rm rp chf sek nok dkk pln huf czk aed sar ngn zar ghs inr idr myr php thb"
    " brl mxn cad aud nzd hkd sgd twd cny rmb jpy krw uah ils bdt kzt sh shs egp pkr npr lkr xof xaf qar kwd jod iqd".split()
)
"""Those in letters that stand before a number: "EUR 105m", "KSh2.3bn"; no "try", which is a word."""
