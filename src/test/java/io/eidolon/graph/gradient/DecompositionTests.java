package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.canonical.CanonicalForm;
import io.eidolon.graph.canonical.GeneratorPorts;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.eidolon.graph.ForeignGenerators.integer;
import static io.eidolon.graph.ForeignGenerators.ints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Holds what operators are decomposed into against the operators, and its gradients
 * against slopes.
 */
@Tag("foreign")
class DecompositionTests {

	private static final int DRAFTS = 6;

	private static final Map<String, Function<RandomGraph, String>> CASES = new TreeMap<>();

	static {
		for (String operator : List.of("Selu", "Softsign", "HardSwish", "Mish", "LogSoftmax", "LpNormalization")) {
			CASES.put(operator, (draft) -> draft.node(operator, List.of(draft.active(3, 5))));
		}
		for (String operator : List.of("Celu", "HardSigmoid", "ThresholdedRelu", "Swish")) {
			CASES.put(operator, (draft) -> draft.node(operator, List.of(draft.active(7)), real("alpha", 0.7f)));
		}
		CASES.put("Gelu", (draft) -> draft.node("Gelu",
				List.of(draft.node("Mul", List.of(draft.active(9), draft.floats(new float[] { 0.2f }))))));
		CASES.put("Gelu tanh",
				(draft) -> draft.node("Gelu", List.of(draft.active(9)), Attribute.text("approximate", "tanh").onnx()));
		CASES.put("Selu own",
				(draft) -> draft.node("Selu", List.of(draft.active(9)), real("alpha", 1.2f), real("gamma", 0.7f)));
		CASES.put("LpNormalization 1", (draft) -> draft.node("LpNormalization", List.of(draft.active(3, 5)),
				integer("p", 1), integer("axis", 1)));
		CASES.put("Shrink",
				(draft) -> draft.node("Shrink", List.of(draft.active(9)), real("lambd", 0.4f), real("bias", 0.1f)));
		CASES.put("LayerNormalization", (draft) -> draft.node("LayerNormalization",
				List.of(draft.active(3, 4, 5), draft.normal(5), draft.normal(5)), real("epsilon", 1e-3f)));
		CASES.put("LayerNormalization axis 1", (draft) -> draft.node("LayerNormalization",
				List.of(draft.active(3, 2, 2), draft.normal(3, 2, 2)), integer("axis", 1)));
		CASES.put("LRN", (draft) -> draft.node("LRN", List.of(draft.active(5, 3, 2)), integer("size", 3),
				real("alpha", 0.5f), real("beta", 0.6f), real("bias", 1.5f)));
		CASES.put("RMSNormalization",
				(draft) -> draft.node("RMSNormalization", List.of(draft.active(3, 4), draft.normal(4))));
		CASES.put("GlobalMaxPool", (draft) -> draft.node("GlobalMaxPool", List.of(draft.active(3, 4, 5))));
		CASES.put("MaxPool", (draft) -> draft.node("MaxPool", List.of(draft.active(2, 6, 5)),
				ints("kernel_shape", 2, 2), ints("strides", 2, 2)));
		CASES.put("MaxPool padded", (draft) -> draft.node("MaxPool", List.of(draft.active(2, 6, 5)),
				ints("kernel_shape", 3, 2), ints("strides", 1, 2), ints("pads", 1, 0, 1, 1), ints("dilations", 1, 2)));
		CASES.put("MaxPool same", (draft) -> draft.node("MaxPool", List.of(draft.active(2, 6, 5)),
				ints("kernel_shape", 3, 3), ints("strides", 2, 2), Attribute.text("auto_pad", "SAME_UPPER").onnx()));
		CASES.put("MaxPool ceiling", (draft) -> draft.node("MaxPool", List.of(draft.active(2, 6, 5)),
				ints("kernel_shape", 3, 3), ints("strides", 2, 2), integer("ceil_mode", 1)));
		CASES.put("MaxPool line",
				(draft) -> draft.node("MaxPool", List.of(draft.active(2, 7)), ints("kernel_shape", 3)));
		CASES.put("GroupNormalization", (draft) -> draft.node("GroupNormalization",
				List.of(draft.active(6, 3, 2), draft.normal(6), draft.normal(6)), integer("num_groups", 2)));
	}

	static List<String> cases() {
		return List.copyOf(CASES.keySet());
	}

	@Test
	void everyOperatorHasACase() {
		assertThat(CASES.keySet().stream().map((name) -> name.split(" ")[0]).distinct())
			.containsExactlyInAnyOrderElementsOf(Decomposition.operators());
	}

	@ParameterizedTest
	@MethodSource("cases")
	void itIsWhatTheOperatorIsAndItsGradientIsThatOfCentralDifferences(String name) throws Exception {
		try (Sessions sessions = new Sessions()) {
			for (int seed = 0; seed < DRAFTS; seed++) {
				Random random = new Random(seed);
				RandomGraph draft = new RandomGraph(random);
				OnnxGraph graph = newest(draft.graph(Objects.requireNonNull(CASES.get(name)).apply(draft)), name);
				OnnxGraph decomposed = Decomposition.apply(Graph.of(graph)).onnx();
				assertThat(Graph.of(decomposed).nodes()).noneMatch((node) -> node.is(name.split(" ")[0]));
				Values z = latents(random);
				if (!name.startsWith("Swish") && !name.startsWith("RMS")) {
					double[] one = image(sessions, graph, z);
					double[] other = image(sessions, decomposed, z);
					for (int i = 0; i < one.length; i++) {
						assertThat(other[i]).isCloseTo(one[i], within(1e-5 * (1 + Math.abs(one[i]))));
					}
				}
				double error = new CentralDifferences(sessions, CentralDifferences.STEP).error(decomposed,
						projection(random, decomposed), Map.of("z", z), CentralDifferences.axes(RandomGraph.DIMENSION));
				assertThat(error).as("draft %d", seed).isLessThan(5e-5);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "UINT8", "INT32", "INT64" })
	void whatIsRoundedHasTheGradientOfWhatWasThere(DataType type) throws Exception {
		OnnxGraph floats = canonical(ForeignGenerators.levels(DataType.FLOAT));
		OnnxGraph bytes = canonical(ForeignGenerators.levels(type));
		Loss loss = Loss.maskedSquaredError(3, ForeignGenerators.SIDE, ForeignGenerators.SIDE);
		assertThat(Gradient.of(bytes, loss).graph().model().getGraph().getNodeList())
			.noneMatch((node) -> node.getOpType().equals("Round"));
		assertThat(Gradient.of(floats, loss).graph().model().getGraph().getOutputCount()).isEqualTo(3);
	}

	private static double[] image(Sessions sessions, OnnxGraph graph, Values z) throws Exception {
		return Objects.requireNonNull(sessions.run(graph.model(), Map.of("z", z)).get(Loss.IMAGE)).elements();
	}

	private static OnnxGraph canonical(ModelProto model) {
		OnnxGraph upgraded = CanonicalForm.upgraded(OnnxGraph.of(model));
		return CanonicalForm.of(upgraded, GeneratorPorts.of(upgraded, GeneratorPorts.Hints.NONE));
	}

	// Operators came with opsets: the first that has all of them, as far as there is one.
	private static OnnxGraph newest(OnnxGraph graph, String name) {
		long opset = name.startsWith("Swish") ? 24 : name.startsWith("RMS") ? 23 : name.startsWith("Group") ? 21 : 20;
		ModelProto.Builder model = graph.model().toBuilder().setIrVersion(10);
		model.getOpsetImportBuilder(0).setVersion(opset);
		return OnnxGraph.of(model.build());
	}

	private static AttributeProto real(String name, float value) {
		return Attribute.real(name, value).onnx();
	}

	private static Values latents(Random random) {
		float[] z = new float[2 * RandomGraph.DIMENSION];
		for (int i = 0; i < z.length; i++) {
			z[i] = (float) random.nextGaussian();
		}
		return Values.of(z, 2, RandomGraph.DIMENSION);
	}

	/** The sum of the output, each element with a weight of its own. */
	private static Loss projection(Random random, OnnxGraph generator) {
		Graph graph = Graph.of(generator);
		List<Long> shape = BatchShapes.of(graph).of(graph.output(Loss.IMAGE).orElseThrow()).orElseThrow();
		int size = (int) shape.stream().skip(1).reduce(1L, (x, y) -> x * y).longValue();
		float[] weights = new float[size];
		for (int i = 0; i < size; i++) {
			weights[i] = (float) random.nextGaussian();
		}
		GraphBuilder loss = new GraphBuilder("projection", 17);
		Value image = loss.input(Loss.IMAGE, ElementType.FLOAT, Dimension.BATCH);
		Value flat = loss.node("Flatten", List.of(image), Attribute.integer("axis", 1));
		Value sum = loss.node("MatMul", List.of(flat, loss.constant("weights", weights, size, 1)));
		Value row = loss.node("ReduceSum", List.of(sum, loss.constant("axes", new long[] { 1 })),
				Attribute.integer("keepdims", 0));
		loss.output(row, Loss.LOSS, ElementType.FLOAT, Dimension.BATCH);
		return new Loss(OnnxGraph.parse(loss.build()));
	}

}
