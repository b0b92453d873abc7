package io.eidolon.registry;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which models are served; where they come from is told by the store.
 *
 * @param defaultModel the model of requests that name none; when it is not there, the
 * first by name
 * @param refresh how often the folder is looked at for models that have come, changed or
 * gone; 0 for never. What changes is taken up when two looks find it the same
 * @param maxLoaded generators that are open at most; those that nobody uses close, the
 * least recently used first, and open again when they are asked for. All are open when it
 * is not set
 * @param licences which models are served: all of them, or, with free, none whose card
 * names a licence that is not free for all uses
 * @param openWait how long the start, and each look at the folder, wait for models to
 * open; those that take longer go on to open, and serve when they are
 */
@Validated
@ConfigurationProperties("eidolon.models")
record ModelsProperties(@DefaultValue("peeps") String defaultModel, @DefaultValue("5s") Duration refresh,
		@Min(1) @Nullable Integer maxLoaded, @DefaultValue("all") LicencePolicy licences,
		@DefaultValue("5s") Duration openWait) {

	ModelsProperties {
		if (refresh.isNegative()) {
			throw new IllegalArgumentException("refresh (%s) must be 0 or longer".formatted(refresh));
		}
	}

}
