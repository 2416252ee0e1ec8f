"""Commands for people who work on Hotline: generated docs, the scorer, the bench. Nothing the dashboard needs."""
