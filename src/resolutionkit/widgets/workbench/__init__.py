"""The drafting workbench: a draft on the left, what an editor would say and how the UN would print it on the right."""

from resolutionkit.widgets.workbench.bench import Workbench
