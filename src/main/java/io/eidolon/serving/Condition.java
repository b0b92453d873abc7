package io.eidolon.serving;

import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * What a conditional generator takes beside a latent.
 *
 * @param label the index of a class, 0 when the model takes no label
 */
public record Condition(int label) {

	/** That of a model which takes none. */
	public static final Condition NONE = new Condition(0);

	/** The name of the class, null when the model takes no label. */
	public @Nullable String name(ModelCard card) {
		return card.conditional() ? card.classes().get(this.label) : null;
	}

}
