package io.eidolon.registry;

import io.eidolon.modelcard.ModelName;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The versions that the settings pin: {@code eidolon.models.<name>.version}. */
@Component
@Profile("!train")
final class PinnedVersions {

	private final Binder binder;

	PinnedVersions(Environment environment) {
		this.binder = Binder.get(environment);
	}

	/** The name of the setting of a model. */
	static String setting(String model) {
		return "eidolon.models%s.version".formatted(ModelName.setting(model));
	}

	/**
	 * The version of a model that answers when none is asked for, null for the newest.
	 */
	@Nullable String of(String model) {
		return this.binder.bind(setting(model), String.class).orElse(null);
	}

}
