package io.eidolon.graph.rewrite;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;

/**
 * How real numbers are kept in 8 bits: x as q = round(x / step) + zero, clamped to 0 to
 * 255, which stands for step (q - zero). Zero is kept exactly, as padding needs it.
 *
 * @param step the distance of neighbours
 * @param zero what stands for 0
 */
record Scale(float step, int zero) {

	/** The finest scale that reaches from a value to another, and 0 as well. */
	static Scale over(double from, double to) {
		double low = Math.min(from, 0);
		double step = (Math.max(to, 0) - low) / 255;
		return (step > Float.MIN_NORMAL) ? new Scale((float) step, (int) Math.rint(-low / step)) : new Scale(1, 0);
	}

	/** How far what a number is kept as is from it. */
	double error(double x) {
		long q = Math.clamp(Math.round(x / this.step) + this.zero, 0, 255);
		return this.step * (q - this.zero) - x;
	}

	Value stepIn(NodeWriter writer) {
		return writer.scalar(this.step);
	}

	Value zeroIn(NodeWriter writer) {
		return writer.constant(Constant.bytes(DataType.UINT8, new byte[] { (byte) this.zero }));
	}

}
