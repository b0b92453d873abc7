package io.eidolon.training.distributed;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.eidolon.training.network.NewTensor;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Work;
import org.jspecify.annotations.Nullable;

/**
 * Peers that talk over TCP by Gloo, libtorch's collectives for processors. They meet at a
 * store that the first one keeps. Gradients on GPUs take a way of their own.
 */
final class GlooPeers implements Peers {

	private final World world;

	private final Collectives gloo;

	/** What adds up gradients; it may be the same. */
	private final Collectives gradients;

	private GlooPeers(World world, Collectives gloo, Collectives gradients) {
		this.world = world;
		this.gloo = gloo;
		this.gradients = gradients;
	}

	/**
	 * Finds the peers.
	 * @param gradients what adds up gradients on GPUs, or null where they are in memory
	 */
	static GlooPeers join(World world, @Nullable Function<World, Collectives> gradients) {
		try {
			Collectives gloo = Collectives.gloo(world);
			return new GlooPeers(world, gloo, (gradients != null) ? gradients.apply(world) : gloo);
		}
		catch (RuntimeException ex) {
			throw new PeerLostException(world, "they met at %s:%s".formatted(world.host(), world.port()), ex);
		}
	}

	@Override
	public int rank() {
		return this.world.rank();
	}

	@Override
	public int size() {
		return this.world.size();
	}

	@Override
	public void averageGradients(TensorVector parameters) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			List<List<Tensor>> buckets = Buckets.of(parameters);
			List<Tensor> flat = new ArrayList<>();
			List<Work> sums = new ArrayList<>();
			// While one bucket travels, the next is filled
			for (List<Tensor> bucket : buckets) {
				flat.add(Buckets.flatten(bucket));
				sums.add(start(this.gradients, flat.getLast()));
			}
			for (int i = 0; i < buckets.size(); i++) {
				await(sums.get(i));
				Buckets.unflatten(flat.get(i).div_(new Scalar(size())), buckets.get(i));
			}
		}
	}

	@Override
	public double[] sum(double... values) {
		try (PointerScope _ = new PointerScope()) {
			Tensor sums = NewTensor.of(values);
			await(start(this.gloo, sums));
			double[] result = new double[values.length];
			sums.<DoubleBuffer>createBuffer().get(result);
			return result;
		}
	}

	@Override
	public byte[] fromFirst(byte[] bytes) {
		int length = (int) sum(first() ? bytes.length : 0)[0];
		try (PointerScope _ = new PointerScope()) {
			Tensor message = NewTensor.of(first() ? bytes : new byte[length]);
			await(telling(() -> this.gloo.group().broadcast(new TensorVector(message))));
			byte[] result = new byte[length];
			message.<ByteBuffer>createBuffer().get(result);
			return result;
		}
	}

	private Work start(Collectives by, Tensor summands) {
		return telling(() -> by.group().allreduce(new TensorVector(summands)));
	}

	private void await(Work work) {
		telling(() -> work._wait());
	}

	private <T> T telling(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (RuntimeException ex) {
			throw new PeerLostException(this.world, "they exchanged what they had learned", ex);
		}
	}

	@Override
	public void close() {
		if (this.gradients != this.gloo) {
			this.gradients.close();
		}
		this.gloo.close();
	}

}
