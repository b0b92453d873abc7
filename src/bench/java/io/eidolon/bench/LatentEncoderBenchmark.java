package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.eidolon.inference.gradient.FeatureExtractor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How long the encoder of peeps takes to guess the latents of pictures, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LatentEncoderBenchmark {

	private static final int SIDE = 64;

	@Param({ "1", "16" })
	int batch;

	private FeatureExtractor encoder;

	private float[] images; // (batch, 3, side, side)

	@Setup
	public void open() throws IOException {
		this.encoder = FeatureExtractor.open("encoder.onnx", Files.readAllBytes(Path.of("models/peeps/encoder.onnx")));
		this.images = new float[this.batch * 3 * SIDE * SIDE];
	}

	@TearDown
	public void close() {
		this.encoder.close();
	}

	@Benchmark
	public Object run() {
		return this.encoder.run(this.images, this.batch, 3, SIDE, this.encoder.outputs().getFirst());
	}

}
