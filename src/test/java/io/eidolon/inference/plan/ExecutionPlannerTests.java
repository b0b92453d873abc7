package io.eidolon.inference.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.rewrite.FastForm;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.inference.plan.ExecutionPlan.Declined;
import io.eidolon.inference.plan.ExecutionPlan.Graph;
import io.eidolon.inference.plan.ExecutionPlan.Precision;
import io.eidolon.inference.plan.RequestedPrecision.Wish;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.LatentSpace;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ExecutionPlannerTests {

	@ParameterizedTest
	@CsvSource({ "8, 1, 0", "16, 3, 0", "16, 3, 4" })
	void theFormGeneratesThePicturesOfTheGraphAsExported(int side, int channels, int classes) {
		ModelCard card = card(side, channels, classes);
		byte[] graph = TinyGenerators.graph(side, channels, classes);
		Opened choice = choose(card, OnnxGraph.parse(graph), Wish.FLOAT32);
		try (GeneratorSession exported = GeneratorSession.open(graph); GeneratorSession session = choice.session()) {
			ImageComparison comparison = ImageComparison.of(TestBatches.of(card, exported.signature(), 16, 3), exported,
					new Levels(card.image()), session);
			assertThat(comparison.isRounding()).isTrue();
			assertThat(comparison.samples()).isEqualTo(16L * side * side * channels);
			assertThat(choice.plan().precision()).isEqualTo(Precision.FLOAT32);
			assertThat(choice.plan().psnr()).isNull();
			assertThat(choice.plan().speedup()).isPositive();
		}
	}

	@Test
	void aGraphThatNothingAppliesToServesAsExported() {
		byte[] graph = TinyGenerators.graph(8, 1, 0);
		OnnxGraph rewritten = FastForm.of(OnnxGraph.parse(graph)).graph();
		Opened choice = choose(card(8, 1, 0), rewritten, Wish.FLOAT32);
		choice.session().close();
		assertThat(choice.plan())
			.isEqualTo(new ExecutionPlan(Graph.AS_EXPORTED, List.of(), 1, Precision.FLOAT32, null, "cpu"));
	}

	@Test
	void aGraphThatGeneratesOtherPicturesThanItsCardSaysIsRefused() {
		assertThatExceptionOfType(InvalidModelException.class)
			.isThrownBy(() -> choose(card(16, 1, 0), OnnxGraph.parse(TinyGenerators.graph(8, 1, 0)), Wish.FLOAT32))
			.withMessage("tiny gives 256 values for a batch of 4, but its card needs 1024");
	}

	@Test
	void aGraphThatCannotRunIsRefused() {
		assertThatExceptionOfType(InvalidModelException.class)
			.isThrownBy(() -> choose(card(8, 1, 3), OnnxGraph.parse(TinyGenerators.graph(8, 1, 0)), Wish.FLOAT32))
			.withMessageStartingWith("tiny cannot generate a batch of 4: ");
	}

	@Test
	void integersServeWhenTheirPicturesAreGoodEnough() {
		ModelCard card = card(16, 3, 0);
		byte[] graph = wide(1);
		Opened choice = choose(card, OnnxGraph.parse(graph), Wish.INT8);
		try (GeneratorSession exported = GeneratorSession.open(graph); GeneratorSession session = choice.session()) {
			double psnr = ImageComparison
				.of(TestBatches.of(card, exported.signature(), 256, 4), exported, new Levels(card.image()), session)
				.psnr();
			assertThat(choice.plan().psnr()).isEqualTo(psnr).isBetween(35.0, 60.0);
			assertThat(choice.plan().precision()).isEqualTo(Precision.INT8);
			assertThat(choice.plan().rewrites()).endsWith("quantised-convolution");
		}
	}

	@Test
	void integersAreRefusedWhenTheirPicturesAreNot() {
		// The last layer blows small errors up.
		assertThatExceptionOfType(InvalidModelException.class)
			.isThrownBy(() -> choose(card(16, 3, 0), OnnxGraph.parse(wide(1000)), Wish.INT8))
			.withMessageMatching("tiny: int8 pictures reach \\d+\\.\\d dB against float32 on 256 latents; "
					+ "at least 35 is needed; leave eidolon.models.tiny.precision out");
	}

	@Test
	void integersAreRefusedWhereNothingGetsFaster() {
		assertThatExceptionOfType(InvalidModelException.class)
			.isThrownBy(() -> choose(card(8, 1, 0), OnnxGraph.parse(TinyGenerators.graph(8, 1, 0)), Wish.INT8))
			.withMessage("tiny: no layer of it is wide enough to be faster with int8; "
					+ "leave eidolon.models.tiny.precision out");
	}

	@ParameterizedTest
	@CsvSource({ "40, 2.5, true", "39.9, 2.5, false", "40, 2.3, false" })
	void integersAreChosenWhereTheyGainAndPicturesAreClose(double psnr, double speedup, boolean chosen) {
		ExecutionPlan floats = new ExecutionPlan(Graph.REWRITTEN, List.of(), 2, Precision.FLOAT32, null, "cpu");
		ExecutionPlan integers = new ExecutionPlan(Graph.REWRITTEN, List.of(), speedup, Precision.INT8, psnr, "cpu");
		assertThat(ExecutionPlanner.areBetter(integers, floats)).isEqualTo(chosen);
	}

	@Test
	void integersWhosePicturesAreFurtherAwayAreDeclined() {
		Opened choice = choose(card(16, 3, 0), OnnxGraph.parse(wide(1000)), Wish.AUTO);
		choice.session().close();
		assertThat(choice.plan().precision()).isEqualTo(Precision.FLOAT32);
		assertThat(choice.plan().psnr()).isNull();
		Declined declined = Objects.requireNonNull(choice.plan().declined());
		assertThat(declined.precision()).isEqualTo(Precision.INT8);
		assertThat(declined.psnr()).isBetween(5.0, 40.0);
		assertThat(declined.speedup()).isPositive();
	}

	@Test
	void floatsServeWhereNoLayerIsWideEnoughToChoose() {
		Opened choice = choose(card(8, 1, 0), OnnxGraph.parse(TinyGenerators.graph(8, 1, 0)), Wish.AUTO);
		choice.session().close();
		assertThat(choice.plan().precision()).isEqualTo(Precision.FLOAT32);
		assertThat(choice.plan().declined()).isNull();
	}

	@Test
	void aPlanOpensAgainAsTheFormThatItWasMadeFor() {
		ModelCard card = card(16, 3, 0);
		OnnxGraph graph = OnnxGraph.parse(wide(1));
		ExecutionPlanner planner = new ExecutionPlanner(card, 4, Device.CPU);
		for (Wish precision : List.of(Wish.FLOAT32, Wish.INT8)) {
			Opened first = choose(card, graph, precision);
			try (GeneratorSession session = first.session();
					GeneratorSession again = planner.open(graph, first.plan())) {
				LatentBatch batch = TestBatches.of(card, session.signature(), 4, 4).getFirst();
				assertThat(again.samples(batch)).isEqualTo(session.samples(batch));
			}
		}
	}

	@Test
	void aPlanOfOtherRewritesDoesNotOpen() {
		ExecutionPlan plan = new ExecutionPlan(Graph.REWRITTEN, List.of("of-another-build"), 2, Precision.FLOAT32, null,
				"cpu");
		ExecutionPlanner planner = new ExecutionPlanner(card(8, 1, 0), 4, Device.CPU);
		assertThatIllegalStateException()
			.isThrownBy(() -> planner.open(OnnxGraph.parse(TinyGenerators.graph(8, 1, 0)), plan))
			.withMessageContaining("of-another-build");
	}

	private static Opened choose(ModelCard card, OnnxGraph graph, Wish precision) {
		try (GeneratorSession exported = GeneratorSession.open(graph.bytes())) {
			ExecutionPlanner planner = new ExecutionPlanner(card, 4, Device.CPU);
			Decision decision = planner.plan(graph, exported, precision);
			return new Opened(decision.plan(),
					(decision.session() != null) ? decision.session() : planner.open(graph, decision.plan()));
		}
	}

	/** A generator with wide layers: z (N, 8) to image (N, 3, 16, 16). */
	private static byte[] wide(double gain) {
		Random random = new Random(6);
		GraphBuilder graph = new GraphBuilder("wide", 17);
		Value z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(8));
		Value x = graph.node("Reshape", List.of(z, graph.constant("pixel", new long[] { -1, 8, 1, 1 })));
		x = graph.node("Relu", List.of(layer(graph, random, x, 8, 16, 1, 0, 0.3)));
		x = graph.node("Relu", List.of(layer(graph, random, x, 16, 16, 2, 1, 0.15)));
		x = graph.node("Tanh", List.of(layer(graph, random, x, 16, 3, 2, 1, 0.15 * gain)));
		graph.output(x, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3), Dimension.fixed(16),
				Dimension.fixed(16));
		return graph.build();
	}

	private static Value layer(GraphBuilder graph, Random random, Value x, int from, int to, int stride, int padding,
			double deviation) {
		float[] kernels = new float[from * to * 16];
		for (int i = 0; i < kernels.length; i++) {
			kernels[i] = (float) (deviation * random.nextGaussian());
		}
		return graph.node("ConvTranspose", List.of(x, graph.constant(x + "-kernel", kernels, from, to, 4, 4)),
				Attribute.integers("strides", stride, stride),
				Attribute.integers("pads", padding, padding, padding, padding));
	}

	private static ModelCard card(int side, int channels, int classes) {
		return new ModelCard("tiny", "1", "Tiny", new ImageShape(side, side, channels, ValueRange.TANH),
				new LatentSpace(TinyGenerators.DIMENSION, LatentSpace.STANDARD_NORMAL),
				IntStream.range(0, classes).mapToObj(Integer::toString).toList(), null, null, null, null, null, null,
				null, Map.of());
	}

	private record Opened(ExecutionPlan plan, GeneratorSession session) {

	}

}
