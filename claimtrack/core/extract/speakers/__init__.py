"""Who appears in an article, and whom a name, a title or a pronoun in it refers to.

`speakers` resolves a mention to a speaker, `labels` the label of a turn in a transcript, `interviewees` the words before an interview
to the person interviewed. The folders answer one question each: `mentions` (what kind of thing is mentioned?), `cast` (who appears?),
`topics` (whom are sentences about?), `antecedents` (whom does a mention refer back to?).
"""
