package io.eidolon.graph.gradient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds each rule against central differences in 64-bit floating point. */
@Tag("foreign")
class GradientRuleTests {

	private static final int DRAFTS = 16;

	private static final double TOLERANCE = 2e-5;

	private static final Map<String, Double> ERRORS = new TreeMap<>();

	static Set<String> operators() {
		return GradientRuleCases.operators();
	}

	@ParameterizedTest
	@MethodSource("operators")
	void theGradientIsThatOfCentralDifferences(String operator) throws Exception {
		boolean linear = GradientRuleCases.SINGLE_PRECISION.contains(operator);
		double error = error(linear ? CentralDifferences.LINEAR_STEP : CentralDifferences.STEP,
				(draft) -> GradientRuleCases.use(operator, draft));
		assertThat(error).isLessThan(TOLERANCE);
		ERRORS.put(operator, error);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SAME_UPPER", "SAME_LOWER", "VALID" })
	void padsThatTheOperatorTellsAreTold(String padding) throws Exception {
		for (String operator : List.of("Conv", "ConvTranspose")) {
			assertThat(error(CentralDifferences.LINEAR_STEP, (draft) -> GradientRuleCases.paddedBySize(draft, operator,
					Attribute.text("auto_pad", padding).onnx())))
				.isLessThan(TOLERANCE);
		}
		assertThat(error(CentralDifferences.LINEAR_STEP, (draft) -> GradientRuleCases.paddedBySize(draft,
				"ConvTranspose", ForeignGenerators.ints("output_shape", 6, 5))))
			.isLessThan(TOLERANCE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void linesAndVolumesAreConvolvedAsPicturesAre(int axes) throws Exception {
		for (String operator : List.of("Conv", "ConvTranspose")) {
			assertThat(error(CentralDifferences.LINEAR_STEP,
					(draft) -> GradientRuleCases.convolution(draft, operator, axes)))
				.isLessThan(TOLERANCE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Conv", "ConvTranspose" })
	void weightsThatDependOnTheLatentHaveTheirGradient(String operator) throws Exception {
		assertThat(error(CentralDifferences.STEP, 1, (draft) -> GradientRuleCases.modulated(draft, operator)))
			.isLessThan(TOLERANCE);
	}

	@Test
	void everyRuleIsHeldAgainstIt() {
		assertThat(operators()).isEqualTo(GradientRules.operators());
	}

	@AfterAll
	static void writeErrors() throws IOException {
		String rows = ERRORS.entrySet()
			.stream()
			.map((row) -> "| %s | %.1e |%n".formatted(row.getKey(), row.getValue()))
			.collect(Collectors.joining());
		Files.writeString(Path.of("target/gradient-rules.md"), rows);
	}

	/** The greatest error of some drafts. */
	private static double error(double step, Function<RandomGraph, String> example) throws Exception {
		return error(step, 2, example);
	}

	private static double error(double step, int batch, Function<RandomGraph, String> example) throws Exception {
		double greatest = 0;
		try (Sessions sessions = new Sessions()) {
			for (int seed = 0; seed < DRAFTS; seed++) {
				Random random = new Random(seed);
				RandomGraph draft = new RandomGraph(random);
				OnnxGraph graph = (batch == 1) ? oneByOne(draft.graph(example.apply(draft)))
						: draft.graph(example.apply(draft));
				double error = new CentralDifferences(sessions, step).error(graph, projection(random, graph),
						Map.of("z", latents(random, batch)), CentralDifferences.axes(RandomGraph.DIMENSION));
				assertThat(error).as("draft %d", seed).isNotNaN();
				greatest = Math.max(greatest, error);
			}
		}
		return greatest;
	}

	private static OnnxGraph oneByOne(OnnxGraph graph) {
		ModelProto.Builder model = graph.model().toBuilder();
		model.getGraphBuilder().setInput(0, ForeignGenerators.value("z", DataType.FLOAT, 1, RandomGraph.DIMENSION));
		return OnnxGraph.of(model.build());
	}

	private static Values latents(Random random, int batch) {
		float[] z = new float[batch * RandomGraph.DIMENSION];
		for (int i = 0; i < z.length; i++) {
			z[i] = (float) random.nextGaussian();
		}
		return Values.of(z, batch, RandomGraph.DIMENSION);
	}

	private static List<Long> imageShape(Graph graph) {
		return BatchShapes.of(graph).of(graph.output(Loss.IMAGE).orElseThrow()).orElseThrow();
	}

	/** The sum of the output, each element with a weight of its own. */
	private static Loss projection(Random random, OnnxGraph generator) {
		List<Long> shape = imageShape(Graph.of(generator));
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
