package io.eidolon.training.quality;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The feature spaces that the trainer brings along. */
enum ShippedSpace {

	/** Sees 32x32 pixels; {@link FeatureTraining} made it. */
	CIFAR10(QualitySpace.QUICK, "eidolon-cifar10-v1.onnx"),

	/** Sees 299x299 pixels; not the Inception of FID, whose weights are others. */
	INCEPTION("inception-v3-mixed5", "/io/eidolon/training/pretrained/inception_v3-trunk.onnx");

	/** From this side on pictures have detail that {@link #CIFAR10} is blind to. */
	private static final int DETAILED = 64;

	private final String title;

	private final String graph;

	ShippedSpace(String title, String graph) {
		this.title = title;
		this.graph = graph;
	}

	/** The space that suits pictures of a side in pixels. */
	static ShippedSpace suiting(int side) {
		return (side >= DETAILED) ? INCEPTION : CIFAR10;
	}

	static Optional<ShippedSpace> named(String name) {
		return Arrays.stream(values()).filter((space) -> space.title.equals(name)).findFirst();
	}

	static List<String> names() {
		return Arrays.stream(values()).map(ShippedSpace::title).toList();
	}

	/** What its figures are called by. */
	String title() {
		return this.title;
	}

	byte[] graph() throws IOException {
		try (InputStream in = resource(this.graph)) {
			return in.readAllBytes();
		}
	}

	FeatureSpaceCard card() throws IOException {
		try (InputStream in = resource(this.title + ".json")) {
			return FeatureSpaceCard.read(this.title, in);
		}
	}

	private static InputStream resource(String name) {
		return Objects.requireNonNull(ShippedSpace.class.getResourceAsStream(name), name);
	}

}
