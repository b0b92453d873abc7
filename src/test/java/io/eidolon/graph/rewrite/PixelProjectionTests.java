package io.eidolon.graph.rewrite;

import java.util.Random;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.OnnxGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PixelProjectionTests {

	private final PixelProjection rewrite = new PixelProjection();

	static LongStream seeds() {
		return LongStream.range(0, 40);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void theProductComputesWhatTheTransposedConvolutionComputes(long seed) throws Exception {
		Random random = new Random(seed);
		int from = random.nextInt(1, 40);
		int to = random.nextInt(1, 40);
		long stride = random.nextInt(1, 4);
		Layers layers = new Layers(random, from, 1, 1);
		layers
			.then("ConvTranspose", layers.weights(to, from, to, 6, 5), Attribute.integers("strides", stride, stride),
					Attribute.integers("pads", random.nextInt(3), random.nextInt(3), random.nextInt(3),
							random.nextInt(2)))
			.thenAnyOf("Relu", "LeakyRelu", "Tanh");
		OnnxGraph original = layers.graph();

		OnnxGraph rewritten = Layers.rewritten(this.rewrite, original);

		assertThat(Layers.operators(rewritten)).contains("Gemm").doesNotContain("ConvTranspose");
		layers.assertEqual(rewritten, original);
	}

	@Test
	void aLargerInputStays() {
		Layers layers = new Layers(new Random(1), 8, 2, 1);
		OnnxGraph graph = layers.then("ConvTranspose", layers.weights(8, 8, 8, 4, 4)).graph();
		assertThat(Layers.reason(this.rewrite, graph)).endsWith(": its input is not a single pixel");
	}

	@Test
	void outputBeyondTheKernelStays() {
		Layers layers = new Layers(new Random(1), 8, 1, 1);
		OnnxGraph graph = layers
			.then("ConvTranspose", layers.weights(8, 8, 8, 4, 4), Attribute.integers("strides", 2, 2),
					Attribute.integers("output_padding", 1, 1))
			.graph();
		assertThat(Layers.reason(this.rewrite, graph)).endsWith(": output beyond its kernel");
	}

}
