"""What the words of the six languages show about letters that were read: bigrams, known words."""
