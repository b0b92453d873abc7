package io.eidolon.training.augment;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Sets a square of each picture to 0. Its centre may be any pixel, so that it may lie
 * partly outside.
 *
 * @param share the side of the square as a share of the picture's: 1/2 in the paper, 0
 * for no square
 */
public record Cutout(double share) implements Augmentation {

	@Override
	public String name() {
		return "cutout";
	}

	@Override
	public Tensor apply(Tensor x) {
		long height = x.size(2);
		long width = x.size(3);
		Tensor cut = covered(x, height).view(-1, 1, height, 1).mul(covered(x, width).view(-1, 1, 1, width));
		return x.sub(x.mul(cut));
	}

	/** Returns 1 where the square covers a row or column and 0 elsewhere, (N, side). */
	private Tensor covered(Tensor x, long side) {
		TensorOptions like = x.options();
		long cut = Math.round(this.share * side);
		Tensor first = torch.randint(side, new long[] { x.size(0), 1 }, like).sub(new Scalar(cut / 2));
		Tensor offset = torch.arange(new Scalar(side), like).sub(first);
		return offset.ge(new Scalar(0)).logical_and(offset.lt(new Scalar(cut))).to(like.dtype());
	}

}
