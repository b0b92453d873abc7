package io.eidolon.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.eidolon.training.data.files.PassedOver;

/**
 * What there is to say of pictures before any is decoded.
 *
 * @param facts what is used, and what is passed over for which reason
 * @param warnings what may not be as it was meant
 */
record PictureReport(List<String> facts, List<String> warnings) {

	/** A discriminator learns fewer by heart. */
	private static final int FEW = 300;

	private static final int FEW_OF_A_CLASS = 10;

	private static final int LISTED = 12;

	/** Looks at pictures, and at all of them where there are not too many. */
	static PictureReport of(PictureSource source, PictureSettings settings, Runnable check) {
		PictureSurvey survey = PictureSurvey.of(source, settings.width(), settings.height(), check);
		PassedOver passedOver = new PassedOver();
		passedOver.add(source.passedOver());
		passedOver.count("above %s megapixels".formatted(EncodedPicture.MOST_PIXELS / 1_000_000), survey.huge());
		List<String> facts = new ArrayList<>();
		facts.add("Found %s in %s".formatted(pictures(source.size() - survey.huge()), settings.path()));
		if (!passedOver.entries().isEmpty()) {
			facts.add("Passed over: " + String.join(", ", passedOver.entries()));
		}
		List<String> warnings = new ArrayList<>(survey.warnings());
		int[] counts = counts(source);
		if (counts.length > 0) {
			facts.add(String.format(Locale.ROOT, "Classes (%,d): %s", counts.length, listed(source.classes(), counts)));
			classWarnings(source.classes(), counts, warnings);
		}
		if (source.size() < settings.batch()) {
			warnings.add(String.format(Locale.ROOT, "Pictures (%,d) are fewer than those of a batch (%d)",
					source.size(), settings.batch()));
		}
		if (source.size() < FEW) {
			warnings.add(String.format(Locale.ROOT,
					"Pictures are few (%,d): a discriminator learns fewer than some hundreds by heart", source.size()));
		}
		return new PictureReport(facts, warnings);
	}

	private static String pictures(int count) {
		return String.format(Locale.ROOT, "%,d %s", count, (count == 1) ? "picture" : "pictures");
	}

	private static int[] counts(PictureSource source) {
		int[] counts = new int[source.classes().size()];
		if (counts.length > 0) {
			IntStream.range(0, source.size()).forEach((i) -> counts[source.label(i)]++);
		}
		return counts;
	}

	private static String listed(List<String> classes, int[] counts) {
		String listed = IntStream.range(0, Math.min(LISTED, counts.length))
			.mapToObj((i) -> String.format(Locale.ROOT, "%s %,d", classes.get(i), counts[i]))
			.collect(Collectors.joining(", "));
		return (counts.length > LISTED) ? listed + String.format(Locale.ROOT, " and %,d more", counts.length - LISTED)
				: listed;
	}

	private static void classWarnings(List<String> classes, int[] counts, List<String> warnings) {
		int[] few = IntStream.range(0, counts.length).filter((i) -> counts[i] < FEW_OF_A_CLASS).toArray();
		if (few.length > 0) {
			warnings.add(String.format(Locale.ROOT, "%,d of %,d classes have fewer than %d pictures, such as %s (%d)",
					few.length, counts.length, FEW_OF_A_CLASS, classes.get(few[0]), counts[few[0]]));
		}
		Map<String, List<String>> alike = classes.stream()
			.collect(Collectors.groupingBy((name) -> name.toLowerCase(Locale.ROOT)));
		List<List<String>> twice = alike.values().stream().filter((names) -> names.size() > 1).toList();
		if (!twice.isEmpty()) {
			warnings.add("Labels differ in case only: " + twice.stream()
				.limit(LISTED)
				.map((names) -> String.join(" and ", names))
				.collect(Collectors.joining(", ")));
		}
	}

}
