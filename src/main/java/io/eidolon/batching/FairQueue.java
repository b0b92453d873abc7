package io.eidolon.batching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Elements that wait in groups. Clients take turns, however much each of them has
 * waiting, and so do the groups of one client. A client that comes goes before those that
 * have had a turn, but no two in a row do. So what a client that asks seldom asks for
 * waits for about one element of others, not for one of each group. For one thread at a
 * time.
 *
 * @param <E> the type of an element
 */
final class FairQueue<E> {

	/** Clients that have not had a turn since they came. */
	private final Deque<Client<E>> newcomers = new ArrayDeque<>();

	/** Clients that have had one. */
	private final Deque<Client<E>> others = new ArrayDeque<>();

	/** The clients of both by their names. None of them is empty. */
	private final Map<Object, Client<E>> clients = new HashMap<>();

	/** How many turns there were. */
	private long turns;

	/**
	 * Whether the last turn was that of a client that came after those who still wait.
	 */
	private boolean overtaken;

	private int size;

	/**
	 * Adds elements that belong together.
	 * @param client whose they are
	 */
	void add(Object client, Collection<E> group) {
		if (group.isEmpty()) {
			return;
		}
		this.clients.computeIfAbsent(client, (name) -> {
			Client<E> newcomer = new Client<>(name, this.turns);
			this.newcomers.add(newcomer);
			return newcomer;
		}).add(group);
		this.size += group.size();
	}

	/**
	 * Takes elements that are to be served together. Clients take turns, and give one
	 * element of each of their groups. While all groups have more to come there are
	 * further rounds; but what completes a group is not held up by what is left of
	 * others.
	 * @param most how many to take at most
	 */
	List<E> take(int most) {
		List<E> taken = new ArrayList<>(Math.min(most, this.size));
		boolean complete = false;
		beginRound();
		while (taken.size() < most && this.size > 0) {
			Client<E> client = next();
			if (client.hasGivenOfEach()) {
				if (complete) {
					this.others.addFirst(client);
					break;
				}
				beginRound();
			}
			client.turn = ++this.turns;
			complete |= client.take(taken);
			this.size--;
			if (client.isEmpty()) {
				this.clients.remove(client.name());
			}
			else {
				this.others.add(client);
			}
		}
		return taken;
	}

	private void beginRound() {
		this.clients.values().forEach(Client::beginRound);
	}

	private Client<E> next() {
		if (this.newcomers.isEmpty() || this.others.isEmpty()) {
			return (this.newcomers.isEmpty() ? this.others : this.newcomers).remove();
		}
		boolean overtakes = this.newcomers.element().turn >= this.others.element().turn;
		boolean other = overtakes && this.overtaken;
		this.overtaken = overtakes && !other;
		return (other ? this.others : this.newcomers).remove();
	}

	/** Takes an element out before its turn, if it is there. */
	void remove(Object client, E element) {
		Client<E> owner = this.clients.get(client);
		if (owner != null && owner.remove(element)) {
			this.size--;
			if (owner.isEmpty()) {
				this.clients.remove(client);
				this.newcomers.remove(owner);
				this.others.remove(owner);
			}
		}
	}

	/** Whether anything waits for a client. */
	boolean has(Object client) {
		return this.clients.containsKey(client);
	}

	int size() {
		return this.size;
	}

	boolean isEmpty() {
		return this.size == 0;
	}

	/** What waits for one client. */
	private static final class Client<E> {

		private final Object name;

		/** None of them is empty. */
		private final Deque<Deque<E>> groups = new ArrayDeque<>();

		/** Its last turn, or the last one before it came. */
		private long turn;

		/** How many of its groups have given nothing in this round. */
		private int toGive;

		private Client(Object name, long turn) {
			this.name = name;
			this.turn = turn;
		}

		private Object name() {
			return this.name;
		}

		private void add(Collection<E> group) {
			this.groups.add(new ArrayDeque<>(group));
		}

		private void beginRound() {
			this.toGive = this.groups.size();
		}

		private boolean hasGivenOfEach() {
			return this.toGive <= 0;
		}

		/** Moves an element, and says whether it was the last of its group. */
		private boolean take(List<E> taken) {
			this.toGive--;
			Deque<E> group = this.groups.remove();
			taken.add(group.remove());
			if (!group.isEmpty()) {
				this.groups.add(group);
			}
			return group.isEmpty();
		}

		private boolean remove(E element) {
			boolean removed = this.groups.stream().anyMatch((group) -> group.remove(element));
			this.groups.removeIf(Deque::isEmpty);
			return removed;
		}

		private boolean isEmpty() {
			return this.groups.isEmpty();
		}

	}

}
