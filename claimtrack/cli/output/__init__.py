"""What commands print: rows for people and programs on standard output, messages on standard error."""
