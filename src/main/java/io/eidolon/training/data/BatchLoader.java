package io.eidolon.training.data;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

import io.eidolon.text.SentenceEncoder;
import io.eidolon.training.data.files.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the batches of the coming steps in the background, so that the step does not wait
 * for pictures. For one thread at a time.
 */
public final class BatchLoader implements AutoCloseable {

	private static final int AHEAD = 4;

	private final PictureSet pictures;

	private final @Nullable CaptionSet captions;

	private final int batch;

	private final BatchShare part;

	private final boolean flip;

	private final Order order;

	private final ExecutorService decoders;

	private final Queue<Future<Batch>> coming = new ArrayDeque<>();

	private long next;

	/** Starts loading whole batches. */
	public BatchLoader(PictureSet pictures, int batch, boolean flip, long seed, long firstStep) {
		this(pictures, null, batch, BatchShare.WHOLE, flip, false, seed, firstStep);
	}

	/**
	 * Starts loading.
	 * @param pictures the set, which stays open until this loader is closed
	 * @param captions the captions of its pictures, or null
	 * @param batch the number of pictures in a batch
	 * @param part the part of each batch that is loaded
	 * @param flip whether every other picture is mirrored
	 * @param balanced whether each class comes as often as any other
	 * @param seed the seed of the run
	 * @param firstStep the step whose batch comes first
	 */
	public BatchLoader(PictureSet pictures, @Nullable CaptionSet captions, int batch, BatchShare part, boolean flip,
			boolean balanced, long seed, long firstStep) {
		this.pictures = pictures;
		this.captions = captions;
		this.batch = batch;
		this.part = part;
		this.flip = flip;
		this.order = balanced ? new BalancedOrder(pictures.labels(), batch, seed)
				: new BatchOrder(pictures.positions(), batch, seed);
		this.next = firstStep;
		this.decoders = Executors.newFixedThreadPool(Math.min(AHEAD, Runtime.getRuntime().availableProcessors()),
				Thread.ofPlatform().name("decoder-", 0).daemon().factory());
		for (int i = 0; i < AHEAD; i++) {
			prepareNext();
		}
	}

	/**
	 * Returns the batch of the next step.
	 * @throws DataException when no picture can be read any more
	 */
	public Batch next() {
		prepareNext();
		try {
			return this.coming.remove().get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof DataException failure) ? failure
					: new DataException("A batch could not be made: " + ex.getCause(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DataException("Interrupted while waiting for a batch", ex);
		}
	}

	private void prepareNext() {
		int[] positions = this.order.positions(this.next);
		RandomGenerator random = this.order.random(this.next);
		this.coming.add(this.decoders.submit(() -> load(positions, random)));
		this.next++;
	}

	private Batch load(int[] positions, RandomGenerator random) {
		int length = this.pictures.samplesPerPicture();
		int first = this.part.first(this.batch);
		int size = this.part.size(this.batch);
		float[] images = new float[size * length];
		long[] labels = new long[size];
		float @Nullable [] sentences = sentences(size);
		float @Nullable [] wrongSentences = sentences(size);
		int count = (this.captions != null) ? this.captions.attributes().length : 0;
		long[] attributes = new long[size * count];
		for (int i = 0; i < this.batch; i++) {
			// Sampled for all, so that a picture is treated alike whoever loads it
			boolean mirrored = this.flip && random.nextBoolean();
			long captionSeed = (this.captions != null) ? random.nextLong() : 0;
			if (first <= i && i < first + size) {
				int row = i - first;
				PictureSet.Example example = this.pictures.example(positions[i]);
				Planes.write(example.picture(), mirrored, images, row * length);
				labels[row] = example.label();
				if (this.captions != null && sentences != null && wrongSentences != null) {
					RandomGenerator own = new SplittableRandom(captionSeed);
					this.captions.sample(example.index(),
							() -> this.pictures.index(own.nextInt(this.pictures.positions())), own, sentences,
							wrongSentences, row);
					int[] values = this.captions.attributesOf(example.index());
					for (int j = 0; j < count; j++) {
						attributes[row * count + j] = values[j];
					}
				}
			}
		}
		return new Batch(images, labels, sentences, wrongSentences, (this.captions != null) ? attributes : null);
	}

	private float @Nullable [] sentences(int size) {
		return (this.captions != null) ? new float[size * SentenceEncoder.DIMENSION] : null;
	}

	@Override
	public void close() {
		this.decoders.shutdownNow();
		this.decoders.close();
	}

}
