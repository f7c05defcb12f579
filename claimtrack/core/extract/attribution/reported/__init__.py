"""Where the words that somebody is said to have said begin and end, and what stands around them: to whom, when and where."""
