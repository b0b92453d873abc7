package io.eidolon.training;

import io.eidolon.training.loop.Schedule;
import io.eidolon.training.loop.Schedules;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How settings go along a run.
 *
 * @param learningRate how both learning rates go: constant, or cosine, which falls along
 * half a wave
 * @param penalty how the weights of the gradient penalties go: constant or cosine
 * @param end the share of its start that a falling setting ends at
 * @param warmup the share of the run over which the learning rates rise from 0
 * @param emaWarmup the share of the steps taken so far that the average looks back over
 * at most, until ema is reached
 * @param penaltyEnd the share of its start that the weights of the gradient penalties end
 * at; by default that of end
 * @param beta2Start Adam's beta2 at the start, from which it goes to beta2 along half a
 * wave; by default it stays at beta2
 */
record ScheduleSettings(@DefaultValue("constant") Schedule learningRate, @DefaultValue("constant") Schedule penalty,
		@DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1") double end,
		@DefaultValue("0") @DecimalMin("0") @DecimalMax("0.5") double warmup,
		@DefaultValue("0.1") @DecimalMin("0.001") @DecimalMax("1") double emaWarmup,
		@Nullable @DecimalMin("0") @DecimalMax("1") Double penaltyEnd,
		@Nullable @DecimalMin("0.5") @DecimalMax("0.9999") Double beta2Start) {

	Schedules schedules() {
		return new Schedules(this.learningRate, this.penalty, this.end, this.warmup, this.emaWarmup,
				(this.penaltyEnd != null) ? this.penaltyEnd : this.end,
				(this.beta2Start != null) ? this.beta2Start : 0);
	}

}
