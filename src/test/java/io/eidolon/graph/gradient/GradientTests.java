package io.eidolon.graph.gradient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.anomaly.MobileNetTrunk;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.canonical.CanonicalForm;
import io.eidolon.graph.canonical.GeneratorPorts;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.rewrite.FastForm;
import io.eidolon.graph.shape.Footprint;
import io.eidolon.graph.shape.Shapes;
import io.eidolon.modelcard.PortNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class GradientTests {

	private static final double TOLERANCE = 1e-5;

	private final Sessions sessions = new Sessions();

	private final Random random = new Random(3);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@AfterEach
	void closeSessions() throws Exception {
		this.sessions.close();
	}

	static Stream<Path> shipped() throws IOException {
		try (Stream<Path> models = Files.list(Path.of("models"))) {
			return models.map((model) -> model.resolve("generator.onnx")).filter(Files::exists).toList().stream();
		}
	}

	static Stream<String> foreign() {
		return ForeignGenerators.all().keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("shipped")
	void aShippedGeneratorHasTheGradientOfCentralDifferences(Path file) throws Exception {
		OnnxGraph generator = OnnxGraph.parse(Files.readAllBytes(file));
		Map<String, Values> inputs = inputs(generator, 2);
		int dimension = (int) size(generator.model().getGraph().getInput(0), 1);
		double[] gradient = Objects
			.requireNonNull(new Float64(this.sessions, gradient(generator).graph()).run(inputs)
				.get(GradientGraph.LATENT_GRADIENT))
			.elements();
		// A random direction meets each element of the gradient; the second is for
		// chance.
		double error = new CentralDifferences(this.sessions, CentralDifferences.STEP).error(gradient, generator,
				loss(generator), inputs, "z", CentralDifferences.directions(this.random, 2, dimension));
		assertThat(error).isLessThan(1e-6);
		// Of a hundred thousand rectified values some are so near to 0 that 32 bits see
		// the other sign: there the gradient is that of the other side.
		double greatest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
		assertThat(output(generator, inputs, GradientGraph.LATENT_GRADIENT)).containsExactly(gradient,
				within(1e-3 * greatest));
	}

	@ParameterizedTest
	@CsvSource({ "8,1,0", "16,3,0", "16,3,5" })
	void aTinyGeneratorHasTheGradientOfCentralDifferences(int side, int channels, int classes) throws Exception {
		OnnxGraph generator = OnnxGraph.parse(TinyGenerators.graph(side, channels, classes));
		assertThat(error(generator, 16)).isLessThan(TOLERANCE);
	}

	@ParameterizedTest
	@Tag("foreign")
	@MethodSource("foreign")
	void aGeneratorFromElsewhereHasTheGradientOfCentralDifferences(String name) throws Exception {
		OnnxGraph generator = canonical(Objects.requireNonNull(ForeignGenerators.all().get(name)));
		assertThat(error(generator, 16)).isLessThan(TOLERANCE);
	}

	@Test
	@Tag("foreign")
	void otherKindsOfGeneratorHaveTheGradientOfCentralDifferences() throws Exception {
		for (ModelProto generator : List.of(ForeignGenerators.keras(), ForeignGenerators.sprites(),
				ForeignGenerators.upsampling(), ForeignGenerators.sigmoid())) {
			assertThat(error(canonical(generator), 16)).isLessThan(TOLERANCE);
		}
	}

	@Test
	void theFastFormOfAGeneratorHasTheSameGradient() throws Exception {
		OnnxGraph generator = OnnxGraph.parse(Files.readAllBytes(Path.of("models/peeps/generator.onnx")));
		Map<String, Values> inputs = inputs(generator, 2);
		double[] plain = output(generator, inputs, GradientGraph.LATENT_GRADIENT);
		double[] fast = output(FastForm.of(generator).graph(), inputs, GradientGraph.LATENT_GRADIENT);
		assertThat(fast).containsExactly(plain, within(1e-5));
	}

	@Test
	@Tag("foreign")
	void aGeneratorOfOnePictureHasManyGradientsInARun() throws Exception {
		OnnxGraph one = canonical(Objects.requireNonNull(ForeignGenerators.all().get("a batch of one")));
		OnnxGraph many = canonical(ForeignGenerators.plain());
		assertThat(size(one.model().getGraph().getInput(0), 0)).isOne();
		Map<String, Values> inputs = inputs(many, 3);
		assertThat(output(one, inputs, GradientGraph.LATENT_GRADIENT))
			.containsExactly(output(many, inputs, GradientGraph.LATENT_GRADIENT), within(1e-6));
	}

	@Test
	@Tag("foreign")
	void rowsThatWouldMixAreLeftAlone() {
		RandomGraph draft = new RandomGraph(this.random);
		String turned = draft.node("Transpose", List.of(draft.active(3, 4, 4)),
				ForeignGenerators.ints("perm", 1, 0, 2, 3));
		String back = draft.node("Reshape", List.of(turned, draft.integers(1, 3, 4, 4)));
		ModelProto.Builder model = pictured(draft.graph(back), 3, 4, 4).model().toBuilder();
		model.getGraphBuilder().setInput(0, ForeignGenerators.value("z", DataType.FLOAT, 1, RandomGraph.DIMENSION));
		OnnxGraph one = OnnxGraph.of(model.build());
		assertThat(OpenBatch.of(one).onnx().model().getGraph()).isEqualTo(Graph.of(one).onnx().model().getGraph());
	}

	@Test
	void aBranchIsNamed() {
		ModelProto.Builder model = OnnxGraph.parse(TinyGenerators.graph(8, 1, 0)).model().toBuilder();
		model.getGraphBuilder()
			.getNodeBuilder(1)
			.setOpType("If")
			.clearInput()
			.addAttribute(AttributeProto.newBuilder()
				.setName("then_branch")
				.setType(AttributeType.GRAPH)
				.setG(GraphProto.getDefaultInstance()));
		assertThatExceptionOfType(UnsupportedOperatorException.class)
			.isThrownBy(() -> Gradient.of(OnnxGraph.of(model.build()), Loss.maskedSquaredError(1, 8, 8)))
			.withMessageStartingWith("Operator If");
	}

	@Test
	void whatARunTakesIsKnownBeforeIt() {
		OnnxGraph generator = OnnxGraph.parse(TinyGenerators.graph(16, 3, 5));
		OnnxGraph gradient = gradient(generator).graph();
		Footprint generated = footprint(generator);
		Footprint both = footprint(gradient);
		assertThat(both.bytes()).isGreaterThan(generated.bytes());
		assertThat(both.work()).isBetween(generated.work(), 3 * generated.work());
	}

	private static Footprint footprint(OnnxGraph onnx) {
		Graph graph = Graph.of(onnx);
		return Footprint.of(graph, Shapes.of(graph));
	}

	@Test
	void itGeneratesWhatTheGeneratorDoes() throws Exception {
		OnnxGraph generator = OnnxGraph.parse(TinyGenerators.graph(16, 3, 0));
		Map<String, Values> inputs = inputs(generator, 2);
		Values z = inputs.getOrDefault("z", Values.of(new double[0]));
		Values image = this.sessions.run(generator.model(), Map.of("z", z)).get("image");
		assertThat(output(generator, inputs, GradientGraph.IMAGE))
			.containsExactly((image != null) ? image.elements() : new double[0], within(1e-6));
	}

	@Test
	void theLossIsTheMeanSquaredDifferenceWhereTheMaskIs() throws Exception {
		OnnxGraph generator = OnnxGraph.parse(TinyGenerators.graph(8, 1, 0));
		Map<String, Values> inputs = inputs(generator, 1);
		double[] image = output(generator, inputs, GradientGraph.IMAGE);
		double[] mask = new double[64];
		mask[5] = 1;
		mask[9] = 1;
		double[] target = image.clone();
		target[5] += 0.5;
		target[9] -= 0.1;
		target[11] = 7;
		inputs.put(Loss.TARGET, Values.of(target, 1, 1, 8, 8).as(DataType.FLOAT));
		inputs.put(Loss.MASK, Values.of(mask, 1, 1, 8, 8).as(DataType.FLOAT));
		assertThat(output(generator, inputs, GradientGraph.LOSS)).containsExactly(new double[] { 0.13 }, within(1e-6));
	}

	@Test
	void anEmptyMaskAsksForNothing() throws Exception {
		OnnxGraph generator = OnnxGraph.parse(TinyGenerators.graph(8, 1, 0));
		Map<String, Values> inputs = inputs(generator, 1);
		inputs.put(Loss.MASK, Values.of(new float[64], 1, 1, 8, 8));
		assertThat(output(generator, inputs, GradientGraph.LOSS)).containsExactly(0);
		assertThat(output(generator, inputs, GradientGraph.LATENT_GRADIENT)).containsOnly(0);
	}

	@Test
	void anImageDoesNotDependOnTheOthersOfItsBatch() throws Exception {
		OnnxGraph generator = OnnxGraph.parse(TinyGenerators.graph(16, 3, 0));
		Map<String, Values> three = inputs(generator, 3);
		double[] together = output(generator, three, GradientGraph.LATENT_GRADIENT);
		Map<String, Values> first = new HashMap<>();
		three.forEach((name, values) -> {
			long[] shape = values.shape().clone();
			shape[0] = 1;
			first.put(name,
					new Values(values.type(), Arrays.copyOf(values.elements(), values.elements().length / 3), shape));
		});
		double[] alone = output(generator, first, GradientGraph.LATENT_GRADIENT);
		assertThat(alone).containsExactly(Arrays.copyOf(together, alone.length), within(1e-6));
	}

	@Test
	void gradientsThatMeetAreSummed() throws Exception {
		RandomGraph draft = new RandomGraph(this.random);
		String x = draft.active(3, 4, 4);
		String y = draft.node("Tanh", List.of(x));
		String z = draft.node("Add", List.of(draft.node("Mul", List.of(y, x)), draft.node("Sub", List.of(x, y))));
		OnnxGraph graph = pictured(draft.graph(z), 3, 4, 4);
		assertThat(error(graph, RandomGraph.DIMENSION)).isLessThan(TOLERANCE);
	}

	@Test
	void aGeneratorMayUseTheNamesOfTheLoss() throws Exception {
		GraphBuilder graph = new GraphBuilder("named", 17);
		Value z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(4));
		Value shape = graph.constant("axes", new long[] { -1, 1, 2, 2 });
		Value loss = graph.node("Reshape", List.of(z, shape));
		Value target = graph.node("Tanh", List.of(loss));
		graph.output(graph.node("Mul", List.of(target, target)), "image", ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(1), Dimension.fixed(2), Dimension.fixed(2));
		assertThat(error(OnnxGraph.parse(graph.build()), 4)).isLessThan(TOLERANCE);
	}

	@Test
	@Tag("foreign")
	void anOperatorWithoutARuleIsNamed() {
		RandomGraph draft = new RandomGraph(this.random);
		String y = draft.node("ReduceProd", List.of(draft.active(3, 4, 4)), ForeignGenerators.ints("axes", 3));
		OnnxGraph graph = pictured(draft.graph(y), 3, 4, 1);
		assertThatExceptionOfType(UnsupportedOperatorException.class).isThrownBy(() -> gradient(graph))
			.withMessageMatching("Operator ReduceProd \\(v\\d+\\) has no gradient")
			.satisfies((ex) -> assertThat(ex.operator()).isEqualTo("ReduceProd"));
	}

	@Test
	void anOperatorThatOnlyWeightsGoThroughNeedsNoRule() throws Exception {
		RandomGraph draft = new RandomGraph(this.random);
		String weights = draft.node("CumSum", List.of(draft.normal(4), draft.integer(0)));
		OnnxGraph graph = pictured(draft.graph(draft.node("Mul", List.of(draft.active(3, 4, 4), weights))), 3, 4, 4);
		assertThat(error(graph, RandomGraph.DIMENSION)).isLessThan(TOLERANCE);
	}

	@Test
	void imagesInStepsHaveNoGradient() throws Exception {
		RandomGraph draft = new RandomGraph(this.random);
		String steps = draft.node("Round", List.of(draft.active(3, 4, 4)));
		OnnxGraph generator = pictured(draft.graph(draft.node("Tanh", List.of(steps))), 3, 4, 4);
		assertThatExceptionOfType(UnsupportedOperatorException.class).isThrownBy(() -> gradient(generator))
			.withMessageMatching("Operator Round \\(v\\d+\\) has a gradient of zero everywhere");
	}

	@ParameterizedTest
	@CsvSource({ "8,1", "16,3" })
	void theEdgesOfASketchHaveTheGradientOfCentralDifferences(int side, int channels) throws Exception {
		OnnxGraph generator = OnnxGraph.parse(TinyGenerators.graph(side, channels, 0));
		Map<String, Values> inputs = inputs(generator, 2);
		inputs.put(Loss.SKETCH, normal(2, 1, side, side));
		inputs.put(Loss.SKETCH_MASK, inputs.getOrDefault(Loss.MASK, normal(0)));
		inputs.put(Loss.SKETCH_WEIGHT, Values.of(new float[] { 0.5f, 2 }, 2, 1));
		double error = new CentralDifferences(this.sessions, CentralDifferences.STEP).error(generator,
				Loss.withSketch(channels, side, side, 2), inputs,
				CentralDifferences.directions(this.random, 16, TinyGenerators.DIMENSION));
		assertThat(error).isLessThan(TOLERANCE);
	}

	@Test
	void featuresHaveTheGradientOfCentralDifferences() throws Exception {
		OnnxGraph generator = OnnxGraph.parse(TinyGenerators.graph(8, 3, 0));
		GraphBuilder features = new GraphBuilder("features", 17);
		Value image = features.input("picture", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3),
				Dimension.fixed(8), Dimension.fixed(8));
		float[] kernels = new float[4 * 3 * 3 * 3];
		for (int i = 0; i < kernels.length; i++) {
			kernels[i] = (float) this.random.nextGaussian();
		}
		Value maps = features.node("Conv", List.of(image, features.constant("kernels", kernels, 4, 3, 3, 3)));
		features.output(features.node("Sigmoid", List.of(maps)), "soft", ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(4), Dimension.fixed(6), Dimension.fixed(6));
		features.output(maps, "maps", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(4), Dimension.fixed(6),
				Dimension.fixed(6));
		double error = new CentralDifferences(this.sessions, CentralDifferences.STEP).error(generator,
				Loss.perceptual(OnnxGraph.parse(features.build()), 3, 8, 8, 2), inputs(generator, 2),
				CentralDifferences.directions(this.random, 16, TinyGenerators.DIMENSION));
		assertThat(error).isLessThan(TOLERANCE);
	}

	@Test
	void theTrunkOfMobileNetHasTheGradientOfCentralDifferences() throws Exception {
		OnnxGraph generator = OnnxGraph.parse(TinyGenerators.graph(16, 3, 0));
		Loss loss = Loss.perceptual(MobileNetTrunk.read(), 3, 16, 16, 2);
		// ONNX Runtime convolves in 32 bits, whose rounding smaller steps would show;
		// larger ones go past bends of ReLU6.
		double error = new CentralDifferences(this.sessions, 1e-4).error(generator, loss, inputs(generator, 2),
				CentralDifferences.directions(this.random, 4, TinyGenerators.DIMENSION));
		assertThat(error).isLessThan(1e-3);
	}

	@Test
	void aSketchIsMetByAPictureOfTheSameEdges() throws Exception {
		OnnxGraph generator = OnnxGraph.parse(TinyGenerators.graph(16, 1, 0));
		Map<String, Values> inputs = inputs(generator, 1);
		double[] image = output(generator, inputs, GradientGraph.IMAGE);
		double[] half = Arrays.stream(image).map((level) -> 0.5 - level / 2).toArray();
		inputs.put(Loss.MASK, Values.of(new float[256], 1, 1, 16, 16));
		inputs.put(Loss.SKETCH, Values.of(half, 1, 1, 16, 16).as(DataType.FLOAT));
		float[] everywhere = new float[256];
		Arrays.fill(everywhere, 1);
		inputs.put(Loss.SKETCH_MASK, Values.of(everywhere, 1, 1, 16, 16));
		inputs.put(Loss.SKETCH_WEIGHT, Values.of(new float[] { 1 }, 1, 1));
		OnnxGraph graph = Gradient.of(generator, Loss.withSketch(1, 16, 16, 2)).graph();
		Values loss = Objects.requireNonNull(this.sessions.run(graph.model(), inputs).get(GradientGraph.LOSS));
		assertThat(loss.elements()[0]).isCloseTo(0, within(1e-4));
		inputs.put(Loss.SKETCH, normal(1, 1, 16, 16));
		Values other = Objects.requireNonNull(this.sessions.run(graph.model(), inputs).get(GradientGraph.LOSS));
		assertThat(other.elements()[0]).isGreaterThan(0.05);
	}

	private OnnxGraph canonical(ModelProto model) throws IOException {
		Path file = Files.write(this.folder.resolve("generator.onnx"), model.toByteArray());
		OnnxGraph upgraded = CanonicalForm.upgraded(OnnxGraph.read(file, this.folder));
		GeneratorPorts ports = GeneratorPorts.of(upgraded, GeneratorPorts.Hints.NONE);
		return CanonicalForm.of(upgraded, ports);
	}

	private static OnnxGraph pictured(OnnxGraph graph, long... shape) {
		ModelProto.Builder model = graph.model().toBuilder();
		model.getGraphBuilder()
			.setOutput(0, ForeignGenerators.value("image", DataType.FLOAT, -1, shape[0], shape[1], shape[2]));
		return OnnxGraph.of(model.build());
	}

	private static GradientGraph gradient(OnnxGraph generator) {
		return Gradient.of(generator, loss(generator));
	}

	private static Loss loss(OnnxGraph generator) {
		return Loss.maskedSquaredError(axis(generator, 1), axis(generator, 2), axis(generator, 3));
	}

	private static int axis(OnnxGraph generator, int axis) {
		return (int) size(generator.model().getGraph().getOutput(0), axis);
	}

	private static long size(ValueInfoProto port, int axis) {
		return port.getType().getTensorType().getShape().getDim(axis).getDimValue();
	}

	private double error(OnnxGraph generator, int directions) throws Exception {
		int count = (size(generator.model().getGraph().getInput(0), 0) == 1) ? 1 : 2;
		Map<String, Values> inputs = inputs(generator, count);
		int dimension = (int) size(generator.model().getGraph().getInput(0), 1);
		double error = new CentralDifferences(this.sessions, CentralDifferences.STEP).error(generator, loss(generator),
				inputs, CentralDifferences.directions(this.random, directions, dimension));
		return error;
	}

	private double[] output(OnnxGraph generator, Map<String, Values> inputs, String name) throws Exception {
		Values values = this.sessions.run(gradient(generator).graph().model(), inputs).get(name);
		return (values != null) ? values.elements() : new double[0];
	}

	private Map<String, Values> inputs(OnnxGraph generator, int count) {
		Map<String, Values> inputs = new HashMap<>();
		for (ValueInfoProto input : generator.model().getGraph().getInputList()) {
			if (input.getName().equals("label")) {
				inputs.put("label",
						new Values(DataType.INT64, this.random.ints(count, 0, 5).asDoubleStream().toArray(), count));
			}
			else if (input.getName().equals(PortNames.SENTENCE)) {
				inputs.put(PortNames.SENTENCE, sentences(count, (int) size(input, 1)));
			}
			else {
				inputs.put(input.getName(), normal(count, size(input, 1)));
			}
		}
		int channels = axis(generator, 1);
		int height = axis(generator, 2);
		int width = axis(generator, 3);
		inputs.put(Loss.TARGET, normal(count, channels, height, width));
		float[] mask = new float[count * height * width];
		for (int i = 0; i < mask.length; i++) {
			mask[i] = this.random.nextFloat();
		}
		inputs.put(Loss.MASK, Values.of(mask, count, 1, height, width));
		return inputs;
	}

	/**
	 * Vectors of a length of about a quarter. Noise of length 1, as sentences have, lies
	 * along axes in which these hardly vary: it would be four times as far from their
	 * mean, where 32 and 64 bits take different sides of a kink.
	 */
	private Values sentences(int count, int width) {
		float[] values = new float[count * width];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) (this.random.nextGaussian() / 4 / Math.sqrt(width));
		}
		return Values.of(values, count, width);
	}

	private Values normal(long... shape) {
		int size = 1;
		for (long axis : shape) {
			size *= (int) axis;
		}
		float[] values = new float[size];
		for (int i = 0; i < size; i++) {
			values[i] = (float) this.random.nextGaussian();
		}
		return Values.of(values, shape);
	}

}
