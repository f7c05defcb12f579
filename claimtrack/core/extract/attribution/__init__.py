"""Who says what in one sentence: from its reporting verbs to the rows it becomes.

`drafting` makes the rows (`clause_drafts` those of a clause), `attribution` finds who says what, and `scope` defines an attribution.
Each folder answers one question:
`verbs` (which words report?), `sources` (who is named?), `constructions` (in what order do source, verb and content stand?),
`reported` (where does the content begin and end?), `comments` (what does the outlet add?), `compound` (is there more than one statement?).

In examples, S, T, A and B stand for statements, X and Doe for whoever makes them; the content is what a source is reported to say.
Positions are indices of tokens, and ranges exclude their end: `at` is the word in question (mostly the cue), `group` where its verb
group begins, `said` where the content begins, `rest` where the words after "X said" begin, `floor` the lowest index to consider.
"""
