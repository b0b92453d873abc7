package io.eidolon;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FatalErrorsTests {

	private final List<Integer> exits = new ArrayList<>();

	private final FatalErrors errors = new FatalErrors(this.exits::add);

	@Test
	void aThreadThatRunsOutOfMemoryEndsTheProcess() throws InterruptedException {
		Thread thread = Thread.ofPlatform().uncaughtExceptionHandler(this.errors).start(() -> {
			throw new OutOfMemoryError("made up");
		});
		thread.join();
		assertThat(this.exits).containsExactly(FatalErrors.STATUS);
	}

	@Test
	void anExceptionDoesNot() {
		this.errors.uncaughtException(Thread.currentThread(), new IllegalStateException("made up"));
		assertThat(this.exits).isEmpty();
	}

}
