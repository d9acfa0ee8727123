#!/usr/bin/env python3
"""Reference trajectories of every optimizer and schedule, from PyTorch in double precision.

Run it with the Python that has PyTorch (Debian: python3-torch):

    python3 tests/golden/trajectories.py

It writes tests/golden/trajectories/*.json, one file per optimizer; README.md says what is in them. It
shares nothing with the engine: the functions are written here once more and differentiated by PyTorch.
"""
import json
import pathlib

import torch
from torch.optim import lr_scheduler
from torch.optim.lbfgs import _strong_wolfe

torch.set_default_dtype(torch.float64)

STEPS = 100
ROWS = [1, 2, 3, 6, 10, 25, 50, 100]
# Nearer to a minimum than this, line searches are decided by rounding.
FLAT = 1e-5
# Relative change of the start by which `reproducible` tells how far rounding errors grow.
NUDGE = 1e-13

FOLDER = pathlib.Path(__file__).parent / "trajectories"


# --- what is minimised -------------------------------------------------------------------------------

def himmelblau(w):
    x, y = w
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


def rosenbrock(w):
    x, y = w
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def double_well(w):
    (x,) = w
    return (x**2 - 1) ** 2 + 0.3 * x + 0.5


# Eight examples of two features on different scales.
INPUTS = [[0.5, -1], [1.5, 0.25], [-0.75, 2], [2, 1.5], [-1.25, -0.5], [0.25, 1], [1, -2], [-2, 0.75]]
TARGETS = [1.5, 0.2, -2.1, 1.1, -0.4, 0.3, 3.2, -2.9]


def regression(w):
    residuals = torch.tensor(INPUTS) @ w[:2] + w[2] - torch.tensor(TARGETS)
    return (residuals**2).mean()


FLAT_INPUTS = [number for row in INPUTS for number in row]
# Name, function, the engine's `objective` option, start.
PROBLEMS = {
    "himmelblau": (himmelblau, {"name": "himmelblau"}, [-1.0, 0.5]),
    "rosenbrock": (rosenbrock, {"name": "rosenbrock"}, [-1.2, 1.0]),
    "double_well": (double_well, {"name": "double_well"}, [1.6]),
    "regression": (
        regression,
        {"regression": {"inputs": FLAT_INPUTS, "targets": TARGETS, "features": 2}},
        [0.5, -0.5, 1.0],
    ),
}


# --- rules that PyTorch does not have, from their papers ---------------------------------------------

class Lion(torch.optim.Optimizer):
    """X. Chen et al., "Symbolic Discovery of Optimization Algorithms", 2023, algorithm 2."""

    def __init__(self, params, lr, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(params, dict(lr=lr, betas=betas, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for p in group["params"]:
                m = self.state[p].setdefault("m", torch.zeros_like(p))
                update = torch.sign(beta1 * m + (1 - beta1) * p.grad)
                p.sub_(group["lr"] * (update + group["weight_decay"] * p))
                m.mul_(beta2).add_((1 - beta2) * p.grad)


class UncorrectedAdam(torch.optim.Optimizer):
    """Kingma and Ba 2015, algorithm 1, without the two lines that correct the bias."""

    def __init__(self, params, lr, amsgrad=False):
        super().__init__(params, dict(lr=lr, amsgrad=amsgrad))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state[p]
                m = state.setdefault("m", torch.zeros_like(p))
                v = state.setdefault("v", torch.zeros_like(p))
                most = state.setdefault("most", torch.zeros_like(p))
                m.copy_(0.9 * m + 0.1 * p.grad)
                v.copy_(0.999 * v + 0.001 * p.grad**2)
                most.copy_(torch.maximum(most, v))
                p.sub_(group["lr"] * m / (torch.sqrt(most if group["amsgrad"] else v) + 1e-8))


# --- walking -----------------------------------------------------------------------------------------

def value_and_gradient(function, w):
    at = w.detach().clone().requires_grad_(True)
    value = function(at)
    (gradient,) = torch.autograd.grad(value, at)
    return float(value.detach()), gradient


class Walk:
    """Collects the rows worth keeping."""

    def __init__(self, function):
        self.function = function
        self.rows = []

    def visit(self, step, w):
        """True when the walk should end."""
        _, gradient = value_and_gradient(self.function, w)
        if step in ROWS:
            self.rows.append([step, *w.tolist()])
        return float(gradient.norm()) < FLAT

    def steps(self):
        return range(1, STEPS + 1)


def first_order(make, function, start, schedule=None):
    """Walks with an optimizer that looks at one gradient per step."""
    w = torch.tensor(start, requires_grad=True)
    optimizer = make([w])
    scheduler = schedule(optimizer) if schedule else None
    walk = Walk(function)
    for step in walk.steps():
        optimizer.zero_grad()
        function(w).backward()
        optimizer.step()
        if scheduler:
            scheduler.step()
        walk.visit(step, w.detach())
    return walk.rows


def lbfgs(function, start, **options):
    """PyTorch's L-BFGS, one iteration per step, without its stopping rules."""
    w = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=1, tolerance_grad=0, tolerance_change=0, **options)
    walk = Walk(function)

    def closure():
        optimizer.zero_grad()
        value = function(w)
        value.backward()
        return value

    for step in walk.steps():
        optimizer.step(closure)
        if walk.visit(step, w.detach()):
            break
    return walk.rows


def conjugate_gradient(function, start, lr=1.0, c2=0.1):
    """Polak-Ribiere+ (Nocedal and Wright 2006, algorithm 5.4), with PyTorch's strong Wolfe search."""
    w = torch.tensor(start)
    value, gradient = value_and_gradient(function, w)
    direction = -gradient
    walk = Walk(function)
    for step in walk.steps():
        slope = gradient.dot(direction)
        if slope >= 0:
            direction = -gradient
            slope = gradient.dot(direction)
        first = min(1.0, 1 / float(gradient.abs().sum())) * lr
        _, _, length, _ = _strong_wolfe(
            lambda x, t, d: value_and_gradient(function, x + t * d), w, first, direction, value, gradient, slope, c2=c2)
        w = w + length * direction
        before = gradient
        value, gradient = value_and_gradient(function, w)
        beta = max(0.0, float(gradient.dot(gradient - before) / before.dot(before)))
        direction = -gradient + beta * direction
        if walk.visit(step, w):
            break
    return walk.rows


def newton(function, start, lr=1.0, safeguard=True):
    """Newton's method on the exact Hessian. The safeguard: magnitudes of eigenvalues, then halving."""
    w = torch.tensor(start)
    walk = Walk(function)
    for step in walk.steps():
        value, gradient = value_and_gradient(function, w)
        hessian = torch.autograd.functional.hessian(function, w)
        length = lr
        if safeguard:
            values, vectors = torch.linalg.eigh(hessian)
            values = values.abs().clamp(min=1e-8 * float(values.abs().max()))
            direction = -(vectors @ ((vectors.T @ gradient) / values))
            slope = float(gradient.dot(direction))
            while True:
                there = float(function(w + length * direction))
                if there < value and there <= value + 1e-4 * length * slope:
                    break
                length /= 2
        else:
            direction = -torch.linalg.solve(hessian, gradient)
        w = w + length * direction
        if walk.visit(step, w):
            break
    return walk.rows


def backtracking(function, start, first=1.0, shrink=0.5, decrease=1e-4):
    """Gradient descent with Armijo's line search (Nocedal and Wright 2006, algorithm 3.1)."""
    w = torch.tensor(start)
    walk = Walk(function)
    for step in walk.steps():
        value, gradient = value_and_gradient(function, w)
        rate = first
        while not float(function(w - rate * gradient)) <= value - decrease * rate * float(gradient.dot(gradient)):
            rate *= shrink
        w = w - rate * gradient
        if walk.visit(step, w):
            break
    return walk.rows


# --- what is written ---------------------------------------------------------------------------------

def torch_case(options, make, schedule=None, scheduled=None):
    """`options` for the engine, and the same for PyTorch: make(params), scheduled(optimizer)."""
    return {"optimizer": options, "schedule": schedule}, lambda f, start: first_order(make, f, start, scheduled)


def other_case(options, walk, schedule=None):
    return {"optimizer": options, "schedule": schedule}, walk


SGD = torch.optim.SGD
FIRST_RATE = {"himmelblau": 0.01, "rosenbrock": 0.001, "double_well": 0.05, "regression": 0.1}


def adam_like(name, kind, rates, **extra):
    """The cases of an Adam-like rule: two rates, other betas, and weight decay."""
    def case(options, **torch_options):
        rate = options["learningRate"]
        return torch_case({"name": name, **options}, lambda p: kind(p, lr=rate, **torch_options, **extra))
    return [
        case({"learningRate": rates[0]}),
        case({"learningRate": rates[1], "beta1": 0.8, "beta2": 0.99, "epsilon": 1e-4}, betas=(0.8, 0.99), eps=1e-4),
        case({"learningRate": rates[0], "weightDecay": 0.05}, weight_decay=0.05),
    ]


def cases(problem):
    r = FIRST_RATE[problem]
    plain = lambda p: SGD(p, lr=r)
    gd = {"name": "gradient_descent", "learningRate": r}
    optim = torch.optim
    return {
        "gradient_descent": [
            torch_case(gd, plain),
            torch_case(gd, plain, {"name": "step", "interval": 15, "factor": 0.5},
                       lambda o: lr_scheduler.StepLR(o, 15, 0.5)),
            torch_case(gd, plain, {"name": "exponential", "factor": 0.97}, lambda o: lr_scheduler.ExponentialLR(o, 0.97)),
            torch_case(gd, plain, {"name": "cosine", "steps": 100, "end": 0.1},
                       lambda o: lr_scheduler.CosineAnnealingLR(o, 100, eta_min=0.1 * r)),
            torch_case(gd, plain, {"name": "warmup", "warmup": 8},
                       lambda o: lr_scheduler.LinearLR(o, start_factor=1 / 8, total_iters=7)),
            torch_case(gd, plain, {"name": "inverse_time", "decay": 0.05},
                       lambda o: lr_scheduler.LambdaLR(o, lambda t: 1 / (1 + 0.05 * t))),
            other_case(gd, backtracking, {"name": "backtracking"}),
        ],
        "momentum": [
            torch_case({"name": "momentum", "learningRate": r / 4}, lambda p: SGD(p, lr=r / 4, momentum=0.9)),
            torch_case({"name": "momentum", "learningRate": r, "momentum": 0.7, "dampening": 0.4},
                       lambda p: SGD(p, lr=r, momentum=0.7, dampening=0.4)),
            torch_case({"name": "momentum", "learningRate": r / 4, "momentum": 0.5, "weightDecay": 0.05},
                       lambda p: SGD(p, lr=r / 4, momentum=0.5, weight_decay=0.05)),
            torch_case({"name": "momentum", "learningRate": r, "momentum": 0, "dampening": 0.5},
                       lambda p: SGD(p, lr=r, momentum=0, dampening=0.5)),
        ],
        "nesterov": [
            torch_case({"name": "nesterov", "learningRate": r / 4}, lambda p: SGD(p, lr=r / 4, momentum=0.9, nesterov=True)),
            torch_case({"name": "nesterov", "learningRate": r / 4, "momentum": 0.5, "weightDecay": 0.05},
                       lambda p: SGD(p, lr=r / 4, momentum=0.5, nesterov=True, weight_decay=0.05)),
        ],
        "adagrad": [
            torch_case({"name": "adagrad", "learningRate": 0.3}, lambda p: optim.Adagrad(p, lr=0.3)),
            torch_case({"name": "adagrad", "learningRate": 0.1, "weightDecay": 0.05, "epsilon": 1e-3},
                       lambda p: optim.Adagrad(p, lr=0.1, weight_decay=0.05, eps=1e-3)),
        ],
        "rmsprop": [
            torch_case({"name": "rmsprop"}, optim.RMSprop),
            torch_case({"name": "rmsprop", "centered": True, "alpha": 0.9},
                       lambda p: optim.RMSprop(p, centered=True, alpha=0.9)),
            torch_case({"name": "rmsprop", "momentum": 0.8, "learningRate": 0.005, "weightDecay": 0.05},
                       lambda p: optim.RMSprop(p, momentum=0.8, lr=0.005, weight_decay=0.05)),
        ],
        "adadelta": [
            torch_case({"name": "adadelta"}, optim.Adadelta),
            torch_case({"name": "adadelta", "learningRate": 3, "rho": 0.95, "epsilon": 1e-4, "weightDecay": 0.05},
                       lambda p: optim.Adadelta(p, lr=3, rho=0.95, eps=1e-4, weight_decay=0.05)),
        ],
        "adam": [
            *adam_like("adam", optim.Adam, [0.05, 0.1]),
            torch_case({"name": "adam", "learningRate": 0.01, "biasCorrection": False}, lambda p: UncorrectedAdam(p, 0.01)),
        ],
        "amsgrad": [
            *adam_like("amsgrad", optim.Adam, [0.05, 0.1], amsgrad=True),
            torch_case({"name": "amsgrad", "learningRate": 0.01, "biasCorrection": False},
                       lambda p: UncorrectedAdam(p, 0.01, amsgrad=True)),
        ],
        "adamw": [
            *adam_like("adamw", optim.AdamW, [0.05, 0.1]),
            torch_case({"name": "adamw", "learningRate": 0.05, "weightDecay": 0.1},
                       lambda p: optim.AdamW(p, lr=0.05, weight_decay=0.1), {"name": "exponential", "factor": 0.97},
                       lambda o: lr_scheduler.ExponentialLR(o, 0.97)),
        ],
        "adamax": adam_like("adamax", optim.Adamax, [0.05, 0.1]),
        # The one-tensor code of versions up to 1.13 has a mistake that the many-tensor code has not
        # (https://github.com/pytorch/pytorch/pull/92699).
        "nadam": adam_like("nadam", optim.NAdam, [0.05, 0.1], foreach=True),
        "radam": adam_like("radam", optim.RAdam, [r, 2 * r]),
        "lion": [
            torch_case({"name": "lion", "learningRate": 0.02}, lambda p: Lion(p, lr=0.02)),
            torch_case({"name": "lion", "learningRate": 0.01, "beta1": 0.8, "beta2": 0.9, "weightDecay": 0.1},
                       lambda p: Lion(p, lr=0.01, betas=(0.8, 0.9), weight_decay=0.1)),
        ],
        "lbfgs": [
            other_case({"name": "lbfgs", "learningRate": 0.2}, lambda f, s: lbfgs(f, s, lr=0.2)),
            other_case({"name": "lbfgs", "learningRate": 0.1, "history": 2}, lambda f, s: lbfgs(f, s, lr=0.1, history_size=2)),
            other_case({"name": "lbfgs", "lineSearch": True}, lambda f, s: lbfgs(f, s, line_search_fn="strong_wolfe")),
        ],
        "conjugate_gradient": [other_case({"name": "conjugate_gradient"}, conjugate_gradient)],
        "newton": [
            other_case({"name": "newton"}, newton),
            other_case({"name": "newton", "safeguard": False, "learningRate": 0.5},
                       lambda f, s: newton(f, s, lr=0.5, safeguard=False)),
        ],
    }


def reproducible(rows, nudged):
    """The rows up to where a nudge of the start has grown a thousandfold: later ones are decided by
    rounding, and no two programs agree on them."""
    kept = []
    for row, other in zip(rows, nudged):
        size = max(map(abs, row[1:]))
        if not all(abs(a - b) <= 1000 * NUDGE * size for a, b in zip(row[1:], other[1:])):
            break
        kept.append(row)
    return kept


def main():
    FOLDER.mkdir(exist_ok=True)
    files = {}
    for problem, (function, objective, start) in PROBLEMS.items():
        for name, several in cases(problem).items():
            for options, walk in several:
                kept = reproducible(walk(function, start), walk(function, [x * (1 + NUDGE) for x in start]))
                case = {"problem": problem, **{k: v for k, v in options.items() if v}, "rows": kept}
                files.setdefault(name, []).append(case)
    files["problems"] = [{"name": name, "objective": objective, "start": start}
                         for name, (_, objective, start) in PROBLEMS.items()]
    for name, several in files.items():
        lines = ",\n".join(json.dumps(case) for case in several)
        (FOLDER / f"{name}.json").write_text(f"[\n{lines}\n]\n")
    count = sum(len(several) for name, several in files.items() if name != "problems")
    print(f"{count} trajectories from PyTorch {torch.__version__}")


if __name__ == "__main__":
    main()
