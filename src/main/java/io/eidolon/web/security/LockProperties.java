package io.eidolon.web.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may ask the service for something. Without keys and without an issuer of tokens it
 * is not locked: anybody may.
 *
 * @param required whether the service starts only when it is locked; it need not be when
 * it is not set
 * @param keys a file of keys, or a folder of such files, such as a mounted Secret
 * @param refresh how often the keys are read again, 0 for never
 * @param accessLog whether the log has a line for each request: who asked for what, what
 * became of it, how long it took and what it cost
 */
@ConfigurationProperties("eidolon.security")
record LockProperties(@Nullable Boolean required, @Nullable Path keys, @DefaultValue("5s") Duration refresh,
		@DefaultValue("false") boolean accessLog) {

	KeyFiles keyFiles() {
		return new KeyFiles(Objects.requireNonNull(this.keys));
	}

}
