"""The parts of reading contacts, by concern; `data.extract.events` puts them together.

Lives here: what tells a contact, who took part, when, where, whether it took place. Must not live here: which passages
mean the same contact (`data.merge`), or any word list (contacts.toml).
"""
