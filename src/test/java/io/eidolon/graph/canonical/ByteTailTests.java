package io.eidolon.graph.canonical;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.inference.plan.Levels;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("foreign")
class ByteTailTests {

	@ParameterizedTest
	@CsvSource({ "-1, 1, 1, 17", "-1, 1, 3, 17", "0, 1, 3, 17", "0, 255, 1, 13", "-2.5, 0.5, 3, 11", "-1, 1, 3, 9" })
	void samplesAreTheLevelsOfTheFloats(float minimum, float maximum, int channels, long opset) {
		OnnxGraph graph = planes(channels, opset);
		Levels levels = new Levels(new ImageShape(3, 2, channels, new ValueRange(minimum, maximum)));
		Random random = new Random(5);
		float[] z = new float[4 * channels * 6];
		for (int i = 0; i < z.length; i++) {
			// A fifth lies below the range, and a fifth above.
			z[i] = minimum + (maximum - minimum) * (float) random.nextDouble(-1 / 3.0, 4 / 3.0);
		}
		try (GeneratorSession floats = GeneratorSession.open(graph.bytes());
				GeneratorSession bytes = GeneratorSession.open(ByteTail.on(graph, minimum, maximum).bytes())) {
			float[] images = floats.run(z, null, 4);
			byte[] samples = bytes.samples(new LatentBatch(z, null, 4));
			assertThat(samples).hasSize(z.length);
			for (int i = 0; i < 4; i++) {
				byte[] picture = Arrays.copyOfRange(samples, i * channels * 6, (i + 1) * channels * 6);
				assertThat(picture).isEqualTo(levels.samples(images, i));
			}
		}
	}

	@Test
	void theOutputKeepsItsNameAndSaysItsShape() {
		OnnxGraph graph = ByteTail.on(planes(3, 17), -1, 1);
		try (GeneratorSession session = GeneratorSession.open(graph.bytes())) {
			assertThat(session.signature()).hasToString("z float (N, 18) -> image uint8 (N, 2, 3, 3)");
		}
	}

	@Test
	void anOutputWithoutPlanesIsRefused() {
		GraphBuilder graph = new GraphBuilder("flat", 17);
		Value z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(2));
		graph.output(z, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(2));
		OnnxGraph flat = OnnxGraph.parse(graph.build());
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> ByteTail.on(flat, -1, 1))
			.withMessage("image has 2 axes; (N, channels, height, width) are needed");
	}

	/** The latent itself, as image (N, channels, 2, 3). */
	private static OnnxGraph planes(int channels, long opset) {
		GraphBuilder graph = new GraphBuilder("planes", 17);
		Value z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(channels * 6L));
		Value image = graph.node("Reshape", List.of(z, graph.constant("shape", new long[] { -1, channels, 2, 3 })));
		graph.output(image, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(channels), Dimension.fixed(2),
				Dimension.fixed(3));
		ModelProto.Builder model = OnnxGraph.parse(graph.build()).model().toBuilder();
		model.getOpsetImportBuilder(0).setVersion(opset);
		return OnnxGraph.of(model.build());
	}

}
