package io.eidolon.training.loop;

import java.util.List;

import io.eidolon.training.objective.Logits;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * What came of a part of a batch.
 *
 * @param samples what it was computed from, or null where G needs it no more
 * @param loss J(D), without the penalties
 * @param logits before the update
 */
record StepPart(@Nullable Samples samples, Tensor loss, Logits logits) {

	/** Its numbers alone, which are owned by a scope. */
	StepPart keptIn(PointerScope scope) {
		StepPart kept = new StepPart(null, this.loss.detach(),
				new Logits(this.logits.real().detach(), this.logits.fake().detach()));
		scope.attach(kept.loss).attach(kept.logits.real()).attach(kept.logits.fake());
		return kept;
	}

	/** The mean of losses. */
	static Tensor mean(List<Tensor> losses) {
		return (losses.size() == 1) ? losses.getFirst()
				: torch.stack(new TensorVector(losses.toArray(Tensor[]::new))).mean();
	}

	/** The logits of all parts. */
	static Logits logits(List<StepPart> parts) {
		return new Logits(joined(parts.stream().map((part) -> part.logits().real()).toList()),
				joined(parts.stream().map((part) -> part.logits().fake()).toList()));
	}

	private static Tensor joined(List<Tensor> logits) {
		return (logits.size() == 1) ? logits.getFirst() : torch.cat(new TensorVector(logits.toArray(Tensor[]::new)), 0);
	}

}
