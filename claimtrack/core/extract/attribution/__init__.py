"""Who says what in one sentence: from its verbs of saying to the rows it becomes.

`drafts` makes the rows and `attribution` tells who says what; `scope` holds what an attribution is. The folders answer one
question each: `verbs` (which words report?), `sources` (who is named?), `constructions` (how do source, verb and words stand?),
`reported` (where do the words begin and end?), `comments` (what does the outlet add?), `compound` (is it more than one statement?).
"""
