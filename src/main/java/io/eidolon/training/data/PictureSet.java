package io.eidolon.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.unit.DataSize;

/**
 * The training pictures, each a square of the same size. A set that fits in memory is
 * decoded once, a larger one again and again; either way a broken picture is named,
 * counted and left out. Safe from several threads.
 */
public final class PictureSet implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(PictureSet.class);

	private final PictureSource source;

	private final PictureDecoder decoder;

	private final Path path;

	private final List<String> classes;

	// The source's index of each position.
	private final int[] indexes;

	// The pictures that are known to be broken, as indexes into the source.
	private final Set<Integer> broken;

	// Decoded pictures by position, empty when the set is too large to hold.
	private final List<Picture> decoded;

	private PictureSet(Path path, PictureSource source, PictureDecoder decoder, List<String> classes, DataSize memory,
			@Nullable DecodedCache cache) {
		this.path = path;
		this.source = source;
		this.decoder = decoder;
		this.classes = classes;
		this.broken = ConcurrentHashMap.newKeySet();
		long bytes = (long) source.size() * samplesPerPicture();
		IntStream all = IntStream.range(0, source.size());
		if (bytes > memory.toBytes()) {
			this.indexes = all.toArray();
			this.decoded = List.of();
		}
		else {
			List<Optional<Picture>> pictures = decoded(all, cache);
			this.indexes = IntStream.range(0, pictures.size()).filter((i) -> pictures.get(i).isPresent()).toArray();
			this.decoded = pictures.stream().flatMap(Optional::stream).toList();
		}
		if (this.indexes.length == 0) {
			throw new DataException("%s holds no readable picture; understood are %s".formatted(path.toAbsolutePath(),
					PictureSources.UNDERSTOOD));
		}
	}

	/** A part of a set; the whole stays the owner of its source. */
	private PictureSet(PictureSet whole, int[] positions) {
		this.path = whole.path;
		this.source = whole.source;
		this.decoder = whole.decoder;
		this.classes = whole.classes;
		this.broken = whole.broken;
		this.indexes = IntStream.of(positions).map((position) -> whole.indexes[position]).toArray();
		this.decoded = whole.decoded.isEmpty() ? List.of()
				: IntStream.of(positions).mapToObj(whole.decoded::get).toList();
	}

	/**
	 * Opens pictures without keeping them decoded.
	 * @see #open(Path, int, Integer, String, List, DataSize, Path)
	 */
	public static PictureSet open(Path path, int size, @Nullable Integer channels, @Nullable String labelColumn,
			List<String> classNames, DataSize memory) {
		return open(path, size, channels, labelColumn, classNames, memory, null);
	}

	/**
	 * Opens pictures of any kind that is understood.
	 * @param size the side of a picture in pixels
	 * @param channels 1 or 3, or null for what the source holds
	 * @param labelColumn the CSV column or the CelebA attribute to take labels from, or
	 * null for subfolder names
	 * @param classNames names for the labels of an idx file, or empty
	 * @param memory up to how many bytes of decoded pictures are held
	 * @param cache the folder in which decoded pictures are kept for the next start, or
	 * null
	 * @throws DataException when there is nothing to train on
	 */
	public static PictureSet open(Path path, int size, @Nullable Integer channels, @Nullable String labelColumn,
			List<String> classNames, DataSize memory, @Nullable Path cache) {
		if (!Files.exists(path)) {
			throw new DataException("%s does not exist".formatted(path.toAbsolutePath()));
		}
		PictureSource source = null;
		try {
			source = PictureSources.open(path, labelColumn);
			PictureDecoder decoder = PictureDecoder.overWhite(size, size,
					(channels != null) ? channels : source.channels());
			return new PictureSet(path, source, decoder, source.classes(path, classNames), memory,
					(cache != null) ? new DecodedCache(cache, source, decoder) : null);
		}
		catch (IOException | RuntimeException ex) {
			if (source != null) {
				source.close();
			}
			throw (ex instanceof RuntimeException failure) ? failure
					: new DataException("%s cannot be read: %s".formatted(path.toAbsolutePath(), ex.getMessage()), ex);
		}
	}

	/** Decodes all pictures, or takes those that an earlier start has kept. */
	private List<Optional<Picture>> decoded(IntStream all, @Nullable DecodedCache cache) {
		Optional<List<Optional<Picture>>> kept = (cache != null) ? cache.read() : Optional.empty();
		if (kept.isPresent()) {
			all.filter((i) -> kept.get().get(i).isEmpty()).forEach(this.broken::add);
			return kept.get();
		}
		PreparationProgress progress = new PreparationProgress("Decoded", "pictures", this.source.size(),
				System::nanoTime, logger::info);
		List<Optional<Picture>> pictures = all.parallel().mapToObj((i) -> {
			Optional<Picture> picture = decode(i);
			progress.step();
			return picture;
		}).toList();
		if (cache != null) {
			cache.write(pictures);
		}
		return pictures;
	}

	private Optional<Picture> decode(int index) {
		if (this.broken.contains(index)) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.decoder.decode(this.source.read(index)));
		}
		catch (IOException ex) {
			if (this.broken.add(index)) {
				logger.warn("Skipped {} in {}: {}", this.source.describe(index), this.path, ex.getMessage());
			}
			return Optional.empty();
		}
	}

	/**
	 * Keeps some pictures from training. Which ones follows from their place in the
	 * source alone, so that a resumed run keeps the same ones, and pictures that are
	 * added at the end move none.
	 * @param heldOut the share that is kept, about
	 * @return both parts, which are open as long as this set is
	 * @throws DataException when a part would be empty
	 */
	public Split split(double heldOut) {
		IntPredicate isKept = (position) -> HeldOut.contains(this.indexes[position], heldOut);
		int[] kept = IntStream.range(0, positions()).filter(isKept).toArray();
		int[] training = IntStream.range(0, positions()).filter(isKept.negate()).toArray();
		if (kept.length == 0 || training.length == 0) {
			throw new DataException("held-out (%s) must leave pictures in both parts of %s, not %s and %s"
				.formatted(heldOut, this.path.toAbsolutePath(), training.length, kept.length));
		}
		return new Split(new PictureSet(this, training), new PictureSet(this, kept));
	}

	/** The number of positions that {@link #example} takes. */
	public int positions() {
		return this.indexes.length;
	}

	/** The number of pictures that can be trained on, as far as is known. */
	public int size() {
		return (int) IntStream.of(this.indexes).filter((index) -> !this.broken.contains(index)).count();
	}

	/** The number of pictures left out so far because they are broken. */
	public int broken() {
		return this.broken.size();
	}

	/** The names of the labels, empty when the set has none. */
	public List<String> classes() {
		return this.classes;
	}

	public int channels() {
		return this.decoder.channels();
	}

	PictureSource source() {
		return this.source;
	}

	/** The index in the source of a position. */
	public int index(int position) {
		return this.indexes[position];
	}

	int samplesPerPicture() {
		return this.decoder.width() * this.decoder.height() * this.decoder.channels();
	}

	/** Returns a picture with its label; for a broken one, the next that is not. */
	public Example example(int position) {
		for (int i = 0; i < positions(); i++) {
			int candidate = (position + i) % positions();
			Optional<Picture> picture = this.decoded.isEmpty() ? decode(this.indexes[candidate])
					: Optional.of(this.decoded.get(candidate));
			if (picture.isPresent()) {
				return new Example(picture.get(), this.source.label(this.indexes[candidate]), this.indexes[candidate]);
			}
		}
		throw new DataException("%s holds no readable picture".formatted(this.path.toAbsolutePath()));
	}

	@Override
	public void close() {
		this.source.close();
	}

	/**
	 * A picture with its label.
	 *
	 * @param picture the square
	 * @param label the index of its class, 0 when the set has no labels
	 * @param index its index in the source
	 */
	public record Example(Picture picture, int label, int index) {

	}

	/**
	 * A set in two parts, which share no picture.
	 *
	 * @param training the pictures to train on
	 * @param heldOut the pictures that are kept from it
	 */
	public record Split(PictureSet training, PictureSet heldOut) {

	}

}
