package io.eidolon.training.distributed;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.eidolon.ChildJvm;
import io.eidolon.training.network.ComputeDevice;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("libtorch")
class PeersTests {

	@Test
	void partsOfABatchGiveTheGradientOfTheWhole() throws Exception {
		float[] whole = gradient(0, 12);
		List<float[]> averaged = together(3, (peers) -> {
			try (PointerScope _ = new PointerScope()) {
				TensorVector parameters = new TensorVector(learned(4 * peers.rank(), 4 * peers.rank() + 4),
						torch.ones(3));
				peers.averageGradients(parameters);
				return values(parameters.get(0).grad());
			}
		});
		assertThat(averaged).allSatisfy((mean) -> assertThat(mean).containsExactly(whole, Offset.offset(1e-6f)));
	}

	@Test
	void gradientsLargerThanABucketArriveInPlace() throws Exception {
		long[] sizes = { 3, (1 << 20) + 5, 7, 600_000, 600_000 };
		List<Boolean> right = together(2, (peers) -> {
			try (PointerScope _ = new PointerScope()) {
				TensorVector parameters = new TensorVector(IntStream.range(0, sizes.length)
					.mapToObj((i) -> withGradient(sizes[i], 10 * i + 2 * peers.rank()))
					.toArray(Tensor[]::new));
				peers.averageGradients(parameters);
				return IntStream.range(0, sizes.length)
					.allMatch((i) -> parameters.get(i)
						.grad()
						.equal(torch.full(new long[] { sizes[i] }, new Scalar(10f * i + 1))));
			}
		});
		assertThat(right).containsExactly(true, true);
	}

	@Test
	void gradientsMayTakeAWayOfTheirOwn() throws Exception {
		// As NCCL's does, which only GPUs have
		int port = ChildJvm.freePort();
		List<float[]> averaged = together(2, (world) -> GlooPeers.join(world,
				(same) -> Collectives.gloo(new World(same.rank(), same.size(), same.host(), port, same.timeout()))),
				(peers) -> {
					try (PointerScope _ = new PointerScope()) {
						TensorVector parameters = new TensorVector(withGradient(2, 4 * peers.rank()));
						peers.averageGradients(parameters);
						return values(parameters.get(0).grad());
					}
				});
		assertThat(averaged).allSatisfy((mean) -> assertThat(mean).containsExactly(2, 2));
	}

	@Test
	void numbersAddUpOverAllProcesses() throws Exception {
		assertThat(together(3, (peers) -> peers.sum(peers.rank(), 0.5)))
			.allSatisfy((sums) -> assertThat(sums).containsExactly(3, 1.5));
	}

	@Test
	void allGetWhatTheFirstHas() throws Exception {
		assertThat(together(3, (peers) -> peers.fromFirst(new byte[] { (byte) peers.rank(), 9, -1 })))
			.allSatisfy((bytes) -> assertThat(bytes).containsExactly(0, 9, -1));
	}

	@Test
	void aPeerThatEndsEndsTheOthersWithItsLoss() throws Exception {
		assertThatThrownBy(() -> together(2, (peers) -> {
			peers.sum(1);
			return (peers.rank() == 1) ? new double[0] : peers.sum(1);
		})).hasCauseInstanceOf(PeerLostException.class)
			.hasMessageContaining("The process of rank 0 in 2 lost a peer while they exchanged what they had learned");
	}

	@Test
	void aPeerThatNeverComesIsTold() throws Exception {
		World world = new World(0, 2, "localhost", ChildJvm.freePort(), Duration.ofMillis(300));
		assertThatThrownBy(() -> world.join(ComputeDevice.CPU)).isInstanceOf(PeerLostException.class)
			.hasMessageStartingWith("The process of rank 0 in 2 lost a peer while they met at localhost:");
	}

	/** The gradient of mean(w i^2) over a range of i, at w = (1, 1). */
	private static float[] gradient(int from, int to) {
		try (PointerScope _ = new PointerScope()) {
			return values(learned(from, to).grad());
		}
	}

	private static Tensor learned(int from, int to) {
		Tensor w = torch.ones(2).requires_grad_(true);
		Tensor x = torch.arange(new Scalar((float) from), new Scalar((float) to)).unsqueeze(1).square();
		x.mul(w).mean().backward();
		return w;
	}

	private static Tensor withGradient(long size, float value) {
		Tensor tensor = torch.zeros(size).requires_grad_(true);
		tensor.mul(new Scalar(value)).sum().backward();
		return tensor;
	}

	private static float[] values(Tensor tensor) {
		float[] values = new float[Math.toIntExact(tensor.numel())];
		tensor.<FloatBuffer>createBuffer().get(values);
		return values;
	}

	private static <T> List<T> together(int size, Function<Peers, T> part) throws Exception {
		return together(size, (world) -> world.join(ComputeDevice.CPU), part);
	}

	private static <T> List<T> together(int size, Function<World, Peers> join, Function<Peers, T> part)
			throws Exception {
		int port = ChildJvm.freePort();
		try (ExecutorService threads = Executors.newFixedThreadPool(size)) {
			List<Callable<T>> parts = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				World world = new World(i, size, "localhost", port, Duration.ofSeconds(20));
				parts.add(() -> {
					try (Peers peers = join.apply(world)) {
						return part.apply(peers);
					}
				});
			}
			List<T> results = new ArrayList<>();
			for (Future<T> result : threads.invokeAll(parts)) {
				results.add(result.get());
			}
			return results;
		}
	}

}
