package io.eidolon.training.distributed;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.eidolon.training.network.NewTensor;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Work;

/**
 * Peers that talk over TCP by Gloo, libtorch's collectives for processors. They meet at a
 * store that the first one keeps.
 */
final class GlooPeers implements Peers {

	private final World world;

	/** Where others may still be looking each other up when this process is through. */
	private final TCPStore store;

	private final ProcessGroupGloo group;

	private GlooPeers(World world, TCPStore store, ProcessGroupGloo group) {
		this.world = world;
		this.store = store;
		this.group = group;
	}

	static GlooPeers join(World world) {
		try (PointerScope _ = new PointerScope()) {
			Milliseconds timeout = new Milliseconds(world.timeout().toMillis());
			TCPStore store = new TCPStore(world.host(),
					new TCPStoreOptions().port((short) world.port())
						.isServer(world.first())
						.waitWorkers(false)
						.timeout(timeout));
			ProcessGroupGloo.Options options = ProcessGroupGloo.Options.create(timeout)
				.devices(new GlooDeviceVector(ProcessGroupGloo.createDefaultDevice()));
			ProcessGroupGloo group = new ProcessGroupGloo(store, world.rank(), world.size(), options);
			// Both live beyond this scope, until the peers are closed
			return new GlooPeers(world, store.retainReference(), group.retainReference());
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
				sums.add(start(flat.getLast()));
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
			await(start(sums));
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
			await(telling(() -> this.group.broadcast(new TensorVector(message))));
			byte[] result = new byte[length];
			message.<ByteBuffer>createBuffer().get(result);
			return result;
		}
	}

	private Work start(Tensor summands) {
		return telling(() -> this.group.allreduce(new TensorVector(summands)));
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
		this.group.close();
		this.store.close();
	}

}
