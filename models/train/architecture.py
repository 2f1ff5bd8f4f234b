"""What a network is made of, told by the network itself: a table for the card, so that no card describes an architecture of the past.

    print(architecture(exported.rounded, exported.input["shape"]))

One line for each part of the module (the attribute its layers hang on), in the order of the data: its operations as they run, normalisations folded in,
the shape of what it gives, its multiply-adds and its parameters. Multiply-adds are of convolutions for one picture; other operations have none.
"""

from collections import Counter
from collections.abc import Sequence

import torch
from torch import fx, nn
from torch.fx.passes.shape_prop import ShapeProp
from torch.nn import functional as F

from report import table


def architecture(module: fx.GraphModule, input_shape: Sequence[int]) -> str:
    """input_shape: NHWC, of the model's card; a dimension of -1 is one picture here."""
    ShapeProp(module).propagate(torch.zeros(1, input_shape[3], *input_shape[1:3]))
    modules = dict(module.named_modules())
    operations: dict[str, Counter[str]] = {}
    shapes: dict[str, list[int]] = {}
    macs: Counter[str] = Counter()
    parameters: Counter[str] = Counter()
    for node in module.graph.nodes:
        kind = modules.get(node.target) if node.op == "call_module" else node.target
        name = _operation(kind)
        if node.op in ("placeholder", "output", "get_attr") or name is None:
            continue
        # What hangs on no module (an addition, an upsampling) belongs to the part before it in the data's order.
        part = str(node.target).split(".")[0] if node.op == "call_module" else next(reversed(operations), "input")
        operations.setdefault(part, Counter())[name] += 1
        shapes[part] = list(node.meta["tensor_meta"].shape)[1:]
        if isinstance(kind, nn.Conv2d):
            macs[part] += node.meta["tensor_meta"].shape[2] * node.meta["tensor_meta"].shape[3] * kind.weight.numel()
            parameters[part] += sum(weight.numel() for weight in kind.parameters())
    rows = [
        (f"`{part}`", ", ".join(name if count == 1 else f"{count} x {name}" for name, count in found.items()),
         " x ".join(map(str, shapes[part])), f"{macs[part] / 1e6:.2f}", f"{parameters[part]:,}")
        for part, found in operations.items()
    ]  # fmt: skip
    total = (f"{sum(macs.values()) / 1e6:.2f}", f"{sum(parameters.values()):,}")
    return table(("part", "operations", "gives (channels first)", "million multiply-adds", "parameters"), [*rows, ("all", "", "", *total)])


def _operation(kind: object) -> str | None:
    if isinstance(kind, nn.Conv2d):
        (height, width), (down, across) = kind.kernel_size, kind.stride
        depthwise = " depthwise" if kind.groups > 1 else ""
        stride = "" if (down, across) == (1, 1) else f", stride {down}" if down == across else f", stride {down} x {across}"
        return f"{height}x{width}{depthwise} to {kind.out_channels}{stride}"
    if isinstance(kind, nn.MaxPool2d):
        size = kind.kernel_size if isinstance(kind.kernel_size, tuple) else (kind.kernel_size,) * 2
        return f"max pool {size[0]}x{size[1]}"
    if kind is F.interpolate:
        return "nearest upsampling"
    if getattr(kind, "__name__", "") == "add":
        return "add"
    if kind is torch.cat:
        return "concatenate"
    return None  # relu6 is fused into the convolution before it; the rest moves no data
