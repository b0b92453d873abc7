package io.eidolon.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.eidolon.inference.onnx.GeneratorSession;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How long a run takes, by model, form and batch, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GraphBenchmark {

	@Param
	BenchModel model;

	@Param({ "1", "4", "16" })
	int batch;

	@Param
	GraphForm form;

	private GeneratorSession session;

	private float[] z; // (batch, dimension)

	@Setup
	public void open() {
		this.session = this.form.open(this.model.bytes());
		this.z = latents(this.batch);
	}

	@TearDown
	public void close() {
		this.session.close();
	}

	@Benchmark
	public Object run() {
		return this.form.run(this.session, this.z, this.batch);
	}

	static float[] latents(int count) {
		Random random = new Random(7);
		float[] z = new float[count * BenchModels.DIMENSION];
		for (int i = 0; i < z.length; i++) {
			z[i] = (float) random.nextGaussian();
		}
		return z;
	}

}
