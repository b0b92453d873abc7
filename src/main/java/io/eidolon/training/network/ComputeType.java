package io.eidolon.training.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The numbers that networks compute with. A network computes in the type of what enters
 * it; its weights, their gradients, the averages, losses and penalties stay single
 * precision, so that small steps are not rounded away.
 */
public enum ComputeType {

	/** Single precision. */
	FLOAT32(torch.ScalarType.Float),

	/**
	 * The exponents of single precision with 8 bits of significand, which need no scaling
	 * of the loss (Kalamkar et al. 2019, "A Study of BFLOAT16 for Deep Learning
	 * Training").
	 */
	BFLOAT16(torch.ScalarType.BFloat16);

	private final torch.ScalarType type;

	ComputeType(torch.ScalarType type) {
		this.type = type;
	}

	/**
	 * What enters a network: the same values in this type, the channels of pictures
	 * innermost in memory.
	 */
	public Tensor enter(Tensor values) {
		Tensor entering = values.to(this.type);
		// Convolutions are several times as fast with the maps innermost
		return (entering.dim() == 4) ? entering.contiguous(torch.MemoryFormat.ChannelsLast) : entering;
	}

	/** What leaves a network: the same values in single precision. */
	public Tensor leave(Tensor values) {
		return values.to(torch.ScalarType.Float);
	}

	/** A weight in the type of what it is applied to; the same one where it has it. */
	public static Tensor fit(Tensor weight, Tensor applied) {
		return weight.to(applied.scalar_type());
	}

}
