"""What the user passes to a command: the desk and the actor, recurring options and arguments, parameter types, files and standard input."""
