package io.eidolon.training.loop;

import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.GeneratorNetwork;
import org.jspecify.annotations.Nullable;

/**
 * What a run ends with.
 *
 * @param generator the averaged G, ready for evaluation
 * @param discriminator D, ready for evaluation, null where it is not wanted
 * @param step the generator steps that D was trained beside
 */
public record TrainedNetworks(GeneratorNetwork generator, @Nullable DiscriminatorNetwork discriminator, long step) {

	/** The generator alone. */
	public TrainedNetworks withoutDiscriminator() {
		return new TrainedNetworks(this.generator, null, this.step);
	}

}
