package io.eidolon.training.objective;

import java.util.List;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The losses of discriminator and generator. In Goodfellow's tutorial D minimises
 *
 * <pre>
 * J(D) = -1/2 E log D(x) - 1/2 E log(1 - D(G(z)))
 * </pre>
 *
 * (Goodfellow 2016, "NIPS 2016 Tutorial: Generative Adversarial Networks", equation 8),
 * and they differ in J(G). With D = sigmoid(l), -log D = softplus(-l) and -log(1 - D) =
 * softplus(l), so that nothing over- or underflows. The later objectives have a J(D) of
 * their own, in the scale of their source, so that the weights of penalties carry over.
 * <p>
 * Below, p is the density of the data and q that of what G generates; JS is the
 * Jensen-Shannon divergence in nats.
 */
public sealed interface Objective
		permits Minimax, NonSaturating, MaximumLikelihood, LeastSquares, Hinge, Wasserstein, Relativistic {

	/** Every objective, in the order of their publication. */
	List<Objective> ALL = List.of(new Minimax(), new NonSaturating(), new MaximumLikelihood(), new LeastSquares(),
			new Hinge(), new Wasserstein(), new Relativistic());

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

	/**
	 * Whether the gradient of J(G) depends on what D says of real pictures, so that it
	 * must be asked again after its step.
	 */
	default boolean comparesWithReal() {
		return false;
	}

	/**
	 * What both losses are multiplied by to be in the scale of the papers that later ones
	 * compare with: Goodfellow's tutorial of 2016 halves them, his paper of 2014 does
	 * not.
	 */
	default double publishedFactor() {
		return 1;
	}

	/** Whether J(D) has no minimum unless the gradient of D is bounded. */
	default boolean needsBoundedGradient() {
		return false;
	}

}
