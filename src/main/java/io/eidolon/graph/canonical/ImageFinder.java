package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.Quoted;
import io.eidolon.graph.canonical.GeneratorPorts.Hints;
import io.eidolon.graph.canonical.GeneratorPorts.ImagePort;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;
import org.jspecify.annotations.Nullable;

/**
 * Tells which output of a graph is the image: the one that its card names, else the
 * largest in colour, or the largest that is called so.
 */
final class ImageFinder {

	private static final Pattern IMAGE_NAME = Pattern
		.compile("(?i)(images?|imgs?|output|pictures?|generated|fake)(:\\d+)?");

	private static final Comparator<ImagePort> RANK = Comparator
		.comparing((ImagePort port) -> port.channels() > 1 || isNamed(port))
		.thenComparing((port) -> (long) port.width() * port.height())
		.thenComparing(ImageFinder::isNamed)
		.thenComparing(ImagePort::channels);

	private ImageFinder() {
	}

	/**
	 * The output that is the image.
	 * @param shapes for one image
	 * @throws InvalidGraphException when there is none
	 */
	static ImagePort of(Graph graph, Shapes shapes, Hints hints) {
		List<ImagePort> images = new ArrayList<>();
		for (Value output : graph.outputs()) {
			if (hints.output() == null || hints.output().equals(output.name())) {
				ImagePort port = port(output, shapes, hints);
				if (port != null) {
					images.add(port);
				}
			}
		}
		List<ImagePort> fitting = images.stream().filter((port) -> fits(port, hints)).toList();
		// The first of equals, as the graph gives them.
		return (fitting.isEmpty() ? images : fitting).reversed()
			.stream()
			.max(RANK)
			.orElseThrow(() -> refused(graph, shapes, hints));
	}

	private static @Nullable ImagePort port(Value output, Shapes shapes, Hints hints) {
		return ImageShapes.port(output.name(), shapes.type(output), shapes.of(output).orElse(List.of()), hints);
	}

	private static boolean isNamed(ImagePort port) {
		return IMAGE_NAME.matcher(port.output()).matches();
	}

	private static boolean fits(ImagePort port, Hints hints) {
		return agrees(hints.channels(), port.channels()) && agrees(hints.width(), port.width())
				&& agrees(hints.height(), port.height());
	}

	private static boolean agrees(@Nullable Integer said, int found) {
		return said == null || said == found;
	}

	private static InvalidGraphException refused(Graph graph, Shapes shapes, Hints hints) {
		List<Port> found = graph.outputs()
			.stream()
			.map((output) -> new Port(output.name(), shapes.type(output), shapes.of(output).orElse(List.of())))
			.toList();
		String named = hints.output();
		if (named != null && found.stream().noneMatch((port) -> port.name().equals(named))) {
			return new InvalidGraphException("output (%s) in model.json must be among the outputs of the graph, %s"
				.formatted(Quoted.of(named), PortErrors.names(found)));
		}
		String outputs = found.stream()
			.map((port) -> port + Objects.requireNonNullElse(ImageShapes.misfit(port.type(), port.shape()), ""))
			.collect(Collectors.joining(", "));
		return new InvalidGraphException(
				"The graph gives %s; a generator gives pictures of 1 or 3 channels, such as float (N, 3, H, W)"
					.formatted(outputs));
	}

}
