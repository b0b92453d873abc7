package io.eidolon.training.augment;

import java.util.List;
import java.util.stream.Collectors;

import org.bytedeco.pytorch.Tensor;

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

	@Override
	public String toString() {
		return this.all.stream().map(Augmentation::name).collect(Collectors.joining(", "));
	}

}
