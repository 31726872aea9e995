"""T6: do the rules name the stage that a made-up network was made in?"""

import numpy as np

from benchmarks.table import heading, table, verdict
from knoop.network.generators import in_family, out_of_family, rules_checked
from knoop.network.generators_independent import independent_family
from knoop.network.stage import stage


def run(*, quick: bool = False) -> None:
    heading("T6 Stage of the network: rules against networks of a known stage")
    families = {
        "in-family (as Krebs & Holley describe them)": (in_family(each=1 if quick else 25), 0.93),
        "out-of-family (models of the literature)": (out_of_family(each=4 if quick else 80), 0.91),
        "independent (drawn from the models' names alone)": (
            independent_family(each=4 if quick else 80),
            0.91,
        ),
    }
    for name, (networks, target) in families.items():
        found = rules_checked(networks, lambda network: stage(network).number)
        print(f"\n{name}: {found.networks} networks; rows: made in, columns: named")
        counts = np.array(found.table)
        table(
            ["stage", *(str(number) for number in range(1, 6))],
            [[str(number), *map(int, row)] for number, row in enumerate(counts, start=1)],
        )
        made, named = np.nonzero(counts)
        error = (found.right * (1 - found.right) / found.networks) ** 0.5
        print(verdict(f"right (standard error {error:.3f})", found.right, target))
        print(verdict("within one stage", found.within_one, 1.0))
        print(f"furthest off: {int(np.abs(made - named).max())} stages")
