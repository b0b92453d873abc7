package io.eidolon.web.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The requests of one kind: few are served at a time, as many as keep the processors
 * busy, so that each is answered soon after it has begun and no work is done in vain. The
 * others wait, and clients take turns, however many requests each of them has. A client
 * that has none in service need not wait behind those of others, as long as such clients
 * do not outnumber the places.
 * <p>
 * A request is refused at once when the measured rate says that it would not be answered
 * in time, and while it waits, when none of those that are served ends. A client that
 * does not take that for an answer, and asks again and again, hears it later.
 */
public final class WaitingLine {

	/**
	 * The share of its time in which a request must be expected to be answered. Requests
	 * differ, and so does what they wait for.
	 */
	private static final double EXPECTED_WITHIN = 0.75;

	private final int places;

	private final int capacity;

	private final LongSupplier nanoTime;

	private final ReentrantLock lock = new ReentrantLock();

	/** All below are guarded by the lock. */
	private final Map<String, Integer> served = new HashMap<>();

	private final WaitingClients waiting = new WaitingClients();

	private int servedCount;

	private final ServiceTime serviceTime;

	private final RefusalDelay refusalDelay;

	/**
	 * Creates a line.
	 * @param places how many requests are served at a time
	 * @param capacity how many may wait
	 */
	public WaitingLine(int places, int capacity) {
		this(places, capacity, System::nanoTime);
	}

	WaitingLine(int places, int capacity, LongSupplier nanoTime) {
		this.places = places;
		this.capacity = capacity;
		this.nanoTime = nanoTime;
		this.serviceTime = new ServiceTime(nanoTime);
		this.refusalDelay = new RefusalDelay(nanoTime);
	}

	/**
	 * Tells whether a request that has not come to its end would be refused if it had.
	 * @param client who asks
	 * @param remaining how long it may take in all from now on
	 */
	public Optional<Admission.Refused> refusal(String client, Duration remaining) {
		this.lock.lock();
		try {
			return mayEnter(client) ? Optional.empty() : refuse(client, remaining);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits until a request may be served.
	 * @param client who asks
	 * @param remaining how long it may take in all from now on
	 */
	public Admission enter(String client, Duration remaining) {
		this.lock.lock();
		try {
			if (mayEnter(client)) {
				return place(client);
			}
			Optional<Admission.Refused> refused = refuse(client, remaining);
			return refused.isPresent() ? refused.get() : await(client, remaining.toNanos());
		}
		finally {
			this.lock.unlock();
		}
	}

	private Optional<Admission.Refused> refuse(String client, Duration remaining) {
		Duration expected = expected(this.waiting.before(client), remaining.toNanos());
		double allowed = EXPECTED_WITHIN * remaining.toNanos();
		if (this.waiting.size() < this.capacity && expected.toNanos() <= allowed) {
			return Optional.empty();
		}
		this.refusalDelay.slowDown(client, this.lock.newCondition());
		return Optional.of(new Admission.Refused(expected.minusNanos((long) allowed)));
	}

	/** How many requests wait. */
	public int waiting() {
		this.lock.lock();
		try {
			return this.waiting.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** How many requests are served. */
	public int served() {
		this.lock.lock();
		try {
			return this.servedCount;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean mayEnter(String client) {
		return (this.servedCount < this.places && this.waiting.size() == 0) || (this.servedCount < 2 * this.places
				&& !this.served.containsKey(client) && !this.waiting.has(client));
	}

	/** After which time one can be expected to be answered that others go before. */
	private Duration expected(int before, long remaining) {
		return this.serviceTime.of(before + Math.min(this.servedCount, this.places) + 1, this.servedCount, remaining);
	}

	// A timer for each would wake another thread twice: endWaits() looks at all.
	private Admission await(String client, long nanos) {
		Waiter waiter = new Waiter(client, this.lock.newCondition(), this.nanoTime.getAsLong() + nanos);
		this.waiting.add(waiter);
		try {
			while (waiter.outcome == null) {
				waiter.turn.await();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.waiting.remove(waiter);
		return (waiter.outcome != null) ? waiter.outcome : new Admission.Late();
	}

	/** Ends waits whose time is over, or that are in vain; is called again and again. */
	void endWaits() {
		this.lock.lock();
		try {
			for (Waiter waiter : this.waiting.all()) {
				waiter.outcome = ended(waiter);
				if (waiter.outcome != null) {
					this.waiting.remove(waiter);
					waiter.turn.signal();
				}
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private @Nullable Admission ended(Waiter waiter) {
		long remaining = waiter.remaining(this.nanoTime.getAsLong());
		if (remaining <= 0) {
			return new Admission.Late();
		}
		return this.serviceTime.isStalled(remaining)
				? hopeless(waiter, expected(this.waiting.before(waiter), remaining)) : null;
	}

	/** Refuses one that would not be answered in time; null when it may. */
	private Admission.@Nullable Refused hopeless(Waiter waiter, Duration expected) {
		Duration over = expected.minusNanos(waiter.remaining(this.nanoTime.getAsLong()));
		return over.isPositive() ? new Admission.Refused(over) : null;
	}

	private Place place(String client) {
		if (this.servedCount == 0) {
			this.serviceTime.begin();
		}
		this.servedCount++;
		this.served.merge(client, 1, Integer::sum);
		return new Place(client);
	}

	private void leave(Place place) {
		this.lock.lock();
		try {
			this.serviceTime.add(this.nanoTime.getAsLong() - place.began, (place.beside + this.servedCount) / 2.0);
			this.servedCount--;
			this.served.computeIfPresent(place.client, (_, count) -> (count > 1) ? Integer.valueOf(count - 1) : null);
			while (this.servedCount < this.places && this.waiting.size() > 0) {
				admitNext();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void admitNext() {
		Waiter next = this.waiting.next();
		// What would be begun in vain is not.
		Admission refused = hopeless(next, this.serviceTime.of(this.places));
		next.outcome = (refused != null) ? refused : place(next.client);
		next.turn.signal();
	}

	/** That of a request which is served. */
	private final class Place implements Admission.Place {

		private final String client;

		private final long began = WaitingLine.this.nanoTime.getAsLong();

		/** How many were served as it began, itself included. */
		private final int beside = WaitingLine.this.servedCount;

		private final AtomicBoolean left = new AtomicBoolean();

		private Place(String client) {
			this.client = client;
		}

		@Override
		public void close() {
			if (this.left.compareAndSet(false, true)) {
				leave(this);
			}
		}

	}

}
