package io.eidolon.training;

import java.util.Objects;

import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.mixture.MixtureStudy;

/** Shows what each objective does on mixtures of Gaussians. */
class MixtureStudies implements Task {

	private final MixtureProperties properties;

	MixtureStudies(MixtureProperties properties) {
		this.properties = properties;
	}

	@Override
	public boolean run(String[] arguments, StopRequest stop) {
		MixtureStudy.STANDARD
			.write(Objects.requireNonNull(this.properties.mixtures(), "eidolon.training.mixtures is needed"), stop);
		return true;
	}

}
