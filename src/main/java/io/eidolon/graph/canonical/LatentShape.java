package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

import io.eidolon.graph.InvalidGraphException;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of a latent lie in the axes of an input: along one of them. The others
 * are of size 1, but for that of the batch.
 *
 * @param row the shape of one latent, with a batch of 1 where there is one; its length is
 * {@link Port#OPEN} where the input does not declare it
 * @param axis along which the numbers lie
 * @param batched whether the first axis is that of the batch
 */
record LatentShape(List<Long> row, int axis, boolean batched) {

	private static final int PICTURE_AXES = 4;

	private static final int MAX_CHANNELS = 4;

	/**
	 * The shape of a latent.
	 * @throws InvalidGraphException when the input has several long axes, or none
	 */
	static LatentShape of(Port port) {
		String misfit = misfit(port);
		if (misfit != null) {
			throw PortErrors.of(port, misfit);
		}
		List<Long> axes = port.axesOr(Port.OPEN, Port.OPEN);
		List<Integer> extended = inner(axes, (size) -> size > 1);
		List<Integer> open = inner(axes, (size) -> size == Port.OPEN);
		// (D) and (D, 1, 1) have no batch.
		boolean batched = axes.size() > 1 && !(extended.isEmpty() && open.isEmpty() && axes.getFirst() > 1);
		int axis = extended.isEmpty() ? (open.isEmpty() ? (batched ? 1 : 0) : open.getFirst()) : extended.getFirst();
		List<Long> row = new ArrayList<>(axes);
		row.replaceAll((size) -> 1L);
		row.set(axis, axes.get(axis));
		return new LatentShape(List.copyOf(row), axis, batched);
	}

	/** What an input is that is no latent, null for one that could be. */
	static @Nullable String misfit(Port port) {
		List<Long> axes = port.axesOr(Port.OPEN, Port.OPEN);
		if (axes.isEmpty()) {
			return "a single number";
		}
		List<Integer> extended = inner(axes, (size) -> size > 1);
		if (extended.size() > 1 || isPicture(axes, extended, inner(axes, (size) -> size == Port.OPEN))) {
			return (axes.size() >= PICTURE_AXES) ? "a picture" : "numbers along several axes";
		}
		return null;
	}

	private static List<Integer> inner(List<Long> axes, LongPredicate size) {
		return IntStream.range(1, axes.size()).filter((axis) -> size.test(axes.get(axis))).boxed().toList();
	}

	/** The same with numbers of a known count. */
	LatentShape withLength(long length) {
		List<Long> known = new ArrayList<>(this.row);
		known.set(this.axis, length);
		return new LatentShape(List.copyOf(known), this.axis, this.batched);
	}

	/** How many numbers it has. */
	long length() {
		return this.row.get(this.axis);
	}

	// Some channels, and sides that are left open.
	private static boolean isPicture(List<Long> axes, List<Integer> extended, List<Integer> open) {
		boolean channels = axes.size() >= PICTURE_AXES
				&& axes.stream().skip(1).anyMatch((size) -> size >= 1 && size <= MAX_CHANNELS);
		return channels && open.size() > 1 && extended.stream().allMatch((axis) -> axes.get(axis) <= MAX_CHANNELS);
	}

}
