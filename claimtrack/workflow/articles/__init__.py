"""An article comes in: it is read, recognised, looked up, and its claims are filed as proposed."""
