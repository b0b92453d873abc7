package io.eidolon.training.quality;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.global.torch;

/**
 * The points of one set that are nearest to each point of another, by Euclidean distance,
 * the nearest first.
 *
 * @param k how many for each point
 * @param indexes (points, k)
 * @param distances (points, k)
 */
public record Neighbours(int k, int[] indexes, double[] distances) {

	private static final int ROWS = 256;

	/** The candidates beyond k that are compared in double precision. */
	private static final int SPARE = 16;

	/**
	 * Finds neighbours.
	 * @throws IllegalArgumentException when there are fewer references than k, or when
	 * the sets lie in different spaces
	 */
	public static Neighbours of(Features points, Features references, int k) {
		Features.requireComparable(points, references, 1);
		if (references.count() < k) {
			throw new IllegalArgumentException(
					"references (%s) must be at least k (%s)".formatted(references.count(), k));
		}
		Neighbours found = new Neighbours(k, new int[points.count() * k], new double[points.count() * k]);
		try (PointerScope _ = new PointerScope()) {
			SquaredDistances squared = new SquaredDistances(points, references);
			for (int start = 0; start < points.count(); start += ROWS) {
				found.fill(squared, start, Math.min(ROWS, points.count() - start), references.count());
			}
		}
		return found;
	}

	private void fill(SquaredDistances squared, int start, int rows, int references) {
		int wanted = Math.min(this.k + SPARE, references);
		float[] values = new float[rows * wanted];
		long[] candidates = new long[rows * wanted];
		float[] errors = new float[rows];
		try (PointerScope _ = new PointerScope()) {
			T_TensorTensor_T nearest = torch.topk(squared.of(start, rows), wanted, 1, false, true);
			nearest.get0().contiguous().<FloatBuffer>createBuffer().get(values);
			nearest.get1().contiguous().<LongBuffer>createBuffer().get(candidates);
			squared.errors(start, rows).contiguous().<FloatBuffer>createBuffer().get(errors);
		}
		for (int row = 0; row < rows; row++) {
			int first = row * wanted;
			int point = start + row;
			choose(squared, point, IntStream.range(first, first + wanted).map((i) -> (int) candidates[i]));
			// What is no candidate is at least this far away.
			double beyond = values[first + wanted - 1] - errors[row];
			double last = this.distances[(point + 1) * this.k - 1];
			if (wanted < references && beyond < last * last) {
				choose(squared, point, IntStream.range(0, references));
			}
		}
	}

	/** Sorts candidates by their exact distances. */
	private void choose(SquaredDistances squared, int point, IntStream candidates) {
		Candidate[] sorted = candidates.mapToObj((index) -> new Candidate(index, squared.exact(point, index)))
			.sorted(Comparator.comparingDouble(Candidate::squared).thenComparingInt(Candidate::index))
			.limit(this.k)
			.toArray(Candidate[]::new);
		for (int i = 0; i < this.k; i++) {
			this.indexes[point * this.k + i] = sorted[i].index();
			this.distances[point * this.k + i] = Math.sqrt(sorted[i].squared());
		}
	}

	/**
	 * The neighbours of a point.
	 * @return their indexes, (k)
	 */
	public int[] of(int point) {
		return IntStream.range(point * this.k, (point + 1) * this.k).map((i) -> this.indexes[i]).toArray();
	}

	/** The distance of a point to its nearest neighbour. */
	double distance(int point) {
		return this.distances[point * this.k];
	}

	/** The distances to the last neighbour of each point, (points). */
	double[] farthest() {
		return IntStream.range(0, this.distances.length / this.k)
			.mapToDouble((point) -> this.distances[(point + 1) * this.k - 1])
			.toArray();
	}

	/** The median of the distances to the nearest neighbour. */
	public double medianDistance() {
		double[] sorted = IntStream.range(0, this.distances.length / this.k)
			.mapToDouble(this::distance)
			.sorted()
			.toArray();
		return DoubleStream.of(sorted[(sorted.length - 1) / 2], sorted[sorted.length / 2]).average().orElseThrow();
	}

	private record Candidate(int index, double squared) {

	}

}
