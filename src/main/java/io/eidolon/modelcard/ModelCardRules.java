package io.eidolon.modelcard;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

import io.eidolon.modelcard.ModelCard.LatentSpace;
import io.eidolon.modelcard.ModelCard.NamedDirection;
import io.eidolon.modelcard.ModelCard.Text;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.jspecify.annotations.Nullable;

/** The rules that a card must keep before anything relies on it. */
final class ModelCardRules {

	private static final Pattern NAME = Pattern.compile(ModelCard.NAME_PATTERN);

	private static final Pattern VERSION = Pattern.compile(ModelCard.VERSION_PATTERN);

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

	private static final int MAX_LANGUAGES = 200;

	private static final int MAX_DESCRIPTION = 300;

	private static final long MAX_SEED = 0xFFFF_FFFFL;

	private static final int MAX_SIDE = 4096;

	private static final int MAX_LATENT_DIMENSION = 65_536;

	private final Path file;

	private ModelCardRules(Path file) {
		this.file = file;
	}

	static void check(Path file, @Nullable ModelCard card) {
		new ModelCardRules(file).check(card);
	}

	/** Holds a card to naming the graph as a trainer does. */
	static void checkGraph(Path file, ModelCard card) {
		new ModelCardRules(file).require(card.files().containsKey(ModelFiles.GRAPH), "files", card.files(),
				"the SHA-256 of " + ModelFiles.GRAPH);
	}

	// A card is read from a file, so any component may be null, whatever its type says.
	private void check(@Nullable ModelCard card) {
		if (card == null) {
			throw new InvalidModelCardException("%s must be a JSON object, not null".formatted(this.file));
		}
		matches("name", card.name(), NAME);
		matches("version", card.version(), VERSION);
		require(card.title() != null && !card.title().isBlank(), "title", card.title(), "a line for people");
		require(card.image() != null, "image", null, "width, height, channels and range");
		between("image.width", card.image().width(), 1, MAX_SIDE);
		between("image.height", card.image().height(), 1, MAX_SIDE);
		require(List.of(1, 3).contains(card.image().channels()), "image.channels", card.image().channels(), "1 or 3");
		ValueRange range = card.image().range();
		require(range != null && range.minimum() < range.maximum(), "image.range", range,
				"a minimum below its maximum");
		require(card.latent() != null, "latent", null, "dimension and distribution");
		between("latent.dimension", card.latent().dimension(), 1, MAX_LATENT_DIMENSION);
		require(LatentSpace.STANDARD_NORMAL.equals(card.latent().distribution()), "latent.distribution",
				card.latent().distribution(), LatentSpace.STANDARD_NORMAL);
		require(card.classes() != null && card.classes().stream().noneMatch(ModelCardRules::isBlank)
				&& new HashSet<>(card.classes()).size() == card.classes().size(), "classes", card.classes(),
				"a list of distinct names, empty when the generator takes no label");
		if (card.text() != null) {
			check(card.text());
		}
		if (card.directions() != null) {
			card.directions().forEach(this::check);
		}
		require(card.description() == null
				|| (!card.description().isBlank() && card.description().length() <= MAX_DESCRIPTION), "description",
				card.description(), "a sentence of at most %s characters".formatted(MAX_DESCRIPTION));
		List<Long> showcase = (card.showcase() != null) ? card.showcase() : List.of();
		require(showcase.size() <= ModelCard.MAX_SHOWCASE && showcase.stream().allMatch(ModelCardRules::isSeed),
				"showcase", showcase, "at most %s seeds, from 0 to %s".formatted(ModelCard.MAX_SHOWCASE, MAX_SEED));
		require(card.files() != null && !card.files().containsValue(null), "files", card.files(),
				"the SHA-256 of " + ModelFiles.GRAPH);
	}

	private void check(Text text) {
		require(!isBlank(text.encoder()), "text.encoder", text.encoder(), "the name of an encoder of sentences");
		matches("text.encoderSha256", text.encoderSha256(), SHA256);
		list("text.languages", text.languages(), 1, MAX_LANGUAGES);
		text.languages().forEach((language) -> matches("text.languages", language, LANGUAGE));
		list("text.prompts", text.prompts(), 0, Text.MAX_PROMPTS);
		list("text.vocabulary", text.vocabulary(), 0, Text.MAX_WORDS);
		if (text.captions() != null) {
			list("text.captions", text.captions(), 1, Text.MAX_CAPTIONS);
		}
	}

	private void list(String field, @Nullable List<String> values, int least, int most) {
		require(values != null && values.size() >= least && values.size() <= most
				&& values.stream().noneMatch(ModelCardRules::isBlank), field, values,
				"a list of %s to %s texts, none of them empty".formatted(least, most));
	}

	private void check(@Nullable NamedDirection direction) {
		if (direction == null) {
			throw new InvalidModelCardException(
					"%s: directions must be objects with name, of, minimum and maximum".formatted(this.file));
		}
		matches("directions.name", direction.name(), NAME);
		require(!isBlank(direction.of()), "directions.of", direction.of(), "the name of a direction, such as pc1");
		require(direction.minimum() <= 0 && direction.maximum() >= 0 && direction.minimum() < direction.maximum(),
				"directions." + direction.name(), "%s to %s".formatted(direction.minimum(), direction.maximum()),
				"a range of strengths with 0 in it");
	}

	private static boolean isSeed(@Nullable Long value) {
		return value != null && value >= 0 && value <= MAX_SEED;
	}

	private static boolean isBlank(@Nullable String name) {
		return name == null || name.isBlank();
	}

	private void matches(String field, @Nullable String value, Pattern pattern) {
		require(value != null && pattern.matcher(value).matches(), field, value, "text like " + pattern);
	}

	private void between(String field, int value, int minimum, int maximum) {
		require(value >= minimum && value <= maximum, field, value, "between %s and %s".formatted(minimum, maximum));
	}

	private void require(boolean kept, String field, @Nullable Object value, String allowed) {
		if (!kept) {
			throw new InvalidModelCardException("%s: %s (%s) must be %s".formatted(this.file, field, value, allowed));
		}
	}

}
