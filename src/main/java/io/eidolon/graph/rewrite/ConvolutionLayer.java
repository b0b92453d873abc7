package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Optional;

import io.eidolon.graph.ir.Attributes;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;

/**
 * A plane convolution or transposed convolution with explicit padding, without groups and
 * dilation.
 *
 * @param node its node
 * @param kernels its kernels, of shape (to, from, kh, kw), and (from, to, kh, kw) for a
 * transposed one
 * @param offsets its bias (to), none when it has none
 * @param rows how it steps down the height
 * @param columns how it steps along the width
 */
record ConvolutionLayer(Node node, Constant kernels, Optional<Constant> offsets, Axis rows, Axis columns) {

	private static final List<Long> NO_PADS = List.of(0L, 0L, 0L, 0L);

	/** The layer of a {@code Conv} or {@code ConvTranspose}. */
	static Match<ConvolutionLayer> of(Node node) {
		Attributes attributes = node.attributes();
		Optional<Constant> kernels = node.input(1).constant().filter(Constant::isFloats);
		Optional<Constant> offsets = node.input(2).constant().filter(Constant::isFloats);
		if (kernels.isEmpty() || node.has(2) && offsets.isEmpty()) {
			return Match.none("its weights are no constant floats");
		}
		if (kernels.get().rank() != 4) {
			return Match.none("it has %s axes instead of 2", kernels.get().rank() - 2);
		}
		if (attributes.integer("group", 1) != 1) {
			return Match.none("%s groups", attributes.integer("group", 1));
		}
		if (attributes.has("output_shape") || !attributes.text("auto_pad", "NOTSET").equals("NOTSET")) {
			return Match.none("its padding follows from a size");
		}
		if (!attributes.integers("dilations", 1L, 1L).equals(List.of(1L, 1L))) {
			return Match.none("dilations %s", attributes.integers("dilations"));
		}
		int to = kernels.get().size(node.is("ConvTranspose") ? 1 : 0);
		if (!isPlane(attributes) || offsets.filter((bias) -> bias.elements() != to).isPresent()) {
			return Match.none("its settings do not fit its weights");
		}
		return Match.found(new ConvolutionLayer(node, kernels.get(), offsets, axis(kernels.get(), attributes, 0),
				axis(kernels.get(), attributes, 1)));
	}

	private static boolean isPlane(Attributes attributes) {
		List<Long> pads = attributes.integers("pads", NO_PADS.toArray(Long[]::new));
		List<Long> strides = attributes.integers("strides", 1L, 1L);
		return pads.size() == 4 && strides.size() == 2 && attributes.integers("output_padding", 0L, 0L).size() == 2
				&& pads.stream().allMatch((pad) -> pad >= 0) && strides.stream().allMatch((stride) -> stride > 0);
	}

	private static Axis axis(Constant kernels, Attributes attributes, int axis) {
		List<Long> pads = attributes.integers("pads", NO_PADS.toArray(Long[]::new));
		return new Axis(kernels.size(2 + axis), attributes.integers("strides", 1L, 1L).get(axis).intValue(),
				pads.get(axis).intValue(), pads.get(axis + 2).intValue(),
				attributes.integers("output_padding", 0L, 0L).get(axis).intValue());
	}

	/** The layer, unless it steps by more than 1. */
	static Match<ConvolutionLayer> unstrided(Node node) {
		return of(node).check((layer) -> layer.rows.stride == 1 && layer.columns.stride == 1,
				(layer) -> "stride " + Math.max(layer.rows.stride, layer.columns.stride));
	}

	Value input() {
		return this.node.input(0);
	}

	/** The numbers of its kernels, in row-major order. */
	float[] weights() {
		return this.kernels.floats();
	}

	/** The channels that it reads. */
	int from() {
		return this.kernels.size(this.node.is("ConvTranspose") ? 0 : 1);
	}

	/** The channels that it makes. */
	int to() {
		return this.kernels.size(this.node.is("ConvTranspose") ? 1 : 0);
	}

	/** Its bias (to), zeros when it has none. */
	float[] bias() {
		return this.offsets.map(Constant::floats).orElseGet(() -> new float[to()]);
	}

	/**
	 * One direction.
	 *
	 * @param kernel how many weights
	 * @param stride the step
	 * @param before padding before the first value
	 * @param after padding after the last value
	 * @param extra values added at the end of a transposed convolution's output
	 */
	record Axis(int kernel, int stride, int before, int after, int extra) {

		/** How many values a transposed convolution makes of this many. */
		int transposed(int size) {
			return (size - 1) * this.stride + this.kernel - this.before - this.after + this.extra;
		}

	}

}
