package io.eidolon.training.objective;

import org.bytedeco.pytorch.Tensor;

/**
 * The zero-sum game, J(G) = -J(D) (Goodfellow 2016, equation 10). Against an optimal D, G
 * descends the Jensen-Shannon divergence between model and data. Its gradient vanishes
 * where D is sure of itself.
 */
public record Minimax() implements Objective {

	@Override
	public String name() {
		return "minimax";
	}

	@Override
	public Tensor generatorLoss(Logits l) {
		return discriminatorLoss(l).neg();
	}

}
