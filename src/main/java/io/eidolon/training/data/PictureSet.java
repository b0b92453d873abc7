package io.eidolon.training.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import io.eidolon.training.data.files.DataException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The training pictures, each a square of the same size. A set that fits in memory is
 * decoded once, a larger one again and again; either way a broken picture is named,
 * counted and left out. Safe from several threads.
 */
public final class PictureSet implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(PictureSet.class);

	private final Path path;

	private final PictureSource source;

	private final Decoding decoding;

	private final List<String> classes;

	// The source's index of each position.
	private final int[] indexes;

	// Decoded pictures by position, empty when the set is too large to hold.
	private final List<Picture> decoded;

	private PictureSet(PictureSettings settings, PictureSource source, Decoding decoding, Runnable check) {
		this.path = settings.path();
		this.source = source;
		this.decoding = decoding;
		this.classes = classes(source, settings);
		IntStream all = IntStream.range(0, source.size());
		if ((long) source.size() * samplesPerPicture() > settings.memory().toBytes()) {
			this.indexes = all.toArray();
			this.decoded = List.of();
		}
		else {
			Path folder = settings.cache();
			List<Optional<Picture>> pictures = decoding
				.all((folder != null) ? new DecodedCache(folder, source, decoding.decoder()) : null, check);
			this.indexes = all.filter((i) -> pictures.get(i).isPresent()).toArray();
			this.decoded = pictures.stream().flatMap(Optional::stream).toList();
		}
		if (this.indexes.length == 0) {
			throw new DataException("%s holds no readable picture; understood are %s"
				.formatted(this.path.toAbsolutePath(), PictureSources.UNDERSTOOD));
		}
	}

	/** A part of a set; the whole stays the owner of its source. */
	private PictureSet(PictureSet whole, int[] positions) {
		this.path = whole.path;
		this.source = whole.source;
		this.decoding = whole.decoding;
		this.classes = whole.classes;
		this.indexes = IntStream.of(positions).map((position) -> whole.indexes[position]).toArray();
		this.decoded = whole.decoded.isEmpty() ? List.of()
				: IntStream.of(positions).mapToObj(whole.decoded::get).toList();
	}

	/** Opens pictures. */
	public static PictureSet open(PictureSettings settings) {
		return open(settings, () -> {
		});
	}

	/**
	 * Opens pictures of any kind that is understood, and tells what is there.
	 * @param check asked before each picture is copied or decoded; it ends that by an
	 * exception
	 * @throws DataException when there is nothing to train on
	 */
	public static PictureSet open(PictureSettings settings, Runnable check) {
		PictureSource source = PictureSources.open(settings.path(), settings.labels(), check);
		try {
			requireLabels(source, settings);
			PictureReport report = PictureReport.of(source, settings, check);
			report.facts().forEach(logger::info);
			report.warnings().forEach(logger::warn);
			PictureDecoder decoder = PictureDecoder.overWhite(settings.width(), settings.height(),
					(settings.channels() != null) ? settings.channels() : source.channels());
			return new PictureSet(settings, source, new Decoding(source, decoder), check);
		}
		catch (RuntimeException ex) {
			source.close();
			throw ex;
		}
	}

	private static void requireLabels(PictureSource source, PictureSettings settings) {
		if (settings.labels().needed() && source.classes().isEmpty()) {
			throw new DataException("%s has no labels that differ, and they are needed: put the pictures into a folder "
				.formatted(settings.path())
					+ "for each class, or name the column of a table beside them (label-column), or what the names "
					+ "of files are made of (label-pattern), such as [age]_[gender]_...");
		}
	}

	private static List<String> classes(PictureSource source, PictureSettings settings) {
		List<String> names = settings.classNames();
		if (!names.isEmpty() && names.size() != source.classes().size()) {
			throw new DataException("%s has %s classes, but class-names has %s: %s".formatted(settings.path(),
					source.classes().size(), names.size(), names));
		}
		return names.isEmpty() ? source.classes() : names;
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
		return (int) IntStream.of(this.indexes).filter((index) -> !this.decoding.isBroken(index)).count();
	}

	/** The number of pictures left out so far because they are broken. */
	public int broken() {
		return this.decoding.broken();
	}

	/** The names of the labels, empty when the set has none. */
	public List<String> classes() {
		return this.classes;
	}

	public int channels() {
		return this.decoding.decoder().channels();
	}

	/** A text that changes when the pictures do, wherever they are. */
	public String contents() {
		return this.source.contents();
	}

	/** What all decoded pictures take in memory. */
	public long bytes() {
		return (long) positions() * samplesPerPicture();
	}

	PictureSource source() {
		return this.source;
	}

	/** The label of each position. */
	int[] labels() {
		return IntStream.of(this.indexes).map(this.source::label).toArray();
	}

	/** The index in the source of a position. */
	public int index(int position) {
		return this.indexes[position];
	}

	int samplesPerPicture() {
		PictureDecoder decoder = this.decoding.decoder();
		return decoder.width() * decoder.height() * decoder.channels();
	}

	/** Returns a picture with its label; for a broken one, the next that is not. */
	public Example example(int position) {
		for (int i = 0; i < positions(); i++) {
			int candidate = (position + i) % positions();
			Optional<Picture> picture = this.decoded.isEmpty() ? this.decoding.decode(this.indexes[candidate])
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
