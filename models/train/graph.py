"""Writes a tfjs graph model: `model.json` and `weights.bin`, as the loader of @tensorflow/tfjs-converter 4.22 reads them.

    graph = Graph()
    image = graph.placeholder("image", [1, 384, 640, 1])
    graph.output("maps", graph.conv("head", image, kernel, bias, activation="Relu6", …))
    graph.write(folder)

One method for each operation that our networks use; all tensors are NHWC. Weights are kept as float16 (a quantization of the tfjs
format: the loader widens them to float32), so they must already be exact in float16: `write` refuses others, as the parity of
PyTorch and tfjs would be a lie. The encoding of attributes is that of TensorFlow's GraphDef as JSON: strings in base64, integers of
lists as decimal strings (source: operation_mapper and op_list of the converter).
"""

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

_TYPES = {np.dtype(np.float32): ("DT_FLOAT", "float32"), np.dtype(np.int32): ("DT_INT32", "int32")}


class Graph:
    def __init__(self) -> None:
        self._nodes: list[dict[str, Any]] = []
        self._weights: list[tuple[str, np.ndarray]] = []
        self._inputs: dict[str, Any] = {}
        self._outputs: dict[str, Any] = {}

    def placeholder(self, name: str, shape: Sequence[int]) -> str:
        """An input; -1 stands for a dimension that is not fixed."""
        self._node(name, "Placeholder", [], {"shape": {"shape": _shape(shape)}, "dtype": {"type": "DT_FLOAT"}})
        self._inputs[name] = {"name": f"{name}:0", "dtype": "DT_FLOAT", "tensorShape": _shape(shape)}
        return name

    def constant(self, name: str, value: np.ndarray) -> str:
        tensor = {"dtype": _TYPES[value.dtype][0], "tensorShape": _shape(value.shape)}
        self._node(name, "Const", [], {"dtype": {"type": _TYPES[value.dtype][0]}, "value": {"tensor": tensor}})
        self._weights.append((name, value))
        return name

    def conv(
        self, name: str, source: str, kernel: np.ndarray, bias: np.ndarray, stride: tuple[int, int], padding: tuple[int, int],
        relu6: bool, depthwise: bool = False,
    ) -> str:
        """kernel [h, w, in, out], or [h, w, in, 1] depthwise; bias [out]; padding: rows above and below, columns left and right."""
        height, width = kernel.shape[:2]
        if padding == (0, 0):
            pad = {"padding": _string("VALID")}
        elif stride == (1, 1) and padding == (height // 2, width // 2) and height % 2 == 1 and width % 2 == 1:
            pad = {"padding": _string("SAME")}
        else:
            around = [0, 0, padding[0], padding[0], padding[1], padding[1], 0, 0]
            pad = {"padding": _string("EXPLICIT"), "explicit_paddings": _integers(around)}
        attributes = {
            "T": {"type": "DT_FLOAT"}, "strides": _integers([1, *stride, 1]), "dilations": _integers([1, 1, 1, 1]), "num_args": {"i": "1"},
            "data_format": _string("NHWC"), **pad, "fused_ops": _strings(["BiasAdd", "Relu6"] if relu6 else ["BiasAdd"]),
        }
        sources = [source, self.constant(f"{name}/kernel", kernel), self.constant(f"{name}/bias", bias)]
        return self._node(name, "FusedDepthwiseConv2dNative" if depthwise else "_FusedConv2D", sources, attributes)

    def add(self, name: str, left: str, right: str) -> str:
        return self._node(name, "AddV2", [left, right], {"T": {"type": "DT_FLOAT"}})

    def relu6(self, name: str, source: str) -> str:
        return self._node(name, "Relu6", [source], {"T": {"type": "DT_FLOAT"}})

    def max_pool(self, name: str, source: str, kernel: tuple[int, int], stride: tuple[int, int]) -> str:
        attributes = {
            "T": {"type": "DT_FLOAT"}, "ksize": _integers([1, *kernel, 1]), "strides": _integers([1, *stride, 1]),
            "padding": _string("VALID"), "data_format": _string("NHWC"),
        }
        return self._node(name, "MaxPool", [source], attributes)

    def resize_nearest(self, name: str, source: str, height: int, width: int) -> str:
        size = self.constant(f"{name}/size", np.array([height, width], np.int32))
        attributes = {"T": {"type": "DT_FLOAT"}, "align_corners": {"b": False}, "half_pixel_centers": {"b": False}}
        return self._node(name, "ResizeNearestNeighbor", [source, size], attributes)

    def concat(self, name: str, sources: Sequence[str], axis: int) -> str:
        where = self.constant(f"{name}/axis", np.array(axis, np.int32))
        return self._node(name, "ConcatV2", [*sources, where], {"N": {"i": str(len(sources))}, "T": {"type": "DT_FLOAT"}})

    def reshape(self, name: str, source: str, shape: Sequence[int]) -> str:
        size = self.constant(f"{name}/shape", np.array(shape, np.int32))
        return self._node(name, "Reshape", [source, size], {"T": {"type": "DT_FLOAT"}})

    def output(self, name: str, source: str, shape: Sequence[int]) -> None:
        """Names a result; the node gets the output's own name, so that it is found by the node's or the signature's name alike."""
        self._node(name, "Identity", [source], {"T": {"type": "DT_FLOAT"}})
        self._outputs[name] = {"name": f"{name}:0", "dtype": "DT_FLOAT", "tensorShape": _shape(shape)}

    def write(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        specs, blobs = [], []
        for name, value in self._weights:
            spec: dict[str, Any] = {"name": name, "shape": list(value.shape), "dtype": _TYPES[value.dtype][1]}
            if value.dtype == np.float32:
                half = value.astype(np.float16)
                if not np.array_equal(half.astype(np.float32), value):
                    raise ValueError(f"{name} is not exact in float16; round the weights before export")
                spec["quantization"] = {"dtype": "float16", "original_dtype": "float32"}
                value = half
            specs.append(spec)
            blobs.append(np.ascontiguousarray(value).tobytes())
        model = {
            "format": "graph-model", "generatedBy": "platekeeper models/train/export.py", "convertedBy": None,
            "signature": {"inputs": self._inputs, "outputs": self._outputs},
            "modelTopology": {"node": self._nodes, "library": {}, "versions": {"producer": 1994}},
            "weightsManifest": [{"paths": ["weights.bin"], "weights": specs}],
        }
        (folder / "model.json").write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
        (folder / "weights.bin").write_bytes(b"".join(blobs))

    def _node(self, name: str, operation: str, sources: Sequence[str], attributes: dict[str, Any]) -> str:
        if any(node["name"] == name for node in self._nodes):
            raise ValueError(f"two nodes are named {name}")
        self._nodes.append({"name": name, "op": operation, **({"input": list(sources)} if sources else {}), "attr": attributes})
        return name


def _shape(shape: Sequence[int]) -> dict[str, Any]:
    return {"dim": [{"size": str(size)} for size in shape]} if len(shape) else {}


def _string(text: str) -> dict[str, str]:
    return {"s": base64.b64encode(text.encode()).decode()}


def _strings(texts: Sequence[str]) -> dict[str, Any]:
    return {"list": {"s": [base64.b64encode(text.encode()).decode() for text in texts]}}


def _integers(values: Sequence[int]) -> dict[str, Any]:
    return {"list": {"i": [str(value) for value in values]}}
