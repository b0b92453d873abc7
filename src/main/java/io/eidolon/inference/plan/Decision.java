package io.eidolon.inference.plan;

import io.eidolon.inference.onnx.GeneratorSession;
import org.jspecify.annotations.Nullable;

/**
 * In which form a generator serves.
 *
 * @param plan how it is computed
 * @param session gives bytes, and is for the receiver to close; null where the graph as
 * it was exported serves, which is opened when the session that was tried has closed
 */
public record Decision(ExecutionPlan plan, @Nullable GeneratorSession session) {

	/** Gives the form up. */
	void close() {
		if (this.session != null) {
			this.session.close();
		}
	}

}
