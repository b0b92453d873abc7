package io.eidolon.graph.gradient;

import java.util.Arrays;
import java.util.List;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OrtException;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.ir.Attributes;

/**
 * Convolutions over (N, C, H, W) in 64-bit floating point, which ONNX Runtime has in 32
 * bits alone: products of matrices, of which it has both. A window has a place for each
 * pixel of the small side, which is what a convolution makes and a transposed one reads.
 */
final class Windows {

	private final int[] kernel;

	private final int[] strides;

	private final int[] dilations;

	private final int[] pads;

	private final int group;

	private Windows(Attributes attributes, Values w) {
		this.kernel = new int[] { w.size(2), w.size(3) };
		this.strides = ints(attributes.integers("strides", 1L, 1L));
		this.dilations = ints(attributes.integers("dilations", 1L, 1L));
		this.pads = ints(attributes.integers("pads", 0L, 0L, 0L, 0L));
		this.group = (int) attributes.integer("group", 1);
	}

	/** Over pictures, with pads that are told. */
	static boolean fits(NodeProto node, List<Values> read) {
		Attributes attributes = new Attributes(node);
		return read.getFirst().shape().length == 4 && !attributes.has("auto_pad") && !attributes.has("output_shape");
	}

	static Values of(Sessions sessions, NodeProto node, List<Values> read) throws OrtException {
		Attributes attributes = new Attributes(node);
		Values x = read.get(0);
		Windows windows = new Windows(attributes, read.get(1));
		Values y = node.getOpType().equals("Conv") ? windows.convolved(sessions, x, read.get(1))
				: windows.transposed(sessions, x, read.get(1), ints(attributes.integers("output_padding", 0L, 0L)));
		if (read.size() > 2) {
			int pixels = y.size(2) * y.size(3);
			Arrays.setAll(y.elements(), (i) -> y.elements()[i] + read.get(2).elements()[i / pixels % y.size(1)]);
		}
		return y;
	}

	private Values convolved(Sessions sessions, Values x, Values w) throws OrtException {
		int[] out = new int[2];
		for (int i = 0; i < 2; i++) {
			out[i] = (x.size(2 + i) + this.pads[i] + this.pads[i + 2] - span(i)) / this.strides[i] + 1;
		}
		int places = w.size(1) * this.kernel[0] * this.kernel[1];
		double[] columns = new double[x.size(0) * this.group * places * out[0] * out[1]];
		move(columns, out, x, false);
		Values y = product(sessions, Values.of(w.elements(), this.group, w.size(0) / this.group, places),
				Values.of(columns, x.size(0), this.group, places, out[0] * out[1]));
		return Values.of(y.elements(), x.size(0), w.size(0), out[0], out[1]);
	}

	private Values transposed(Sessions sessions, Values x, Values w, int[] extra) throws OrtException {
		int[] in = { x.size(2), x.size(3) };
		int[] out = new int[2];
		for (int i = 0; i < 2; i++) {
			out[i] = this.strides[i] * (in[i] - 1) + span(i) + extra[i] - this.pads[i] - this.pads[i + 2];
		}
		int read = w.size(0) / this.group;
		int places = w.size(1) * this.kernel[0] * this.kernel[1];
		double[] turned = new double[w.elements().length];
		Arrays.setAll(turned,
				(i) -> w.elements()[(i / (places * read) * read + i % read) * places + i / read % places]);
		Values columns = product(sessions, Values.of(turned, this.group, places, read),
				Values.of(x.elements(), x.size(0), this.group, read, in[0] * in[1]));
		int channels = w.size(1) * this.group;
		Values y = Values.of(new double[x.size(0) * channels * out[0] * out[1]], x.size(0), channels, out[0], out[1]);
		move(columns.elements(), in, y, true);
		return y;
	}

	private int span(int axis) {
		return this.dilations[axis] * (this.kernel[axis] - 1) + 1;
	}

	/**
	 * Copies pixels to columns of windows, or adds the columns to them.
	 * @param columns (N, C, kernel, small)
	 * @param pixels (N, C, H, W)
	 */
	private void move(double[] columns, int[] small, Values pixels, boolean back) {
		int stride = this.strides[1];
		for (int at = 0; at < columns.length; at += small[1]) {
			int i = at / small[1] % small[0];
			int window = at / (small[0] * small[1]);
			int channel = window / (this.kernel[0] * this.kernel[1]);
			int row = i * this.strides[0] + window / this.kernel[1] % this.kernel[0] * this.dilations[0] - this.pads[0];
			if (row < 0 || row >= pixels.size(2)) {
				continue;
			}
			int shift = window % this.kernel[1] * this.dilations[1] - this.pads[1];
			int pixel = (channel * pixels.size(2) + row) * pixels.size(3) + shift;
			int end = Math.min(small[1], Math.ceilDiv(pixels.size(3) - shift, stride));
			for (int j = Math.max(0, Math.ceilDiv(-shift, stride)); j < end; j++) {
				if (back) {
					pixels.elements()[pixel + j * stride] += columns[at + j];
				}
				else {
					columns[at + j] = pixels.elements()[pixel + j * stride];
				}
			}
		}
	}

	private static Values product(Sessions sessions, Values left, Values right) throws OrtException {
		NodeProto node = ForeignGenerators.operator("MatMul", "y", List.of("left", "right"));
		return sessions.run(node, 17, List.of(left, right)).getFirst();
	}

	private static int[] ints(List<Long> values) {
		return values.stream().mapToInt(Long::intValue).toArray();
	}

}
