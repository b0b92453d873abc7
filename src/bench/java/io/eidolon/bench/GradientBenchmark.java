package io.eidolon.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.eidolon.graph.gradient.Gradient;
import io.eidolon.graph.gradient.Loss;
import io.eidolon.inference.gradient.GradientSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How long images, their losses and the gradients of these take, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GradientBenchmark {

	private static final int SIDE = 64;

	private static final int SAMPLES = 3 * SIDE * SIDE;

	@Param
	BenchModel model;

	@Param({ "1", "16" })
	int batch;

	private GradientSession session;

	private float[] z; // (batch, dimension)

	private Map<String, float[]> asked;

	@Setup
	public void open() {
		this.session = GradientSession.open(
				Gradient.of(GraphForm.canonical(this.model.bytes()), Loss.maskedSquaredError(3, SIDE, SIDE)).bounded());
		this.z = GraphBenchmark.latents(this.batch);
		float[] mask = new float[this.batch * SIDE * SIDE];
		Arrays.fill(mask, 1f / SAMPLES);
		this.asked = Map.of(Loss.TARGET, new float[this.batch * SAMPLES], Loss.MASK, mask);
	}

	@TearDown
	public void close() {
		this.session.close();
	}

	@Benchmark
	public Object run() {
		return this.session.run(this.z, null, this.asked, this.batch);
	}

}
