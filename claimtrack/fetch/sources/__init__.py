"""Sources: files, folders, standard input and web addresses; their articles are cleaned before they are returned."""
