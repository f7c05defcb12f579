"""What one statement says: its terms, numbers, dates, names, and what it denies.

`reading.py` holds them together, each worked out when asked for. The packages below read one thing each: `numbers/`,
`names/`, `semantics/` (what words mean in it), `syntax/` (where they stand).
"""
