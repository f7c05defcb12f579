"""The desk in its file: the only Python that writes SQL, one module per aggregate."""
