"""Files read apart from the program: in processes with limits, so that no file can take more than itself along."""

from ingest.apart.pool import Pool, pool_for

__all__ = ["Pool", "pool_for"]
