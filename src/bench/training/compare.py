"""Measures training beside PyTorch: python3 src/bench/training/compare.py target/eidolon-0.1.0-SNAPSHOT-training.jar

Both take turns on the same machine, with the same network, batch and number of threads. The first stretch of each
run warms up and does not count. Writes speed.md beside this file, which docs/performance.md takes its section on
training from. The rows of bfloat16 are left out where the processor does not compute in it: they would measure its emulation.
"""
import datetime
import os
import platform
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import zlib

ROUNDS, STEPS, EVERY = 3, 100, 25
GAMES = [("DCGAN, 64 px, nf 32", 64, 32, 0, "float32"), ("DCGAN, 64 px, nf 32, R1", 64, 32, 3, "float32"),
         ("DCGAN, 32 px, nf 32", 32, 32, 0, "float32"), ("DCGAN, 64 px, nf 32, bfloat16", 64, 32, 0, "bfloat16"),
         ("DCGAN, 64 px, nf 32, R1, bfloat16", 64, 32, 3, "bfloat16")]
HERE = os.path.dirname(os.path.abspath(__file__))
TWIN = os.path.join(HERE, "twin.py")
HEAD = """A twin of the training step in PyTorch (`src/bench/training/twin.py`: the same networks, losses, penalty, noise and
optimisers) and the trainer took turns on %s, on %d cores of %s, with %d threads and batches of 64; each figure is the
median of %d rounds, each ratio the median of ratios within a round.

| network, penalty, precision | Eidolon, images/s | PyTorch %s, images/s | ratio |
| --- | --- | --- | --- |
"""
WITHOUT = "bfloat16 is left out: this processor has neither AVX-512 BF16 nor AMX.\n"


def png(size):
    rows = b"".join(b"\0" + os.urandom(3 * size) for _ in range(size))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)


def eidolon(jar, folder, size, nf, r1, precision, threads):
    with tempfile.TemporaryDirectory(dir=folder) as run:
        out = subprocess.run(
            [os.environ.get("JAVA", "java"), "--enable-native-access=ALL-UNNAMED", "-jar", jar,
             "--eidolon.training.data=%s/%d" % (folder, size), "--eidolon.training.name=bench",
             "--eidolon.training.image-size=%d" % size, "--eidolon.training.nf=%d" % nf, "--eidolon.training.r1=%s" % r1,
             "--eidolon.training.precision=%s" % precision, "--eidolon.training.threads=%d" % threads,
             "--eidolon.training.steps=%d" % STEPS, "--eidolon.training.report-every=%d" % EVERY,
             "--eidolon.training.sample-every=1000000",
             "--eidolon.training.runs=%s/runs" % run, "--eidolon.training.output=%s/models" % run],
            check=True, capture_output=True, text=True).stdout
        return [float(rate.replace(",", "")) for rate in re.findall(r"\| ([\d,.]+) images/s", out)]


def pytorch(size, nf, r1, precision, threads):
    out = subprocess.run([sys.executable, TWIN, "--size=%d" % size, "--nf=%d" % nf, "--r1=%s" % r1,
                          "--precision=%s" % precision, "--threads=%d" % threads, "--steps=%d" % STEPS, "--every=%d" % EVERY],
                         check=True, capture_output=True, text=True).stdout
    return [float(rate) for rate in out.split()]


def facts(name):
    """What the kernel says of the processor, or nothing where it says nothing."""
    try:
        with open("/proc/cpuinfo") as file:
            return next((line.split(":")[1].strip() for line in file if line.startswith(name)), "")
    except FileNotFoundError:
        return ""


def has_bfloat16():
    return bool({"avx512_bf16", "amx_bf16"} & set(facts("flags").split()))


def main():
    import torch
    jar, threads = sys.argv[1], os.cpu_count()
    page = HEAD % (datetime.date.today(), threads, facts("model name") or platform.machine(), threads, ROUNDS, torch.__version__)
    games = [game for game in GAMES if has_bfloat16() or game[4] != "bfloat16"]
    with tempfile.TemporaryDirectory() as folder:
        for size in {game[1] for game in GAMES}:
            os.mkdir("%s/%d" % (folder, size))
            for i in range(512):
                with open("%s/%d/%03d.png" % (folder, size, i), "wb") as file:
                    file.write(png(size))
        for name, size, nf, r1, precision in games:
            mine, theirs, ratios = [], [], []
            for _ in range(ROUNDS):
                a = statistics.median(eidolon(jar, folder, size, nf, r1, precision, threads)[1:])
                b = statistics.median(pytorch(size, nf, r1, precision, threads)[1:])
                mine.append(a), theirs.append(b), ratios.append(a / b)
            row = "| %s | %.0f | %.0f | **%.2f** |\n" % (name, statistics.median(mine), statistics.median(theirs),
                                                     statistics.median(ratios))
            print(row, end="", flush=True)
            page += row
    if len(games) < len(GAMES):
        print(WITHOUT, end="")
        page += "\n" + WITHOUT
    with open(os.path.join(HERE, "speed.md"), "w") as file:
        file.write(page)


if __name__ == "__main__":
    main()
