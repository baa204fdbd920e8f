"""Several processes that train one network, each on its part of every batch."""

from collections.abc import Sequence
from multiprocessing.synchronize import Barrier

import torch
from torch import Tensor, nn

from training.windows import Window


class Exchange:
    """Lets processes on one machine share the gradients of a step through common memory.

    On few busy cores this is quicker than threads, which wait for each other after every
    operation; processes wait once a step.
    """

    def __init__(self, rank: int, shared: Tensor, barrier: Barrier) -> None:
        """Take the number of this process and what all have in common.

        Args:
            rank: Number of this process, from 0.
            shared: One row for each process, made by `common_memory`.
            barrier: Lets the processes wait for each other.
        """
        self.rank, self.shared, self.barrier = rank, shared, barrier
        self.count = len(shared)

    def share_of(self, windows: Sequence[Window]) -> Sequence[Window]:
        """This process's part of a batch; may be empty."""
        return windows[self.rank :: self.count]

    def wait(self) -> None:
        """Go on when all processes have come this far."""
        self.barrier.wait()

    def average(self, parameters: Sequence[nn.Parameter], *, worked: bool) -> None:
        """Give every process the mean of the gradients of those that had something to do."""
        own = self.shared[self.rank]
        flags = own[-len(parameters) - 1 :]
        place = 0
        for number, parameter in enumerate(parameters):
            flags[number] = float(parameter.grad is not None)
            if parameter.grad is not None:
                own[place : place + parameter.numel()].copy_(parameter.grad.flatten())
            place += parameter.numel()
        flags[-1] = float(worked)
        self.barrier.wait()
        given = self.shared[:, -len(parameters) - 1 :].tolist()
        workers = sum(row[-1] for row in given)
        place = 0
        for number, parameter in enumerate(parameters):
            inside = slice(place, place + parameter.numel())
            parts = [self.shared[k, inside] for k, row in enumerate(given) if row[number]]
            if parts:
                mean = sum(parts[1:], parts[0] / workers if len(parts) == 1 else parts[0])
                mean = mean if len(parts) == 1 else mean.div_(workers)
                parameter.grad = mean.view_as(parameter)
            place += parameter.numel()
        self.barrier.wait()


def common_memory(parameters: Sequence[nn.Parameter], count: int) -> Tensor:
    """Room for the gradients of all parameters, and which of them there are, of each process."""
    size = sum(parameter.numel() for parameter in parameters) + len(parameters) + 1
    return torch.zeros(count, size).share_memory_()
