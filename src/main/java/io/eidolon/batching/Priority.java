package io.eidolon.batching;

/** Whether somebody waits for what is submitted. */
public enum Priority {

	/** A client waits for the answer. */
	REQUEST,

	/**
	 * Nobody waits: it runs while no request does, and one by one while requests come, so
	 * that none waits for a whole batch of it.
	 */
	BACKGROUND

}
