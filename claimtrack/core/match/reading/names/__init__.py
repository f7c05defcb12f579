"""The names in a statement: people, bodies and countries, and the forms that one name may take."""
