package io.eidolon.training.network;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * The named tensors of a network: parameters, which an optimiser changes, and buffers,
 * which it does not. The pointer scope in which a network is made owns them.
 */
public final class Weights {

	private final Map<String, Tensor> parameters = new LinkedHashMap<>();

	private final Map<String, Tensor> buffers = new LinkedHashMap<>();

	private final Map<String, Tensor> constants = new LinkedHashMap<>();

	private ComputeDevice device = ComputeDevice.CPU;

	/** Keeps a tensor that the optimiser changes. */
	public Tensor parameter(String name, Tensor initial) {
		this.parameters.put(name, initial.requires_grad_(true));
		return initial;
	}

	/** Keeps a tensor that a forward pass changes, such as running statistics. */
	public Tensor buffer(String name, Tensor initial) {
		this.buffers.put(name, initial);
		return initial;
	}

	/** Keeps a tensor that no step changes. */
	public Tensor constant(String name, Tensor value) {
		this.constants.put(name, value);
		return value;
	}

	/** The parameters in the order of their making, for an optimiser. */
	public TensorVector parameters() {
		return new TensorVector(this.parameters.values().toArray(Tensor[]::new));
	}

	/** Moves all tensors to where the network is to compute. */
	public void moveTo(ComputeDevice device) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			Stream.of(this.parameters, this.buffers, this.constants)
				.forEach((tensors) -> tensors.values().forEach(device::move));
		}
		this.device = device;
	}

	/** Where the network computes. */
	public ComputeDevice device() {
		return this.device;
	}

	/** Whether there are statistics of batches beside the parameters. */
	public boolean hasBuffers() {
		return !this.buffers.isEmpty();
	}

	/** Says whether a backward pass computes the gradients of the parameters. */
	public void requireGradients(boolean required) {
		this.parameters.values().forEach((tensor) -> tensor.set_requires_grad(required));
	}

	/**
	 * Moves these weights towards others of the same network: w + share (other - w).
	 * @param share 0 keeps these weights, 1 copies the others
	 */
	public void moveTowards(Weights other, double share) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			Scalar step = new Scalar(share);
			this.parameters.forEach((name, tensor) -> tensor.lerp_(other.named(name), step));
			this.buffers.forEach((name, tensor) -> tensor.lerp_(other.named(name), step));
		}
	}

	/** Writes all tensors into an archive. */
	public void save(OutputArchive archive) {
		this.parameters.forEach(archive::write);
		this.buffers.forEach(archive::write);
		this.constants.forEach(archive::write);
	}

	/** Reads all tensors from an archive, in place. */
	public void load(InputArchive archive) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			Stream.of(this.parameters, this.buffers, this.constants)
				.forEach((tensors) -> tensors.forEach((name, tensor) -> {
					Tensor stored = new Tensor();
					archive.read(name, stored);
					tensor.copy_(stored);
				}));
		}
	}

	/** Copies all tensors, by name. */
	public Map<String, StoredTensor> stored() {
		Map<String, StoredTensor> stored = new LinkedHashMap<>();
		Stream.of(this.parameters, this.buffers, this.constants)
			.forEach((tensors) -> tensors.forEach((name, tensor) -> stored.put(name, StoredTensor.of(tensor))));
		return stored;
	}

	/** Takes those stored tensors whose names and shapes are those of this network. */
	public Transfer take(Map<String, StoredTensor> stored) {
		List<String> others = new ArrayList<>();
		AtomicInteger taken = new AtomicInteger();
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			Stream.of(this.parameters, this.buffers, this.constants)
				.flatMap((tensors) -> tensors.entrySet().stream())
				.forEach((own) -> {
					StoredTensor found = stored.get(own.getKey());
					long[] shape = own.getValue().shape();
					if (found != null && found.fits(shape)) {
						own.getValue().copy_(NewTensor.of(found.values(), shape));
						taken.incrementAndGet();
					}
					else {
						others.add("%s %s%s".formatted(own.getKey(), StoredTensor.shape(shape),
								(found != null) ? ", there " + found : ", not there"));
					}
				});
		}
		return new Transfer(taken.get(), others);
	}

	private Tensor named(String name) {
		Tensor tensor = this.parameters.getOrDefault(name, this.buffers.get(name));
		if (tensor == null) {
			throw new IllegalArgumentException("No tensor is called " + name);
		}
		return tensor;
	}

	/** Copies a tensor's values, in row-major order. */
	public static float[] values(Tensor tensor) {
		try (PointerScope _ = new PointerScope()) {
			FloatBuffer buffer = tensor.detach().cpu().contiguous().createBuffer();
			float[] values = new float[buffer.remaining()];
			buffer.get(values);
			return values;
		}
	}

}
