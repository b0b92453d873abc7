package io.eidolon.training.loop;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SchedulesTests {

	@ParameterizedTest
	@CsvSource({ "0, 1", "0.25, 0.8681981", "0.5, 0.55", "0.75, 0.2318019", "1, 0.1" })
	void aCosineFallsFromItsStartToItsEnd(double progress, double expected) {
		assertThat(Schedule.COSINE.at(progress, 0.1)).isCloseTo(expected, within(1e-7));
	}

	@Test
	void aCosineNeverRisesAndStaysBetweenItsEnds() {
		Random random = new Random(1);
		for (int i = 0; i < 1000; i++) {
			double end = random.nextDouble();
			double earlier = random.nextDouble();
			double later = earlier + (1 - earlier) * random.nextDouble();
			assertThat(Schedule.COSINE.at(later, end)).isBetween(end - 1e-12, Schedule.COSINE.at(earlier, end) + 1e-12);
			assertThat(Schedule.CONSTANT.at(later, end)).isOne();
		}
	}

	@Test
	void learningRatesRiseFromNothingAndThenFollowTheirSchedule() {
		Schedules schedules = new Schedules(Schedule.COSINE, Schedule.CONSTANT, 0.1, 0.2, 0.1);
		assertThat(schedules.learningRate(0)).isZero();
		assertThat(schedules.learningRate(0.1)).isCloseTo(Schedule.COSINE.at(0.1, 0.1) / 2, within(1e-12));
		assertThat(schedules.learningRate(0.2)).isEqualTo(Schedule.COSINE.at(0.2, 0.1));
		assertThat(schedules.learningRate(1)).isCloseTo(0.1, within(1e-12));
	}

	@Test
	void withoutAWarmupLearningRatesStartAtOnce() {
		assertThat(new Schedules(Schedule.CONSTANT, Schedule.CONSTANT, 0.1, 0, 0.1).learningRate(0)).isOne();
	}

	@Test
	void penaltiesGoTheirOwnWay() {
		Schedules schedules = new Schedules(Schedule.CONSTANT, Schedule.COSINE, 0.5, 0, 0.1);
		assertThat(schedules.penalty(0)).isOne();
		assertThat(schedules.penalty(1)).isEqualTo(0.5);
		assertThat(schedules.learningRate(1)).isOne();
	}

	@Test
	void penaltiesMayEndElsewhere() {
		Schedules schedules = new Schedules(Schedule.COSINE, Schedule.COSINE, 0.25, 0, 0.1, 0.1, 0);
		assertThat(schedules.learningRate(1)).isCloseTo(0.25, within(1e-12));
		assertThat(schedules.penalty(1)).isCloseTo(0.1, within(1e-12));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0.9", "0.25, 0.9131802", "0.5, 0.945", "1, 0.99" })
	void beta2GoesFromItsStartToItsSetting(double progress, double expected) {
		Schedules schedules = new Schedules(Schedule.CONSTANT, Schedule.CONSTANT, 0.1, 0, 0.1, 0.1, 0.9);
		assertThat(schedules.beta2(0.99, progress)).isCloseTo(expected, within(1e-7));
		assertThat(new Schedules(Schedule.COSINE, Schedule.COSINE, 0.1, 0, 0.1).beta2(0.99, progress)).isEqualTo(0.99);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "10, 0.5", "90, 0.9", "9989, 0.9989999", "9990, 0.999", "1000000, 0.999" })
	void theAverageLooksBackOverATenthOfTheStepsUntilItsDecayIsReached(long step, double expected) {
		Schedules schedules = new Schedules(Schedule.CONSTANT, Schedule.CONSTANT, 0.1, 0, 0.1);
		assertThat(schedules.emaDecay(0.999, step)).isCloseTo(expected, within(1e-7));
	}

}
