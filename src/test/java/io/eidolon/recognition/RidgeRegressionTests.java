package io.eidolon.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.eidolon.recognition.RidgeRegression.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RidgeRegressionTests {

	private static final int PICTURES = 18;

	private static final int CLASSES = 3;

	// Fewer features than pictures, and more: two ways to the same.
	@ParameterizedTest
	@ValueSource(ints = { 5, 40 })
	void theAccuracyIsThatOfFitsToAllPicturesButOne(int length) {
		List<float[]> vectors = new ArrayList<>();
		int[] labels = new int[PICTURES];
		Random random = new Random(length);
		for (int i = 0; i < PICTURES; i++) {
			labels[i] = i % CLASSES;
			float[] vector = new float[length];
			for (int j = 0; j < length; j++) {
				vector[j] = (float) (random.nextGaussian() + ((j == labels[i]) ? 0.4 * Math.sqrt(10 + length) : 0));
			}
			vectors.add(vector);
		}
		Fit fit = RidgeRegression.fit(vectors, labels, CLASSES);
		int right = 0;
		for (int i = 0; i < PICTURES; i++) {
			right += (leftOut(vectors, labels, i, fit) == labels[i]) ? 1 : 0;
		}
		assertThat(fit.accuracy()).isEqualTo((double) right / PICTURES).isBetween(0.34, 0.99);
	}

	@Test
	void probabilitiesAddUpToOneAndTheGreatestIsOfTheClass() {
		List<float[]> vectors = IntStream.range(0, 20)
			.mapToObj((i) -> new float[] { i % 2 + 0.01f * i, 5, -(i % 2) })
			.toList();
		Fit fit = RidgeRegression.fit(vectors, IntStream.range(0, 20).map((i) -> i % 2).toArray(), 2);
		assertThat(fit.accuracy()).isEqualTo(1);
		double[] probabilities = fit.classifier().probabilities(new float[] { 1, 5, -1 });
		assertThat(probabilities[0] + probabilities[1]).isCloseTo(1, within(1e-9));
		assertThat(probabilities[1]).isGreaterThan(0.9);
	}

	@Test
	void aFeatureThatIsAlwaysTheSameSaysNothing() {
		List<float[]> vectors = IntStream.range(0, 6).mapToObj((i) -> new float[] { i % 2, 7 }).toList();
		Fit fit = RidgeRegression.fit(vectors, new int[] { 0, 1, 0, 1, 0, 1 }, 2);
		assertThat(fit.classifier().probabilities(new float[] { 1, 1000 }))
			.isEqualTo(fit.classifier().probabilities(new float[] { 1, 7 }));
	}

	/**
	 * What a fit to the others says of a picture, by gradient descent on the squared
	 * error with the penalty, on features of the same scale.
	 */
	private static int leftOut(List<float[]> vectors, int[] labels, int out, Fit fit) {
		LinearClassifier all = fit.classifier();
		int length = all.features();
		double[][] weights = new double[CLASSES][length + 1];
		for (int step = 0; step < 800; step++) {
			double[][] gradient = new double[CLASSES][length + 1];
			for (int i = 0; i < PICTURES; i++) {
				if (i == out) {
					continue;
				}
				for (int c = 0; c < CLASSES; c++) {
					double error = score(weights[c], vectors.get(i), all) - ((labels[i] == c) ? 1 : 0);
					for (int j = 0; j < length; j++) {
						gradient[c][j] += error * (vectors.get(i)[j] - all.mean()[j]) * all.scale()[j];
					}
					gradient[c][length] += error;
				}
			}
			for (int c = 0; c < CLASSES; c++) {
				for (int j = 0; j < length; j++) {
					weights[c][j] -= 0.06 * (gradient[c][j] + fit.penalty() * weights[c][j]);
				}
				weights[c][length] -= 0.06 * gradient[c][length];
			}
		}
		return IntStream.range(0, CLASSES)
			.boxed()
			.max(Comparator.comparingDouble((c) -> score(weights[c], vectors.get(out), all)))
			.orElseThrow();
	}

	private static double score(double[] weights, float[] vector, LinearClassifier all) {
		double score = weights[vector.length];
		for (int j = 0; j < vector.length; j++) {
			score += weights[j] * (vector[j] - all.mean()[j]) * all.scale()[j];
		}
		return score;
	}

}
