"""Currencies by word, code and sign, and the countries that issue them."""

from __future__ import annotations

from claimtrack.core.language.word_lists import groups_by_word, words_of

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
franc: francs | switzerland chf sfr | cfa xof xaf
krone: krona kroner | norway nok nkr | denmark dkk dkr | sweden sek skr kronor | czechia czk koruna korunas
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
taka: ৳ bdt tk
reais: r$ brl
₩: krw
₫: vnd
tenge: ₸ kzt
"""
"""Each currency with its words in any country and, after bars, those that identify the country."""


def _parse_listing() -> tuple[dict[str, str], dict[str, str]]:
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
CURRENCIES, ISSUERS = _parse_listing()
"""CURRENCIES: sign, code or name in lower case -> the currency. ISSUERS: the same -> its country, if that identifies it."""
MONEY = frozenset(CURRENCIES.values())

AFTER_NATIONALITY = groups_by_word("krone: crown crowns | ₩: won | reais: real reals | ₫: dong")
"""Words that are a currency only after the adjective of a country."""

SUBUNIT_OF = {"pence": frozenset({"£"}), "cent": frozenset({"$", "€", "rand"})}
"""Hundredth of a currency -> the currencies that it may belong to."""

SIGNS = "".join(word for word in CURRENCIES if len(word) == 1 and not word.isalpha())
"""Signs that precede a number: "€5"."""
DOLLARS = "US|CA?|AU?|NZ|HK|NT|Mex|S|R"
"""What precedes "$" to say which dollar it is, or that it is none."""
CURRENCY_CODES = words_of(
    "usd gbp eur r rs ksh tsh ush kshs tshs ushs kes tzs ugx rm rp chf sek nok dkk pln huf czk aed sar ngn "
    "zar ghs inr idr myr php thb brl mxn cad aud nzd hkd sgd twd cny rmb jpy krw uah ils bdt kzt sh shs egp "
    "pkr npr lkr xof xaf qar kwd jod iqd tk sfr nkr dkr skr"
)
"""Codes in letters that may precede a number, "EUR 105m", "KSh2.3bn"; "try" is left out, as it is a word."""
