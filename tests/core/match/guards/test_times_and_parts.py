"""Decades and recurring days, past habits, what is left open, and what a number is part of."""

from tests.tables import each_row

ROWS = [
    ("The brewery in Malm was closed in the 1980s because of the ferry", "The brewery in Malm was closed in 1980 because of the ferry", "conflict", "a decade, its first year"),
    ("The cook lives in a flat above the brewery in Malm", "The cook used to live in a flat above the brewery in Malm", "conflict", "used to"),
    ("The cooks who work at the brewery in Malm get free beer", "The cooks who used to work at the brewery in Malm get free beer", "conflict", "who used to"),
    ("The beer that kills rats in the port of Malm is banned", "The beer used to kill rats in the port of Malm is banned", "duplicate", "used for it"),
    ("The brewery in Malm is closed on Friday, a cook says", "The brewery in Malm is closed on Fridays, a cook says", "conflict", "one day, each such day"),
    ("All 30 cooks on the ferry to Malm survived the blast", "About 30 cooks on the ferry to Malm survived the blast", "related", "all, about"),
    ("In all, 30 cooks on the ferry to Malm were hurt in the blast", "Some 30 cooks on the ferry to Malm were hurt in the blast", "duplicate", "in all, about"),
    ("Much of the beer of the brewery in Malm was stolen", "All of the beer of the brewery in Malm was stolen", "conflict", "much, all"),
    ("Cooks freed the brewers and hurt two of the sailors in Malm", "Cooks freed two of the brewers and hurt the sailors in Malm", "conflict", "two of which group"),
    ("Cooks in Malm have not ruled out that the fire on the old ferry to the island of Orsk was arson", "Cooks in Malm have shown that the fire on the old ferry to the island of Orsk was arson", "conflict", "left open, shown"),
    ("The beer sold on the ferry in Malm was tax-free last year", "The beer sold on the ferry in Malm was taxed last year", "conflict", "tax-free, taxed"),
    ("The cook from Malm won 40 fights on the ferry in May", "The cook from Malm claims to have won 40 fights on the ferry in May", "related", "claims to have"),
    ("Contrary to reports, the brewery in Malm was solvent in May", "According to reports, the brewery in Malm was solvent in May", "conflict", "contrary to, according to"),
    ("Contrary to reports, the brewery in Malm was solvent in May", "The brewery in Malm was solvent in May", "duplicate", "unconfirmed reports"),
    ("The blast hit the ferry in Malm on Friday night, cooks say", "The blast hit the ferry on the way to Malm on Friday night, cooks say", "related", "at the place, on the way there"),
    ("The choir of Malm sings only on Friday in the old brewery", "The choir of Malm sings only on Fridays in the old brewery", "related", "only on one day of the week"),
    ("Six cooks were hurt in a Sunday night blast on the ferry to Malm", "Six cooks were hurt in a blast on the ferry to Malm on Sunday night", "duplicate", "a day before a noun"),
    ("From 1970 to 1979 the brewery in Malm lost forty cooks", "In the 1970s the brewery in Malm lost forty cooks", "related", "a decade, its first and last year"),
    ("The brewery in Malm was built in the early 1970s by cooks", "The brewery in Malm was built in 1970 by cooks", "related", "early in a decade"),
    ("Brewers run twice the risk of dying from a fall, a cook says", "Brewers run twice the risk of death from a fall, a cook says", "duplicate", "dying as a noun"),
    ("The old cook of the ferry to Malm is dying, brewers say", "The old cook of the ferry to Malm is dead, brewers say", "conflict", "dying, dead"),
    ("The cook found a dying seal on the pier in Malm", "The cook found a dead seal on the pier in Malm", "related", "a dying one, a dead one"),
    ("The beer law has been in force in Malm since 2005", "The beer law was in force in Malm in 2005", "related", "since then, at that time"),
    ("The brewery has been closed since Friday because of snow", "The brewery was closed on Friday because of snow", "duplicate", "done at that time"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_a_changed_time_or_part_is_distinguished_from_a_rewording(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
