"""The resolution as data: its model, the one that the kit holds, and how texts are read and written."""
