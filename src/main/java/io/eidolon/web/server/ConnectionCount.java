package io.eidolon.web.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Hears of connections that are ended by the service. */
interface ConnectionCount {

	/** Counts nothing. */
	ConnectionCount NONE = new ConnectionCount() {
	};

	/** One was closed in favour of another. */
	default void ended() {
	}

	/** One was closed as soon as it was made. */
	default void refused() {
	}

	/** One was closed that took too long. */
	default void slow() {
	}

	static ConnectionCount in(MeterRegistry meters) {
		Counter ended = counter(meters, "replaced");
		Counter refused = counter(meters, "refused");
		Counter slow = counter(meters, "slow");
		return new ConnectionCount() {
			@Override
			public void ended() {
				ended.increment();
			}

			@Override
			public void refused() {
				refused.increment();
			}

			@Override
			public void slow() {
				slow.increment();
			}
		};
	}

	private static Counter counter(MeterRegistry meters, String reason) {
		return Counter.builder("eidolon.connections.closed")
			.description("Connections that the service closed to protect itself")
			.tag("reason", reason)
			.register(meters);
	}

}
