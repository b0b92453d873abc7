package io.eidolon.training.distributed;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Groups tensors so that each group is sent as one message: many small messages cost more
 * than the bytes in them, and one large message cannot start before all of it is there
 * (Li et al. 2020, "PyTorch Distributed", section 3.2.3).
 */
final class Buckets {

	/** In numbers, so 4 MiB. */
	private static final long CAPACITY = 1 << 20;

	private Buckets() {
	}

	/** Returns the gradients of the parameters that have one, in order, in groups. */
	static List<List<Tensor>> of(TensorVector parameters) {
		List<List<Tensor>> buckets = new ArrayList<>();
		long room = 0;
		for (long i = 0; i < parameters.size(); i++) {
			Tensor gradient = parameters.get(i).grad();
			if (gradient.defined()) {
				if (gradient.numel() > room) {
					buckets.add(new ArrayList<>());
					room = CAPACITY;
				}
				buckets.getLast().add(gradient);
				room -= gradient.numel();
			}
		}
		return buckets;
	}

	/** Returns a copy of the tensors, one after the other, (numbers). */
	static Tensor flatten(List<Tensor> bucket) {
		return torch.cat(new TensorVector(bucket.stream().map((tensor) -> tensor.reshape(-1)).toArray(Tensor[]::new)));
	}

	/** Copies the numbers back into the tensors. */
	static void unflatten(Tensor flat, List<Tensor> bucket) {
		long from = 0;
		for (Tensor tensor : bucket) {
			tensor.copy_(flat.narrow(0, from, tensor.numel()).view_as(tensor));
			from += tensor.numel();
		}
	}

}
