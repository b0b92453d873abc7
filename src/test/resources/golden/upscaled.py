"""Writes upscaled.csv, what NumPy makes of a small picture by the super-resolution network's layers, one after another.

    python3 upscaled.py ../../../main/resources/io/eidolon/upscaling/esrgan-slim-x4.onnx > upscaled.csv

The picture has 7 rows of 9 pixels; the sample of row y, column x and colour c is (37 x + 59 y + 83 c + x y) mod 256. The
first line has the levels of the picture four times as large, the second those of the one twice as large, whose pixels are
means of four; row by row, and colour by colour of each pixel. Made with numpy 2.4.6 and onnx 1.23.1.
"""

import sys

import numpy as np
import onnx
from onnx import numpy_helper


def convolution(x, w, b):
    """x (C, H, W), w (O, C, k, k): zeros around x keep its size."""
    k = w.shape[2]
    around = np.pad(x, ((0, 0), (k // 2, k // 2), (k // 2, k // 2)))
    y = np.zeros((w.shape[0], x.shape[1], x.shape[2])) + b[:, None, None]
    for i in range(k):
        for j in range(k):
            y += np.einsum("oc,chw->ohw", w[:, :, i, j], around[:, i:i + x.shape[1], j:j + x.shape[2]])
    return y


weights = {w.name.replace("_half", ""): numpy_helper.to_array(w).astype(np.float64)
           for w in onnx.load(sys.argv[1]).graph.initializer}


def layer(name, x):
    return convolution(x, weights[name + ".weight"], weights[name + ".bias"])


def relu(x):
    return np.maximum(x, 0)


y, x, c = np.meshgrid(np.arange(7), np.arange(9), np.arange(3), indexing="ij")
picture = ((37 * x + 59 * y + 83 * c + x * y) % 256).transpose(2, 0, 1) / 255
first = layer("F_m1", picture)
before = layer("F_0", first)
blocks = []
for block in ("1", "2"):
    more = relu(layer(f"F_{block}_1", before))
    before = before + layer(f"LFF_{block}", np.concatenate([before, more]))
    blocks.append(before)
dense = first + layer("GFF_2", layer("GFF_1", np.concatenate(blocks)))
wide = layer("UPN3", relu(layer("UPN2", relu(layer("UPN1", dense)))))
large = np.clip(layer("SR", wide.repeat(4, 1).repeat(4, 2)), 0, 1)
halved = large.reshape(3, 14, 2, 18, 2).mean((2, 4))
for result in (large, halved):
    print(*np.rint(255 * result).astype(int).transpose(1, 2, 0).reshape(-1), sep=",")
