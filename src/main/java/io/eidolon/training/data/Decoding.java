package io.eidolon.training.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import io.eidolon.training.data.files.PreparationProgress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes the pictures of a source. A broken one is named, counted and left out. Safe
 * from several threads.
 */
final class Decoding {

	private static final Logger logger = LoggerFactory.getLogger(Decoding.class);

	/** Of more broken pictures than this, the others are counted only. */
	private static final int NAMED = 10;

	private final PictureSource source;

	private final PictureDecoder decoder;

	// What is wrong with the broken ones, by their index in the source
	private final Map<Integer, String> broken = new ConcurrentHashMap<>();

	Decoding(PictureSource source, PictureDecoder decoder) {
		this.source = source;
		this.decoder = decoder;
	}

	PictureDecoder decoder() {
		return this.decoder;
	}

	boolean isBroken(int index) {
		return this.broken.containsKey(index);
	}

	int broken() {
		return this.broken.size();
	}

	/** Decodes one picture, empty when it is broken. */
	Optional<Picture> decode(int index) {
		if (isBroken(index)) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.source.decode(index, this.decoder));
		}
		catch (IOException ex) {
			String reason = String.valueOf(ex.getMessage());
			if (this.broken.putIfAbsent(index, reason) == null && this.broken.size() <= NAMED) {
				logger.warn("Skipped {}: {}", this.source.describe(index), reason);
			}
			return Optional.empty();
		}
	}

	/**
	 * Decodes all pictures, or takes those that an earlier start has kept. Those that
	 * could not be read then are tried again.
	 * @param check ends the decoding by an exception, when it is to end
	 */
	List<Optional<Picture>> all(@Nullable DecodedCache cache, Runnable check) {
		Optional<List<Optional<Picture>>> kept = (cache != null) ? cache.read() : Optional.empty();
		List<Optional<Picture>> pictures = kept.isPresent() ? again(kept.get()) : all(check);
		if (cache != null && !kept.equals(Optional.of(pictures))) {
			cache.write(pictures);
		}
		if (this.broken.size() > NAMED) {
			logger.warn("Skipped {} pictures: {}", this.broken.size(),
					this.broken.values()
						.stream()
						.collect(Collectors.groupingBy((reason) -> reason, Collectors.counting())));
		}
		return pictures;
	}

	private List<Optional<Picture>> all(Runnable check) {
		PreparationProgress progress = new PreparationProgress("Decoded", "pictures", this.source.size(),
				System::nanoTime, logger::info);
		return IntStream.range(0, this.source.size()).parallel().mapToObj((i) -> {
			check.run();
			Optional<Picture> picture = decode(i);
			progress.step();
			return picture;
		}).toList();
	}

	private List<Optional<Picture>> again(List<Optional<Picture>> kept) {
		List<Optional<Picture>> pictures = new ArrayList<>(kept);
		for (int i = 0; i < pictures.size(); i++) {
			if (pictures.get(i).isEmpty()) {
				pictures.set(i, decode(i));
			}
		}
		return pictures;
	}

}
