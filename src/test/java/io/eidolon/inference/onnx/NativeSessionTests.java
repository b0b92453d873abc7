package io.eidolon.inference.onnx;

import java.util.concurrent.atomic.AtomicReference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class NativeSessionTests {

	private final AtomicReference<SessionOptions> options = new AtomicReference<>();

	private final AtomicReference<OrtSession> session = new AtomicReference<>();

	@Test
	void aSessionThatCannotBeOpenedToTheEndLeavesNoNativeHandle() {
		assertThatExceptionOfType(InvalidModelException.class)
			.isThrownBy(() -> NativeSession.open("tiny", new FailsForRuns(), this::load))
			.withMessage("tiny cannot be loaded: no memory for the options of runs");
		OrtSession opened = this.session.get();
		SessionOptions used = this.options.get();
		assertThat(opened).isNotNull();
		assertThatIllegalStateException().as("closed already").isThrownBy(opened::close);
		assertThatIllegalStateException().as("closed already").isThrownBy(used::close);
	}

	@Test
	void aClosedSessionHasFreedItsOptions() {
		NativeSession.open("tiny", Device.CPU, this::load).close();
		OrtSession opened = this.session.get();
		SessionOptions used = this.options.get();
		assertThatIllegalStateException().as("closed already").isThrownBy(opened::close);
		assertThatIllegalStateException().as("closed already").isThrownBy(used::close);
	}

	private OrtSession load(SessionOptions given) throws OrtException {
		OrtSession loaded = NativeSession.ENVIRONMENT.createSession(TinyGenerators.graph(8, 1, 0), given);
		this.options.set(given);
		this.session.set(loaded);
		return loaded;
	}

	private static final class FailsForRuns implements SessionSettings {

		@Override
		public void configure(SessionOptions options) {
		}

		@Override
		public void configure(RunOptions options) throws OrtException {
			throw new OrtException("no memory for the options of runs");
		}

	}

}
