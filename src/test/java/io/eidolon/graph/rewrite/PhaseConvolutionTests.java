package io.eidolon.graph.rewrite;

import java.util.Random;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.OnnxGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhaseConvolutionTests {

	private final PhaseConvolution rewrite = new PhaseConvolution();

	static LongStream seeds() {
		return LongStream.range(0, 40);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void fourConvolutionsComputeWhatTheTransposedOneComputes(long seed) throws Exception {
		Random random = new Random(seed);
		int from = random.nextInt(16, 40);
		int to = random.nextInt(16, 40);
		Layers layers = new Layers(random, from, random.nextInt(8, 12), random.nextInt(8, 12));
		long[] rows = doubling(random);
		long[] columns = doubling(random);
		layers
			.then("ConvTranspose", layers.weights(to, from, to, rows[0], columns[0]),
					Attribute.integers("strides", 2, 2),
					Attribute.integers("pads", rows[1], columns[1], rows[2], columns[2]),
					Attribute.integers("output_padding", rows[3], columns[3]))
			.thenAnyOf("Relu", "LeakyRelu", "Tanh", "Sigmoid");
		OnnxGraph original = layers.graph();

		OnnxGraph rewritten = Layers.rewritten(this.rewrite, original);

		assertThat(Layers.operators(rewritten)).doesNotContain("ConvTranspose");
		layers.assertEqual(rewritten, original);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			it does not double the size             | 32 | 32 | 8 | 4 | 2 | 0
			it does not double the size             | 32 | 32 | 8 | 3 | 1 | 1
			32 to 3 channels, 16 are the least      | 32 |  3 | 8 | 4 | 2 | 1
			16 pixels, 64 are the least             | 32 | 32 | 4 | 4 | 2 | 1
			it does not double the size             | 32 | 32 | 8 | 1 | 2 | 0
			""")
	void otherLayersStay(String reason, int from, int to, int side, int kernel, int stride, int pad) {
		Layers layers = new Layers(new Random(1), from, side, side);
		OnnxGraph graph = layers
			.then("ConvTranspose", layers.weights(to, from, to, kernel, kernel),
					Attribute.integers("strides", stride, stride), Attribute.integers("pads", pad, pad, pad, pad))
			.graph();
		assertThat(Layers.reason(this.rewrite, graph))
			.isEqualTo("phase-convolution: not applied to ConvTranspose_1: " + reason);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void anActivationThatOthersReadStaysBehind(long seed) throws Exception {
		Random random = new Random(seed);
		Layers layers = new Layers(random, 16, 8, 8);
		OnnxGraph original = layers
			.then("ConvTranspose", layers.weights(16, 16, 16, 4, 4), Attribute.integers("strides", 2, 2),
					Attribute.integers("pads", 1, 1, 1, 1))
			.thenBoth("Relu", "Sigmoid", "Mul")
			.graph();
		layers.assertEqual(Layers.rewritten(this.rewrite, original), original);
	}

	/**
	 * Kernel, padding before and after and output padding along one axis, to double it.
	 */
	private static long[] doubling(Random random) {
		while (true) {
			long kernel = random.nextInt(2, 7);
			long extra = random.nextInt(2);
			long before = random.nextInt(3);
			long after = kernel + extra - 2 - before;
			// Each phase has to reach the pixel that it stands at.
			if (after >= 0 && before < kernel - 1 && after < kernel) {
				return new long[] { kernel, before, after, extra };
			}
		}
	}

}
