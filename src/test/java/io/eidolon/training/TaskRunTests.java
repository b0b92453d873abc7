package io.eidolon.training;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.StoppedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class TaskRunTests {

	private static final String[] NO_ARGUMENTS = {};

	@Test
	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill")
	void aSignalEndsTheTaskBeforeTheJvmBeginsToShutDown() {
		AtomicBoolean hooksRun = new AtomicBoolean();
		Thread hook = new Thread(() -> hooksRun.set(true));
		Runtime.getRuntime().addShutdownHook(hook);
		assertThat(TaskRun.of((_, stop) -> {
			terminate();
			awaitRequest(stop);
			return false;
		}, NO_ARGUMENTS)).isEqualTo(128 + 15);
		assertThat(hooksRun).isFalse();
		// Refused by a JVM that shuts down
		assertThat(Runtime.getRuntime().removeShutdownHook(hook)).isTrue();
	}

	@Test
	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill")
	void aTaskThatHasNothingToSaveEndsAtItsNextCheck() {
		assertThat(TaskRun.of((_, stop) -> {
			terminate();
			awaitRequest(stop);
			stop.check();
			return true;
		}, NO_ARGUMENTS)).isEqualTo(128 + 15);
	}

	@Test
	void aTaskThatIsToldNothingRunsToItsEnd() {
		assertThat(TaskRun.of((_, stop) -> !stop.requested(), NO_ARGUMENTS)).isZero();
	}

	@Test
	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill")
	void aTaskThatIsCompleteAllTheSameIsASuccess() {
		assertThat(TaskRun.of((_, stop) -> {
			terminate();
			awaitRequest(stop);
			return true;
		}, NO_ARGUMENTS)).isZero();
	}

	@Test
	void aFailureIsPassedOn() {
		assertThatIllegalStateException().isThrownBy(() -> TaskRun.of((_, _) -> {
			throw new IllegalStateException("no");
		}, NO_ARGUMENTS));
		assertThat(TaskRun.of((_, _) -> {
			throw new StoppedException();
		}, NO_ARGUMENTS)).isOne();
	}

	private static void awaitRequest(StopRequest stop) {
		await().atMost(Duration.ofSeconds(20)).until(stop::requested);
	}

	/**
	 * SIGTERM: the others are ignored by what was started with nohup, or in the
	 * background.
	 */
	private static void terminate() {
		try {
			Process kill = new ProcessBuilder("kill", "-TERM", String.valueOf(ProcessHandle.current().pid()))
				.inheritIO()
				.start();
			assertThat(kill.waitFor()).isZero();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
