package io.eidolon.serving;

import io.eidolon.serving.PictureMemory.Reservation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PictureMemoryTests {

	private final PictureMemory memory = new PictureMemory(new GenerationProperties(64, 120, 8, 16_383, 1 << 25, 100L));

	@Test
	void largeAnswersLeaveRoomForSmallOnes() {
		this.memory.reserve(40);
		assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> this.memory.reserve(40))
			.withMessage("Answers of 40 pixels are in the making, and 40 more are too many at once; try again later");
		assertThatNoException().isThrownBy(() -> this.memory.reserve(10));
	}

	@Test
	void manySmallAnswersAreTooManyAtOnceTheSame() {
		for (int i = 0; i < 10; i++) {
			this.memory.reserve(9);
		}
		assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> this.memory.reserve(9));
	}

	@Test
	void roomThatIsGivenBackCanBeHadAgain() {
		try (Reservation _ = this.memory.reserve(50)) {
			assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> this.memory.reserve(50));
		}
		assertThatNoException().isThrownBy(() -> this.memory.reserve(50));
	}

}
