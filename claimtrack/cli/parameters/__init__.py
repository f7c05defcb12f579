"""What a person gives a command: the desk and who is at it, options that recur, files and lines."""
