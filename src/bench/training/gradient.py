"""The gradient of a search in PyTorch, for measuring one beside the other: python3 src/bench/training/gradient.py [SECONDS]

The generators of io.eidolon.bench.BenchModels as a PyTorch user would write them, with their weights frozen. An image, its
mean squared difference to a target, and the gradient of that for the latent, on one thread. Prints a line for each model and
batch: its name, the batch, and the median of microseconds a run.
"""
import statistics
import sys
import time

import torch
from torch import nn

DIMENSION = 100


def dcgan(nf=64):
    layers = [nn.Unflatten(1, (DIMENSION, 1, 1)), nn.ConvTranspose2d(DIMENSION, 8 * nf, 4, 1, 0, bias=False)]
    width = 8 * nf
    while width > nf:
        layers += [nn.BatchNorm2d(width), nn.ReLU(), nn.ConvTranspose2d(width, width // 2, 4, 2, 1, bias=False)]
        width //= 2
    return nn.Sequential(*layers, nn.BatchNorm2d(nf), nn.ReLU(), nn.ConvTranspose2d(nf, 3, 4, 2, 1, bias=False), nn.Tanh())


def upsampling(nf=32):
    width = 8 * nf
    layers = [nn.Linear(DIMENSION, 16 * width), nn.Unflatten(1, (width, 4, 4))]
    while width > nf:
        layers += [nn.Upsample(scale_factor=2), nn.Conv2d(width, width // 2, 3, padding=1), nn.BatchNorm2d(width // 2),
                   nn.ReLU()]
        width //= 2
    return nn.Sequential(*layers, nn.Upsample(scale_factor=2), nn.Conv2d(nf, 3, 3, padding=1), nn.Tanh())


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        inner = 2 * width
        self.layers = nn.Sequential(
            nn.Conv2d(width, inner, 1), nn.LeakyReLU(0.2), nn.Conv2d(inner, inner, 3, padding=1, groups=inner // 16),
            nn.LeakyReLU(0.2), nn.Conv2d(inner, width, 1, bias=False))

    def forward(self, x):
        return x + self.layers(x)


def residual(nf=32):
    width = 8 * nf
    layers = [nn.Linear(DIMENSION, 16 * width), nn.Unflatten(1, (width, 4, 4)), Block(width)]
    for to in (width // 2, width // 4, width // 8, width // 8):
        layers += [nn.Conv2d(width, to, 1, bias=False), nn.Upsample(scale_factor=2, mode="bilinear"), Block(to)]
        width = to
    return nn.Sequential(*layers, nn.Conv2d(width, 3, 1, bias=False), nn.Tanh())


def step(generator, z, target):
    z.grad = None
    (generator(z) - target).square().mean((1, 2, 3)).sum().backward()


def micros(generator, batch, seconds):
    z = torch.randn(batch, DIMENSION, requires_grad=True)
    target = torch.zeros(batch, 3, 64, 64)
    until = time.perf_counter() + seconds / 3
    while time.perf_counter() < until:
        step(generator, z, target)
    times = []
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        start = time.perf_counter()
        step(generator, z, target)
        times.append(1e6 * (time.perf_counter() - start))
    return statistics.median(times)


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3
    torch.set_num_threads(1)
    torch.manual_seed(1)
    print(torch.__version__)
    for name, model in (("DCGAN", dcgan), ("UPSAMPLING", upsampling), ("RESIDUAL", residual)):
        generator = model().eval().requires_grad_(False)
        for batch in (1, 16):
            print(name, batch, "%.1f" % micros(generator, batch, seconds), flush=True)


if __name__ == "__main__":
    main()
