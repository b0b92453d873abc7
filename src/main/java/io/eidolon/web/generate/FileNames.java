package io.eidolon.web.generate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.eidolon.image.StillFormat;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.Sample;
import org.jspecify.annotations.Nullable;

/** Names the files of generated pictures, the same pictures the same. */
final class FileNames {

	private static final int MAX_WORDS = 48;

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private final ModelCard card;

	private final StillFormat format;

	/** Says how far a picture is upscaled. */
	private final String suffix;

	/** The prompt of each name that was given away. */
	private final Map<String, String> prompts = new HashMap<>();

	FileNames(ModelCard card, Enlargement enlargement, StillFormat format) {
		this.card = card;
		this.format = format;
		this.suffix = enlargement.fileSuffix();
	}

	/** Returns the name of a picture; one of a seed and a prompt always gets the same. */
	String of(Sample sample) {
		String source = (sample.seed() != null) ? Long.toString(sample.seed().value()) : "latent-" + sample.index();
		String name = "%s-%s%s".formatted(this.card.name(), source, words(sample.prompt()));
		String prompt = Objects.requireNonNullElse(sample.prompt(), "");
		// Other prompts may begin with the same words.
		if (!this.prompts.computeIfAbsent(name, (_) -> prompt).equals(prompt)) {
			name += "-" + sample.index();
		}
		return name + this.suffix + "." + this.format.extension();
	}

	private static String words(@Nullable String prompt) {
		if (prompt == null) {
			return "";
		}
		String words = BETWEEN_WORDS.matcher(prompt.toLowerCase(Locale.ROOT)).replaceAll("-");
		int length = words.codePointCount(0, words.length());
		String some = words.substring(0, words.offsetByCodePoints(0, Math.min(MAX_WORDS, length)));
		String trimmed = some.replaceAll("^-|-$", "");
		return trimmed.isEmpty() ? "" : "-" + trimmed;
	}

}
