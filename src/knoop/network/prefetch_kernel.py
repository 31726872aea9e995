"""Compiled: asking memory for what will be read soon. Import it when needed."""

from collections.abc import Callable
from typing import Any

from llvmlite import ir  # type: ignore[import-untyped, unused-ignore]
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic


def _prefetch(_typing: Any, array: Any, row: Any, column: Any) -> tuple[Any, Callable[..., Any]]:
    """Ask for the cache line of array[row, column], two-dimensional, without waiting for it.

    Rows that are read in no order at all are otherwise waited for one by one: four times slower once the
    array is larger than the cache. Only asks: where it points outside the array nothing happens.
    """

    def generated(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        held = context.make_array(signature.args[0])(context, builder, given[0])
        place = builder.bitcast(held.data, ir.IntType(8).as_pointer())
        strides = cgutils.unpack_tuple(builder, held.strides)  # type: ignore[no-untyped-call, unused-ignore]
        for index, kind, stride in zip(given[1:], signature.args[1:], strides, strict=True):
            steps = context.cast(builder, index, kind, types.intp)
            place = builder.gep(place, [builder.mul(steps, stride)])
        number = ir.IntType(32)
        declared = ir.FunctionType(ir.VoidType(), [ir.IntType(8).as_pointer(), number, number, number])
        asked = cgutils.get_or_insert_function(  # type: ignore[no-untyped-call, unused-ignore]
            builder.module, declared, "llvm.prefetch.p0i8"
        )
        # To read, to keep close, and of data rather than of code.
        builder.call(asked, [place, number(0), number(3), number(1)])
        return context.get_dummy_value()

    return types.void(array, row, column), generated


prefetch: Any = intrinsic(_prefetch)
