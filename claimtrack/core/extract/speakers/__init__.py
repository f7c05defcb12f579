"""Who appears in an article, and whom a name, a title or a pronoun in it means."""
