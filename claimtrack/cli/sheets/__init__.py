"""What goes to other programs and comes back: export, import."""
