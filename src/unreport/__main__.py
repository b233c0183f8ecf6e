"""`python -m unreport`."""

import sys

from unreport.cli.main import main

sys.exit(main())
