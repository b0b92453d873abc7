package io.eidolon.serving;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PixelLoadTests {

	private static final long MEGAPIXEL = 1_000_000;

	private final PixelLoad load = new PixelLoad(2);

	@Test
	void whatIsAloneIsBegunHoweverLongItTakes() {
		assertThat(this.load.add(1000 * MEGAPIXEL)).isZero();
		this.load.remove(1000 * MEGAPIXEL);
		assertThat(this.load.add(1000 * MEGAPIXEL)).isZero();
	}

	@Test
	void threadsShareWhatIsBeforeAPictureWhichOneOfThemTakes() {
		this.load.add(40 * MEGAPIXEL);
		assertThat(this.load.add(10 * MEGAPIXEL)).isEqualTo(Duration.ofMillis((long) (30 * PixelLoad.UNMEASURED)));
	}

	@Test
	void aPixelCostsWhatThoseBeforeHaveCost() {
		this.load.measure(50 * MEGAPIXEL, Duration.ofSeconds(5).toNanos());
		this.load.add(20 * MEGAPIXEL);
		assertThat(this.load.add(10 * MEGAPIXEL)).as("100 ns each").isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void aSmallPictureTellsLittleOfLargeOnes() {
		this.load.measure(MEGAPIXEL / 50, Duration.ofSeconds(1).toNanos());
		this.load.add(20 * MEGAPIXEL);
		assertThat(this.load.add(10 * MEGAPIXEL)).isBetween(Duration.ofMillis(400), Duration.ofMillis(1500));
	}

}
