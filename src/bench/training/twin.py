"""The training step of Eidolon's DCGAN in PyTorch, for measuring one beside the other.

Same networks, losses, penalty, noise, optimisers and averaging, written as a PyTorch user would. Pictures are
random and in memory. Prints images per second for each stretch of steps.
"""
import argparse
import copy
import time

import torch
from torch import nn
from torch.nn import functional as F


def initialise(module):
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.normal_(module.weight, 0.0, 0.02)
    elif isinstance(module, nn.BatchNorm2d):
        nn.init.normal_(module.weight, 1.0, 0.02)


def generator(size, nf, latent):
    doublings = (size // 4).bit_length() - 1
    width = nf << (doublings - 1)
    layers = [nn.ConvTranspose2d(latent, width, 4, 1, 0, bias=False)]
    for i in range(doublings, 0, -1):
        out = nf << (i - 2) if i > 1 else 3
        layers += [nn.BatchNorm2d(nf << (i - 1)), nn.ReLU(), nn.ConvTranspose2d(nf << (i - 1), out, 4, 2, 1, bias=False)]
    return nn.Sequential(*layers, nn.Tanh()).apply(initialise)


def discriminator(size, nf):
    doublings = (size // 4).bit_length() - 1
    layers, maps = [], 3
    for i in range(1, doublings + 1):
        layers.append(nn.Conv2d(maps, nf << (i - 1), 4, 2, 1, bias=False))
        maps = nf << (i - 1)
        if i > 1:
            layers.append(nn.BatchNorm2d(maps))
        layers.append(nn.LeakyReLU(0.2))
    return nn.Sequential(*layers, nn.Conv2d(maps, 1, 4, 1, 0, bias=False), nn.Flatten(0)).apply(initialise)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=64)
    parser.add_argument("--nf", type=int, default=32)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--r1", type=float, default=0)
    parser.add_argument("--precision", choices=["float32", "bfloat16"], default="float32")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", choices=["cpu", "cuda"], default="cpu")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--every", type=int, default=50)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(1)
    device = torch.device(arguments.device)
    g = generator(arguments.size, arguments.nf, 100).to(device)
    d = discriminator(arguments.size, arguments.nf).to(device)
    average = copy.deepcopy(g).requires_grad_(False)
    g_adam = torch.optim.Adam(g.parameters(), 2e-4, (0.5, 0.999))
    d_adam = torch.optim.Adam(d.parameters(), 1e-4, (0.5, 0.999))
    pictures = torch.randint(0, 256, (512, 3, arguments.size, arguments.size), dtype=torch.uint8).to(device)
    rough = torch.autocast(arguments.device, torch.bfloat16, enabled=arguments.precision == "bfloat16")
    start = time.perf_counter()
    for step in range(1, arguments.steps + 1):
        noise = 0.1 * (1 - step / arguments.steps)
        x = pictures[torch.randint(0, len(pictures), (arguments.batch,), device=device)].float() / 127.5 - 1
        x = (x + noise * torch.randn_like(x)).requires_grad_(arguments.r1 > 0)
        with rough:
            drawn = g(torch.randn(arguments.batch, 100, 1, 1, device=device)).float()
        drawn = drawn + noise * torch.randn_like(drawn)

        d.requires_grad_(True)
        d_adam.zero_grad()
        with rough:
            real, fake = d(x).float(), d(drawn.detach()).float()
        loss = 0.5 * (F.softplus(-real).mean() + F.softplus(fake).mean())
        if arguments.r1 > 0:
            slope, = torch.autograd.grad(real.sum(), x, create_graph=True)
            loss = loss + arguments.r1 / 2 * slope.square().sum() / arguments.batch
        loss.backward()
        d_adam.step()

        d.requires_grad_(False)
        g_adam.zero_grad()
        with rough:
            fake = d(drawn).float()
        (0.5 * F.softplus(-fake).mean()).backward()
        g_adam.step()

        with torch.no_grad():
            for mine, other in zip(average.state_dict().values(), g.state_dict().values()):
                if mine.is_floating_point():
                    mine.lerp_(other, 0.001)
        if step % arguments.every == 0:
            if arguments.device == "cuda":
                torch.cuda.synchronize()
            now = time.perf_counter()
            print("%.1f" % (arguments.every * arguments.batch / (now - start)), flush=True)
            start = now


if __name__ == "__main__":
    main()
