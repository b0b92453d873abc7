package io.eidolon.training.loop;

import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.JointEncoder;
import org.jspecify.annotations.Nullable;

/**
 * What a run ends with.
 *
 * @param generator the averaged G, ready for evaluation
 * @param discriminator D, ready for evaluation, null where it is not wanted
 * @param encoder E, ready for evaluation, null where none was trained with G
 * @param step the generator steps that D was trained beside
 */
public record TrainedNetworks(GeneratorNetwork generator, @Nullable DiscriminatorNetwork discriminator,
		@Nullable JointEncoder encoder, long step) {

	/** Both networks alone. */
	public TrainedNetworks(GeneratorNetwork generator, @Nullable DiscriminatorNetwork discriminator, long step) {
		this(generator, discriminator, null, step);
	}

	/** What is left without the discriminator. */
	public TrainedNetworks withoutDiscriminator() {
		return new TrainedNetworks(this.generator, null, this.encoder, this.step);
	}

}
