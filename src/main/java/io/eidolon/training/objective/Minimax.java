package io.eidolon.training.objective;

import org.bytedeco.pytorch.Tensor;

/**
 * The zero-sum objective, J(G) = -J(D) (Goodfellow 2016, equation 10). Against an optimal
 * D this is J(G) = JS(p, q) - log 2, half of the 2 JS - log 4 of Goodfellow et al. 2014,
 * theorem 1. Its gradient vanishes where D is sure of itself.
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

	@Override
	public double publishedFactor() {
		return 2;
	}

}
