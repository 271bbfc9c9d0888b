"""The kit as a static site: any web server shows it, and nothing has to be installed to learn with it."""
