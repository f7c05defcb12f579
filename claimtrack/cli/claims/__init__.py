"""One claim after the other: filed, decided about, worked on, looked at, and whose they are."""
