package io.eidolon.training.objective;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How well pictures and captions of a batch find each other (Zhang et al. 2021,
 * "Cross-Modal Contrastive Learning for Text-to-Image Generation", section 4.1): with the
 * cosines s_ij between what D reads of picture i and the caption of picture j,
 *
 * <pre>
 * -1/2N sum_i [ log softmax_j(s_ij / t)_i + log softmax_j(s_ji / t)_i ],    t = 0.1
 * </pre>
 *
 * D learns it from real pictures, and G from its own.
 */
public final class CaptionContrast {

	private static final double TEMPERATURE = 0.1;

	private static final double EPSILON = 1e-6;

	/** What takes a picture without caption out of a softmax. */
	private static final double NEVER = -1e4;

	private CaptionContrast() {
	}

	/**
	 * Computes the loss.
	 * @param read (N, K) what D reads of the pictures
	 * @param captions (N, K) of the pictures
	 * @param known (N, 1) 1 where a picture has a caption, else 0
	 * @return a scalar, 0 when no picture has a caption
	 */
	public static Tensor loss(Tensor read, Tensor captions, Tensor known) {
		Tensor cosines = unit(read).mm(unit(captions).t()).div(new Scalar(TEMPERATURE));
		Tensor absent = known.neg().add(new Scalar(1)).mul(new Scalar(NEVER)); // (N, 1)
		Tensor found = chosen(cosines.add(absent.t())).add(chosen(cosines.t().add(absent.t())));
		Tensor count = known.sum().clamp_min(new Scalar(1));
		return found.mul(known.squeeze(1)).sum().div(count).mul(new Scalar(-0.5));
	}

	/** The logarithms of the shares of the diagonal, (N). */
	private static Tensor chosen(Tensor logits) {
		return torch.log_softmax(logits, 1).diagonal();
	}

	private static Tensor unit(Tensor rows) {
		Tensor squares = rows.square().sum(new long[] { 1 }, true, new ScalarTypeOptional());
		return rows.div(squares.add(new Scalar(EPSILON)).sqrt());
	}

}
