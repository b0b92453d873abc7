package io.eidolon.training.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import ai.onnx.proto.OnnxMl.NodeProto;
import io.eidolon.graph.ir.Attributes;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** One operator of a {@link FrozenTrunk}. */
sealed interface FrozenLayer {

	/** The name of what it computes. */
	String output();

	/** Computes it from what was computed before. */
	Tensor apply(Map<String, Tensor> values);

	/** Reads an operator of an ONNX graph. */
	static FrozenLayer of(NodeProto node, Map<String, Tensor> weights) {
		String x = node.getInput(0);
		String output = node.getOutput(0);
		return switch (node.getOpType()) {
			case "Conv" -> Convolution.of(node, weights);
			case "Clip" -> new Clip(x, bound(node, 1, weights), bound(node, 2, weights), output);
			case "Add" -> new Sum(x, node.getInput(1), output);
			case "Identity" -> new Same(x, output);
			default -> throw new IllegalArgumentException(
					"%s is a %s; understood are Conv, Clip, Add and Identity".formatted(output, node.getOpType()));
		};
	}

	private static Scalar bound(NodeProto node, int index, Map<String, Tensor> weights) {
		return new Scalar(Objects.requireNonNull(weights.get(node.getInput(index))).item_float());
	}

	/** A convolution whose zeros around the picture may be more at the end. */
	record Convolution(String x, Tensor weight, @Nullable Tensor bias, long[] strides, List<Long> pads, boolean same,
			long groups, String output) implements FrozenLayer {

		private static final long[] ONE = { 1, 1 };

		private static Convolution of(NodeProto node, Map<String, Tensor> weights) {
			Attributes attributes = new Attributes(node);
			Tensor weight = Objects.requireNonNull(weights.get(node.getInput(1)));
			Tensor bias = (node.getInputCount() > 2) ? Objects.requireNonNull(weights.get(node.getInput(2))) : null;
			long[] strides = attributes.integers("strides", 1L, 1L).stream().mapToLong(Long::longValue).toArray();
			return new Convolution(node.getInput(0), weight, bias, strides, attributes.integers("pads", 0L, 0L, 0L, 0L),
					attributes.text("auto_pad", "NOTSET").equals("SAME_UPPER"), attributes.integer("group", 1),
					node.getOutput(0));
		}

		@Override
		public Tensor apply(Map<String, Tensor> values) {
			Tensor from = Objects.requireNonNull(values.get(this.x));
			long top = this.same ? total(from, 0) / 2 : this.pads.get(0);
			long left = this.same ? total(from, 1) / 2 : this.pads.get(1);
			long bottom = this.same ? total(from, 0) - top : this.pads.get(2);
			long right = this.same ? total(from, 1) - left : this.pads.get(3);
			if (top == bottom && left == right) {
				return convolve(from, top, left);
			}
			return convolve(torch.constant_pad_nd(from, left, right, top, bottom), 0, 0);
		}

		private Tensor convolve(Tensor from, long vertical, long horizontal) {
			long[] padding = { vertical, horizontal };
			TensorOptional shift = (this.bias != null) ? new TensorOptional(this.bias) : new TensorOptional();
			if (this.groups == 1 || this.strides[0] * this.strides[1] == 1 || !from.requires_grad()) {
				return torch.conv2d(from, this.weight, shift, this.strides, padding, ONE, this.groups);
			}
			// The gradient of a strided convolution in groups takes several times as long
			// as that of the whole one
			return torch.conv2d(from, this.weight, shift, ONE, padding, ONE, this.groups)
				.slice(2, new LongOptional(), new LongOptional(), this.strides[0])
				.slice(3, new LongOptional(), new LongOptional(), this.strides[1])
				.contiguous(torch.MemoryFormat.ChannelsLast);
		}

		/**
		 * The zeros that make the result ceil(size / stride) long, as SAME_UPPER asks.
		 */
		private long total(Tensor from, int axis) {
			long size = from.size(2 + axis);
			long stride = this.strides[axis];
			return Math.max(0, (Math.ceilDiv(size, stride) - 1) * stride + this.weight.size(2 + axis) - size);
		}

	}

	/** Values between two bounds. */
	record Clip(String x, Scalar least, Scalar greatest, String output) implements FrozenLayer {

		@Override
		public Tensor apply(Map<String, Tensor> values) {
			// In place, as nothing else reads what a convolution gives to its activation
			return torch.hardtanh_(Objects.requireNonNull(values.get(this.x)), this.least, this.greatest);
		}

	}

	/** x + y. */
	record Sum(String x, String y, String output) implements FrozenLayer {

		@Override
		public Tensor apply(Map<String, Tensor> values) {
			return Objects.requireNonNull(values.get(this.x)).add(Objects.requireNonNull(values.get(this.y)));
		}

	}

	/** The same value under another name. */
	record Same(String x, String output) implements FrozenLayer {

		@Override
		public Tensor apply(Map<String, Tensor> values) {
			return Objects.requireNonNull(values.get(this.x));
		}

	}

}
