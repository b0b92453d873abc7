package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Where a derivative does not exist, the gradient is the subgradient of PyTorch. */
class SubgradientTests {

	private final Sessions sessions = new Sessions();

	@AfterEach
	void closeSessions() throws Exception {
		this.sessions.close();
	}

	static Stream<Arguments> operators() {
		return Stream.of(of("Abs", "Abs", 0, 0), of("Relu", "Relu", 0, 0),
				of("LeakyRelu", (graph, z) -> graph.node("LeakyRelu", List.of(z), Attribute.real("alpha", 0.2f)), 0,
						0.2),
				of("Elu", (graph, z) -> graph.node("Elu", List.of(z), Attribute.real("alpha", 0.5f)), 0, 0.5),
				of("PRelu", (graph, z) -> graph.node("PRelu", List.of(z, scalar(graph, 0.3f))), 0, 0.3),
				of("Sqrt", "Sqrt", 0, 0), of("Sqrt beside 0", "Sqrt", 4, 0.25),
				of("root of a square", (graph, z) -> graph.node("Sqrt", List.of(graph.node("Mul", List.of(z, z)))), 0,
						0),
				power(2, 0, 0), power(1, 0, 1), power(0.5f, 0, 0), power(0, 0, 0), power(0, 3, 0), power(0.5f, 4, 0.25),
				power(3, 2, 12),
				of("exponent of 0",
						(graph, z) -> graph.node("Pow",
								List.of(scalar(graph, 0), graph.node("Add", List.of(z, scalar(graph, 2))))),
						0, 0),
				of("clipped at its bound",
						(graph, z) -> graph.node("Clip", List.of(z, scalar(graph, 0), constant(graph, "one", 1))), 0,
						1),
				tie("Max", 0, 0.5), tie("Min", 0, 0.5), tie("Max", 1, 1), tie("Max", -1, 0), tie("Min", 1, 0),
				of("Max of itself", (graph, z) -> graph.node("Max", List.of(z, z)), 3, 1),
				of("Max of three",
						(graph, z) -> graph.node("Max", List.of(z, scalar(graph, 1), constant(graph, "one", 1))), 1,
						1.0 / 3),
				norm("ReduceL2", 0, 0), norm("ReduceL2", -2, -1));
	}

	@ParameterizedTest
	@MethodSource("operators")
	void theGradientIsThatOfPyTorch(String what, BiFunction<GraphBuilder, Value, Value> made, float z, double expected)
			throws Exception {
		Map<String, Values> run = run(made, z);
		assertThat(values(run, GradientGraph.LATENT_GRADIENT)).as(what)
			.containsExactly(new double[] { expected }, within(1e-6));
	}

	@Test
	void aRowThatIsNotFiniteLeavesTheOthersAlone() throws Exception {
		Map<String, Values> run = run((graph, z) -> graph.node("Log", List.of(z)), 2, -1, 0, 4);
		double[] gradient = values(run, GradientGraph.LATENT_GRADIENT);
		assertThat(values(run, GradientGraph.LOSS)[1]).isNaN();
		assertThat(gradient[0]).isEqualTo(0.5);
		assertThat(gradient[2]).isInfinite();
		assertThat(gradient[3]).isEqualTo(0.25);
	}

	private Map<String, Values> run(BiFunction<GraphBuilder, Value, Value> made, float... z) throws Exception {
		GraphBuilder generator = new GraphBuilder("generator", 17);
		Value latent = generator.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1));
		generator.output(made.apply(generator, latent), "image", ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(1));
		GraphBuilder loss = new GraphBuilder("sum", 17);
		Value image = loss.input(Loss.IMAGE, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1));
		Value sum = loss.node("Squeeze", List.of(image, loss.constant("axis", new long[] { 1 })));
		loss.output(sum, Loss.LOSS, ElementType.FLOAT, Dimension.BATCH);
		GradientGraph gradient = Gradient.of(OnnxGraph.parse(generator.build()),
				new Loss(OnnxGraph.parse(loss.build())));
		return this.sessions.run(gradient.graph().model(), Map.of("z", Values.of(z, z.length, 1)));
	}

	private static double[] values(Map<String, Values> run, String name) {
		return Objects.requireNonNull(run.get(name)).elements();
	}

	private static Arguments of(String what, BiFunction<GraphBuilder, Value, Value> made, float z, double expected) {
		return arguments(what, made, z, expected);
	}

	private static Arguments of(String what, String operator, float z, double expected) {
		return of(what, (graph, x) -> graph.node(operator, List.of(x)), z, expected);
	}

	private static Arguments power(float exponent, float z, double expected) {
		return of("power of " + exponent, (graph, x) -> graph.node("Pow", List.of(x, scalar(graph, exponent))), z,
				expected);
	}

	private static Arguments tie(String operator, float z, double expected) {
		return of(operator + " of 0", (graph, x) -> graph.node(operator, List.of(x, scalar(graph, 0))), z, expected);
	}

	private static Arguments norm(String operator, float z, double expected) {
		return of(operator, (graph, x) -> graph.node(operator, List.of(x), Attribute.integers("axes", 1)), z, expected);
	}

	private static Value scalar(GraphBuilder graph, float value) {
		return constant(graph, "scalar " + value, value);
	}

	private static Value constant(GraphBuilder graph, String name, float value) {
		return graph.constant(name, new float[] { value });
	}

}
