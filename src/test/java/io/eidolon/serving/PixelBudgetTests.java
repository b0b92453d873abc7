package io.eidolon.serving;

import io.eidolon.batching.Priority;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PixelBudgetTests {

	private final PixelBudget budget = new PixelBudget(new ServingProperties(64, 120, 8, 16_383, 1 << 25, 100L));

	@Test
	void largeAnswersLeaveRoomForSmallOnes() {
		this.budget.take(40, Priority.REQUEST);
		assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> this.budget.take(40, Priority.REQUEST))
			.withMessage("Answers of 40 pixels are in the making, and 40 more are too many at once; try again later");
		assertThatNoException().isThrownBy(() -> this.budget.take(10, Priority.REQUEST));
	}

	@Test
	void manySmallAnswersAreTooManyAtOnceTheSame() {
		for (int i = 0; i < 10; i++) {
			this.budget.take(9, Priority.REQUEST);
		}
		assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> this.budget.take(9, Priority.REQUEST));
	}

	@Test
	void whatNobodyWaitsForLeavesRoomForRequests() {
		for (int i = 0; i < 20; i++) {
			try {
				this.budget.take(4, Priority.BACKGROUND);
			}
			catch (ServiceBusyException ex) {
				// As it is to be
			}
		}
		assertThatNoException().isThrownBy(() -> this.budget.take(25, Priority.REQUEST));
	}

	@Test
	void whatNobodyWaitsForMayBeAsLargeAsAnAnswerWhenThereIsNothingElse() {
		PixelBudget.Share share = this.budget.take(50, Priority.BACKGROUND);
		share.giveBack();
		this.budget.take(1, Priority.REQUEST);
		assertThatExceptionOfType(ServiceBusyException.class)
			.isThrownBy(() -> this.budget.take(25, Priority.BACKGROUND));
	}

	@Test
	void roomThatIsGivenBackCanBeHadAgain() {
		PixelBudget.Share share = this.budget.take(50, Priority.REQUEST);
		assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> this.budget.take(50, Priority.REQUEST));
		share.giveBack();
		assertThatNoException().isThrownBy(() -> this.budget.take(50, Priority.REQUEST));
	}

}
