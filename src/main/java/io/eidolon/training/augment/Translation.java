package io.eidolon.training.augment;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Moves each picture by a whole number of pixels, down or up and right or left, and fills
 * what comes into view with 0. A move is a product with a shifted identity matrix, so
 * that its gradient is one as well.
 *
 * @param share the farthest move as a share of the side: 1/8 in the paper, 0 for no move
 */
public record Translation(double share) implements Augmentation {

	@Override
	public String name() {
		return "translation";
	}

	@Override
	public Tensor apply(Tensor x) {
		Tensor rows = shift(x, x.size(2));
		Tensor columns = shift(x, x.size(3));
		return rows.matmul(x).matmul(columns);
	}

	/**
	 * Returns an identity of (side, side) for each picture, (N, 1, side, side), its ones
	 * moved off the diagonal.
	 */
	private Tensor shift(Tensor x, long side) {
		TensorOptions like = x.options();
		long farthest = Math.round(this.share * side);
		Tensor move = torch.randint(-farthest, farthest + 1, new long[] { x.size(0), 1, 1, 1 }, like);
		Tensor index = torch.arange(new Scalar(side), like);
		return index.view(side, 1).add(move).eq(index).to(like.dtype());
	}

}
