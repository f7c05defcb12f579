"""Who appears in an article, and whom a name, a title or a pronoun in it means.

`speakers` goes from a mention to a speaker, `labels` from the label of a transcript's turn, `interviewees` from the words before an
interview to whoever is asked. The folders answer one question each:
`naming` (what sort of thing is a mention?), `cast` (who appears?), `topics` (whom are sentences about?), `antecedents` (whom does
a mention refer back to?).
"""
