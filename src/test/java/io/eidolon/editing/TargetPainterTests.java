package io.eidolon.editing;

import java.util.List;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.serving.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class TargetPainterTests {

	private static final int SIDE = 4;

	private static final ImageShape SHAPE = new ImageShape(SIDE, SIDE, 3, ValueRange.TANH);

	private static final Region TOP_LEFT = new Region.Box(0, 0, 1, 1);

	private static final Region ALL = new Region.Box(0, 0, SIDE, SIDE);

	@Test
	void aColourIsAskedForInTheRangeOfTheGenerator() {
		Target target = paint(null, new Constraint.Paint(TOP_LEFT, 0xFF0033, 1));
		assertThat(target.colours()[0]).isEqualTo(1);
		assertThat(target.colours()[SIDE * SIDE]).isEqualTo(-1);
		assertThat(target.colours()[2 * SIDE * SIDE]).isEqualTo(-0.6f, within(1e-6f));
		assertThat(target.weights()[0]).isEqualTo(1);
		assertThat(target.weights()[1]).isZero();
	}

	@Test
	void aSmallStrokeWeighsAsMuchAsALargeRegion() {
		Target target = paint(new float[3 * SIDE * SIDE], new Constraint.Keep(ALL, 1),
				new Constraint.Paint(TOP_LEFT, 0xFFFFFF, 1));
		float rest = 0;
		for (int i = 1; i < SIDE * SIDE; i++) {
			rest += target.weights()[i];
		}
		assertThat(target.weights()[0]).isEqualTo(1, within(1e-6f));
		assertThat(rest).isEqualTo(1, within(1e-6f));
	}

	@Test
	void aLaterStrokeHidesAnEarlierOne() {
		Target target = paint(null, new Constraint.Paint(TOP_LEFT, 0, 1), new Constraint.Paint(TOP_LEFT, 0xFFFFFF, 1));
		assertThat(target.colours()[0]).isEqualTo(1);
		assertThat(target.weights()[0]).isEqualTo(1);
	}

	@Test
	void whatIsMovedIsAskedForWhereItGoes() {
		float[] start = new float[3 * SIDE * SIDE];
		start[0] = 0.5f;
		Target target = paint(start, new Constraint.Warp(TOP_LEFT, 2, 1, 1));
		int to = SIDE + 2;
		assertThat(target.colours()[to]).isEqualTo(0.5f);
		assertThat(target.weights()[to]).isEqualTo(1);
		assertThat(target.weights()[0]).isZero();
	}

	@Test
	void whatWouldLeaveThePictureIsRefused() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> paint(new float[3 * SIDE * SIDE], new Constraint.Warp(TOP_LEFT, -1, 0, 1)))
			.withMessage(
					"constraints[0].by (-1, 0) must be so little that a part of the region stays within the picture");
	}

	@Test
	void nothingCanBeKeptOfNothing() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> paint(null, new Constraint.Keep(ALL, 1)))
			.withMessageContaining("constraints[0].type must be colour or sketch unless");
	}

	private static Target paint(float @Nullable [] start, Constraint... constraints) {
		return new TargetPainter(SHAPE, start).paint(List.of(constraints));
	}

}
