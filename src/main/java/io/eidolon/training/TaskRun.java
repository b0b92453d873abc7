package io.eidolon.training;

import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.StoppedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The run of a task. When the process is told to end, the task ends first: nothing that
 * it uses may be unloaded under a step.
 */
final class TaskRun {

	private static final Logger logger = LoggerFactory.getLogger(TaskRun.class);

	private TaskRun() {
	}

	/**
	 * Runs a task until it is complete, or until the process is told to end.
	 * @return the exit code: 0 when it is complete, that of the signal that has ended it,
	 * or 1
	 */
	static int of(Task task, String[] arguments) {
		try (EndSignals signals = EndSignals.take()) {
			return complete(task, arguments, signals) ? 0 : signals.exitCode(1);
		}
	}

	private static boolean complete(Task task, String[] arguments, StopRequest stop) {
		try {
			return task.run(arguments, stop);
		}
		catch (StoppedException _) {
			logger.info("Stopped before it was complete; nothing is written");
			return false;
		}
	}

}
