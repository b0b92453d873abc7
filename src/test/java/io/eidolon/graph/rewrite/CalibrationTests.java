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

class CalibrationTests {

	static LongStream seeds() {
		return LongStream.range(0, 30);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void integersComputeAboutWhatFloatsCompute(long seed) throws Exception {
		Random random = new Random(seed);
		int from = random.nextInt(16, 40);
		int to = random.nextInt(16, 40);
		Layers layers = new Layers(random, from, random.nextInt(4, 10), random.nextInt(4, 10));
		if (random.nextBoolean()) {
			layers.then("Conv", layers.weights(to, to, from, 3, 3), Attribute.integers("pads", 1, 1, 1, 1));
		}
		else {
			layers.then("ConvTranspose", layers.weights(to, from, to, 4, 4), Attribute.integers("strides", 2, 2),
					Attribute.integers("pads", 1, 1, 1, 1));
		}
		OnnxGraph original = layers.thenAnyOf("Relu", "LeakyRelu", "Tanh").graph();

		Rewritten quantised = layers.quantised(original);

		assertThat(quantised.rewrites()).containsExactly("quantised-convolution");
		assertThat(Layers.operators(quantised.graph())).contains("QLinearConv")
			.doesNotContain("Conv", "ConvTranspose", "Relu", "LeakyRelu");
		assertThat(layers.signalToNoise(quantised.graph(), original)).isGreaterThan(32);
	}

	@Test
	void valuesStayIntegersFromOneWideLayerToTheNext() throws Exception {
		Layers layers = new Layers(new Random(3), 16, 4, 4);
		Attribute strides = Attribute.integers("strides", 2, 2);
		Attribute pads = Attribute.integers("pads", 1, 1, 1, 1);
		OnnxGraph original = layers.then("ConvTranspose", layers.weights(24, 16, 24, 4, 4), strides, pads)
			.then("Relu", List.of())
			.then("ConvTranspose", layers.weights(16, 24, 16, 4, 4), strides, pads)
			.then("Relu", List.of())
			.then("ConvTranspose", layers.weights(3, 16, 3, 4, 4), strides, pads)
			.then("Tanh", List.of())
			.graph();

		OnnxGraph quantised = layers.quantised(original).graph();

		assertThat(Layers.operators(quantised)).containsOnlyOnce("QuantizeLinear", "DequantizeLinear", "ConvTranspose");
		assertThat(layers.signalToNoise(quantised, original)).isGreaterThan(25);
	}

	@Test
	void aGraphWithoutWideLayersHasNothingToCalibrate() {
		Layers layers = new Layers(new Random(3), 8, 4, 4);
		OnnxGraph narrow = layers.then("Conv", layers.weights(8, 8, 8, 3, 3)).graph();
		assertThat(Calibration.of(narrow).isEmpty()).isTrue();
	}

}
