package io.eidolon.web.admission;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The requests that wait in a line. Clients take turns, however many requests each of
 * them has. Guarded by its owner.
 */
final class WaitingClients {

	/** Those that wait, by client, whose turn it is first. None is empty. */
	private final Map<String, Deque<Waiter>> waiting = new LinkedHashMap<>();

	private int size;

	/** How many requests wait. */
	int size() {
		return this.size;
	}

	boolean has(String client) {
		return this.waiting.containsKey(client);
	}

	/** How many would go before one that a client adds now. */
	int before(String client) {
		return before(client, of(client).size());
	}

	/** How many go before one that waits. */
	int before(Waiter waiter) {
		int own = 0;
		for (Waiter other : of(waiter.client)) {
			if (other == waiter) {
				break;
			}
			own++;
		}
		return before(waiter.client, own);
	}

	// Of each other client, no more go first than of this one.
	private int before(String client, int own) {
		return own + this.waiting.entrySet()
			.stream()
			.filter((other) -> !other.getKey().equals(client))
			.mapToInt((other) -> Math.min(other.getValue().size(), own + 1))
			.sum();
	}

	/** All that wait, those of each client in their order. */
	List<Waiter> all() {
		return this.waiting.values().stream().flatMap(Deque::stream).toList();
	}

	private Deque<Waiter> of(String client) {
		return this.waiting.getOrDefault(client, new ArrayDeque<>());
	}

	void add(Waiter waiter) {
		this.waiting.computeIfAbsent(waiter.client, (_) -> new ArrayDeque<>()).add(waiter);
		this.size++;
	}

	/** Takes the one out whose turn it is. */
	Waiter next() {
		String client = this.waiting.keySet().iterator().next();
		Deque<Waiter> own = Objects.requireNonNull(this.waiting.remove(client));
		Waiter next = own.remove();
		this.size--;
		if (!own.isEmpty()) {
			// The others are next.
			this.waiting.put(client, own);
		}
		return next;
	}

	/** Takes one out before its turn, if it is there. */
	void remove(Waiter waiter) {
		Deque<Waiter> own = this.waiting.get(waiter.client);
		if (own != null && own.remove(waiter)) {
			this.size--;
			if (own.isEmpty()) {
				this.waiting.remove(waiter.client);
			}
		}
	}

}
