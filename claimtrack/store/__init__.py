"""Storage of the desk in its SQLite file: the only Python code with SQL, one module per aggregate."""
