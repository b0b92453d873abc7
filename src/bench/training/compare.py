"""Measures training beside PyTorch: python3 src/bench/training/compare.py target/eidolon-0.1.0-SNAPSHOT-training.jar

Both take turns on the same machine, with the same network, batch and number of threads. The first stretch of each
run warms up and does not count. Prints a table for docs/performance.md.
"""
import os
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import zlib

ROUNDS, STEPS, EVERY = 3, 100, 25
GAMES = [("DCGAN, 64 px, nf 32", 64, 32, 0), ("DCGAN, 64 px, nf 32, R1", 64, 32, 3), ("DCGAN, 32 px, nf 32", 32, 32, 0)]
TWIN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "twin.py")


def png(size):
    rows = b"".join(b"\0" + os.urandom(3 * size) for _ in range(size))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)


def eidolon(jar, folder, size, nf, r1, threads):
    with tempfile.TemporaryDirectory(dir=folder) as run:
        out = subprocess.run(
            [os.environ.get("JAVA", "java"), "--enable-native-access=ALL-UNNAMED", "-jar", jar,
             "--eidolon.training.data=%s/%d" % (folder, size), "--eidolon.training.name=bench",
             "--eidolon.training.image-size=%d" % size, "--eidolon.training.nf=%d" % nf, "--eidolon.training.r1=%s" % r1,
             "--eidolon.training.threads=%d" % threads, "--eidolon.training.steps=%d" % STEPS,
             "--eidolon.training.report-every=%d" % EVERY, "--eidolon.training.sample-every=1000000",
             "--eidolon.training.runs=%s/runs" % run, "--eidolon.training.output=%s/models" % run],
            check=True, capture_output=True, text=True).stdout
        return [float(rate.replace(",", "")) for rate in re.findall(r"\| ([\d,.]+) images/s", out)]


def pytorch(size, nf, r1, threads):
    out = subprocess.run([sys.executable, TWIN, "--size=%d" % size, "--nf=%d" % nf, "--r1=%s" % r1,
                          "--threads=%d" % threads, "--steps=%d" % STEPS, "--every=%d" % EVERY],
                         check=True, capture_output=True, text=True).stdout
    return [float(rate) for rate in out.split()]


def main():
    import torch
    jar, threads = sys.argv[1], os.cpu_count()
    print("%d threads, batch 64, beside PyTorch %s" % (threads, torch.__version__), file=sys.stderr)
    print("| game | Eidolon, images/s | PyTorch %s, images/s | ratio |\n| --- | --- | --- | --- |" % torch.__version__)
    with tempfile.TemporaryDirectory() as folder:
        for size in {game[1] for game in GAMES}:
            os.mkdir("%s/%d" % (folder, size))
            for i in range(512):
                with open("%s/%d/%03d.png" % (folder, size, i), "wb") as file:
                    file.write(png(size))
        for name, size, nf, r1 in GAMES:
            mine, theirs, ratios = [], [], []
            for _ in range(ROUNDS):
                a = statistics.median(eidolon(jar, folder, size, nf, r1, threads)[1:])
                b = statistics.median(pytorch(size, nf, r1, threads)[1:])
                mine.append(a), theirs.append(b), ratios.append(a / b)
            print("| %s | %.0f | %.0f | **%.2f** |" % (name, statistics.median(mine), statistics.median(theirs),
                                                     statistics.median(ratios)), flush=True)


if __name__ == "__main__":
    main()
