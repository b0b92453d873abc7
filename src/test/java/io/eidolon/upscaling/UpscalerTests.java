package io.eidolon.upscaling;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.eidolon.batching.BatchListener;
import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Batcher;
import io.eidolon.batching.BatcherClosedException;
import io.eidolon.batching.Priority;
import io.eidolon.batching.Workers;
import io.eidolon.image.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UpscalerTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private final Workers workers = new Workers("upscaler", 1);

	/** How many tiles each run had. */
	private final List<Integer> runs = new CopyOnWriteArrayList<>();

	private final Upscaler upscaler = new Upscaler(this.workers, (size, _, _) -> this.runs.add(size));

	@AfterEach
	void close() {
		this.upscaler.close();
		this.workers.close();
	}

	// What NumPy makes of it, with code of its own for each layer: upscaled.py.
	@ParameterizedTest
	@ValueSource(ints = { 2, 4 })
	void enlargesAsTheNetworksLayersDo(int factor) throws IOException, URISyntaxException {
		byte[] samples = new byte[7 * 9 * 3];
		for (int i = 0; i < samples.length; i++) {
			int x = i / 3 % 9;
			int y = i / 3 / 9;
			samples[i] = (byte) (37 * x + 59 * y + 83 * (i % 3) + x * y);
		}
		Picture enlarged = upscale(new Picture(9, 7, 3, samples), factor);
		assertThat(enlarged.width()).isEqualTo(9 * factor);
		assertThat(enlarged.height()).isEqualTo(7 * factor);
		assertThat(largestDifference(enlarged.samples(), golden((factor == 4) ? 0 : 1))).isLessThanOrEqualTo(1);
	}

	@Test
	void greyIsWhatTheSameColoursBecomeOnAverage() {
		byte[] grey = noise(20 * 12);
		byte[] colours = new byte[3 * grey.length];
		for (int i = 0; i < colours.length; i++) {
			colours[i] = grey[i / 3];
		}
		byte[] enlarged = upscale(new Picture(20, 12, 1, grey), 4).samples();
		byte[] coloured = upscale(new Picture(20, 12, 3, colours), 4).samples();
		byte[] means = new byte[enlarged.length];
		for (int i = 0; i < means.length; i++) {
			means[i] = (byte) Math
				.round(((coloured[3 * i] & 0xff) + (coloured[3 * i + 1] & 0xff) + (coloured[3 * i + 2] & 0xff)) / 3f);
		}
		assertThat(largestDifference(enlarged, means)).isLessThanOrEqualTo(1);
	}

	@Test
	void tilesOfALargePictureHaveNoSeams() {
		int width = 2 * Upscaler.TILE_SIDE + 5;
		int height = Upscaler.TILE_SIDE + 3;
		Picture picture = new Picture(width, height, 3, noise(3 * width * height));
		TileTask whole = new TileTask(picture, Tile.of(width, height, width).getFirst(), 4,
				new byte[16 * picture.samples().length]);
		try (SuperResolution network = SuperResolution.open()) {
			network.enlarge(List.of(whole));
		}
		byte[] tiles = upscale(picture, 4).samples();
		assertThat(this.runs.stream().mapToInt(Integer::intValue).sum()).isEqualTo(6);
		assertThat(largestDifference(tiles, whole.enlarged())).isLessThanOrEqualTo(1);
		// Two ways to the same sum may round differently, but seldom.
		assertThat(differences(tiles, whole.enlarged())).isLessThan(tiles.length / 100_000);
	}

	@Test
	void picturesOfOneSizeShareARunAndOthersHaveTheirOwn() {
		List<Picture> pictures = Stream.of(8, 8, 8, 12).map((side) -> picture(side)).toList();
		List<Picture> together = this.upscaler.upscale(pictures, 2, "client", Priority.REQUEST, LONG)
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(this.runs).containsExactly(4);
		assertThat(together).extracting(Picture::width).containsExactly(16, 16, 16, 24);
		for (int i = 0; i < pictures.size(); i++) {
			assertThat(largestDifference(together.get(i).samples(), upscale(pictures.get(i), 2).samples()))
				.isLessThanOrEqualTo(1);
		}
	}

	@Test
	void aPictureThatIsCancelledTakesItsTilesOut() {
		try (Busy _ = new Busy(this.workers)) {
			CompletableFuture<Picture> large = this.upscaler
				.upscale(List.of(picture(300)), 2, "client", Priority.REQUEST, LONG)
				.getFirst();
			assertThat(large.cancel(false)).isTrue();
		}
		upscale(picture(8), 2);
		assertThat(this.runs).containsExactly(1);
	}

	@Test
	void whatHasNotBegunByItsDeadlineFails() throws InterruptedException {
		CompletableFuture<Picture> late;
		try (Busy _ = new Busy(this.workers)) {
			late = this.upscaler.upscale(List.of(picture(8)), 2, "client", Priority.REQUEST, Duration.ofNanos(1))
				.getFirst();
			Thread.sleep(1);
		}
		assertThatExceptionOfType(CompletionException.class).isThrownBy(late::join)
			.withCauseInstanceOf(TimeoutException.class);
		assertThat(this.runs).isEmpty();
	}

	@Test
	void refusesPicturesOnceItIsClosed() {
		this.upscaler.close();
		CompletableFuture<Picture> refused = this.upscaler
			.upscale(List.of(picture(8)), 2, "client", Priority.REQUEST, LONG)
			.getFirst();
		assertThatExceptionOfType(CompletionException.class).isThrownBy(refused::join)
			.withCauseInstanceOf(BatcherClosedException.class);
	}

	private Picture upscale(Picture picture, int factor) {
		return this.upscaler.upscale(List.of(picture), factor, "client", Priority.REQUEST, LONG).getFirst().join();
	}

	private static Picture picture(int side) {
		return new Picture(side, side, 3, noise(3 * side * side));
	}

	private static byte[] noise(int length) {
		byte[] samples = new byte[length];
		new Random(length).nextBytes(samples);
		return samples;
	}

	private static byte[] golden(int line) throws IOException, URISyntaxException {
		Path file = Path.of(Objects.requireNonNull(UpscalerTests.class.getResource("/golden/upscaled.csv")).toURI());
		String[] values = Files.readAllLines(file).get(line).split(",");
		byte[] samples = new byte[values.length];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (byte) Integer.parseInt(values[i]);
		}
		return samples;
	}

	private static int largestDifference(byte[] one, byte[] other) {
		assertThat(one).hasSameSizeAs(other);
		int largest = 0;
		for (int i = 0; i < one.length; i++) {
			largest = Math.max(largest, Math.abs((one[i] & 0xff) - (other[i] & 0xff)));
		}
		return largest;
	}

	private static int differences(byte[] one, byte[] other) {
		int different = 0;
		for (int i = 0; i < one.length; i++) {
			different += (one[i] != other[i]) ? 1 : 0;
		}
		return different;
	}

	/** Keeps the only worker busy until it is closed. */
	private static final class Busy implements AutoCloseable {

		private final CountDownLatch released = new CountDownLatch(1);

		private final Batcher<Integer, Integer> batcher;

		Busy(Workers workers) {
			CountDownLatch begun = new CountDownLatch(1);
			this.batcher = new Batcher<>("busy", workers, new BatchSettings(2, 2, false), (items) -> {
				begun.countDown();
				this.released.await();
				return items;
			}, BatchListener.NONE);
			this.batcher.submit(1);
			try {
				begun.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void close() {
			this.released.countDown();
			this.batcher.close();
		}

	}

}
