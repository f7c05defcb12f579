"""An edited sheet comes back: what it changes, what stands against it, and then all of it or nothing."""
