package io.eidolon.web.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The requests of one kind: few are served at a time, as many as keep the processors
 * busy, so that each is answered soon after it has begun and no work is done in vain. The
 * others wait, and clients take turns, however many requests each of them has. A client
 * that has none in service need not wait behind those of others, as long as such clients
 * do not outnumber the places.
 * <p>
 * A request is refused at once when the measured rate says that it would not be answered
 * in time. A client that does not take that for an answer, and asks again and again,
 * hears it later.
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

	/** Those that wait, by client, whose turn it is first. None is empty. */
	private final Map<String, Deque<Waiter>> waiting = new LinkedHashMap<>();

	private int servedCount;

	private int waitingCount;

	private final ServiceTime serviceTime = new ServiceTime();

	private final Impatience impatience;

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
		this.impatience = new Impatience(nanoTime);
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
		Duration expected = expected(client);
		double allowed = EXPECTED_WITHIN * remaining.toNanos();
		if (this.waitingCount < this.capacity && expected.toNanos() <= allowed) {
			return Optional.empty();
		}
		this.impatience.slowDown(client, this.lock.newCondition());
		return Optional.of(new Admission.Refused(expected.minusNanos((long) allowed)));
	}

	/** How many requests wait. */
	public int waiting() {
		this.lock.lock();
		try {
			return this.waitingCount;
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
		return (this.servedCount < this.places && this.waitingCount == 0) || (this.servedCount < 2 * this.places
				&& !this.served.containsKey(client) && !this.waiting.containsKey(client));
	}

	/** When a request that comes now can be expected to be answered. */
	private Duration expected(String client) {
		int own = this.waiting.containsKey(client) ? this.waiting.get(client).size() : 0;
		// Of each other client, no more go first than of this one.
		int before = own + this.waiting.entrySet()
			.stream()
			.filter((other) -> !other.getKey().equals(client))
			.mapToInt((other) -> Math.min(other.getValue().size(), own + 1))
			.sum();
		return this.serviceTime.of(before + Math.min(this.servedCount, this.places) + 1);
	}

	private Admission await(String client, long nanos) {
		Waiter waiter = new Waiter(this.lock.newCondition(), this.nanoTime.getAsLong() + nanos);
		this.waiting.computeIfAbsent(client, (_) -> new ArrayDeque<>()).add(waiter);
		this.waitingCount++;
		try {
			long left = nanos;
			while (waiter.place == null && !waiter.late && left > 0) {
				left = waiter.turn.awaitNanos(left);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (waiter.place != null) {
			return waiter.place;
		}
		takeOut(client, waiter);
		return new Admission.Late();
	}

	private void takeOut(String client, Waiter waiter) {
		Deque<Waiter> own = this.waiting.get(client);
		if (own != null && own.remove(waiter)) {
			this.waitingCount--;
			if (own.isEmpty()) {
				this.waiting.remove(client);
			}
		}
	}

	private Place place(String client) {
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
			while (this.servedCount < this.places && this.waitingCount > 0) {
				admitNext();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void admitNext() {
		String client = this.waiting.keySet().iterator().next();
		Deque<Waiter> own = Objects.requireNonNull(this.waiting.remove(client));
		Waiter next = own.remove();
		this.waitingCount--;
		if (!own.isEmpty()) {
			// The others are next.
			this.waiting.put(client, own);
		}
		if (next.deadline - this.nanoTime.getAsLong() < this.serviceTime.of(this.places).toNanos()) {
			// It would be begun in vain.
			next.late = true;
		}
		else {
			next.place = place(client);
		}
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
