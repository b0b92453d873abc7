package io.eidolon.training;

import io.eidolon.training.network.NetworkFamily;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;

/** Finds a family of networks by the name that settings use. */
@ConfigurationPropertiesBinding
class NetworkFamilyConverter implements Converter<String, NetworkFamily> {

	@Override
	public NetworkFamily convert(String name) {
		return NetworkFamily.all()
			.stream()
			.filter((family) -> family.id().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"must be one of " + NetworkFamily.all().stream().map(NetworkFamily::id).toList()));
	}

}
