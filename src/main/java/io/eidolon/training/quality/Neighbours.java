package io.eidolon.training.quality;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The points of one set that are nearest to each point of another, by Euclidean distance,
 * the nearest first.
 *
 * @param k how many for each point
 * @param indexes (points, k)
 * @param distances (points, k)
 */
public record Neighbours(int k, int[] indexes, float[] distances) {

	private static final int ROWS = 1024;

	// Differences, not |x|^2 + |y|^2 - 2 x.y: a point is then at 0 from itself.
	private static final long EXACT = 2;

	/**
	 * Finds neighbours.
	 * @throws IllegalArgumentException when there are fewer references than k, or when
	 * the sets lie in different spaces
	 */
	public static Neighbours of(Features points, Features references, int k) {
		Features.requireComparable(points, references, 1);
		if (references.count() < k) {
			throw new IllegalArgumentException(
					"references (%d) must be at least k (%d)".formatted(references.count(), k));
		}
		int[] indexes = new int[points.count() * k];
		float[] distances = new float[points.count() * k];
		try (PointerScope _ = new PointerScope()) {
			Tensor x = points.tensor();
			Tensor y = references.tensor();
			for (int start = 0; start < points.count(); start += ROWS) {
				int rows = Math.min(ROWS, points.count() - start);
				try (PointerScope _ = new PointerScope()) {
					T_TensorTensor_T nearest = torch.topk(distances(x.narrow(0, start, rows), y), k, 1, false, true);
					nearest.get0()
						.to(ScalarType.Float)
						.contiguous()
						.<FloatBuffer>createBuffer()
						.get(distances, start * k, rows * k);
					LongBuffer found = nearest.get1().contiguous().createBuffer();
					for (int i = 0; i < rows * k; i++) {
						indexes[start * k + i] = (int) found.get(i);
					}
				}
			}
		}
		return new Neighbours(k, indexes, distances);
	}

	/** (rows of x, rows of y). */
	static Tensor distances(Tensor x, Tensor y) {
		return torch.cdist(x, y, 2, new LongOptional(EXACT));
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

}
