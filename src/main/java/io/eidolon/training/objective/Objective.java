package io.eidolon.training.objective;

import java.util.List;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The game: what each player descends. D always descends
 *
 * <pre>
 * J(D) = -1/2 E log D(x) - 1/2 E log(1 - D(G(z)))
 * </pre>
 *
 * (Goodfellow 2016, "NIPS 2016 Tutorial: Generative Adversarial Networks", equation 8);
 * the objectives differ in J(G). With D = sigmoid(l), -log D = softplus(-l) and -log(1 -
 * D) = softplus(l), so that nothing over- or underflows.
 */
public sealed interface Objective permits Minimax, NonSaturating, MaximumLikelihood {

	/** Every objective, in the order of the tutorial. */
	List<Objective> ALL = List.of(new Minimax(), new NonSaturating(), new MaximumLikelihood());

	/** The name that settings and model cards use. */
	String name();

	/** J(D), a scalar. */
	default Tensor discriminatorLoss(Logits l) {
		Tensor real = torch.softplus(l.real().neg()).mean();
		Tensor fake = torch.softplus(l.fake()).mean();
		return real.add(fake).mul(new Scalar(0.5));
	}

	/** J(G), a scalar. */
	Tensor generatorLoss(Logits l);

}
