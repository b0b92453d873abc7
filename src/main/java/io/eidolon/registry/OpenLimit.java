package io.eidolon.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.eidolon.inference.Generator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps so many generators open at most, by closing idle ones, the least recently used
 * first. Those in use stay: there are more, then, until one of them is idle.
 */
final class OpenLimit {

	private static final Logger logger = LoggerFactory.getLogger(OpenLimit.class);

	private final @Nullable Integer most;

	private final Supplier<Collection<ModelVersion>> versions;

	private final AtomicLong uses = new AtomicLong();

	private final ReentrantLock lock = new ReentrantLock();

	/**
	 * Creates a limit.
	 * @param most how many may be open, null for all
	 * @param versions those that serve
	 */
	OpenLimit(@Nullable Integer most, Supplier<Collection<ModelVersion>> versions) {
		this.most = most;
		this.versions = versions;
	}

	/** The next tick of a clock that tells which use was later. */
	long nextUse() {
		return (this.most != null) ? this.uses.incrementAndGet() : 0;
	}

	/** Closes what is too many. */
	void enforce() {
		if (this.most != null) {
			// Outside the lock: closing waits for the generator's workers, of which one
			// may wait for the lock, as it closes a lease.
			takeIdle(this.most).forEach(Generator::close);
		}
	}

	private List<Generator> takeIdle(int most) {
		List<Generator> taken = new ArrayList<>();
		this.lock.lock();
		try {
			List<ModelVersion> open = this.versions.get()
				.stream()
				.filter(ModelVersion::isOpen)
				.sorted(Comparator.comparingLong(ModelVersion::lastUse))
				.toList();
			for (ModelVersion version : open) {
				if (open.size() - taken.size() > most) {
					version.takeIdle().ifPresent(taken::add);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
		taken.forEach((generator) -> logger.info("Closing {} version {}, which is idle", generator.card().name(),
				generator.card().version()));
		return taken;
	}

}
