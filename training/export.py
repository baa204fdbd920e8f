"""From trained weights to the files in the package."""

import shutil
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.base import fetch_base
from training.network import Network, with_weights
from whence.extract.neural.projecting import PROJECTIONS
from whence.extract.neural.session import HEADS, MODEL, VOCABULARY

OPSET = 17
INPUTS = ("pieces", "shapes", "places")
OUTPUTS = ("states", "tags", "names")
HEADS_OF = ("/tag/", "/name/", "/network/tag/", "/network/name/")
UNFUSED = ["SkipLayerNormFusion"]  # its kernel takes six times as long as its two parts
IN_NUMPY = (
    *PROJECTIONS,
    "meaning",
    "telling",
    "no_source",
    "no_cue",
    "no_antecedent",
    "by_distance",
    "by_sentence",
    "by_paragraph",
    "by_gap",
)


class Shipped(nn.Module):
    """The part of the network that runs in the shipped file: the encoder and scores of tags."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, pieces: Tensor, shapes: Tensor, places: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Last states, and scores of attribution tags and of name tags; nothing is padding."""
        states = self.network.states(pieces, shapes, places)
        return states, self.network.tag(states), self.network.name(states)


def load_network(checkpoint: Path) -> Network:
    """The network with a checkpoint's weights, ready to run."""
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    return with_weights(state["network"]).eval()


def export(checkpoint: Path, base: Path, folder: Path) -> Path:
    """Folder with the shipped files: the 8-bit encoder, the vocabulary, and the small heads."""
    folder.mkdir(parents=True, exist_ok=True)
    network = load_network(checkpoint)
    whole = checkpoint.with_name("model.fp32.onnx")
    _write_onnx(network, whole)
    small = checkpoint.with_name("model.int8.onnx")
    _quantize(whole, small)
    _optimise(small, folder / MODEL)
    shutil.copyfile(fetch_base(base) / "vocab.txt", folder / VOCABULARY)
    np.savez_compressed(folder / HEADS, **_small_heads(network))
    return folder


def _write_onnx(network: Network, path: Path) -> None:
    pieces = torch.randint(1000, 2000, (2, 96))
    blank = torch.zeros_like(pieces)
    torch.onnx.export(
        Shipped(network).eval(),
        (pieces, blank, blank),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: "batch", 1: "length"} for name in (*INPUTS, *OUTPUTS)},
        opset_version=OPSET,
        dynamo=False,
    )


def _quantize(whole: Path, path: Path) -> None:
    """Write the encoder with 8-bit weights, one scale a column.

    Seven bits are used: with eight, processors without VNNI saturate their 16-bit sums, and
    results would differ between machines. The heads stay exact.
    """
    graph = onnx.load(str(whole)).graph
    exact = [n.name for n in graph.node if n.op_type == "MatMul" and n.name.startswith(HEADS_OF)]
    quantize_dynamic(
        str(whole),
        str(path),
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=exact,
    )


def _optimise(small: Path, path: Path) -> None:
    """Write the graph as onnxruntime would make it over at every start."""
    settings = onnxruntime.SessionOptions()
    settings.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    settings.optimized_model_filepath = str(path)
    onnxruntime.InferenceSession(
        str(small), settings, providers=["CPUExecutionProvider"], disabled_optimizers=UNFUSED
    )


def _small_heads(network: Network) -> dict[str, np.ndarray]:
    heads = {
        name: value.numpy().astype(np.float16)
        for name, value in network.state_dict().items()
        if name.split(".")[0] in IN_NUMPY
    }
    with torch.no_grad():
        heads["tag_tables"] = network.tag_steps().numpy().astype(np.float16)
        heads["name_tables"] = network.name_steps().numpy().astype(np.float16)
    return heads
