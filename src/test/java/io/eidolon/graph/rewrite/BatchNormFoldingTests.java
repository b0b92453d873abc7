package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.OnnxGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class BatchNormFoldingTests {

	private final BatchNormFolding rewrite = new BatchNormFolding();

	static LongStream seeds() {
		return LongStream.range(0, 20);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aConvolutionTakesItsNormalisationIn(long seed) throws Exception {
		Random random = new Random(seed);
		int from = random.nextInt(1, 20);
		int to = random.nextInt(1, 20);
		Layers layers = new Layers(random, from, 5, 6);
		layers.then("Conv", layers.weights(to, to, from, 3, 2)).thenBatchNorm(to);
		assertFolded(layers);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aTransposedConvolutionTakesItsNormalisationIn(long seed) throws Exception {
		Random random = new Random(seed);
		int from = random.nextInt(1, 20);
		int to = random.nextInt(1, 20);
		Layers layers = new Layers(random, from, 5, 6);
		layers.then("ConvTranspose", layers.weights(to, from, to, 3, 2), Attribute.integers("strides", 2, 1))
			.thenBatchNorm(to);
		assertFolded(layers);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aProductTakesItsNormalisationIn(long seed) throws Exception {
		Random random = new Random(seed);
		int from = random.nextInt(1, 20);
		int to = random.nextInt(1, 20);
		long transposed = random.nextInt(2);
		Layers layers = new Layers(random, from);
		layers
			.then("Gemm", (transposed == 1) ? layers.weights(to, to, from) : layers.weights(to, from, to),
					Attribute.integer("transB", transposed))
			.thenBatchNorm(to)
			.thenMap(to, 1, 1);
		assertFolded(layers);
	}

	@Test
	void oneBehindAnActivationStays() {
		Layers layers = new Layers(new Random(1), 4, 5, 6);
		OnnxGraph graph = layers.then("Conv", layers.weights(8, 8, 4, 3, 3))
			.then("Relu", List.of())
			.thenBatchNorm(8)
			.graph();
		assertThat(Layers.reason(this.rewrite, graph)).endsWith(": no layer before it");
	}

	@Test
	void aLayerThatOthersReadStays() {
		Layers layers = new Layers(new Random(1), 4, 5, 6);
		OnnxGraph graph = layers.then("Conv", layers.weights(4, 4, 4, 1, 1)).thenBatchNormBeside(4).graph();
		assertThat(Layers.reason(this.rewrite, graph)).endsWith(": others read the layer before it");
	}

	private void assertFolded(Layers layers) throws Exception {
		OnnxGraph original = layers.graph();
		OnnxGraph rewritten = Layers.rewritten(this.rewrite, original);
		assertThat(Layers.operators(rewritten)).doesNotContain("BatchNormalization");
		layers.assertEqual(rewritten, original);
	}

}
