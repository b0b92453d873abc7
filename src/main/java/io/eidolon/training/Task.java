package io.eidolon.training;

/** What the training application is asked to do. */
interface Task {

	/**
	 * Does it to the end, or until the application is told to end.
	 * @param arguments the command line
	 * @return whether it is complete
	 */
	boolean run(String[] arguments);

}
