package io.eidolon.training.loop;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CollapseRuleTests {

	private final CollapseRule rule = new CollapseRule();

	@Test
	void aDistanceThatGrowsWithoutRecallIsACollapse() {
		assertThat(this.rule.onMeasured(new Measured(1, 0))).isEmpty();
		assertThat(this.rule.onMeasured(new Measured(2, 0))).isEmpty();
		assertThat(this.rule.onMeasured(new Measured(3, 0))).isEmpty();
		assertThat(this.rule.onMeasured(new Measured(4, 0)))
			.hasValueSatisfying((reason) -> assertThat(reason).contains("recall is 0"));
	}

	@Test
	void aBetterMeasurementOrAnyRecallStartsTheCountAnew() {
		this.rule.onMeasured(new Measured(1, 0));
		this.rule.onMeasured(new Measured(2, 0));
		this.rule.onMeasured(new Measured(3, 0));
		assertThat(this.rule.onMeasured(new Measured(4, 0.01))).isEmpty();
		assertThat(this.rule.onMeasured(new Measured(5, 0))).isEmpty();
		assertThat(this.rule.onMeasured(new Measured(4.5, 0))).isEmpty();
		assertThat(this.rule.onMeasured(new Measured(6, 0))).isEmpty();
	}

	@Test
	void aGeneratorThatHasLostForLongIsACollapse() {
		assertThat(this.rule.onReport(progress(100, 1e-5))).isEmpty();
		assertThat(this.rule.onReport(progress(4000, 1e-5))).isEmpty();
		assertThat(this.rule.onReport(progress(100 + CollapseRule.STEPS, 1e-5))).isPresent();
	}

	@Test
	void aGeneratorThatComesBackIsNot() {
		this.rule.onReport(progress(100, 1e-5));
		this.rule.onReport(progress(4000, 0.01));
		assertThat(this.rule.onReport(progress(100 + CollapseRule.STEPS, 1e-5))).isEmpty();
	}

	private static Progress progress(long step, double fake) {
		return new Progress(step, Duration.ofSeconds(step), new StepMeans(1, 1, 0.9, fake));
	}

}
