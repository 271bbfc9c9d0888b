"""Writing a resolution: what an editor would say to a draft, and how delegations agree on one text."""
