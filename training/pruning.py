"""Cutting a trained network down to the attention heads and neurons that matter most.

How much the loss would change without a head or an inner neuron is estimated from its output times
the gradient of the loss there, summed over each text's words and averaged in absolute value
(Michel et al. 2019, "Are sixteen heads really better than one?"; Molchanov et al. 2019).
"""

import torch
from torch import Tensor, nn

from training.network import HEAD_WIDTH, Layer, Network


class Importance:
    """Collects, while losses are led back through a network, what each of its parts does."""

    def __init__(self, network: Network) -> None:
        """Begin to listen."""
        self.inner = [torch.zeros(layer.inner) for layer in network.layers]
        self.heads = [torch.zeros(layer.heads) for layer in network.layers]
        self._hooks = []
        for number, layer in enumerate(network.layers):
            self._listen(layer.down, self.inner[number], 1)
            self._listen(layer.out, self.heads[number], HEAD_WIDTH)

    def _listen(self, part: nn.Linear, total: Tensor, width: int) -> None:
        def forward(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            values = given[0]
            values.register_hook(lambda gradient: add(values.detach(), gradient))

        def add(values: Tensor, gradient: Tensor) -> None:
            effect = (values * gradient).flatten(0, 1).view(-1, len(total), width).sum(2)
            rows = effect.view(len(values), -1, len(total)).sum(1)
            total.add_(rows.abs().mean(0))

        self._hooks.append(part.register_forward_pre_hook(forward))

    def stop(self) -> None:
        """Listen no more."""
        for hook in self._hooks:
            hook.remove()

    def shares(self, heads: int, inner: int) -> list[tuple[float, float]]:
        """Of each layer, the shares of all importance that so many heads and neurons have."""
        return [
            (_share(of_heads, heads), _share(of_inner, inner))
            for of_heads, of_inner in zip(self.heads, self.inner, strict=True)
        ]


def prune(network: Network, importance: Importance, heads: int, inner: int) -> Network:
    """A network with only so many heads and inner neurons in each layer, the most important.

    Args:
        network: Stays as it is.
        importance: Of its parts.
        heads: Heads left in a layer.
        inner: Neurons left in a layer.
    """
    small = Network(len(network.pieces.weight), heads, inner)
    own = network.state_dict()
    rest = {name: value for name, value in own.items() if not name.startswith("layers.")}
    small.load_state_dict(rest, strict=False)
    for number, (old, new) in enumerate(zip(network.layers, small.layers, strict=True)):
        kept = _best(importance.heads[number], heads)
        columns = [head * HEAD_WIDTH + k for head in kept for k in range(HEAD_WIDTH)]
        _cut(old, new, columns, _best(importance.inner[number], inner))
    return small


def _share(values: Tensor, count: int) -> float:
    return round(float(values.topk(count).values.sum() / values.sum()), 3)


def _best(values: Tensor, count: int) -> list[int]:
    return sorted(values.topk(count).indices.tolist())


@torch.no_grad()
def _cut(old: Layer, new: Layer, columns: list[int], neurons: list[int]) -> None:
    width = old.out.in_features
    rows = [part * width + column for part in range(3) for column in columns]
    _copy(new.mix, old.mix.weight[rows], old.mix.bias[rows])
    _copy(new.out, old.out.weight[:, columns], old.out.bias)
    _copy(new.up, old.up.weight[neurons], old.up.bias[neurons])
    _copy(new.down, old.down.weight[:, neurons], old.down.bias)
    new.norm.load_state_dict(old.norm.state_dict())
    new.last_norm.load_state_dict(old.last_norm.state_dict())


def _copy(part: nn.Linear, weight: Tensor, bias: Tensor) -> None:
    part.weight.copy_(weight)
    part.bias.copy_(bias)
