"""What is known of the language of resolutions: openers, verbs, citations, labels."""
