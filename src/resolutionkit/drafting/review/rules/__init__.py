"""The checks of the drafting rules; their cards stand in ``data/rules``."""
