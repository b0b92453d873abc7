package io.eidolon.training.network;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("libtorch")
class ComputeDeviceTests {

	@Test
	void onTheProcessorNothingIsCopied() {
		try (PointerScope _ = new PointerScope()) {
			Tensor values = torch.zeros(2);
			assertThat(ComputeDevice.CPU.enter(values)).isSameAs(values);
		}
	}

	@Test
	void whoeverHasATensorSeesItWhereItWasMoved() {
		try (PointerScope _ = new PointerScope()) {
			Weights weights = new Weights();
			Tensor weight = weights.parameter("weight", torch.zeros(2));
			weights.moveTo(new ComputeDevice(torch.DeviceType.Meta));
			assertThat(weight.is_meta()).isTrue();
			assertThat(weight.requires_grad()).isTrue();
			assertThat(weights.parameters().get(0).is_meta()).isTrue();
		}
	}

}
