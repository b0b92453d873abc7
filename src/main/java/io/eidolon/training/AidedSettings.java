package io.eidolon.training;

import java.util.List;

import io.eidolon.training.augment.Augmentation;
import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.loop.VisionAid;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.PretrainedTrunk;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A second discriminator, which sees pictures through a pretrained network.
 *
 * @param trunk the pretrained network through which a second discriminator sees pictures:
 * mobilenet-v2; by default there is none
 * @param weight the weight of the second discriminator's hinge losses beside the
 * objective
 * @param side the side in pixels to which pictures are resized for the second
 * discriminator
 * @param augment how what the second discriminator sees is changed at random: any of
 * colour, translation and cutout
 * @param precision the numbers that the second discriminator computes with; by default
 * those of the other networks
 */
record AidedSettings(@Nullable PretrainedTrunk trunk, @DefaultValue("0.5") @Positive double weight,
		@DefaultValue("128") @Min(64) @Max(256) int side, @DefaultValue( {
				"colour", "translation", "cutout" }) List<Augmentation> augment,
		@Nullable ComputeType precision){

	@Nullable VisionAid aid(ComputeType otherwise) {
		return (this.trunk != null) ? new VisionAid(this.trunk, this.weight, this.side, new Augmentations(this.augment),
				(this.precision != null) ? this.precision : otherwise) : null;
	}

}
