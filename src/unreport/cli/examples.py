"""The examples below the help of `unreport` and `unreport parse`."""

EXAMPLES = """
\b
Examples:
  unreport parse L.1-Add.3.pdf                     the tree of one report
  unreport parse --check *.docx                    and what seems wrong in each
  unreport parse --format json *.txt > all.jsonl   one report a line
  unreport parse --format markdown - < draft.txt   from standard input
  unreport parse --format html draft.docx > draft.html
  unreport parse --visual L.1-Add.3.pdf            where a terminal shows Arabic reversed
"""
