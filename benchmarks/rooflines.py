"""What this machine can do at most, so that times can be read."""

import os
import platform
import subprocess
import sys
import time

import numpy as np

FLOPS = """
import time, numpy as np
a = np.random.default_rng(1).random((1000, 1000)); a @ a
best = min((lambda t: (a @ a, time.perf_counter() - t)[1])(time.perf_counter()) for _ in range(3))
print(2e9 / best)
"""
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def print_roofline(*, quick: bool) -> None:
    print(
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}; copying memory {_bandwidth(8 if quick else 256):.1f} GB/s (read and "
        f"written), one core {_flops() / 1e9:.1f} GFLOP/s (doubles, matrix product); load before the run "
        f"{os.getloadavg()[0]:.1f}",
        flush=True,
    )


def _bandwidth(mebibytes: int) -> float:
    """GB/s, each byte once read and once written; the best of five."""
    source = np.ones(mebibytes * 2**20 // 8)
    target = np.zeros_like(source)
    times = []
    for _ in range(5):
        started = time.perf_counter()
        np.copyto(target, source)
        times.append(time.perf_counter() - started)
    return 2 * source.nbytes / min(times) / 1e9


def _flops() -> float:
    """In a process of its own: BLAS reads its number of threads only when it starts."""
    found = subprocess.run(  # noqa: S603 - the words above
        [sys.executable, "-c", FLOPS], env=os.environ | ONE_THREAD, capture_output=True, text=True, check=True
    )
    return float(found.stdout)
