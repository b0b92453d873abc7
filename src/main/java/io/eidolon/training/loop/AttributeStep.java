package io.eidolon.training.loop;

import java.util.List;

import io.eidolon.training.network.AttributeHead;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The part of attributes in a step (Odena et al. 2017, equation 2): D learns to tell
 * those of real pictures, and G to generate those that its caption says. Of K attributes
 * with the values a_k,
 *
 * <pre>
 * -1/K sum_k E w_k log P(a_k | x)
 * </pre>
 *
 * where the weight w_k is 1 for D, and for G how clearly the caption says a_k: what a
 * caption leaves open stays with the latent.
 */
final class AttributeStep {

	private final Settings settings;

	private final AttributeHead head;

	AttributeStep(Settings settings, AttributeHead head) {
		this.settings = settings;
		this.head = head;
	}

	/**
	 * The weighted loss of D, a scalar.
	 * @param ofReal the features of real pictures
	 */
	Tensor discriminatorLoss(Tensor ofReal, Targets targets) {
		return loss(ofReal, targets.values, targets.values.ge(new Scalar(0)).to(torch.ScalarType.Float));
	}

	/**
	 * The weighted loss of G, a scalar.
	 * @param ofFake the features of fake pictures, with the gradient to G
	 */
	Tensor generatorLoss(Tensor ofFake, Targets targets) {
		return loss(ofFake, targets.values, targets.said);
	}

	/**
	 * The weighted cross-entropy.
	 * @param weights (N, attributes)
	 */
	private Tensor loss(Tensor features, Tensor values, Tensor weights) {
		List<Tensor> logits = this.head.forward(features);
		Tensor sum = torch.zeros(1).squeeze(0).to(weights);
		for (int i = 0; i < logits.size(); i++) {
			Tensor target = values.narrow(1, i, 1).clamp_min(new Scalar(0));
			Tensor of = torch.log_softmax(this.settings.precision().leave(logits.get(i)), 1).gather(1, target);
			sum = sum.sub(of.mul(weights.narrow(1, i, 1)).mean());
		}
		return sum.mul(new Scalar(this.settings.options().attributes() / logits.size()));
	}

	/**
	 * What is to be told.
	 *
	 * @param values (N, attributes) of the real pictures, below 0 where they are not
	 * known
	 * @param said (N, attributes) how clearly the caption that G takes says them, in [0,
	 * 1]
	 */
	record Targets(Tensor values, Tensor said) {

	}

}
