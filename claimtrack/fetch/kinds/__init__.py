"""Kinds of files: which loader reads some bytes.

recognition   what kind they are: by the web server, the file's name, or the bytes
sheets        spreadsheets, which have rows and no running text
loading       the loader for that kind, an installed plug-in's or one of our own
limited       one of our own in a process that can be ended
"""
