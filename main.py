"""Careleaf, started from a checkout: ``python main.py`` is the same program as ``careleaf``."""

import sys

from viewer.app import main

if __name__ == "__main__":
    sys.exit(main())
