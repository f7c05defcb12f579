"""What on a page claims nothing: headings, credits, datelines, greetings, questions."""
