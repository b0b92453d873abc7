package io.eidolon.training.augment;

import java.util.List;
import java.util.stream.Collectors;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Augmentations one after the other.
 *
 * @param all in the order in which they are applied, empty for none
 */
public record Augmentations(List<Augmentation> all) {

	/** Pictures as they are. */
	public static final Augmentations NONE = new Augmentations(List.of());

	public Augmentations {
		all = List.copyOf(all);
	}

	/**
	 * Changes pictures by each in turn.
	 * @param x (N, C, H, W) with 0 as the middle grey
	 */
	public Tensor apply(Tensor x) {
		Tensor changed = x;
		for (Augmentation augmentation : this.all) {
			changed = augmentation.apply(changed);
		}
		return changed;
	}

	/**
	 * Changes each picture by each in turn with a probability.
	 * @param x (N, C, H, W) with 0 as the middle grey
	 * @param probability from 0 for none to 1 for all
	 */
	public Tensor apply(Tensor x, double probability) {
		if (probability >= 1) {
			return apply(x);
		}
		Tensor changed = x;
		for (Augmentation augmentation : this.all) {
			Tensor chosen = torch.rand(new long[] { x.size(0), 1, 1, 1 }, x.options()).lt(new Scalar(probability));
			changed = torch.where(chosen, augmentation.apply(changed), changed);
		}
		return changed;
	}

	@Override
	public String toString() {
		return this.all.stream().map(Augmentation::name).collect(Collectors.joining(", "));
	}

}
