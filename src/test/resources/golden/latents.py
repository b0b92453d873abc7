"""Writes latents.csv, the latents that seeds draw in NumPy.

    python3 latents.py > latents.csv

Each line is a seed and then RandomState(seed).standard_normal(D) rounded to float32, in the shortest decimal form that
reads back as the same number. NumPy froze this stream in 1.17 (NEP 19), so every later version prints the same file.
The lengths are even and odd; 2001 numbers take the generator through eight blocks of 624 words.
"""

import numpy as np

CASES = [(0, 100), (1, 100), (2, 1), (3, 2), (42, 2001), (1234, 7), (2**31 - 1, 33), (2**31, 33), (2**32 - 1, 512)]

for seed, dimension in CASES:
    z = np.random.RandomState(seed).standard_normal(dimension).astype(np.float32)
    print(seed, *(np.format_float_positional(x, unique=True, trim="-") for x in z), sep=",")
