"""Reading many articles: by one process or several, with a report of progress, and nothing lost when one fails.

Lives here: `read_articles`. Must not live here: rules of reading, files, or the cache.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from data.corpus import Progress
from data.extract.article import ArticleFinds, read_article
from data.lexicon import load_lexicon
from data.read import Problem, Source

ALONE = 80  # articles one process reads sooner than others have started
_BATCH = 20
_NEW_OBJECTS = 50_000  # after which garbage is looked for while articles are read; Python's own number is 700
_THRESHOLD = gc.get_threshold()


def read_safely(source: Source) -> ArticleFinds | Problem:
    """One decoded file → its finds; an article no rule was prepared for becomes a problem, not an end."""
    try:
        return read_article(source, load_lexicon())
    except Exception as error:
        return Problem(
            source.file,
            source.article_id,
            "error",
            "reader-failed",
            f"{source.file} could not be read: {type(error).__name__}: {error}. Please report it with the file.",
        )


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Look for garbage less often: what the reading of an article leaves behind points back to little."""
    gc.set_threshold(_NEW_OBJECTS, *_THRESHOLD[1:])
    try:
        yield
    finally:
        gc.set_threshold(*_THRESHOLD)


def _read_batch(batch: Sequence[Source]) -> list[ArticleFinds | Problem]:
    with _rarely_collected():
        return [read_safely(source) for source in batch]


def read_articles(
    sources: Sequence[Source], progress: Progress | None = None, workers: int | None = None
) -> list[ArticleFinds | Problem]:
    """Decoded files → finds or problem of each, in the same order, whatever the number of processes.

    `workers`: processes to use; by default one for few articles, else one for each core.
    """
    if workers is None:
        workers = 1 if len(sources) < ALONE else _cores()
    batches = [sources[i : i + _BATCH] for i in range(0, len(sources), _BATCH)]
    done: list[ArticleFinds | Problem] = []
    for results in _by_processes(batches, workers) if workers > 1 else map(_read_batch, batches):
        done += results
        if progress:
            progress(len(done), len(sources))
    return done


def _cores() -> int:
    """Cores this process may use, which a container or an affinity can make fewer than there are."""
    from loky import cpu_count

    return int(cpu_count())


def _by_processes(batches: Sequence[Sequence[Source]], workers: int) -> Iterator[list[ArticleFinds | Problem]]:
    """Batches → results in order; what lost its process is read in this one."""
    from loky import ProcessPoolExecutor  # here: only large folders need it
    from loky.process_executor import BrokenProcessPool

    with ProcessPoolExecutor(max_workers=min(workers, len(batches))) as pool:
        futures = [pool.submit(_read_batch, batch) for batch in batches]
        for batch, future in zip(batches, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield _read_batch(batch)
