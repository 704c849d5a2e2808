"""Write ``extract/classifier/data/sums.onnx``: one product of eight-bit numbers whose sums overflow where sixteen bits hold them.

    python scripts/build_sums.py

Needs the extra ``train`` (for ``onnx``). :func:`dateline.extract.classifier.model.sums_are_exact` runs it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper

OUT = Path(__file__).resolve().parent.parent / "src/dateline/extract/classifier/data/sums.onnx"
#: As long as a kernel's longest step, and as wide; all numbers are the largest of their eight bits.
ROWS, COLUMNS = 64, 16


def main() -> None:
    """Writes the file."""
    weights = numpy_helper.from_array(np.full((ROWS, COLUMNS), 127, dtype=np.int8), "weights")
    given = helper.make_tensor_value_info("numbers", TensorProto.UINT8, ["rows", ROWS])
    sums = helper.make_tensor_value_info("sums", TensorProto.INT32, ["rows", COLUMNS])
    graph = helper.make_graph([helper.make_node("MatMulInteger", ["numbers", "weights"], ["sums"])], "sums", [given], [sums], [weights])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="dateline")
    model.ir_version = 8
    OUT.write_bytes(model.SerializeToString())


if __name__ == "__main__":
    main()
