"""What window and command line ask for."""

from __future__ import annotations

import subprocess
import sys


def test_the_catalogue_is_known_without_the_library_that_draws() -> None:
    script = "import sys, reports.catalog; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
