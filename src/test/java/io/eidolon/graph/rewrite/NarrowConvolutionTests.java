package io.eidolon.graph.rewrite;

import java.util.Random;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.OnnxGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class NarrowConvolutionTests {

	private final NarrowConvolution rewrite = new NarrowConvolution();

	static LongStream seeds() {
		return LongStream.range(0, 40);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void theTransposedConvolutionComputesTheSame(long seed) throws Exception {
		Random random = new Random(seed);
		int from = random.nextInt(16, 40);
		int to = random.nextInt(1, 8);
		long height = random.nextInt(2, 6);
		long width = random.nextInt(2, 6);
		Layers layers = new Layers(random, from, random.nextInt(6, 12), random.nextInt(6, 12));
		layers.then("Conv", layers.weights(to, to, from, height, width), Attribute.integers("pads",
				random.nextLong(height), random.nextLong(width), random.nextLong(height), random.nextLong(width)));
		OnnxGraph original = layers.graph();

		OnnxGraph rewritten = Layers.rewritten(this.rewrite, original);

		assertThat(Layers.operators(rewritten)).contains("ConvTranspose").doesNotContain("Conv");
		layers.assertEqual(rewritten, original);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			32 outputs, 7 are the most | 32 | 32 | 3 | 1 | 1
			stride 2                   | 32 |  3 | 3 | 2 | 1
			a kernel of one pixel      | 32 |  3 | 1 | 1 | 0
			as much padding as kernel  | 32 |  3 | 3 | 1 | 3
			4 inputs, 16 are the least |  4 |  3 | 3 | 1 | 1
			""")
	void otherLayersStay(String reason, int from, int to, int kernel, int stride, int pad) {
		Layers layers = new Layers(new Random(1), from, 8, 8);
		OnnxGraph graph = layers
			.then("Conv", layers.weights(to, to, from, kernel, kernel), Attribute.integers("strides", stride, stride),
					Attribute.integers("pads", pad, pad, pad, pad))
			.graph();
		assertThat(Layers.reason(this.rewrite, graph))
			.isEqualTo("narrow-convolution: not applied to Conv_1: " + reason);
	}

}
