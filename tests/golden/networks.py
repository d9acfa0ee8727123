#!/usr/bin/env python3
"""Reference trajectories of networks, from PyTorch's own layers and losses in double precision.

Run it with the Python that has PyTorch (Debian: python3-torch):

    python3 tests/golden/networks.py

It writes tests/golden/networks/*.json, one file per network; README.md says what is in them.
"""
import json
import pathlib
import random

import torch
from torch import nn

from trajectories import NUDGE, first_order, reproducible

ROWS = [1, 10, 100]
FOLDER = pathlib.Path(__file__).parent / "networks"

ACTIVATIONS = {
    "linear": nn.Identity,
    "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh,
    "relu": nn.ReLU,
    "leaky_relu": nn.LeakyReLU,
    "gelu": nn.GELU,
}
LOSSES = {
    "mse": nn.MSELoss(),
    "squared_error": lambda outputs, targets: nn.MSELoss(reduction="sum")(outputs, targets) / len(outputs),
    "cross_entropy": nn.CrossEntropyLoss(),
    "binary_cross_entropy": nn.BCEWithLogitsLoss(),
}


# --- networks and what they learn --------------------------------------------------------------------

class Task:
    """A network with its data: as the engine takes it (`objective`), and as a function of one flat vector."""

    def __init__(self, seed, layers, activation, output, loss, examples, key="network"):
        chance = random.Random(seed)
        self.layers = layers
        self.loss = LOSSES[loss]
        names = [activation] * (len(layers) - 2) + [output]
        self.modules = [(nn.Linear(i, o), ACTIVATIONS[a]()) for i, o, a in zip(layers, layers[1:], names)]
        self.inputs = [[round(chance.uniform(-2, 2), 2) for _ in range(layers[0])] for _ in range(examples)]
        self.targets = self.draw_targets(chance, loss, layers[-1], examples, key)
        count = sum(o * (i + 1) for i, o in zip(layers, layers[1:]))
        self.start = [round(chance.uniform(-1, 1), 3) for _ in range(count)]
        data = {"inputs": flat(self.inputs), "targets": flat(self.targets)}
        if key == "network":
            self.objective = {key: {"layers": layers, "activation": activation, "outputActivation": output,
                                    "loss": loss, "parameters": self.start, **data}}
        elif key == "logistic":
            self.objective = {key: {"features": layers[0], **data}}
        else:
            numbers = [row.index(1) for row in self.targets]
            self.objective = {key: {"features": layers[0], "classes": layers[1], **data, "targets": numbers}}

    @staticmethod
    def draw_targets(chance, loss, outputs, examples, key):
        if loss != "cross_entropy" and key == "network":
            return [[round(chance.uniform(0, 1), 2) for _ in range(outputs)] for _ in range(examples)]
        if key == "logistic":
            return [[chance.randrange(2)] for _ in range(examples)]
        rows = [[int(i == label) for i in range(outputs)] for label in chance.choices(range(outputs), k=examples)]
        if key == "network":
            rows[0] = [0.5, 0.5] + [0] * (outputs - 2)  # a target that is no single class
        return rows

    def __call__(self, w):
        """The loss at a flat vector: per layer the weights, input by input, then the biases."""
        values = torch.tensor(self.inputs)
        place = 0
        for linear, activation in self.modules:
            inputs, outputs = linear.in_features, linear.out_features
            weights = w[place:place + inputs * outputs].reshape(inputs, outputs).T
            place += inputs * outputs
            bias = w[place:place + outputs]
            place += outputs
            values = activation(nn.functional.linear(values, weights, bias))
        return self.loss(values, torch.tensor(self.targets, dtype=torch.float64))


def flat(rows):
    return [number for row in rows for number in row]


TASKS = {
    "sigmoid-mse": Task(1, [3, 5, 2], "sigmoid", "sigmoid", "mse", 6),
    "tanh-cross-entropy": Task(2, [4, 6, 3], "tanh", "linear", "cross_entropy", 9),
    "relu-binary": Task(3, [2, 8, 1], "relu", "linear", "binary_cross_entropy", 8),
    "leaky-relu-binary": Task(4, [3, 6, 4, 2], "leaky_relu", "linear", "binary_cross_entropy", 7),
    "gelu-binary": Task(5, [2, 5, 3, 1], "gelu", "linear", "binary_cross_entropy", 8),
    "tanh-squares": Task(6, [1, 7, 2], "tanh", "linear", "squared_error", 10),
    "logistic": Task(7, [3, 1], "linear", "linear", "binary_cross_entropy", 12, "logistic"),
    "softmax": Task(8, [4, 3], "linear", "linear", "cross_entropy", 12, "softmax"),
}


# --- rules -------------------------------------------------------------------------------------------

optim = torch.optim
RULES = [
    ({"name": "gradient_descent", "learningRate": 0.3}, lambda p: optim.SGD(p, lr=0.3)),
    ({"name": "momentum", "learningRate": 0.1, "momentum": 0.8}, lambda p: optim.SGD(p, lr=0.1, momentum=0.8)),
    ({"name": "adam", "learningRate": 0.02}, lambda p: optim.Adam(p, lr=0.02)),
]
# For one network only: the rules have trajectories of their own.
MORE_RULES = [
    ({"name": "nesterov", "learningRate": 0.1, "weightDecay": 0.01},
     lambda p: optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01)),
    ({"name": "adagrad", "learningRate": 0.1}, lambda p: optim.Adagrad(p, lr=0.1)),
    ({"name": "rmsprop", "learningRate": 0.005}, lambda p: optim.RMSprop(p, lr=0.005)),
    ({"name": "adamw", "learningRate": 0.02, "weightDecay": 0.1}, lambda p: optim.AdamW(p, lr=0.02, weight_decay=0.1)),
]


def walk(task, make, start):
    rows = first_order(make, task, start)
    return [row for row in rows if row[0] in ROWS]


def main():
    FOLDER.mkdir(exist_ok=True)
    count = 0
    for name, task in TASKS.items():
        cases = []
        for optimizer, make in RULES + (MORE_RULES if name == "sigmoid-mse" else []):
            rows = reproducible(walk(task, make, task.start), walk(task, make, [x * (1 + NUDGE) for x in task.start]))
            assert len(rows) == len(ROWS), f"{name} with {optimizer}: rounding decides"
            losses = [float(task(torch.tensor(row[1:]))) for row in rows]
            cases.append({"optimizer": optimizer, "losses": losses, "rows": rows})
        head = json.dumps({"objective": task.objective, "start": task.start})[:-1]
        lines = ",\n".join(json.dumps(case) for case in cases)
        (FOLDER / f"{name}.json").write_text(f'{head}, "cases": [\n{lines}\n]}}\n')
        count += len(cases)
    print(f"{count} trajectories of networks from PyTorch {torch.__version__}")


if __name__ == "__main__":
    main()
