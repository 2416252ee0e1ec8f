"""Durations, clock times, ordinals, counts, gaps, ages and percentages in one article, each in a module of its own.

Lives here: how such figures are read, with the interval their wording allows. Must not live here: what a figure belongs
to (`data.extract.claims`), or words of a language.
"""
