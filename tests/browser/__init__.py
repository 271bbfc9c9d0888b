"""What a browser shows: one browser, one JupyterLab and one page for all files of this folder, as long as pytest is in it."""
