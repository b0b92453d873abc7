package io.eidolon.training;

import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.StoppedException;

/** What the training application is asked to do. */
interface Task {

	/**
	 * Does it to the end, or until it is told to end.
	 * @param arguments the command line
	 * @param stop asked before each step
	 * @return whether it is complete
	 * @throws StoppedException when it was told to end and has nothing to save
	 */
	boolean run(String[] arguments, StopRequest stop);

}
