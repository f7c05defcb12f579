"""What one statement reports as done, received, decided or in use is still to come in the other."""

from tests.tables import each_row

ROWS = [
    ("The tram line to the harbour in Oslen is still under construction", "Trams have been running on the line to the harbour in Oslen already since May", "conflict", "being built, already in use"),
    ("Farmers in Dorra are waiting for the drought relief that was promised in May", "Farmers in Dorra have received the drought relief that was promised in May", "conflict", "waiting, received"),
    ("The tax on plastic bags in Lund is still being debated", "The tax on plastic bags in Lund is already in force", "conflict", "debated, in force"),
    ("The court in Vell has yet to rule on the ban on mopeds", "The court in Vell has approved the ban on mopeds", "conflict", "yet to rule, approved"),
    ("The merger of the two hospitals is only a plan", "The two hospitals have merged", "conflict", "only a plan, done"),
    ("The new stadium in Torv is being built", "The new stadium in Torv has opened", "conflict", "being built, opened"),
    ("The toll on lorries takes effect next year", "The toll on lorries is in force", "conflict", "next year, in force"),
    ("The sale of the club Varn is being negotiated", "The sale of the club Varn has been concluded", "conflict", "negotiated, concluded"),
    ("The village of Nord is planned to have wind turbines on the hill", "The village of Nord already has wind turbines on the hill", "conflict", "planned, there already"),
    ("The drug for migraine is still under review in Canada", "The drug for migraine is approved in Canada", "conflict", "under review, approved"),
    ("The tram line to the harbour in Oslen is still under construction", "Workers are building a tram line to the harbour in Oslen", "related", "both being built"),
    ("The bill on vapes is being debated in parliament", "Parliament has begun to debate the bill on vapes", "related", "begun is not done"),
    ("The judges are considering the appeal of the banker", "The banker's appeal is under review by the judges", "related", "both under review"),
    ("The trial of the banker is under way in Oslen", "The trial of the banker has started in Oslen", "related", "started, under way"),
    ("The road in Marn is being repaired", "Repairs of the road in Marn are not finished", "related", "not finished"),
    ("Rescue work is still under way at the mine in Kell", "Rescuers have been searching the mine in Kell", "related", "searching"),
    ("The ban on mopeds is planned for 2027", "The ban on mopeds has been announced for 2027", "related", "planned, announced"),
    ("The new bridge, which has cost 40 million so far, is still under construction", "Some 40 million has been spent on the new bridge, which is still being built", "related", "spent so far"),
    ("The toll on lorries in Marn takes effect next year", "The toll on lorries in Marn will be in force next year", "related", "in force next year"),
    ("The toll on lorries takes effect next week", "Next week the toll on lorries is in effect", "duplicate", "next week in effect"),
    ("The toll on lorries is to be in force next year", "The toll on lorries is in force", "conflict", "to be in force, in force"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_a_pending_act_contradicts_a_completed_one(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
