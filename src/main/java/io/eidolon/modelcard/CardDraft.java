package io.eidolon.modelcard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A card as it stands in a model's folder, with as much in it as somebody wrote: a
 * trainer all of it, a person some of it, or nothing when there is no card. The rest is
 * what was found in the graph.
 */
public final class CardDraft {

	private final Path file;

	private final ObjectNode json;

	private CardDraft(Path file, ObjectNode json) {
		this.file = file;
		this.json = json;
	}

	/**
	 * Reads the card in a folder, where there need not be one.
	 * @throws InvalidModelCardException when there is one that cannot be read
	 */
	public static CardDraft read(Path folder) {
		Path file = folder.resolve(ModelFiles.CARD);
		if (!Files.exists(file)) {
			return new CardDraft(file, ModelCards.JSON.createObjectNode());
		}
		try {
			if (ModelCards.JSON
				.readTree(ModelFileReader.read(folder, file, ModelCards.MOST_BYTES)) instanceof ObjectNode json) {
				return new CardDraft(file, json);
			}
		}
		catch (IOException | JacksonException ex) {
			throw ModelCards.unreadable(file, ex);
		}
		throw new InvalidModelCardException("%s must be a JSON object".formatted(file));
	}

	/** The file of the card, whether it is there or not. */
	public Path file() {
		return this.file;
	}

	/** An integer of the card, given as a JSON pointer; null when there is none. */
	public @Nullable Integer integer(String pointer) {
		JsonNode value = this.json.at(pointer);
		return value.canConvertToInt() ? Integer.valueOf(value.intValue()) : null;
	}

	/** A text of the card, given as a JSON pointer; empty when there is none. */
	public Optional<String> text(String pointer) {
		return this.json.at(pointer).stringValueOpt().filter((text) -> !text.isBlank());
	}

	/**
	 * The texts and numbers of an object of the card by their names, given as a JSON
	 * pointer; empty when there is none.
	 * @throws InvalidModelCardException when it is no object, or one of them is neither
	 */
	public Map<String, String> texts(String pointer) {
		JsonNode value = this.json.at(pointer);
		if (value.isMissingNode() || value.isNull()) {
			return Map.of();
		}
		Map<String, String> texts = new LinkedHashMap<>();
		value.forEachEntry(
				(name, entry) -> texts.put(name, (entry.isString() || entry.isNumber()) ? entry.asString() : ""));
		if (!value.isObject() || texts.containsValue("")) {
			throw new InvalidModelCardException("%s: %s (%s) must give each name a text or a number"
				.formatted(this.file, pointer.substring(1), value));
		}
		return texts;
	}

	/**
	 * The length of a list of the card, given as a JSON pointer; null when there is none.
	 */
	public @Nullable Integer size(String pointer) {
		JsonNode value = this.json.at(pointer);
		return value.isArray() ? Integer.valueOf(value.size()) : null;
	}

	/**
	 * Holds every file that the card names against its SHA-256.
	 * @throws InvalidModelCardException when a file is missing or differs
	 */
	public void verifyFiles() {
		Map<String, String> files = new LinkedHashMap<>();
		this.json.path("files").forEachEntry((name, sha256) -> files.put(name, sha256.asString("")));
		ModelCards.verifyFiles(this.file.resolveSibling(""), files);
	}

	/**
	 * Completes the card: what it says wins over what was found.
	 * @param found what was found
	 * @throws InvalidModelCardException when a field is out of range
	 */
	public ModelCard complete(ModelCard found) {
		ObjectNode merged = ModelCards.JSON.valueToTree(found);
		merge(merged, this.json);
		ModelCard card;
		try {
			card = ModelCards.JSON.treeToValue(merged, ModelCard.class);
		}
		catch (JacksonException ex) {
			throw ModelCards.unreadable(this.file, ex);
		}
		ModelCardRules.check(this.file, card);
		return card;
	}

	private static void merge(ObjectNode into, ObjectNode said) {
		said.forEachEntry((name, value) -> {
			if (value instanceof ObjectNode object && into.get(name) instanceof ObjectNode found) {
				merge(found, object);
			}
			else {
				into.set(name, value);
			}
		});
	}

}
