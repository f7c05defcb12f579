"""Who is named: where the noun phrase that tells the speaker begins and ends, and whether it can be whoever says something."""
