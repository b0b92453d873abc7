package io.eidolon.serving;

import io.eidolon.latent.LatentInput;
import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * What a conditional generator takes beside a latent.
 *
 * @param label the index of a class, 0 when the model takes no label
 * @param sentence what the image is asked to show, null for nothing
 */
public record Condition(int label, @Nullable Sentence sentence) {

	/** That of a model which takes none. */
	public static final Condition NONE = new Condition(0);

	/** A class without words. */
	public Condition(int label) {
		this(label, null);
	}

	/** The same class with words. */
	public Condition with(@Nullable Sentence asked) {
		return new Condition(this.label, asked);
	}

	/** The name of the class, null when the model takes no label. */
	public @Nullable String name(ModelCard card) {
		return card.conditional() ? card.classes().get(this.label) : null;
	}

	/** The words, null when there are none, or they lie between those of prompts. */
	public @Nullable String prompt() {
		return (this.sentence != null) ? this.sentence.prompt() : null;
	}

	/** What a generator takes for a latent under this condition. */
	public LatentInput input(float[] z) {
		return (this.sentence != null)
				? new LatentInput(z, this.label, this.sentence.vector(), this.sentence.strength())
				: new LatentInput(z, this.label);
	}

}
