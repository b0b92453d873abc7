package io.eidolon.training.network;

import java.util.List;

import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Appends one feature map that says how much pictures differ (Karras et al. 2018,
 * "Progressive Growing of GANs", section 3): the standard deviation of each feature over
 * a group of pictures, averaged over all features. A generator that always makes the same
 * is given away by it.
 */
final class MinibatchDeviation {

	private static final int GROUP = 4;

	private static final double EPSILON = 1e-8;

	private static final long[] ONE_MAP = { 0, 0, 0, 0, 0, 1 };

	/** The mean over the batches of a calibration, which stands for a batch. */
	private double typical = Math.sqrt(EPSILON);

	/**
	 * (N, channels, H, W) to (N, channels + 1, H, W), over groups of {@value #GROUP}, or
	 * over the batch where it is not made of such groups; in evaluation mode the typical
	 * deviation, so that a picture does not depend on its batch.
	 */
	Tensor append(Tensor x, Mode mode) {
		if (!mode.batchStatistics()) {
			return torch.constant_pad_nd(x, ONE_MAP, new Scalar(this.typical));
		}
		long count = x.size(0);
		long group = (count % GROUP == 0) ? GROUP : count;
		// Picture i of a group is i * (count / group) pictures away from its first
		Tensor grouped = x.reshape(group, count / group, x.size(1), x.size(2), x.size(3));
		Tensor variance = grouped.sub(grouped.mean(new long[] { 0 }, true, new ScalarTypeOptional())).square().mean(0);
		Tensor deviation = variance.add(new Scalar(EPSILON)).sqrt().mean(1, 2, 3); // (N/group)
		if (mode != Mode.TRAINING) {
			this.typical += mode.momentum() * (deviation.mean().item_float() - this.typical);
		}
		Tensor map = deviation.repeat(group).reshape(count, 1, 1, 1).expand(count, 1, x.size(2), x.size(3));
		return torch.cat(new TensorVector(x, map), 1);
	}

	/** Appends the typical deviation. */
	Value emit(GraphBuilder graph, Value x) {
		return graph.node("Pad", List.of(x, graph.constant("deviation.pads", new long[] { 0, 0, 0, 0, 0, 1, 0, 0 }),
				graph.constant("deviation", new float[] { (float) this.typical })));
	}

}
