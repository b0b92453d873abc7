package io.eidolon.training.data;

import java.util.Locale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a look at many pictures shows of their sizes.
 *
 * @param looked how many could be looked at
 * @param huge those that are too large to be read
 * @param enlarged those that are enlarged more than twice
 * @param cropped those that lose more than half of their area
 * @param distinct how many differ from each other
 */
record PictureSurvey(int looked, int huge, int enlarged, int cropped, int distinct) {

	private static final Logger logger = LoggerFactory.getLogger(PictureSurvey.class);

	/** Of more pictures than this, some are looked at. */
	private static final int MOST = 20_000;

	static PictureSurvey of(PictureSource source, int width, int height, Runnable check) {
		int every = Math.ceilDiv(source.size(), MOST);
		PreparationProgress progress = new PreparationProgress("Looked at", "pictures", source.size() / every,
				System::nanoTime, logger::info);
		List<PictureSource.Look> looks = IntStream.range(0, source.size() / every).parallel().mapToObj((i) -> {
			check.run();
			progress.step();
			return look(source, i * every);
		}).flatMap(Optional::stream).toList();
		int huge = count(looks, (look) -> (long) look.width() * look.height() > EncodedPicture.MOST_PIXELS);
		int enlarged = count(looks, (look) -> scale(look, width, height) < 0.5);
		int cropped = count(looks, (look) -> {
			double scale = scale(look, width, height);
			return scale * width * scale * height < 0.5 * look.width() * look.height();
		});
		int distinct = (int) looks.stream().mapToInt(PictureSource.Look::hash).distinct().count();
		return new PictureSurvey(looks.size(), huge, enlarged, cropped, distinct);
	}

	private static Optional<PictureSource.Look> look(PictureSource source, int index) {
		try {
			return Optional.of(source.look(index));
		}
		// It is named when it is decoded
		catch (IOException _) {
			return Optional.empty();
		}
	}

	private static int count(List<PictureSource.Look> looks, Predicate<PictureSource.Look> what) {
		return (int) looks.stream().filter(what).count();
	}

	/** How many pixels of the picture become one. */
	private static double scale(PictureSource.Look look, int width, int height) {
		return Math.min((double) look.width() / width, (double) look.height() / height);
	}

	List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		if (this.distinct == 1 && this.looked > 1) {
			warnings.add("All pictures are the same");
		}
		else if (this.looked - this.distinct > this.looked / 10) {
			warnings.add(String.format(Locale.ROOT, "%,d of %,d pictures are copies of others",
					this.looked - this.distinct, this.looked));
		}
		if (this.enlarged > 0) {
			warnings.add(String.format(Locale.ROOT, "%,d of %,d pictures are enlarged more than twice", this.enlarged,
					this.looked));
		}
		if (this.cropped > 0) {
			warnings.add(String.format(Locale.ROOT,
					"%,d of %,d pictures lose more than half of their area, since the centre is cropped", this.cropped,
					this.looked));
		}
		return warnings;
	}

}
