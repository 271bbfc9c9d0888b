"""The checks of the drafting rules: functions that bear the names of their cards, in modules that bear the names of the cards' files."""
