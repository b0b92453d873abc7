package io.eidolon.training.augment;

import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.training.network.Weights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@Tag("libtorch")
class AugmentationTests {

	private static final int COUNT = 512;

	private static final int SIDE = 16;

	private static final int PIXELS = SIDE * SIDE;

	static final List<Augmentation> ALL = Augmentation.ALL;

	static final List<Augmentation> WITHOUT_STRENGTH = List.of(new Colour(0), new Translation(0), new Cutout(0));

	private final PointerScope scope = new PointerScope();

	@BeforeEach
	void seed() {
		torch.manual_seed(1);
	}

	@AfterEach
	void release() {
		this.scope.close();
	}

	@ParameterizedTest
	@FieldSource("WITHOUT_STRENGTH")
	void withoutStrengthNothingChanges(Augmentation augmentation) {
		Tensor x = torch.randn(4, 3, SIDE, SIDE);
		assertThat(Weights.values(augmentation.apply(x))).isEqualTo(Weights.values(x));
	}

	@ParameterizedTest
	@FieldSource("ALL")
	void theSameSeedChangesPicturesInTheSameWay(Augmentation augmentation) {
		Tensor x = torch.randn(4, 3, SIDE, SIDE);
		torch.manual_seed(7);
		float[] first = Weights.values(augmentation.apply(x));
		torch.manual_seed(7);
		float[] same = Weights.values(augmentation.apply(x));
		float[] next = Weights.values(augmentation.apply(x));
		assertThat(same).isEqualTo(first);
		assertThat(next).isNotEqualTo(first);
	}

	@ParameterizedTest
	@FieldSource("ALL")
	void eachPictureIsChangedByAmountsOfItsOwn(Augmentation augmentation) {
		Tensor one = torch.randn(1, 3, SIDE, SIDE);
		Tensor changed = augmentation.apply(one.expand(COUNT, 3, SIDE, SIDE));
		float[] deviation = Weights.values(changed.std(new long[] { 0 }, false, false));
		assertThat(deviation).hasSize(3 * PIXELS);
		assertThat(IntStream.range(0, deviation.length).filter((i) -> deviation[i] > 0)).hasSizeGreaterThan(PIXELS);
	}

	/**
	 * T is affine in x for fixed amounts, so that differences give its gradient exactly.
	 */
	@ParameterizedTest
	@FieldSource("ALL")
	void theGradientIsThatOfFiniteDifferences(Augmentation augmentation) {
		Tensor x = torch.randn(new long[] { 2, 3, 8, 8 }).toType(torch.ScalarType.Double).requires_grad_(true);
		Tensor towards = torch.randn_like(x);
		Tensor weight = torch.randn_like(x);
		torch.manual_seed(3);
		augmentation.apply(x).mul(weight).sum().backward();
		double analytic = x.grad().mul(towards).sum().item_double();
		torch.manual_seed(3);
		double ahead = augmentation.apply(x.detach().add(towards)).mul(weight).sum().item_double();
		torch.manual_seed(3);
		double behind = augmentation.apply(x.detach().sub(towards)).mul(weight).sum().item_double();
		assertThat(analytic).isCloseTo((ahead - behind) / 2, within(1e-9));
		assertThat(Math.abs(analytic)).isGreaterThan(1e-3);
	}

	/** What a gradient penalty on the pictures before the change asks for. */
	@ParameterizedTest
	@FieldSource("ALL")
	void theGradientCanBeDifferentiatedAgain(Augmentation augmentation) {
		Tensor x = torch.randn(2, 3, SIDE, SIDE).requires_grad_(true);
		Tensor cubes = augmentation.apply(x).pow(new Scalar(3)).sum();
		Tensor slope = torch
			.grad(new TensorVector(cubes), new TensorVector(x), new TensorVector(), new BoolOptional(true), true, false)
			.get(0);
		slope.square().sum().backward();
		assertThat(x.grad().abs().sum().item_double()).isFinite().isPositive();
	}

	@Test
	void realAndFakePicturesAreChangedAlike() {
		Tensor x = torch.randn(16_384, 3, 8, 8);
		Augmentations augmentations = new Augmentations(Augmentation.ALL);
		Tensor real = augmentations.apply(x);
		Tensor augmented = augmentations.apply(x);
		assertThat(Weights.values(augmented)).isNotEqualTo(Weights.values(real));
		assertThat(real.mean().item_double()).isCloseTo(augmented.mean().item_double(), within(0.03));
		assertThat(real.square().mean().item_double()).isCloseTo(augmented.square().mean().item_double(), within(0.03));
		assertThat(real.eq(new Scalar(0)).toType(torch.ScalarType.Float).mean().item_double())
			.isCloseTo(augmented.eq(new Scalar(0)).toType(torch.ScalarType.Float).mean().item_double(), within(0.03));
	}

	@Test
	void translationMovesByUpToAnEighthAndFillsWithMiddleGrey() {
		// Each pixel holds its own number, so that the move can be read off
		float[] numbers = new float[PIXELS];
		for (int i = 0; i < PIXELS; i++) {
			numbers[i] = i + 1;
		}
		Tensor x = Tensor.create(numbers, 1, 1, SIDE, SIDE).expand(COUNT, 1, SIDE, SIDE);
		float[] moved = Weights.values(new Translation(0.125).apply(x));
		boolean[][] seen = new boolean[5][5];
		for (int n = 0; n < COUNT; n++) {
			int middle = Math.round(moved[n * PIXELS + 8 * SIDE + 8]) - 1;
			int down = 8 - middle / SIDE;
			int right = 8 - middle % SIDE;
			seen[down + 2][right + 2] = true;
			for (int i = 0; i < PIXELS; i++) {
				int row = i / SIDE - down;
				int column = i % SIDE - right;
				boolean inside = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
				assertThat(moved[n * PIXELS + i]).isEqualTo(inside ? row * SIDE + column + 1 : 0);
			}
		}
		assertThat(seen).isDeepEqualTo(new boolean[][] { { true, true, true, true, true },
				{ true, true, true, true, true }, { true, true, true, true, true }, { true, true, true, true, true },
				{ true, true, true, true, true } });
	}

	@Test
	void cutoutCoversASquareOfHalfTheSide() {
		Tensor cut = new Cutout(0.5).apply(torch.ones(COUNT, 1, SIDE, SIDE));
		float[] rows = Weights.values(cut.amin(new long[] { 1, 3 }, false)); // (COUNT,
																				// SIDE)
		float[] left = Weights.values(cut.sum(1, 2, 3));
		int whole = 0;
		for (int n = 0; n < COUNT; n++) {
			int first = n * SIDE;
			int covered = (int) IntStream.range(0, SIDE).filter((row) -> rows[first + row] == 0).count();
			float area = PIXELS - left[n];
			// The centre is always inside, so that at least half of either side is
			assertThat(covered).isBetween(4, 8);
			assertThat(area % covered).isZero();
			assertThat(area / covered).isBetween(4f, 8f);
			whole += (area == 64) ? 1 : 0;
		}
		assertThat(whole).isGreaterThan(COUNT / 8);
	}

	@Test
	void colourMovesTheMeanByAtMostAHalf() {
		float[] brightness = Weights.values(new Colour(1).apply(torch.zeros(COUNT, 3, 4, 4)).mean(1, 2, 3));
		assertThat(IntStream.range(0, COUNT).mapToDouble((i) -> brightness[i]).min().orElseThrow()).isBetween(-0.5,
				-0.45);
		assertThat(IntStream.range(0, COUNT).mapToDouble((i) -> brightness[i]).max().orElseThrow()).isBetween(0.45,
				0.5);
	}

	@Test
	void aGreyPictureStaysGrey() {
		Tensor grey = torch.randn(8, 1, 4, 4).expand(8, 3, 4, 4);
		Tensor changed = new Colour(1).apply(grey);
		assertThat(changed.std(new long[] { 1 }, false, false).abs().max().item_double()).isCloseTo(0, within(1e-6));
	}

}
