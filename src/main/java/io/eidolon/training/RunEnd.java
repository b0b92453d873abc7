package io.eidolon.training;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

import io.eidolon.training.loop.Checkpoint;
import io.eidolon.training.loop.StoppedException;
import io.eidolon.training.loop.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in one line how a run has ended, what is kept, and how to go on.
 *
 * @param checkpoint what a run that is not complete goes on from
 * @param model the folder of the model that a complete run has exported
 * @param page told in words how the run has ended, and whether with an error
 */
record RunEnd(Checkpoint checkpoint, Path model, BiConsumer<String, Boolean> page) {

	private static final Logger logger = LoggerFactory.getLogger(RunEnd.class);

	private static final String GOES_ON = "%s is kept, and the same command with --resume goes on from it";

	/**
	 * Takes a run to its end.
	 * @return whether it is complete
	 */
	boolean of(BooleanSupplier run) {
		try {
			boolean complete = complete(run);
			this.page.accept(complete ? "Finished" : "Stopped", false);
			if (complete) {
				logger.info("Finished: {} is served under the name {}", this.model, this.model.getFileName());
			}
			else {
				logger.info("Stopped: {}", GOES_ON.formatted(this.checkpoint.file()));
			}
			return complete;
		}
		catch (RuntimeException | Error ex) {
			String reason = FailureLine.of(ex);
			writeLast(reason);
			if (this.checkpoint.exists() && !reason.contains("--resume")) {
				throw new TrainingException(reason + "; " + GOES_ON.formatted(this.checkpoint.file()), ex);
			}
			throw ex;
		}
	}

	/**
	 * Told to end while its generator was measured for the last time, it is not complete.
	 */
	private static boolean complete(BooleanSupplier run) {
		try {
			return run.getAsBoolean();
		}
		catch (StoppedException _) {
			return false;
		}
	}

	/**
	 * What has ended the run, such as a full disk, may keep its page from being written.
	 */
	private void writeLast(String reason) {
		try {
			this.page.accept(reason, true);
		}
		catch (RuntimeException ex) {
			logger.debug("The page of the run is not written", ex);
		}
	}

}
