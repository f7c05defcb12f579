"""The names of a statement: people, bodies and countries, and the forms in which one name may stand."""
