package io.eidolon.upscaling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.eidolon.batching.BatchListener;
import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Batcher;
import io.eidolon.batching.Deadline;
import io.eidolon.batching.Priority;
import io.eidolon.batching.Workers;
import io.eidolon.image.Picture;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Enlarges the pictures of requests, in batches that take turns with those of generators.
 * Large pictures go through the network in tiles, which gives the same as the whole
 * would, bounds the memory that a run takes, and lets a request end between two of them.
 * The network is opened by the first picture: who upscales nothing does without its
 * memory.
 */
@Component
public class Upscaler implements AutoCloseable {

	/** The factors that pictures can be enlarged by. */
	public static final List<Integer> FACTORS = List.of(2, SuperResolution.FACTOR);

	/** The sides of a tile without its margin, in pixels. */
	static final int TILE_SIDE = 128;

	/** A run on more would take memory that nobody has counted: this many take 70 MB. */
	private static final int PIXELS_PER_RUN = (TILE_SIDE + 2 * Tile.MARGIN) * (TILE_SIDE + 2 * Tile.MARGIN);

	private static final BatchSettings SETTINGS = new BatchSettings(4096, 4);

	private final Batcher<TileTask, TileTask> batcher;

	private @Nullable SuperResolution network;

	private boolean closed;

	@Autowired
	Upscaler(Workers workers) {
		this(workers, BatchListener.NONE);
	}

	Upscaler(Workers workers, BatchListener listener) {
		this.batcher = new Batcher<>("upscaling", workers, SETTINGS, this::run, listener);
	}

	/**
	 * Enlarges pictures that belong together.
	 * @param factor one of {@link #FACTORS}
	 * @param client who takes turns with others
	 * @param priority whether somebody waits for them
	 * @param timeout how long they may wait; what has not begun by then fails with a
	 * {@link java.util.concurrent.TimeoutException}
	 * @return for each the enlarged picture, or exceptionally what a {@link Batcher}
	 * gives; cancelling it takes out those of its tiles that wait
	 */
	public List<CompletableFuture<Picture>> upscale(List<Picture> pictures, int factor, String client,
			Priority priority, Duration timeout) {
		List<List<TileTask>> tasks = pictures.stream().map((picture) -> tasks(picture, factor)).toList();
		List<CompletableFuture<TileTask>> tiles = this.batcher.submitAll(tasks.stream().flatMap(List::stream).toList(),
				client, priority, Deadline.after(timeout));
		List<CompletableFuture<Picture>> enlarged = new ArrayList<>(pictures.size());
		int from = 0;
		for (List<TileTask> ofOne : tasks) {
			enlarged.add(joined(ofOne.getFirst(), tiles.subList(from, from + ofOne.size())));
			from += ofOne.size();
		}
		return enlarged;
	}

	private static List<TileTask> tasks(Picture picture, int factor) {
		byte[] enlarged = new byte[Math.multiplyExact(picture.samples().length, factor * factor)];
		return Tile.of(picture.width(), picture.height(), TILE_SIDE)
			.stream()
			.map((tile) -> new TileTask(picture, tile, factor, enlarged))
			.toList();
	}

	private static CompletableFuture<Picture> joined(TileTask any, List<CompletableFuture<TileTask>> tiles) {
		Picture picture = any.picture();
		CompletableFuture<Picture> enlarged = CompletableFuture.allOf(tiles.toArray(CompletableFuture[]::new))
			.thenApply((_) -> new Picture(picture.width() * any.factor(), picture.height() * any.factor(),
					picture.channels(), any.enlarged()));
		enlarged.whenComplete((_, failure) -> {
			if (failure != null) {
				tiles.forEach((tile) -> tile.cancel(false));
			}
		});
		return enlarged;
	}

	private List<TileTask> run(List<TileTask> tasks) {
		SuperResolution opened = network();
		int from = 0;
		while (from < tasks.size()) {
			Tile first = tasks.get(from).tile();
			int most = Math.min(tasks.size(), from + PIXELS_PER_RUN / first.pixels());
			int to = from + 1;
			while (to < most && tasks.get(to).tile().isAsLargeAs(first)) {
				to++;
			}
			opened.enlarge(tasks.subList(from, to));
			from = to;
		}
		return tasks;
	}

	private synchronized SuperResolution network() {
		if (this.closed) {
			throw new IllegalStateException("The upscaler is closed");
		}
		if (this.network == null) {
			this.network = SuperResolution.open();
		}
		return this.network;
	}

	/** Finishes what was taken, refuses the rest and frees the network. */
	@Override
	public void close() {
		this.batcher.close();
		synchronized (this) {
			this.closed = true;
			if (this.network != null) {
				this.network.close();
			}
		}
	}

}
