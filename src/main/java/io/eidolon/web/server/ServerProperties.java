package io.eidolon.web.server;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

import com.sun.management.UnixOperatingSystemMXBean;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What clients may take of the HTTP server.
 *
 * @param maxConnections connections that are open at one time; one for each 512 KB of the
 * heap when it is not set, between 256 and 8192, but no more than a quarter of the files
 * that the process may open
 * @param connectionsPerAddress how many of them one address may have (of IPv6, one
 * network of 64 bits): beyond them, those that have been idle or stalled longest are
 * closed; half of all when it is not set. Does not hold for proxies
 * @param headTimeout how long the head of a request may take from its first byte to its
 * last
 * @param stallTimeout how long a client may leave the service waiting in the middle of a
 * request or of an answer
 * @param idleTimeout how long a connection is kept without a request
 * @param answerTimeout how long after the end of the request's time a client may still
 * read its answer
 * @param minBodyRate how much of a body must come in each second, on average over the
 * stall timeout
 * @param bodiesInFlight the bytes of all bodies together that are read at one time, of
 * which one address may have half; a request beyond them is refused as busy; a sixteenth
 * of the heap when it is not set
 * @param drainTime how long connections are told to close before the service stops, and
 * requests are still answered; it ends as soon as no connection is left
 * @param proxies the addresses of proxies, such as 10.1.0.0/16, whose X-Forwarded-For,
 * -Host, -Port and -Proto say who asks for what; those of others are not read
 */
@Validated
@ConfigurationProperties("eidolon.server")
record ServerProperties(@Nullable @Min(8) Integer maxConnections, @Nullable @Min(1) Integer connectionsPerAddress,
		@DefaultValue("10s") @DurationMin(millis = 1) Duration headTimeout,
		@DefaultValue("5s") @DurationMin(millis = 1) Duration stallTimeout,
		@DefaultValue("60s") @DurationMin(millis = 1) Duration idleTimeout,
		@DefaultValue("30s") @DurationMin(millis = 1) Duration answerTimeout, @DefaultValue("3s") Duration drainTime,
		@DefaultValue("1KB") DataSize minBodyRate, @Nullable DataSize bodiesInFlight,
		@DefaultValue List<String> proxies) {

	private static final int LEAST_CONNECTIONS = 256;

	private static final int MOST_CONNECTIONS = 8192;

	/** What a connection takes that waits for the rest of a request, and some more. */
	private static final DataSize HEAP_PER_CONNECTION = DataSize.ofKilobytes(512);

	/** A body of JSON takes up to five times its size while it is parsed. */
	private static final int HEAP_PER_BODY_BYTE = 16;

	/** How many connections are open at one time. */
	int connections() {
		long fitting = Runtime.getRuntime().maxMemory() / HEAP_PER_CONNECTION.toBytes();
		return (this.maxConnections != null) ? this.maxConnections
				: (int) Math.min(Math.clamp(fitting, LEAST_CONNECTIONS, MOST_CONNECTIONS), openFiles() / 4);
	}

	// Where connections took all files, no further one could be refused, or closed.
	private static long openFiles() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
				? unix.getMaxFileDescriptorCount() : Long.MAX_VALUE;
	}

	/** How many connections one address may have. */
	int perAddress() {
		return (this.connectionsPerAddress != null) ? this.connectionsPerAddress : connections() / 2;
	}

	/**
	 * How many bytes of bodies are read at one time.
	 * @param largest the largest body, for which there is always room
	 */
	long bodies(DataSize largest) {
		long bytes = (this.bodiesInFlight != null) ? this.bodiesInFlight.toBytes()
				: Runtime.getRuntime().maxMemory() / HEAP_PER_BODY_BYTE;
		return Math.max(bytes, largest.toBytes());
	}

}
