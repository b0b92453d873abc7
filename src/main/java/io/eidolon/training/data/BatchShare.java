package io.eidolon.training.data;

/**
 * The part of each batch that one of several processes takes.
 *
 * @param number the number of the process, from 0
 * @param of how many processes there are, of which each takes as much
 */
public record BatchShare(int number, int of) {

	/** All of it. */
	public static final BatchShare WHOLE = new BatchShare(0, 1);

	/** How many pictures of a batch it has. */
	public int size(int batch) {
		return batch / this.of;
	}

	/** The place in the batch of its first picture. */
	public int first(int batch) {
		return this.number * size(batch);
	}

}
