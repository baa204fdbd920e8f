"""The encoder with its heads."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.crf import forbidden
from whence.extract.neural.encoding import CROSSINGS, PLACES, SHAPES
from whence.extract.neural.layout import (
    DISTANCES,
    GAPS,
    NAME_TAGS,
    PARAGRAPH_GAPS,
    SENTENCE_GAPS,
    TAGS,
    WIDTH,
)

HIDDEN = 384
HEADS = 12
HEAD_WIDTH = 32
INNER = 1536
LAYERS = 6
POSITIONS = 512
POOL = 1 << 23


class Noise:
    """Dropout from a pool of ready masks: drawing fresh ones takes a tenth of a CPU's time."""

    def __init__(self, share: float) -> None:
        self.share = share
        kept = torch.rand(POOL) >= share
        self.pool = kept.to(torch.float32) / (1 - share)

    def __call__(self, values: Tensor) -> Tensor:
        """The values with a share of them set to zero and the others raised."""
        size = values.numel()
        if self.share == 0 or size >= POOL:
            return functional.dropout(values, self.share) if self.share else values
        start = int(torch.randint(0, POOL - size, ()).item())
        if self.pool.device != values.device:
            self.pool = self.pool.to(values.device)
        return values * self.pool[start : start + size].view_as(values)


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, heads: int, inner: int) -> None:
        """Make a layer with so many attention heads and so many inner neurons."""
        super().__init__()
        self.heads, self.inner = heads, inner
        self.mix = nn.Linear(HIDDEN, 3 * heads * HEAD_WIDTH)
        self.out = nn.Linear(heads * HEAD_WIDTH, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, inner)
        self.down = nn.Linear(inner, HIDDEN)
        self.last_norm = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None, noise: Noise | None) -> Tensor:
        """The states one layer up; a mask is added to the attention scores."""
        batch, length, _ = x.shape
        mixed = self.mix(x).view(batch, length, 3, -1, HEAD_WIDTH)
        query, key, value = mixed.permute(2, 0, 3, 1, 4).unbind(0)
        if self.training:
            seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        else:
            weights = query * HEAD_WIDTH**-0.5 @ key.transpose(2, 3)
            weights = weights if mask is None else weights + mask
            seen = torch.softmax(weights, -1) @ value
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, -1))
        x = self.norm(x + (noise(seen) if noise else seen))
        grown = self.down(functional.gelu(self.up(x)))
        return self.last_norm(x + (noise(grown) if noise else grown))


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, vocabulary: int = 30522, heads: int = HEADS, inner: int = INNER) -> None:
        """Make a network whose layers have so many heads and neurons."""
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.places = nn.Embedding(PLACES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(heads, inner) for _ in range(LAYERS))
        self.tag = nn.Linear(HIDDEN, len(TAGS))
        self.name = nn.Linear(HIDDEN, len(NAME_TAGS))
        self.dependant = nn.Linear(HIDDEN, 4 * WIDTH)
        self.cue = nn.Linear(HIDDEN, 4 * WIDTH)
        self.anaphor = nn.Linear(HIDDEN, 2 * WIDTH)
        self.antecedent = nn.Linear(HIDDEN, 2 * WIDTH)
        self.meaning = nn.Linear(HIDDEN, HIDDEN, bias=False)
        self.telling = nn.Linear(HIDDEN, 1, bias=False)
        self.no_source = nn.Linear(2 * WIDTH, 1)
        self.no_cue = nn.Linear(2 * WIDTH, 1)
        self.no_antecedent = nn.Linear(WIDTH, 1)
        self.tag_tables = nn.Parameter(torch.zeros(CROSSINGS, len(TAGS), len(TAGS)))
        self.name_tables = nn.Parameter(torch.zeros(CROSSINGS, len(NAME_TAGS), len(NAME_TAGS)))
        self.by_distance = nn.Parameter(torch.zeros(3, DISTANCES))
        self.by_sentence = nn.Parameter(torch.zeros(3, SENTENCE_GAPS))
        self.by_paragraph = nn.Parameter(torch.zeros(3, PARAGRAPH_GAPS))
        self.by_gap = nn.Parameter(torch.zeros(3, GAPS))
        self.register_buffer("tag_rules", forbidden(len(TAGS)), persistent=False)
        self.register_buffer("name_rules", forbidden(len(NAME_TAGS)), persistent=False)
        for head in (self.no_source, self.no_cue, self.no_antecedent):
            nn.init.zeros_(head.weight)
            nn.init.zeros_(head.bias)
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.telling.weight)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.places.weight)
        self.noise: Noise | None = None
        self.frozen = 0

    def states(
        self, pieces: Tensor, shapes: Tensor, places: Tensor, real: Tensor | None = None
    ) -> Tensor:
        """Last hidden states; without `real` nothing is padding."""
        noise = self.noise if self.training else None
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.frozen):
            x = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
            x = self.norm(x + self.shapes(shapes) + self.places(places))
            if noise:
                x = noise(x)
            mask = None if real is None else (~real[:, None, None, :]).to(x.dtype) * -10000.0
            for layer in self.layers[: self.frozen]:
                x = layer(x, mask, noise)
        for layer in self.layers[self.frozen :]:
            x = layer(x, mask, noise)
        return x

    def meanings(self, states: Tensor, places: Tensor) -> Tensor:
        """Unit vectors of some contents (contents x 384).

        Args:
            states: Last states of a batch.
            places: For each content where its pieces stand in the flattened batch; -1 fills up.
        """
        known = places >= 0
        pieces = states.flatten(0, 1)[places.clamp(min=0)]
        scores = self.telling(pieces)[..., 0].masked_fill(~known, -1e4)
        means = (pieces * scores.softmax(-1)[..., None]).sum(1)
        return functional.normalize(self.meaning(means), dim=-1)

    def tag_steps(self) -> Tensor:
        """Transition tables of attribution tags, with illegal steps forbidden."""
        return self.tag_tables + self.tag_rules

    def name_steps(self) -> Tensor:
        """Transition tables of name tags."""
        return self.name_tables + self.name_rules

    def load_base(self, folder: Path) -> None:
        """Take the pretrained encoder's weights."""
        weights = load_file(folder / "model.safetensors")
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        with torch.no_grad():
            self.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + kind)
            _copy(self.norm, weights, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                name = f"encoder.layer.{number}."
                parts = [name + f"attention.self.{part}" for part in ("query", "key", "value")]
                layer.mix.weight.copy_(torch.cat([weights[p + ".weight"] for p in parts]))
                layer.mix.bias.copy_(torch.cat([weights[p + ".bias"] for p in parts]))
                _copy(layer.out, weights, name + "attention.output.dense")
                _copy(layer.norm, weights, name + "attention.output.LayerNorm")
                _copy(layer.up, weights, name + "intermediate.dense")
                _copy(layer.down, weights, name + "output.dense")
                _copy(layer.last_norm, weights, name + "output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])


def with_weights(weights: dict[str, Tensor]) -> Network:
    """A network of the sizes that its weights have, holding them."""
    network = Network(
        len(weights["pieces.weight"]),
        weights["layers.0.out.weight"].shape[1] // HEAD_WIDTH,
        len(weights["layers.0.up.weight"]),
    )
    network.load_state_dict(weights)
    return network


def scale() -> float:
    """What link scores are divided by."""
    return math.sqrt(WIDTH)
