package io.eidolon.training;

import java.util.Objects;

import io.eidolon.training.mixture.MixtureStudy;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Shows what each objective does on mixtures of Gaussians. */
@Profile("train")
@Component
class MixtureStudies implements Task {

	/** The setting that asks for it. */
	static final String ASKED_BY = "eidolon.training.mixtures";

	private final MixtureProperties properties;

	MixtureStudies(MixtureProperties properties) {
		this.properties = properties;
	}

	@Override
	public boolean run(String[] arguments) {
		MixtureStudy.STANDARD.write(Objects.requireNonNull(this.properties.mixtures()));
		return true;
	}

}
