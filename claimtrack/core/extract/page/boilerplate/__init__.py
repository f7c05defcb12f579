"""The parts of a page that claim nothing: headings, credits, datelines, greetings, questions, notes and headlines that interrupt the text."""
