package io.eidolon.training;

import io.eidolon.training.augment.Augmentation;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.annotation.Profile;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Finds an augmentation by the name that settings use. */
@Profile("train")
@Component
@ConfigurationPropertiesBinding
class AugmentationConverter implements Converter<String, Augmentation> {

	@Override
	public Augmentation convert(String name) {
		return Augmentation.ALL.stream()
			.filter((augmentation) -> augmentation.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"must be some of " + Augmentation.ALL.stream().map(Augmentation::name).toList()));
	}

}
