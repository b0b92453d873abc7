package io.eidolon.training.loop;

import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.Weights;
import io.eidolon.training.objective.Logits;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Sums up steps where they are computed, so that a step need not wait for its numbers.
 */
final class StepStatistics {

	private final Tensor sums; // J(D), J(G), D(x), D(G(z))

	private int steps;

	StepStatistics(ComputeDevice device) {
		this.sums = device.enter(torch.zeros(4));
	}

	void add(Tensor discriminatorLoss, Tensor generatorLoss, Logits l) {
		this.sums.add_(torch.stack(new TensorVector(discriminatorLoss.detach(), generatorLoss.detach(),
				torch.sigmoid(l.real().detach()).mean(), torch.sigmoid(l.fake().detach()).mean())));
		this.steps++;
	}

	boolean isEmpty() {
		return this.steps == 0;
	}

	/** Returns the means over the steps since the last call. */
	StepMeans take() {
		try (PointerScope _ = new PointerScope()) {
			float[] values = Weights.values(this.sums);
			int n = this.steps;
			this.sums.zero_();
			this.steps = 0;
			return new StepMeans(values[0] / n, values[1] / n, values[2] / n, values[3] / n);
		}
	}

}
