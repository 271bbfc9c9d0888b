"""The course folder of a teacher: what nbgrader needs to hand exercises out, to mark them and to give them back."""
