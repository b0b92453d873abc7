package io.eidolon.serving;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PixelBudgetTests {

	private final PixelBudget budget = new PixelBudget(new ServingProperties(64, 120, 8, 16_383, 1 << 25, 100L));

	@Test
	void largeAnswersLeaveRoomForSmallOnes() {
		this.budget.take(40);
		assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> this.budget.take(40))
			.withMessage("Answers of 40 pixels are in the making, and 40 more are too many at once; try again later");
		assertThatNoException().isThrownBy(() -> this.budget.take(10));
	}

	@Test
	void manySmallAnswersAreTooManyAtOnceTheSame() {
		for (int i = 0; i < 10; i++) {
			this.budget.take(9);
		}
		assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> this.budget.take(9));
	}

	@Test
	void roomThatIsGivenBackCanBeHadAgain() {
		PixelBudget.Share share = this.budget.take(50);
		assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> this.budget.take(50));
		share.giveBack();
		assertThatNoException().isThrownBy(() -> this.budget.take(50));
	}

}
