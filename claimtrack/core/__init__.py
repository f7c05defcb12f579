"""The pure part: no database, no command line, no web, no network, no clock."""
