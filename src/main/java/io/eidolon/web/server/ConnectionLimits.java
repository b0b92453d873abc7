package io.eidolon.web.server;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How many connections there may be. A connection that is one too many takes the place of
 * the one that the service has waited for longest: of the same address where that has
 * more than its share, of the address that has most where all together are too many. So
 * whoever holds connections without using them closes none but its own.
 *
 * @param most how many in all
 * @param perAddress how many of one address
 * @param unlimited addresses that {@code perAddress} does not hold for
 */
record ConnectionLimits(int most, int perAddress, Predicate<String> unlimited) {

	/** The share of all places from which on room is made for those who come next. */
	private static final double NEARLY_FULL = 0.9;

	/** What becomes of a connection that has just been made. */
	sealed interface Decision {

		/** It is accepted. */
		record Accept() implements Decision {
		}

		/**
		 * It is accepted in place of another.
		 *
		 * @param other the one to close
		 */
		record Replace(OpenConnection other) implements Decision {
		}

		/** It is closed at once. */
		record Refuse() implements Decision {
		}

	}

	/**
	 * Decides.
	 * @param address where the new connection comes from
	 * @param open those that there are
	 */
	Decision decide(String address, List<OpenConnection> open) {
		if (open.size() < this.perAddress && !isNearlyFull(open.size())) {
			return new Decision.Accept();
		}
		Map<String, Long> counts = open.stream()
			.collect(Collectors.groupingBy(OpenConnection::address, Collectors.counting()));
		if (!this.unlimited.test(address) && counts.getOrDefault(address, 0L) >= this.perAddress) {
			return longestWaiting(open, (other) -> other.address().equals(address)).<Decision>map(Decision.Replace::new)
				.orElseGet(Decision.Refuse::new);
		}
		return isNearlyFull(open.size()) ? replaceAny(open, counts) : new Decision.Accept();
	}

	private boolean isNearlyFull(int count) {
		return count >= NEARLY_FULL * this.most;
	}

	private static Decision replaceAny(List<OpenConnection> open, Map<String, Long> counts) {
		Function<OpenConnection, Long> ofItsAddress = (connection) -> counts.getOrDefault(connection.address(), 0L);
		return open.stream()
			.filter(OpenConnection::waiting)
			.max(Comparator.comparing(ofItsAddress)
				.thenComparing(Comparator.comparingLong(OpenConnection::lastActivity).reversed()))
			.<Decision>map(Decision.Replace::new)
			.orElseGet(Decision.Accept::new);
	}

	private static Optional<OpenConnection> longestWaiting(List<OpenConnection> open,
			Predicate<OpenConnection> filter) {
		return open.stream()
			.filter(OpenConnection::waiting)
			.filter(filter)
			.min(Comparator.comparingLong(OpenConnection::lastActivity));
	}

}
