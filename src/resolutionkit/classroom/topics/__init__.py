"""The exercises themselves, a module a topic: what is asked, what is right, and what typically goes wrong."""
