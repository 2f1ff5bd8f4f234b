"""The one exporter: a torch module in, a tfjs graph model with its card's figures and its parity fixture out.

    exported = export_model(model, "image", [1, 384, 640, 1], ["maps"], folder)
    write_card(folder, exported=exported, …)        # card.py: last, as it hashes what was written

The module is traced (torch.fx), its normalisation folded into the convolutions, its weights rounded to float16, and every operation
written by graph.py. Tensors of rank four are NHWC outside and inside; a result of lower rank keeps PyTorch's order of axes. A
dimension given as -1 is not fixed (a batch). An operation that is not known here is an error that names it.

`parity.json` holds what the rounded module answers, in PyTorch, to a drawn pattern (`pattern`, the same formula in the test, no
photograph): test/models/parity.test.ts asks tfjs the same and compares.
"""

import base64
import json
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import fx, nn
from torch.fx.passes.shape_prop import ShapeProp
from torch.nn import functional as F
from torch.nn.utils.fusion import fuse_conv_bn_eval

from graph import Graph

PARITY_STEP = 7  # every seventh value of a large output is kept: prime to the channel counts, so all channels are seen
PARITY_LARGE = 8192


@dataclass(frozen=True)
class Exported:
    rounded: nn.Module  # what was written: folded, float16-rounded; for measuring what the runtime will do
    macs: int  # multiply-adds for one picture
    parameters: int
    input: dict[str, object]  # {"name", "shape"}
    outputs: list[dict[str, object]]  # [{"name", "shape"}, …]


def export_model(model: nn.Module, input_name: str, input_shape: Sequence[int], output_names: Sequence[str], folder: Path) -> Exported:
    """Writes model.json, weights.bin and parity.json into the folder. The module gives a tensor, or a dict with the output names."""
    count = 1 if input_shape[0] == 1 else 2
    example = pattern(count, *input_shape[1:3])
    rounded = rounded_module(model)
    ShapeProp(rounded).propagate(example)
    writer = _Writer(rounded, input_shape[0] == -1)
    writer.run(input_name, input_shape, output_names)
    writer.graph.write(folder)
    with torch.no_grad():
        answer = rounded(example)
    answers = answer if isinstance(answer, dict) else {output_names[0]: answer}
    _write_parity(folder / "parity.json", example, {name: answers[name] for name in output_names})
    return Exported(rounded, writer.macs // count, sum(p.numel() for p in rounded.parameters()), {"name": input_name, "shape": list(input_shape)}, writer.outputs)


def rounded_module(model: nn.Module) -> fx.GraphModule:
    """The module in eval mode with normalisations folded into the convolutions before them and every weight rounded to float16."""
    traced = fx.symbolic_trace(model.cpu().eval())
    modules = dict(traced.named_modules())
    for node in list(traced.graph.nodes):
        source = node.args[0] if node.args else None
        if node.op != "call_module" or not isinstance(modules[node.target], nn.BatchNorm2d):
            continue
        if not (isinstance(source, fx.Node) and source.op == "call_module" and isinstance(modules[source.target], nn.Conv2d) and len(source.users) == 1):
            raise NotImplementedError(f"a normalisation that does not follow a convolution: {node.target}")
        traced.set_submodule(source.target, fuse_conv_bn_eval(modules[source.target], modules[node.target]))
        node.replace_all_uses_with(source)
        traced.graph.erase_node(node)
    traced.graph.lint()
    traced.recompile()
    traced.delete_all_unused_submodules()
    with torch.no_grad():
        for parameter in traced.parameters():
            parameter.copy_(parameter.half().float())
    return traced.eval().requires_grad_(False)


def pattern(count: int, height: int, width: int) -> torch.Tensor:
    """[n, 1, h, w], about -2 to 2: soft light, a grain of noise from a linear congruential generator, and three plates of bars."""
    image = np.empty((count, height, width))
    state = 12345
    for n in range(count):
        for y in range(height):
            for x in range(width):
                state = (state * 1664525 + 1013904223) % 2**32
                image[n, y, x] = 0.8 * np.sin((y + 9 * n) / 17) * np.cos(x / 29) + 0.4 * (state / 2**32 - 0.5)
        for part, ground in ((0.15, 1.6), (0.45, -1.2), (0.7, 1.1)):
            top, left, bar = int(part * height), int((0.9 - part) * width * 0.8), max(2, width // 160)
            for y in range(top, min(height, top + height // 8)):
                for x in range(left, min(width, left + width // 6)):
                    image[n, y, x] = ground * (-0.7 if (x // bar) % 3 == 0 and top + height // 32 < y < top + height // 10 else 1.0)
    return torch.from_numpy(image.astype(np.float32))[:, None]


class _Writer:
    """Walks a traced graph and writes each node. A value is the name of its node and the torch axis behind each of its axes."""

    def __init__(self, module: fx.GraphModule, batched: bool) -> None:
        self.graph, self.macs, self.outputs = Graph(), 0, []
        self._module, self._batched = module, batched
        self._modules = dict(module.named_modules())
        self._values: dict[fx.Node, tuple[str, tuple[int, ...]]] = {}

    def run(self, input_name: str, input_shape: Sequence[int], output_names: Sequence[str]) -> None:
        for node in self._module.graph.nodes:
            if node.op == "placeholder":
                self._values[node] = (self.graph.placeholder(input_name, input_shape), (0, 2, 3, 1))
            elif node.op == "output":
                result = node.args[0]
                for name in output_names:
                    self._output(name, result[name] if isinstance(result, dict) else result)
            else:
                kind = self._modules[node.target] if node.op == "call_module" else node.target
                self._values[node] = self._write(node, kind)

    def _write(self, node: fx.Node, kind: object) -> tuple[str, tuple[int, ...]]:
        name = _name(node)
        if kind in (operator.add, torch.add):
            (left, order), (right, other) = (self._values[each] for each in node.args)
            if order != other:
                raise NotImplementedError(f"{name}: adding tensors whose axes are in different order")
            return self.graph.add(name, left, right), order
        if kind is torch.cat:
            sources = [self._values[each] for each in node.args[0]]
            axis = node.args[1] if len(node.args) > 1 else node.kwargs.get("dim", 0)
            return self.graph.concat(name, [each for each, _ in sources], sources[0][1].index(axis)), sources[0][1]
        source, order = self._values[node.args[0]]
        if isinstance(kind, nn.Conv2d):
            return self._conv(node, kind, source), order
        if isinstance(kind, nn.ReLU6) or kind is F.relu6:
            if _fused(node.args[0], self._modules):
                return source, order
            return self.graph.relu6(name, source), order
        if isinstance(kind, nn.MaxPool2d):
            if _pair(kind.padding) != (0, 0) or _pair(kind.dilation) != (1, 1) or kind.ceil_mode:
                raise NotImplementedError(f"{name}: a pooling with padding, dilation or ceil_mode")
            return self.graph.max_pool(name, source, _pair(kind.kernel_size), _pair(kind.stride)), order
        if kind is F.interpolate and node.kwargs.get("mode") == "nearest":
            height, width = _shape(node)[2:]
            return self.graph.resize_nearest(name, source, height, width), order
        if kind in ("squeeze", "transpose", "flatten"):
            return self._rearrange(node, kind, source, order)
        raise NotImplementedError(f"{name}: the exporter does not know {kind}")

    def _conv(self, node: fx.Node, conv: nn.Conv2d, source: str) -> str:
        depthwise = conv.groups == conv.in_channels == conv.out_channels and conv.groups > 1
        if (conv.groups != 1 and not depthwise) or _pair(conv.dilation) != (1, 1) or isinstance(conv.padding, str):
            raise NotImplementedError(f"{node.name}: a convolution with groups, dilation or named padding")
        weight = conv.weight.detach().numpy()
        kernel = weight.transpose(2, 3, 0, 1) if depthwise else weight.transpose(2, 3, 1, 0)
        bias = conv.bias.detach().numpy() if conv.bias is not None else np.zeros(conv.out_channels, np.float32)
        shape = _shape(node)
        self.macs += shape[0] * shape[2] * shape[3] * weight.size
        return self.graph.conv(
            _name(node), source, np.ascontiguousarray(kernel), bias, _pair(conv.stride), _pair(conv.padding),
            relu6=_relu6_alone_follows(node, self._modules), depthwise=depthwise,
        )

    def _rearrange(self, node: fx.Node, kind: str, source: str, order: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
        """Moves no data: dropping axes of size one, and renaming axes."""
        shape, name = _shape(node.args[0]), _name(node)
        axes = [axis % len(shape) for axis in node.args[1:]]
        if kind == "transpose":
            swapped = {axes[0]: axes[1], axes[1]: axes[0]}
            return source, tuple(swapped.get(axis, axis) for axis in order)
        dropped = [axes[0]] if kind == "squeeze" else [axis for axis in range(axes[0] + 1, len(shape)) if shape[axis] == 1]
        kept = [axis for axis in order if axis not in dropped]
        if len(kept) != len(_shape(node)) or any(shape[axis] != 1 for axis in dropped):
            raise NotImplementedError(f"{name}: {kind} that would move data")
        renamed = {axis: number for number, axis in enumerate(sorted(kept))}
        return self.graph.reshape(name, source, self._sizes([shape[axis] for axis in kept])), tuple(renamed[axis] for axis in kept)

    def _output(self, name: str, node: fx.Node) -> None:
        source, order = self._values[node]
        shape = _shape(node)
        if len(shape) < 4 and order != tuple(range(len(shape))):
            raise NotImplementedError(f"output {name}: its axes come out in the order {order}")
        sizes = self._sizes([shape[axis] for axis in order])
        self.graph.output(name, source, sizes)
        self.outputs.append({"name": name, "shape": sizes})

    def _sizes(self, sizes: Sequence[int]) -> list[int]:
        return [-1 if self._batched else sizes[0], *sizes[1:]]


def _relu6_alone_follows(node: fx.Node, modules: dict[str, nn.Module]) -> bool:
    users = list(node.users)
    return len(users) == 1 and (users[0].target is F.relu6 or (users[0].op == "call_module" and isinstance(modules[users[0].target], nn.ReLU6)))


def _fused(node: fx.Node, modules: dict[str, nn.Module]) -> bool:
    return node.op == "call_module" and isinstance(modules[node.target], nn.Conv2d) and _relu6_alone_follows(node, modules)


def _name(node: fx.Node) -> str:
    return f"net/{node.name}"  # the plain names belong to inputs and outputs


def _shape(node: fx.Node) -> list[int]:
    return list(node.meta["tensor_meta"].shape)


def _pair(value: object) -> tuple[int, int]:
    return (value, value) if isinstance(value, int) else (int(value[0]), int(value[1]))


def _write_parity(path: Path, example: torch.Tensor, answers: dict[str, torch.Tensor]) -> None:
    outputs = []
    for name, answer in answers.items():
        nhwc = answer.permute(0, 2, 3, 1) if answer.ndim == 4 else answer
        flat = nhwc.contiguous().numpy().astype("<f4").ravel()
        step = PARITY_STEP if flat.size > PARITY_LARGE else 1
        outputs.append({"name": name, "shape": list(nhwc.shape), "step": step, "float32": base64.b64encode(flat[::step].tobytes()).decode()})
    count, _, height, width = example.shape
    path.write_text(json.dumps({"input": {"pattern": [count, height, width]}, "outputs": outputs}) + "\n", encoding="utf-8")
