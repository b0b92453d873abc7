package io.eidolon.serving;

import java.util.List;

import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * The class that an image is asked to be of.
 *
 * @param text the name of a class, or its index; a name that looks like an index goes
 * first
 */
public record Label(String text) {

	/**
	 * Returns the condition that asks a model for the class.
	 * @throws InvalidParameterException when the model knows no such class
	 */
	public Condition condition(ModelCard card) {
		List<String> classes = card.classes();
		if (classes.isEmpty()) {
			throw new InvalidParameterException("label", this.text,
					"left out, as the model %s takes no label".formatted(card.name()));
		}
		int named = classes.indexOf(this.text);
		Integer index = (named >= 0) ? Integer.valueOf(named) : parse(this.text);
		if (index == null || index < 0 || index >= classes.size()) {
			throw new InvalidParameterException("label", this.text,
					"between 0 and %s or one of %s".formatted(classes.size() - 1, String.join(", ", classes)));
		}
		return new Condition(index);
	}

	private static @Nullable Integer parse(String text) {
		try {
			return Integer.valueOf(text);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
