package io.eidolon.training.objective;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@Tag("libtorch")
class CaptionContrastTests {

	private final PointerScope scope = new PointerScope();

	@AfterEach
	void release() {
		this.scope.close();
	}

	@Test
	void captionsThatAreReadRightAndHaveNothingInCommonGiveTheClosedForm() {
		// Cosines of 1 on the diagonal, and of 0 elsewhere
		float loss = loss(torch.eye(5).mul(new Scalar(3)), torch.eye(5), 1, 1, 1, 1, 1);
		assertThat(loss).isCloseTo((float) Math.log1p(4 * Math.exp(-10)), within(1e-5f));
	}

	@Test
	void picturesThatAllReadTheSameGiveTheLogarithmOfTheirNumber() {
		Tensor same = torch.ones(4, 3);
		assertThat(loss(same, same, 1, 1, 1, 1)).isCloseTo((float) Math.log(4), within(1e-4f));
	}

	@Test
	void picturesWithoutCaptionDoNotCount() {
		torch.manual_seed(1);
		Tensor read = torch.randn(4, 6);
		Tensor captions = torch.randn(4, 6);
		float three = loss(read.narrow(0, 0, 3), captions.narrow(0, 0, 3), 1, 1, 1);
		assertThat(loss(read, captions, 1, 1, 1, 0)).isCloseTo(three, within(1e-4f));
		assertThat(loss(read, captions, 0, 0, 0, 0)).isZero();
	}

	@Test
	void theGradientIsThatOfCentralDifferences() {
		torch.manual_seed(2);
		Tensor read = torch.randn(3, 4).to(torch.ScalarType.Double).requires_grad_(true);
		Tensor captions = torch.randn(3, 4).to(torch.ScalarType.Double);
		Tensor known = torch.ones(3, 1).to(torch.ScalarType.Double);
		CaptionContrast.loss(read, captions, known).backward();
		for (int i = 0; i < 12; i++) {
			double numeric = (shifted(read, captions, known, i, 1e-5) - shifted(read, captions, known, i, -1e-5))
					/ 2e-5;
			assertThat(read.grad().flatten().narrow(0, i, 1).item_double()).isCloseTo(numeric, within(1e-6));
		}
	}

	private static double shifted(Tensor read, Tensor captions, Tensor known, int i, double by) {
		Tensor moved = read.detach().clone();
		moved.flatten().narrow(0, i, 1).add_(new Scalar(by));
		return CaptionContrast.loss(moved, captions, known).item_double();
	}

	private static float loss(Tensor read, Tensor captions, float... known) {
		return CaptionContrast.loss(read, captions, Tensor.create(known, known.length, 1)).item_float();
	}

}
