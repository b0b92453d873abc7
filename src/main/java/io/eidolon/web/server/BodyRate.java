package io.eidolon.web.server;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * How fast bodies must come.
 *
 * @param leastPerSecond how much must come in each second
 * @param window over how long that is measured
 */
record BodyRate(DataSize leastPerSecond, Duration window) {

	boolean isSlow(long bytes, Duration time) {
		return bytes < this.leastPerSecond.toBytes() * (time.toNanos() / 1e9);
	}

}
