package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Footprint;
import io.eidolon.graph.shape.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs and the output of a generator mean.
 *
 * @param latent the input that images are made from
 * @param label the input that chooses a class, null for an unconditional generator
 * @param sentence the input of what the image is to show, null for a generator that takes
 * no text
 * @param strength the input of how closely the sentence is followed, null when there is
 * none
 * @param image the output
 * @param batches whether it can generate several images in a run
 * @param bytes the most memory that one image takes, weights left out
 */
public record GeneratorPorts(LatentPort latent, @Nullable LabelPort label, @Nullable SentencePort sentence,
		@Nullable StrengthPort strength, ImagePort image, boolean batches, long bytes) {

	/**
	 * Finds the ports of a graph from what it declares and from the shapes that follow.
	 * @param graph a graph of opset 17 or later
	 * @param hints what its card says
	 * @throws InvalidGraphException when it is no generator, with what was found and what
	 * is needed
	 */
	public static GeneratorPorts of(OnnxGraph graph, Hints hints) {
		return of(Graph.of(graph), hints);
	}

	private static GeneratorPorts of(Graph graph, Hints hints) {
		PortFinder finder = new PortFinder(graph, hints);
		LatentPort latent = finder.latent();
		LabelPort label = finder.label(latent);
		SentencePort sentence = finder.sentence();
		StrengthPort strength = finder.strength();
		Map<String, List<Long>> rows = new HashMap<>(Map.of(latent.input(), latent.shape()));
		if (label != null) {
			rows.put(label.input(), label.shape());
		}
		if (sentence != null) {
			rows.put(sentence.input(), sentence.shape());
		}
		if (strength != null) {
			rows.put(strength.input(), strength.shape());
		}
		Shapes one = Shapes.of(graph, inputs(graph, rows, 1));
		Footprint footprint = Footprint.of(graph, one);
		ImagePort image = finder.image(one);
		boolean batches = batches(graph, image.output(), inputs(graph, rows, 2), one);
		return new GeneratorPorts(latent, label, sentence, strength, image, batches, footprint.bytes());
	}

	/** The same ports, making one image in a run. */
	public GeneratorPorts oneByOne() {
		return new GeneratorPorts(this.latent, this.label, this.sentence, this.strength, this.image, false, this.bytes);
	}

	/** How many classes there are, 0 for an unconditional generator. */
	public int classes() {
		return (this.label != null) ? this.label.classes() : 0;
	}

	// Whatever batch a file declares: what counts is whether two come out where two go
	// in.
	private static boolean batches(Graph graph, String image, Map<Value, List<Long>> two, Shapes one) {
		Value output = graph.output(image).orElseThrow();
		try {
			return Shapes.of(graph, two).of(output).equals(one.of(output).map((shape) -> counted(shape, 2)));
		}
		catch (InvalidGraphException ex) {
			return false;
		}
	}

	// A latent without a batch has one axis, a label without one has none.
	private static Map<Value, List<Long>> inputs(Graph graph, Map<String, List<Long>> rows, long count) {
		Map<Value, List<Long>> shapes = new HashMap<>();
		for (Value input : graph.inputs()) {
			List<Long> row = rows.getOrDefault(input.name(), List.of());
			boolean latent = input.elementType() != DataType.INT64 && input.elementType() != DataType.INT32;
			shapes.put(input, (row.size() > (latent ? 1 : 0)) ? counted(row, count) : row);
		}
		return shapes;
	}

	private static List<Long> counted(List<Long> shape, long count) {
		List<Long> counted = new ArrayList<>(shape);
		counted.set(0, count);
		return counted;
	}

	/**
	 * What is known of a generator beside its graph.
	 *
	 * @param dimension the length of a latent, null when only the graph tells
	 * @param classes how many classes, null when only the graph tells
	 * @param width pixels, null when only the graph tells
	 * @param height pixels, null when only the graph tells
	 */
	public record Hints(@Nullable Integer dimension, @Nullable Integer classes, @Nullable Integer width,
			@Nullable Integer height) {

		/** Only the graph tells. */
		public static final Hints NONE = new Hints(null, null, null, null);

	}

	/**
	 * The input of latents.
	 *
	 * @param input its name
	 * @param type the type of its elements
	 * @param shape its shape for one latent
	 * @param dimension the length of a latent
	 */
	public record LatentPort(String input, DataType type, List<Long> shape, int dimension) {

	}

	/**
	 * The input of labels.
	 *
	 * @param input its name
	 * @param type the type of its elements
	 * @param shape its shape for one label
	 * @param classes how many classes there are
	 * @param oneHot whether a label is a row with a one at the class's index, or the
	 * index
	 */
	public record LabelPort(String input, DataType type, List<Long> shape, int classes, boolean oneHot) {

	}

	/**
	 * The input of sentences' vectors.
	 *
	 * @param input its name
	 * @param type the type of its elements
	 * @param shape its shape for one sentence
	 * @param dimension the length of a vector
	 */
	public record SentencePort(String input, DataType type, List<Long> shape, int dimension) {

	}

	/**
	 * The input of strengths.
	 *
	 * @param input its name
	 * @param type the type of its elements
	 * @param shape its shape for one strength
	 */
	public record StrengthPort(String input, DataType type, List<Long> shape) {

	}

	/**
	 * The output of images.
	 *
	 * @param output its name
	 * @param type the type of its elements
	 * @param shape its shape for one image
	 * @param layout the order of its axes
	 * @param channels 1 or 3
	 * @param height pixels
	 * @param width pixels
	 */
	public record ImagePort(String output, DataType type, List<Long> shape, Layout layout, int channels, int height,
			int width) {

	}

	/** The orders of an image's axes. */
	public enum Layout {

		/** (N, C, H, W), or the same numbers with fewer axes. */
		CHANNELS_FIRST,

		/** (N, H, W, C). */
		CHANNELS_LAST

	}

}
