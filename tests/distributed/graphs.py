"""Graphs as tables of Spark."""

import numpy as np
import pyarrow as pa

from knoop.network.graph import pairs_of


def both_ways(spark, network):
    """(person, other, weight 1) of the undirected form, and how many rows."""
    first, second = pairs_of(network)
    table = pa.table(
        {
            "person": np.append(first, second).astype(np.int32),
            "other": np.append(second, first).astype(np.int32),
            "weight": np.ones(2 * len(first), dtype=np.int64),
        }
    )
    return spark.createDataFrame(table).persist(), 2 * len(first)
