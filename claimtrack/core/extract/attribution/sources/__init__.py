"""Who is named: where the noun phrase of the speaker begins and ends, and whether it can name a speaker."""
