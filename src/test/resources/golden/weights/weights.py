"""Writes the networks of PyTorch's DCGAN tutorial in small, with pictures and logits, as its users would keep them.

Run with torch 2.13, numpy and safetensors 0.8: python weights.py
"""
import json

import torch
from safetensors.torch import save_file
from torch import nn

nz, ngf, ndf, nc = 4, 2, 2, 1


class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.main = nn.Sequential(
            nn.ConvTranspose2d(nz, ngf * 8, 4, 1, 0, bias=False), nn.BatchNorm2d(ngf * 8), nn.ReLU(True),
            nn.ConvTranspose2d(ngf * 8, ngf * 4, 4, 2, 1, bias=False), nn.BatchNorm2d(ngf * 4), nn.ReLU(True),
            nn.ConvTranspose2d(ngf * 4, ngf * 2, 4, 2, 1, bias=False), nn.BatchNorm2d(ngf * 2), nn.ReLU(True),
            nn.ConvTranspose2d(ngf * 2, ngf, 4, 2, 1, bias=False), nn.BatchNorm2d(ngf), nn.ReLU(True),
            nn.ConvTranspose2d(ngf, nc, 4, 2, 1, bias=False), nn.Tanh())

    def forward(self, input):
        return self.main(input)


class Discriminator(nn.Module):
    def __init__(self):
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(nc, ndf, 4, 2, 1, bias=False), nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(ndf, ndf * 2, 4, 2, 1, bias=False), nn.BatchNorm2d(ndf * 2), nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(ndf * 2, ndf * 4, 4, 2, 1, bias=False), nn.BatchNorm2d(ndf * 4), nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(ndf * 4, ndf * 8, 4, 2, 1, bias=False), nn.BatchNorm2d(ndf * 8), nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(ndf * 8, 1, 4, 1, 0, bias=False))

    def forward(self, input):
        return self.main(input)


torch.manual_seed(3)
netG, netD = Generator(), Discriminator()
z = torch.randn(2, nz)
for net, given in (netG, torch.randn(32, nz, 1, 1)), (netD, torch.randn(32, nc, 64, 64)):
    for weight in net.parameters():
        weight.data.mul_(2)
    net(given)  # statistics that are not those it starts with
    net.eval()
pictures = netG(z[:, :, None, None])
logits = netD(pictures).flatten()
save_file(netG.state_dict(), "netG.safetensors")
save_file(netD.state_dict(), "netD.safetensors")
torch.jit.script(netG).save("netG.pt")
torch.save(netG.state_dict(), "netG.pth")
values = torch.tensor([[1.5, -2, 0.1], [65504, 1e-7, 3.140625]])
save_file({"double": values.double(), "float": values, "half": values.half(), "brain": values.bfloat16(),
           "count": torch.tensor(7), "none": torch.zeros(0, 3)}, "types.safetensors")
json.dump({"z": z.flatten().tolist(), "pictures": pictures.flatten().tolist()[::37], "logits": logits.tolist(),
           "half": values.half().float().flatten().tolist(), "brain": values.bfloat16().float().flatten().tolist()},
          open("weights.json", "w"))
