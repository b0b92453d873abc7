package io.eidolon.serving;

import org.jspecify.annotations.Nullable;

/** What the client of a request may use, and how much of it. */
public interface Allowance {

	/** The attribute of a servlet request that holds its allowance. */
	String ATTRIBUTE = Allowance.class.getName();

	/** All of everything. */
	Allowance ALL = new Allowance() {

		@Override
		public void checkModel(@Nullable String name) {
			// It may use each.
		}

		@Override
		public void spend(long cost) {
			// It may spend as much as it likes.
		}

	};

	/**
	 * Ends the request by an exception when its client may not use a model.
	 * @param name its name, null while the default one is not known
	 */
	void checkModel(@Nullable String name);

	/**
	 * Ends the request by an exception when its client has no more to spend.
	 * @param cost pixels that are about to be computed, times the steps of their search
	 */
	void spend(long cost);

}
