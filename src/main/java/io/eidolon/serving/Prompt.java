package io.eidolon.serving;

import java.util.List;
import java.util.regex.Pattern;

import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * What an image is asked to show, in words. What does not change their meaning is gone:
 * characters that cannot be printed, and spaces but one between words.
 *
 * @param parameter the parameter that the client gave them in
 * @param text the words
 */
public record Prompt(String parameter, String text) {

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

	/**
	 * What the card of a model has a seed stand for when nothing is asked for in words,
	 * as it stands for a class of a class-conditional one.
	 * @return null when the card has no captions
	 */
	public static @Nullable Prompt ofSeed(ModelCard card, Seed seed) {
		List<String> captions = (card.text() != null) ? card.text().captions() : null;
		return (captions != null) ? new Prompt("seed", captions.get((int) (seed.value() % captions.size()))) : null;
	}

	public Prompt {
		text = UNPRINTABLE.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("").strip();
	}

}
