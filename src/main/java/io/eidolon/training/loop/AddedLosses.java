package io.eidolon.training.loop;

import java.util.Objects;

import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.objective.CaptionContrast;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * What settings add to the losses of both networks: the contrast of captions, a
 * vision-aided discriminator, rotations, a joint encoder, attributes, and real pictures
 * that are generated again.
 */
final class AddedLosses {

	private final Settings settings;

	private final Networks networks;

	private final @Nullable AidedStep aided;

	private final @Nullable RotationStep rotation;

	private final @Nullable JointStep joint;

	private final @Nullable AttributeStep attributes;

	private final @Nullable VariationalStep variational;

	AddedLosses(Settings settings, Networks networks) {
		this.settings = settings;
		this.networks = networks;
		this.aided = (networks.aided() != null && settings.aid() != null)
				? new AidedStep(settings.aid(), networks.aided()) : null;
		this.rotation = (networks.rotation() != null) ? new RotationStep(settings, networks, networks.rotation())
				: null;
		this.joint = (networks.joint() != null) ? new JointStep(settings, networks, networks.joint()) : null;
		this.attributes = (networks.attributes() != null) ? new AttributeStep(settings, networks.attributes()) : null;
		this.variational = (networks.variational() != null)
				? new VariationalStep(settings, networks, networks.variational()) : null;
	}

	/** What the vision-aided discriminator sees of pictures, or null. */
	AidedStep.@Nullable Features aided(Tensor real, Tensor fake) {
		return (this.aided != null) ? this.aided.features(real, fake) : null;
	}

	/** The latents of pictures, where there is a joint encoder, or null. */
	JointStep.@Nullable Latents latents(Tensor real, Tensor z) {
		return (this.joint != null) ? this.joint.latents(real, z) : null;
	}

	/**
	 * What is added to J(D).
	 * @param ofReal the features of real pictures
	 * @param ofFake those of fake ones, without a gradient to G
	 */
	Tensor addToDiscriminator(Tensor loss, Samples samples, Tensor ofReal, Tensor ofFake) {
		Tensor sum = loss.add(contrast(ofReal, samples.condition()));
		if (this.aided != null && samples.aided() != null) {
			sum = sum.add(this.aided.discriminatorLoss(samples.aided()));
		}
		if (this.rotation != null) {
			sum = sum.add(this.rotation.loss(samples.real().detach()));
		}
		if (this.joint != null && samples.latents() != null) {
			sum = sum.add(this.joint.discriminatorLoss(ofReal, ofFake, samples.latents()));
		}
		if (this.attributes != null && samples.attributes() != null) {
			sum = sum.add(this.attributes.discriminatorLoss(ofReal, samples.attributes()));
		}
		return sum;
	}

	/**
	 * What is added to J(G).
	 * @param ofFake the features of fake pictures, with the gradient to G
	 */
	Tensor addToGenerator(Tensor loss, Samples samples, Tensor ofFake) {
		Tensor sum = loss.add(contrast(ofFake, samples.condition()));
		if (this.aided != null && samples.aided() != null) {
			sum = sum.add(this.aided.generatorLoss(samples.aided()));
		}
		if (this.joint != null && samples.latents() != null) {
			sum = sum.add(this.joint.generatorLoss(samples.real().detach(), ofFake, samples.latents()));
		}
		if (this.attributes != null && samples.attributes() != null) {
			sum = sum.add(this.attributes.generatorLoss(ofFake, samples.attributes()));
		}
		if (this.variational != null) {
			sum = sum.add(this.variational.loss(samples.images(), samples.condition()));
		}
		return sum;
	}

	/** The weighted contrastive loss of pictures and their captions. */
	private Tensor contrast(Tensor features, ConditionTensors condition) {
		Tensor sentence = condition.sentence();
		if (this.settings.captionContrast() == 0 || sentence == null) {
			return torch.zeros(1).squeeze(0);
		}
		Tensor read = this.settings.precision().leave(this.networks.discriminator().read(features));
		return CaptionContrast.loss(read, sentence.detach(), Objects.requireNonNull(condition.strength()))
			.mul(new Scalar(this.settings.captionContrast()));
	}

}
