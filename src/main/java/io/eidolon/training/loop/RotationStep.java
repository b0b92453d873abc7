package io.eidolon.training.loop;

import java.util.Arrays;

import io.eidolon.training.network.NewTensor;
import io.eidolon.training.network.RotationHead;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The part of rotations in a step of D: each quarter of the real pictures is turned by
 * another number of quarter turns, which D learns to tell (Chen et al. 2019, equation 7,
 * with one rotation of each picture in place of four). G takes no part in it.
 */
final class RotationStep {

	private final Settings settings;

	private final Networks networks;

	private final RotationHead head;

	RotationStep(Settings settings, Networks networks, RotationHead head) {
		this.settings = settings;
		this.networks = networks;
		this.head = head;
	}

	/**
	 * The weighted cross-entropy of the rotations, a scalar.
	 * @param real (N, channels, side, side) as D sees them
	 */
	Tensor loss(Tensor real) {
		int count = (int) real.size(0);
		Tensor[] parts = new Tensor[RotationHead.TURNS];
		long[] turns = new long[count];
		for (int turn = 0; turn < RotationHead.TURNS; turn++) {
			int from = turn * count / RotationHead.TURNS;
			int to = (turn + 1) * count / RotationHead.TURNS;
			parts[turn] = torch.rot90(real.narrow(0, from, to - from), turn, new long[] { 2, 3 });
			Arrays.fill(turns, from, to, turn);
		}
		Tensor rotated = torch.cat(new TensorVector(parts), 0);
		Tensor features = this.networks.discriminator().features(this.settings.precision().enter(rotated));
		return torch
			.cross_entropy_loss(this.settings.precision().leave(this.head.forward(features)),
					this.settings.device().enter(NewTensor.of(turns)))
			.mul(new Scalar(this.settings.options().rotation()));
	}

}
