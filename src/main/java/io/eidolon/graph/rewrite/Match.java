package io.eidolon.graph.rewrite;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a rewrite finds at a node, or why it does not apply there.
 *
 * @param <M> what it finds
 */
sealed interface Match<M> {

	static <M> Match<M> found(M match) {
		return new Found<>(match);
	}

	static <M> Match<M> none(String reason, Object... values) {
		return new None<>(reason.formatted(values));
	}

	static <M> Match<M> of(Optional<M> match, String otherwise) {
		return match.<Match<M>>map(Found::new).orElseGet(() -> new None<>(otherwise));
	}

	/** Looks further where something was found. */
	<R> Match<R> then(Function<M, Match<R>> next);

	/** Gives up what was found, and says why, unless it meets a condition. */
	default Match<M> check(Predicate<M> condition, Function<M, String> otherwise) {
		return then((match) -> condition.test(match) ? this : new None<>(otherwise.apply(match)));
	}

	/** What was found. */
	Optional<M> toOptional();

	/**
	 * The rewrite applies.
	 *
	 * @param match what it found
	 */
	record Found<M>(M match) implements Match<M> {

		@Override
		public <R> Match<R> then(Function<M, Match<R>> next) {
			return next.apply(this.match);
		}

		@Override
		public Optional<M> toOptional() {
			return Optional.of(this.match);
		}

	}

	/**
	 * The rewrite does not apply.
	 *
	 * @param reason why, in a few words
	 */
	record None<M>(String reason) implements Match<M> {

		@Override
		public <R> Match<R> then(Function<M, Match<R>> next) {
			return new None<>(this.reason);
		}

		@Override
		public Optional<M> toOptional() {
			return Optional.empty();
		}

	}

}
