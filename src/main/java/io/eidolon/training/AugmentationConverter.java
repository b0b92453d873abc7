package io.eidolon.training;

import io.eidolon.training.augment.Augmentation;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;

/** Finds an augmentation by the name that settings use. */
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
