package io.eidolon.training;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.eidolon.training.loop.StoppedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * The run of a task. When the application is told to end, as by SIGTERM, the task ends
 * first: libtorch must not be unloaded under a step.
 */
final class TaskRun implements ApplicationListener<ContextClosedEvent> {

	private static final Logger logger = LoggerFactory.getLogger(TaskRun.class);

	/** A step and a checkpoint take seconds, decoding a set of pictures minutes. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final CountDownLatch ended = new CountDownLatch(1);

	private volatile boolean stopRequested;

	private TaskRun() {
	}

	/**
	 * Runs a task until it is complete, or until the context is closed.
	 * @return whether it is complete
	 */
	static boolean of(Task task, String[] arguments, ConfigurableApplicationContext context) {
		TaskRun run = new TaskRun();
		context.addApplicationListener(run);
		try {
			return task.run(arguments, () -> run.stopRequested);
		}
		catch (StoppedException _) {
			logger.info("Stopped before it was complete; nothing is written");
			return false;
		}
		// Said before the latch opens: the log is closed after it
		catch (RuntimeException | Error ex) {
			logger.error("Training ended: {}", FailureLine.of(ex));
			logger.debug("The cause", ex);
			return false;
		}
		finally {
			run.ended.countDown();
		}
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		this.stopRequested = true;
		try {
			if (!this.ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.warn("The task has not ended within {}", PATIENCE);
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
