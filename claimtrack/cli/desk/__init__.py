"""Commands on the desk as a whole: init, demo, backup, doctor, serve, user, publish, archive, stats, tune."""
