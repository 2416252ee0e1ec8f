"""Finding things in one article: pure functions of (document, vocabulary), without pandas, clock or paths."""
