package io.eidolon.training;

import io.eidolon.training.objective.Objective;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;

/** Finds an objective by the name that settings use. */
@ConfigurationPropertiesBinding
class ObjectiveConverter implements Converter<String, Objective> {

	@Override
	public Objective convert(String name) {
		return Objective.ALL.stream()
			.filter((objective) -> objective.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"must be one of " + Objective.ALL.stream().map(Objective::name).toList()));
	}

}
