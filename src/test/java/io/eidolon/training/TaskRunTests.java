package io.eidolon.training;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.eidolon.training.loop.StoppedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class TaskRunTests {

	private static final String[] NO_ARGUMENTS = {};

	private final GenericApplicationContext context = new GenericApplicationContext();

	@Test
	void aContextThatIsClosedStopsTheTaskAndWaitsForItsStep() throws Exception {
		this.context.refresh();
		CountDownLatch started = new CountDownLatch(1);
		AtomicBoolean inStep = new AtomicBoolean(true);
		CompletableFuture<Boolean> complete = CompletableFuture.supplyAsync(() -> TaskRun.of((_, stop) -> {
			started.countDown();
			while (!stop.requested()) {
				Thread.onSpinWait();
			}
			sleep();
			inStep.set(false);
			throw new StoppedException();
		}, NO_ARGUMENTS, this.context));
		started.await();
		this.context.close();
		assertThat(inStep).isFalse();
		assertThat(complete.get(10, TimeUnit.SECONDS)).isFalse();
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void aFailureWhileTheProcessEndsIsSaidInOneLine(CapturedOutput output) {
		this.context.refresh();
		assertThat(TaskRun.of((_, _) -> {
			throw new ExceptionInInitializerError(new IllegalStateException("Shutdown in progress"));
		}, NO_ARGUMENTS, this.context)).isFalse();
		assertThat(output.getOut().lines().filter((line) -> line.contains("ERROR"))).singleElement()
			.asString()
			.endsWith("Training ended: it was told to end before it was complete");
		this.context.close();
	}

	@Test
	void aTaskThatHasEndedHoldsNothingUp() {
		this.context.refresh();
		assertThat(TaskRun.of((_, stop) -> !stop.requested(), NO_ARGUMENTS, this.context)).isTrue();
		this.context.close();
	}

	private static void sleep() {
		try {
			Thread.sleep(200);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
