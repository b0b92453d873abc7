package io.eidolon.batching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Elements that wait in groups, which take turns. A group of one that comes last so waits
 * for one element of each other group, not for all of them. For one thread at a time.
 *
 * @param <E> the type of an element
 */
final class FairQueue<E> {

	/** None of them is empty. */
	private final Deque<Deque<E>> groups = new ArrayDeque<>();

	private int size;

	/** Adds elements that belong together. */
	void add(Collection<E> group) {
		if (!group.isEmpty()) {
			this.groups.add(new ArrayDeque<>(group));
			this.size += group.size();
		}
	}

	/**
	 * Takes elements that are to be served together, one of each group in turn. While all
	 * of the groups have more to come they get further turns; but what completes a group
	 * is not held up by what others have left.
	 * @param most how many to take at most
	 */
	List<E> take(int most) {
		List<E> taken = new ArrayList<>(Math.min(most, this.size));
		boolean complete = false;
		for (int turns = this.groups.size(); taken.size() < most && !this.groups.isEmpty(); turns--) {
			if (turns == 0) {
				if (complete) {
					break;
				}
				turns = this.groups.size();
			}
			Deque<E> group = this.groups.remove();
			taken.add(group.remove());
			if (group.isEmpty()) {
				complete = true;
			}
			else {
				this.groups.add(group);
			}
		}
		this.size -= taken.size();
		return taken;
	}

	/** Takes an element out before its turn, if it is there. */
	void remove(E element) {
		for (Iterator<Deque<E>> iterator = this.groups.iterator(); iterator.hasNext();) {
			Deque<E> group = iterator.next();
			if (group.remove(element)) {
				this.size--;
				if (group.isEmpty()) {
					iterator.remove();
				}
				return;
			}
		}
	}

	int size() {
		return this.size;
	}

	boolean isEmpty() {
		return this.size == 0;
	}

}
