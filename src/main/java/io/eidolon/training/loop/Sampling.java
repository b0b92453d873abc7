package io.eidolon.training.loop;

import java.util.Objects;
import java.util.function.UnaryOperator;

import io.eidolon.training.data.Batch;
import io.eidolon.training.network.ConditionTensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Samples what a step is computed from. */
final class Sampling {

	private final Settings settings;

	private final Networks networks;

	private final BatchTensors tensors;

	private final AddedLosses added;

	Sampling(Settings settings, Networks networks, BatchTensors tensors, AddedLosses added) {
		this.settings = settings;
		this.networks = networks;
		this.tensors = tensors;
		this.added = added;
	}

	/** Samples real pictures x, and generates as many fake ones G(z). */
	Samples of(Batch batch, double noise) {
		Tensor images = this.tensors.images(batch);
		ConditionTensors embedded = this.tensors.condition(batch);
		ConditionTensors condition = along(embedded);
		Tensor z = this.tensors.latents();
		Tensor generated = this.networks.generate(this.settings.precision(), z, condition);
		double probability = this.networks.augmentation().probability();
		UnaryOperator<Tensor> change = (pictures) -> noisy(this.settings.augmentations().apply(pictures, probability),
				noise);
		return new Samples(images, generated, change, change.apply(images), change.apply(generated), condition,
				this.tensors.wrongSentences(batch), this.added.aided(images, generated), this.added.latents(images, z),
				this.tensors.attributes(batch, embedded));
	}

	/**
	 * Measures captions along their axes: a bound on the gradient by embeddings, which
	 * lie close together, would keep D from telling captions apart.
	 */
	private ConditionTensors along(ConditionTensors condition) {
		Tensor sentence = condition.sentence();
		return (sentence != null) ? condition.withSentence(this.networks.discriminator().along(sentence),
				Objects.requireNonNull(condition.strength())) : condition;
	}

	/**
	 * Adds instance noise (Sønderby et al. 2016), which makes the densities of real and
	 * fake pictures overlap while they are still far apart.
	 */
	private static Tensor noisy(Tensor images, double deviation) {
		return (deviation > 0) ? images.add(torch.randn_like(images), new Scalar(deviation)) : images;
	}

}
