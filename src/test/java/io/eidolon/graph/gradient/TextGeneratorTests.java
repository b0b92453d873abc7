package io.eidolon.graph.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.canonical.CanonicalForm;
import io.eidolon.graph.canonical.GeneratorPorts;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** A generator that takes a text: z (N, 4), sentence (N, 6), strength (N, 1) to image. */
class TextGeneratorTests {

	private static final int SIDE = 4;

	private final Sessions sessions = new Sessions();

	private final Random random = new Random(11);

	@AfterEach
	void closeSessions() throws Exception {
		this.sessions.close();
	}

	@Test
	void itsPortsAreFound() {
		GeneratorPorts ports = GeneratorPorts.of(generator(), GeneratorPorts.Hints.NONE);
		assertThat(ports.latent().dimension()).isEqualTo(4);
		assertThat(Objects.requireNonNull(ports.sentence()).dimension()).isEqualTo(6);
		assertThat(Objects.requireNonNull(ports.strength()).input()).isEqualTo("strength");
		assertThat(ports.label()).isNull();
		assertThat(ports.batches()).isTrue();
	}

	@Test
	void itsCanonicalFormMakesTheSameFromInputsInOrder() throws Exception {
		OnnxGraph generator = generator();
		OnnxGraph canonical = canonical(generator);
		GraphProto graph = canonical.model().getGraph();
		assertThat(graph.getInputList()).extracting(ValueInfoProto::getName)
			.containsExactly("z", "sentence", "strength");
		assertThat(graph.getNodeList()).isEqualTo(generator.model().getGraph().getNodeList());
		Map<String, Values> inputs = inputs(2);
		assertThat(image(canonical, inputs)).containsExactly(image(generator, inputs), within(0.0));
	}

	@Test
	void aSentenceOfAnotherTypeIsTakenAsFloats() throws Exception {
		Map<String, Values> inputs = inputs(2);
		ModelProto.Builder doubles = generator().model().toBuilder();
		GraphProto.Builder graph = doubles.getGraphBuilder();
		graph.setInput(0, ForeignGenerators.value("sentence", DataType.DOUBLE, -1, 6));
		graph.getNodeBuilderList()
			.stream()
			.filter((node) -> node.getInputList().contains("sentence"))
			.forEach((node) -> node.setInput(0, "narrowed"));
		graph.addNode(0, ForeignGenerators.operator("Cast", "narrowed", List.of("sentence"),
				ForeignGenerators.integer("to", DataType.FLOAT_VALUE)));
		OnnxGraph canonical = canonical(OnnxGraph.of(doubles.build()));
		assertThat(canonical.model().getGraph().getInput(1))
			.isEqualTo(named(ForeignGenerators.value("sentence", DataType.FLOAT, -1, 6)));
		assertThat(image(canonical, inputs)).containsExactly(image(generator(), inputs), within(0.0));
	}

	private static ValueInfoProto named(ValueInfoProto value) {
		ValueInfoProto.Builder named = value.toBuilder();
		named.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().getDimBuilder(0).setDimParam("N");
		return named.build();
	}

	@ParameterizedTest
	@ValueSource(strings = { "z", "sentence", "strength" })
	void itHasTheGradientOfCentralDifferencesInEachInput(String input) throws Exception {
		int width = switch (input) {
			case "z" -> 4;
			case "sentence" -> 6;
			default -> 1;
		};
		Map<String, Values> inputs = inputs(2);
		inputs.putAll(asked(2));
		double error = new CentralDifferences(this.sessions, CentralDifferences.STEP).error(canonical(generator()),
				Loss.maskedSquaredError(1, SIDE, SIDE), inputs, input, CentralDifferences.axes(width));
		assertThat(error).isLessThan(1e-5);
	}

	@Test
	void oneRunGivesTheGradientsOfSeveralInputs() throws Exception {
		OnnxGraph generator = canonical(generator());
		Loss loss = Loss.maskedSquaredError(1, SIDE, SIDE);
		Map<String, Values> inputs = inputs(2);
		inputs.putAll(asked(2));
		Map<String, Values> both = this.sessions
			.run(Gradient.of(generator, loss, List.of("z", "sentence")).graph().model(), inputs);
		assertThat(both.keySet()).containsExactlyInAnyOrder("loss", "dz", "dsentence", "image");
		for (String input : List.of("z", "sentence")) {
			double[] alone = elements(
					this.sessions.run(Gradient.of(generator, loss, List.of(input)).graph().model(), inputs),
					GradientGraph.gradientOf(input));
			assertThat(elements(both, GradientGraph.gradientOf(input))).containsExactly(alone, within(1e-6));
		}
	}

	@Test
	void anInputThatIsNotThereIsNamed() {
		OnnxGraph generator = canonical(generator());
		assertThatExceptionOfType(InvalidGraphException.class)
			.isThrownBy(() -> Gradient.of(generator, Loss.maskedSquaredError(1, SIDE, SIDE), List.of("caption")))
			.withMessageStartingWith("The generator has no input caption, only [z, sentence, strength");
	}

	@Test
	void aStrengthWithoutASentenceIsRefused() {
		GraphBuilder graph = new GraphBuilder("strength", 17);
		Value z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(16));
		Value strength = graph.input("strength", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1));
		Value shape = graph.constant("shape", new long[] { -1, 1, 4, 4 });
		Value image = graph.node("Reshape", List.of(graph.node("Mul", List.of(z, strength)), shape));
		graph.output(image, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1), Dimension.fixed(4),
				Dimension.fixed(4));
		assertThatExceptionOfType(InvalidGraphException.class)
			.isThrownBy(() -> GeneratorPorts.of(OnnxGraph.parse(graph.build()), GeneratorPorts.Hints.NONE))
			.withMessageContaining("strength float (?, 1), which is of no use without a sentence");
	}

	private static OnnxGraph canonical(OnnxGraph generator) {
		return CanonicalForm.of(generator, GeneratorPorts.of(generator, GeneratorPorts.Hints.NONE));
	}

	/** tanh(z A + strength * (sentence B)). */
	private OnnxGraph generator() {
		Random weights = new Random(3);
		GraphBuilder graph = new GraphBuilder("text", 17);
		Value sentence = graph.input("sentence", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(6));
		Value z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(4));
		Value strength = graph.input("strength", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1));
		Value a = graph.node("MatMul", List.of(z, graph.constant("A", normal(weights, 4 * 16), 4, 16)));
		Value b = graph.node("MatMul", List.of(sentence, graph.constant("B", normal(weights, 6 * 16), 6, 16)));
		Value sum = graph.node("Add", List.of(a, graph.node("Mul", List.of(strength, b))));
		Value shape = graph.constant("shape", new long[] { -1, 1, SIDE, SIDE });
		Value image = graph.node("Tanh", List.of(graph.node("Reshape", List.of(sum, shape))));
		graph.output(image, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1), Dimension.fixed(SIDE),
				Dimension.fixed(SIDE));
		return OnnxGraph.parse(graph.build());
	}

	private Map<String, Values> inputs(int count) {
		Map<String, Values> inputs = new HashMap<>();
		inputs.put("z", Values.of(normal(this.random, count * 4), count, 4));
		inputs.put("sentence", Values.of(normal(this.random, count * 6), count, 6));
		inputs.put("strength", Values.of(normal(this.random, count), count, 1));
		return inputs;
	}

	private Map<String, Values> asked(int count) {
		int pixels = SIDE * SIDE;
		return Map.of(Loss.TARGET, Values.of(normal(this.random, count * pixels), count, 1, SIDE, SIDE), Loss.MASK,
				Values.of(normal(this.random, count * pixels), count, 1, SIDE, SIDE));
	}

	private double[] image(OnnxGraph generator, Map<String, Values> inputs) throws Exception {
		return elements(this.sessions.run(generator.model(), inputs), "image");
	}

	private static double[] elements(Map<String, Values> values, String name) {
		return Objects.requireNonNull(values.get(name)).elements();
	}

	private static float[] normal(Random random, int size) {
		float[] values = new float[size];
		for (int i = 0; i < size; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

}
