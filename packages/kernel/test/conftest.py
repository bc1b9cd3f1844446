"""What every test of the kernel starts from: a history of its own."""

import os
import tempfile

os.environ["TSLINEN_HISTORY"] = os.path.join(tempfile.mkdtemp(), "history.jsonl")
