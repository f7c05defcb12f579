"""What one statement says: its terms, numbers, dates and names, and what it denies.

`reading.py` brings them together, each computed on first use. The packages each read one thing: `numbers/`, `names/`, `semantics/`
(what the words mean in this statement), `syntax/` (how they relate).
"""
