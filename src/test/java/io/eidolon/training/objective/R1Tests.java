package io.eidolon.training.objective;

import java.nio.DoubleBuffer;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@Tag("libtorch")
class R1Tests {

	@Test
	void aLinearDiscriminatorPaysForTheSquareOfItsGradient() {
		try (PointerScope _ = new PointerScope()) {
			Tensor x = Tensor.create(new double[] { 1, 2, 3, 4, 5, 6 }, 3, 2).requires_grad_(true);
			Tensor w = Tensor.create(new double[] { 3, -4 }).requires_grad_(true);
			Tensor penalty = new R1(10).penalty(x, x.matmul(w));
			// gamma / 2 |w|^2 for each of the pictures, whatever they are
			assertThat(penalty.item_double()).isCloseTo(5 * 25, within(1e-12));
			// and gamma w is what the slope is pulled down by
			penalty.backward();
			DoubleBuffer gradient = w.grad().createBuffer();
			assertThat(gradient.get(0)).isCloseTo(30, within(1e-12));
			assertThat(gradient.get(1)).isCloseTo(-40, within(1e-12));
		}
	}

	@Test
	void aQuadraticDiscriminatorPaysTheMeanOverPictures() {
		try (PointerScope _ = new PointerScope()) {
			Tensor x = Tensor.create(new double[] { 1, 2 }, 2, 1).requires_grad_(true);
			// l = x^2, so that |grad|^2 = 4 x^2, of mean 10
			assertThat(new R1(2).penalty(x, x.square().flatten()).item_double()).isCloseTo(10, within(1e-12));
		}
	}

}
