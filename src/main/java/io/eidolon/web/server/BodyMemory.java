package io.eidolon.web.server;

import java.util.HashMap;
import java.util.Map;

/**
 * Shares memory among the bodies that are read, of which one address may have half. One
 * body always finds room when there is no other.
 */
final class BodyMemory {

	private final long capacity;

	private final Map<String, Long> byAddress = new HashMap<>();

	private long used;

	BodyMemory(long capacity) {
		this.capacity = capacity;
	}

	/** Returns a share for the body of a request, which holds nothing yet. */
	Share share(String address) {
		return new Share(address);
	}

	synchronized long used() {
		return this.used;
	}

	private synchronized boolean take(String address, long bytes) {
		long ofAddress = this.byAddress.getOrDefault(address, 0L);
		boolean fits = this.used + bytes <= this.capacity && (ofAddress == 0 || ofAddress + bytes <= this.capacity / 2);
		if (fits) {
			this.used += bytes;
			this.byAddress.merge(address, bytes, Long::sum);
		}
		return fits;
	}

	private synchronized void giveBack(String address, long bytes) {
		this.used -= bytes;
		this.byAddress.computeIfPresent(address, (_, held) -> (held > bytes) ? Long.valueOf(held - bytes) : null);
	}

	/** What the body of one request takes. For its thread alone. */
	final class Share implements AutoCloseable {

		private final String address;

		private long held;

		private Share(String address) {
			this.address = address;
		}

		/** Takes room for more bytes, or returns false when there is none. */
		boolean take(long bytes) {
			boolean taken = BodyMemory.this.take(this.address, bytes);
			this.held += taken ? bytes : 0;
			return taken;
		}

		@Override
		public void close() {
			giveBack(this.address, this.held);
			this.held = 0;
		}

	}

}
