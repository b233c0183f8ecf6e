"""`python -m unreport`."""

import sys

from unreport.cli import main

sys.exit(main())
