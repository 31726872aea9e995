"""Past one machine: the network's figures by Apache Spark, from Parquet of any size.

Interactions and ties stay in Spark, cut into pieces. What there is of each person (a name, a few numbers) is
on the driver, which asks all pieces the same question, round after round, and puts their answers together in
a fixed order: so the same input gives the same figures however many machines there are.
"""

from knoop.distributed.analysis import analyse
from knoop.distributed.findings import Findings
from knoop.distributed.session import NoSpark, spark_session

__all__ = ["Findings", "NoSpark", "analyse", "spark_session"]
