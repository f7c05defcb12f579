"""Statements in the same words that differ in who does what to whom, which thing is which, or how far something reaches."""

from tests.tables import each_row

ROWS = [
    ("The parish sued the brewery that dug the well near Malm", "The brewery that dug the well near Malm sued the parish", "conflict", "a relative clause"),
    ("The parish sued Orme, who dug the well near Malm in May", "Orme, who dug the well near Malm in May, sued the parish", "conflict", "set off by commas"),
    ("The town that Orme burned in 1990 was Malm, a cook said", "The town that burned Orme in 1990 was Malm, a cook said", "conflict", "the antecedent of the clause"),
    ("The cook the guards shot in Malm on Sunday was armed", "The cook who shot the guards in Malm on Sunday was armed", "conflict", "a clause without a pronoun"),
    ("The cooks near Malm attacked at dawn on Sunday", "The cooks near Malm were attacked at dawn on Sunday", "conflict", "without an object"),
    ("The well near Malm closed at dawn on Sunday", "The well near Malm was closed at dawn on Sunday", "duplicate", "in the passive"),
    ("The cooks arrested in the raid on Malm were armed", "The cooks who were arrested in the raid on Malm were armed", "duplicate", "a participle"),
    ("The former cook of the parish burned the well in Malm", "The cook of the former parish burned the well in Malm", "conflict", "former"),
    ("The former cook of the parish burned the well in Malm", "The parish's former cook burned the well in Malm", "duplicate", "an owner"),
    ("The acting cook of the parish burned the well in Malm", "The cook of the acting parish burned the well in Malm", "conflict", "acting"),
    ("Fake cooks burned barrels in the harbour of Malm in May", "Cooks burned fake barrels in the harbour of Malm in May", "conflict", "at the head"),
    ("The parish sued the brewery that had been there since 1990", "The brewery that had been there since 1990 sued the parish", "conflict", "with a time"),
    ("The old price of malt beer in Malm doubled in May", "Malm's old malt beer price doubled in May", "duplicate", "a compound"),
    ("Three young cooks and a guard burned the well in Malm", "A young guard and three cooks burned the well in Malm", "related", "which of two has the property"),
    ("A wooden barrel was left in the harbour by two cooks", "A barrel was left in the wooden harbour by two cooks", "conflict", "a thing and a place"),
    ("Three young cooks and a guard burned the well in Malm", "A guard and three young cooks burned the well in Malm", "duplicate", "a word that only moved"),
    ("The parish sold its new barrels and wells to a guard", "The parish sold its new wells and barrels to a guard", "duplicate", "said of both"),
    ("The tax on barrels will cost the old parish of Malm 3 million", "The barrel tax will cost the old parish of Malm 3 million", "duplicate", "a compound in place of a preposition"),
    ("The cook and a guard wrote to the parish of Malm", "The cook wrote to the parish of Malm about a guard", "related", "about whom"),
    ("Two guards and a cook were singing in the harbour of Malm", "A cook was singing for two guards in the harbour of Malm", "related", "for whom"),
    ("The cook and a guard signed the lease on the well in Malm", "The cook signed the lease on the well in Malm with a guard", "duplicate", "with whom"),
    ("The parish of Malm has to close two of its wells", "The parish of Malm is able to close two of its wells", "conflict", "obliged, able"),
    ("The well in the harbour of Malm is not yet open", "The well in the harbour of Malm is no longer open", "conflict", "not yet, no longer"),
    ("Cooks in Malm may fish between 8 pm and 5 am", "Cooks in Malm may fish between 5 am and 8 pm", "conflict", "between two times"),
    ("The road between Malm and Orsk is closed in May", "The road between Orsk and Malm is closed in May", "duplicate", "between two places"),
    ("Cooks in Malm may fish if they pay for it", "Cooks in Malm may fish whether or not they pay for it", "conflict", "whether or not"),
    ("Few cooks in the harbour of Malm trust the parish", "A few cooks in the harbour of Malm trust the parish", "conflict", "few, a few"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_the_same_words_are_compared_by_their_roles(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
