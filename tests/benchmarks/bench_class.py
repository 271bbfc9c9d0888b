"""How long ``resolutionkit class`` takes for 30 desks and 30 drafts: ``.venv/bin/python tests/benchmarks/bench_class.py``.

The goal is 5 s on a quiet computer.
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "classroom"))

from made_class import make_class

from resolutionkit.classroom.class_view import read_class

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        folder = make_class(Path(place))
        for run in ("first", "second"):
            begin = time.perf_counter()
            learners = read_class(folder)
            print(f"{run} run: {len(learners)} learners in {time.perf_counter() - begin:.1f} s")
