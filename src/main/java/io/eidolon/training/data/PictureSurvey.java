package io.eidolon.training.data;

import java.util.Locale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.eidolon.training.data.files.PreparationProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the headers of many pictures say of their sizes.
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
		List<PictureSource.Summary> summaries = IntStream.range(0, source.size() / every).parallel().mapToObj((i) -> {
			check.run();
			progress.step();
			return summary(source, i * every);
		}).flatMap(Optional::stream).toList();
		int huge = count(summaries,
				(summary) -> (long) summary.width() * summary.height() > EncodedPicture.MOST_PIXELS);
		int enlarged = count(summaries, (summary) -> scale(summary, width, height) < 0.5);
		int cropped = count(summaries, (summary) -> {
			double scale = scale(summary, width, height);
			return scale * width * scale * height < 0.5 * summary.width() * summary.height();
		});
		int distinct = (int) summaries.stream().mapToInt(PictureSource.Summary::hash).distinct().count();
		return new PictureSurvey(summaries.size(), huge, enlarged, cropped, distinct);
	}

	private static Optional<PictureSource.Summary> summary(PictureSource source, int index) {
		try {
			return Optional.of(source.summary(index));
		}
		// It is named when it is decoded
		catch (IOException _) {
			return Optional.empty();
		}
	}

	private static int count(List<PictureSource.Summary> summaries, Predicate<PictureSource.Summary> what) {
		return (int) summaries.stream().filter(what).count();
	}

	/** How many pixels of the picture become one. */
	private static double scale(PictureSource.Summary summary, int width, int height) {
		return Math.min((double) summary.width() / width, (double) summary.height() / height);
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
