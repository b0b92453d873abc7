package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.shape.Footprint;
import io.eidolon.graph.shape.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * What the inputs and the output of a generator mean.
 *
 * @param latent the input that pictures are drawn from
 * @param label the input that chooses a class, null for an unconditional generator
 * @param picture the output
 * @param batches whether it can draw several pictures in a run
 * @param bytes the most memory that one picture takes, weights left out
 */
public record GeneratorPorts(LatentPort latent, @Nullable LabelPort label, PicturePort picture, boolean batches,
		long bytes) {

	/**
	 * Finds the ports of a graph from what it declares and from the shapes that follow.
	 * @param graph a graph of opset 17 or later
	 * @param hints what its card says
	 * @throws InvalidGraphException when it is no generator, with what was found and what
	 * is needed
	 */
	public static GeneratorPorts of(OnnxGraph graph, Hints hints) {
		PortFinder finder = new PortFinder(graph.model().getGraph(), hints);
		LatentPort latent = finder.latent();
		LabelPort label = finder.label(latent);
		Shapes one = Shapes.of(graph, inputs(latent, label, 1));
		Footprint footprint = Footprint.of(graph, one);
		PicturePort picture = finder.picture(one);
		boolean batches = batches(graph, picture.output(), inputs(latent, label, 2), one);
		return new GeneratorPorts(latent, label, picture, batches, footprint.bytes());
	}

	/** The same ports, drawing one picture in a run. */
	public GeneratorPorts oneByOne() {
		return new GeneratorPorts(this.latent, this.label, this.picture, false, this.bytes);
	}

	/** How many classes there are, 0 for an unconditional generator. */
	public int classes() {
		return (this.label != null) ? this.label.classes() : 0;
	}

	// Whatever batch a file declares: what counts is whether two come out where two go
	// in.
	private static boolean batches(OnnxGraph graph, String output, Map<String, List<Long>> two, Shapes one) {
		try {
			return Shapes.of(graph, two).of(output).equals(one.of(output).map((shape) -> counted(shape, 2)));
		}
		catch (InvalidGraphException ex) {
			return false;
		}
	}

	private static Map<String, List<Long>> inputs(LatentPort latent, @Nullable LabelPort label, long count) {
		Map<String, List<Long>> shapes = new HashMap<>();
		shapes.put(latent.input(), (latent.shape().size() > 1) ? counted(latent.shape(), count) : latent.shape());
		if (label != null) {
			shapes.put(label.input(), label.shape().isEmpty() ? label.shape() : counted(label.shape(), count));
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
	 * The output of pictures.
	 *
	 * @param output its name
	 * @param type the type of its elements
	 * @param shape its shape for one picture
	 * @param layout the order of its axes
	 * @param channels 1 or 3
	 * @param height pixels
	 * @param width pixels
	 */
	public record PicturePort(String output, DataType type, List<Long> shape, Layout layout, int channels, int height,
			int width) {

	}

	/** The orders of a picture's axes. */
	public enum Layout {

		/** (N, C, H, W), or the same numbers with fewer axes. */
		CHANNELS_FIRST,

		/** (N, H, W, C). */
		CHANNELS_LAST

	}

}
