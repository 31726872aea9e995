"""Separate parts: hard shapes, and against SciPy's."""

import numpy as np

from knoop.distributed.parts import components
from knoop.distributed.pieces import cut
from knoop.network import Network
from knoop.network.shape import components as of_one_machine
from tests.distributed.graphs import both_ways

SIZE = 600


def parts(spark, network):
    contacts, count = both_ways(spark, network)
    pieces = cut(contacts, network.size, count=count)
    try:
        return components(pieces).tolist()
    finally:
        pieces.forget()
        contacts.unpersist()


def named(pairs):
    people = [f"{number:03}" for number in range(SIZE)]
    return Network.from_edges([(people[one], people[other]) for one, other in pairs], people=people)


def test_a_long_chain_of_people_in_no_order_is_one_part(spark):
    order = np.random.default_rng(1).permutation(SIZE - 2)
    found = parts(spark, named(zip(order[:-1].tolist(), order[1:].tolist(), strict=True)))
    assert set(found[: SIZE - 2]) == {0}
    assert found[SIZE - 2 :] == [1, 2]


def test_parts_are_those_of_one_machine(spark):
    pairs = np.random.default_rng(2).integers(0, SIZE, (SIZE // 2, 2)).tolist()
    network = named([pair for pair in pairs if pair[0] != pair[1]])
    assert parts(spark, network) == of_one_machine(network).tolist()
