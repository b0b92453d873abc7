package io.eidolon.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The real pictures of one step.
 *
 * @param images (batch, channels, height, width) in [-1, 1]
 * @param labels (batch)
 * @param sentences (batch, 384) the embedding of a caption of each picture, of length 1,
 * or zeros for one that has no caption; null for a set without captions
 * @param wrongSentences (batch, 384) for each picture the embedding of a caption of
 * another one, which does not describe it, or zeros where there is none; null for a set
 * without captions
 * @param attributes (batch, attributes) the numbers of the values of each picture's
 * attributes, below 0 where they are not known; null for a set without captions
 */
public record Batch(float[] images, long[] labels, float @Nullable [] sentences, float @Nullable [] wrongSentences,
		long @Nullable [] attributes) {

	/** As many equal parts, one after the other. */
	public List<Batch> parts(int count) {
		return (count == 1) ? List.of(this) : IntStream.range(0, count).mapToObj((i) -> part(i, count)).toList();
	}

	private Batch part(int i, int count) {
		return new Batch(part(this.images, i, count), part(this.labels, i, count),
				(this.sentences != null) ? part(this.sentences, i, count) : null,
				(this.wrongSentences != null) ? part(this.wrongSentences, i, count) : null,
				(this.attributes != null) ? part(this.attributes, i, count) : null);
	}

	private static long[] part(long[] rows, int i, int count) {
		return Arrays.copyOfRange(rows, i * rows.length / count, (i + 1) * rows.length / count);
	}

	private static float[] part(float[] rows, int i, int count) {
		int length = rows.length / count;
		return Arrays.copyOfRange(rows, i * length, (i + 1) * length);
	}

	/** Pictures without captions. */
	public Batch(float[] images, long[] labels) {
		this(images, labels, null, null);
	}

	/** Pictures of which no attributes are known. */
	public Batch(float[] images, long[] labels, float @Nullable [] sentences, float @Nullable [] wrongSentences) {
		this(images, labels, sentences, wrongSentences, null);
	}

}
