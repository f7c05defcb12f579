"""Currencies: their signs, their codes and their names in running text. Data only.

Names that are a word of their own besides ("won", "real", "crown") are left out: a currency that is not known is a plain
number, which agrees with any.
"""

from __future__ import annotations

_LISTED = """
$: us$ usd dollar dollars bucks
cent: cents cent
pence: penny pennies
c$: ca$ cad
a$: au$ aud
nz$: nzd
hk$: hkd
s$: sgd
nt$: twd
£: gbp pound pounds quid
€: eur euro euros
¥: jpy yen
yuan: cny rmb renminbi
₹: inr rs rupee rupees
₽: rub rouble roubles ruble rubles
peso: ₱ php mxn mex$ pesos
rand: zar r
naira: ₦ ngn
franc: chf francs
krona: sek kronor
krone: nok dkk kroner
zloty: pln zlotys
forint: huf forints
koruna: czk korunas
hryvnia: ₴ uah hryvnias
lira: ₺ liras
shekel: ₪ ils nis shekels
dirham: aed dirhams
riyal: sar riyals
shilling: ksh kes tsh tzs ush ugx sh shs shillings
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


def _read() -> dict[str, str]:
    found = {}
    for line in _LISTED.strip().splitlines():
        kind, _, words = line.partition(": ")
        found.update(dict.fromkeys((kind, *words.split()), kind))
    return found


CURRENCIES = _read()
"""Sign, code or name in lower case -> the currency: by its sign or name."""

IN_PARTS = {"pence": frozenset({"£"}), "cent": frozenset({"$", "€", "c$", "a$", "nz$", "hk$", "s$", "rand"})}
"""A hundredth of a currency -> the currencies that it may be of."""

SIGNS = "".join(word for word in CURRENCIES if len(word) == 1 and not word.isalpha())
"""Signs that stand before a number: "€5"."""
DOLLARS = "US|CA?|AU?|NZ|HK|NT|Mex|S|R"
"""What stands before "$" to tell which dollar, or that it is none."""
CURRENCY_CODES = frozenset(
    "usd gbp eur r rs ksh tsh ush kes tzs ugx rm rp chf sek nok dkk pln huf czk aed sar ngn zar ghs inr idr myr php thb brl mxn"
    " cad aud nzd hkd sgd cny rmb jpy krw uah ils bdt kzt sh shs".split()
)
"""Those in letters that stand before a number: "EUR 105m", "KSh2.3bn"; no "try", which is a word."""
