"""Archives of documents: every file parsed in a worker process, tables written, nothing lost."""
