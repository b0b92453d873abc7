package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * {@code Y} is spread from {@code X} by way of windows W, so each input pixel collects
 * from its own window: {@code dX = dY * W}, the convolution with the same W.
 */
final class ConvTransposeGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("ConvTranspose");
	}

	@Override
	public Value gradient(Step step, int input) {
		Window window = Window.of(step, step.y(), step.x(0), step.x(1));
		return switch (input) {
			case 0 -> window.collected(step, step.dy(), step.x(1));
			case 1 -> window.weights(step, step.dy(), step.x(0));
			default -> Window.bias(step, window.axes());
		};
	}

}
