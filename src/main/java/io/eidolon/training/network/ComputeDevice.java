package io.eidolon.training.network;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Where networks compute.
 *
 * @param type the kind of processor, of which the first one is meant
 */
public record ComputeDevice(torch.DeviceType type) {

	/** The processor that Java runs on. */
	public static final ComputeDevice CPU = new ComputeDevice(torch.DeviceType.CPU);

	/** A GPU of NVIDIA. */
	public static final ComputeDevice CUDA = new ComputeDevice(torch.DeviceType.CUDA);

	/** Whether the GPU can be used: there is one, and libtorch's natives are for it. */
	public static boolean hasCuda() {
		return torch.cuda_is_available();
	}

	/**
	 * Brings what was made in memory to the device. On a GPU the copy goes from pinned
	 * memory, beside what is computed; nothing waits for it.
	 */
	public Tensor enter(Tensor values) {
		if (equals(CPU)) {
			return values;
		}
		Tensor source = equals(CUDA) ? values.pin_memory() : values;
		return source.to(new Device(this.type), values.dtype(), true, false);
	}

	/** Moves a tensor itself, so that all who have it see it there. */
	void move(Tensor tensor) {
		if (!equals(CPU)) {
			boolean learned = tensor.requires_grad();
			tensor.put(tensor.detach().to(new Device(this.type), tensor.dtype()).requires_grad_(learned));
		}
	}

	/** For those who read tensors. */
	public DeviceOptional toOptional() {
		return new DeviceOptional(new Device(this.type));
	}

}
