package io.eidolon.serving;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for in words.
 *
 * @param all one prompt for all images, or one for each; empty when there are none
 * @param strength how closely they are followed: 0 for not at all, 1 as in training
 * @param blends where each image lies between two prompts, or between no words and one
 * prompt: 0 at the first, 1 at the last; empty when images lie at prompts
 */
public record Prompts(List<Prompt> all, float strength, List<Float> blends) {

	/** How closely prompts are followed at most. */
	public static final int MAX_STRENGTH = 2;

	/** Without words. */
	public static final Prompts NONE = new Prompts(List.of(), 0);

	private static final int EXAMPLES = 12;

	/** How closely they are followed in training, and unless something else is asked. */
	private static final float TRAINED = 1;

	/** Prompts that images lie at. */
	public Prompts(List<Prompt> all, float strength) {
		this(all, strength, List.of());
	}

	/**
	 * One prompt for all images, or none.
	 * @throws InvalidParameterException when there is a strength other than 1 but no
	 * prompt
	 */
	public static Prompts of(@Nullable String prompt, @Nullable Float strength) {
		return of((prompt != null) ? List.of(new Prompt("prompt", prompt)) : List.of(), strength);
	}

	/**
	 * One prompt for all images, one for each, or none.
	 * @throws InvalidParameterException when both are given, an empty list, or a strength
	 * other than 1 without a prompt
	 */
	public static Prompts of(@Nullable String prompt, @Nullable List<String> each, @Nullable Float strength) {
		if (each == null) {
			return of(prompt, strength);
		}
		if (prompt != null) {
			throw new InvalidParameterException("prompt", prompt, "left out, as prompts are given");
		}
		if (each.isEmpty()) {
			throw new InvalidParameterException("prompts", "0 items", "one text for each picture, or left out");
		}
		return of(IntStream.range(0, each.size())
			.mapToObj((i) -> new Prompt("prompts[%s]".formatted(i), each.get(i)))
			.toList(), strength);
	}

	/**
	 * A prompt to begin with and one to end with, one for all images, or none.
	 * @throws InvalidParameterException when there is only one to end with, or a strength
	 * other than 1 without a prompt
	 */
	public static Prompts between(@Nullable String prompt, @Nullable String toPrompt, @Nullable Float strength) {
		if (toPrompt == null) {
			return of(prompt, strength);
		}
		if (prompt == null) {
			throw new InvalidParameterException("toPrompt", toPrompt, "left out, as there is no prompt to begin with");
		}
		return of(List.of(new Prompt("prompt", prompt), new Prompt("toPrompt", toPrompt)), strength);
	}

	/**
	 * The way between two prompts, or from no words to one, and where images lie on it.
	 * @throws InvalidParameterException when there is no prompt to end with, or a blend
	 * is out of range
	 */
	public static Prompts blended(@Nullable String prompt, @Nullable String toPrompt, List<Float> blends,
			@Nullable Float strength) {
		if (toPrompt == null) {
			throw new InvalidParameterException("toPrompt", null, "given, as blends are");
		}
		for (int i = 0; i < blends.size(); i++) {
			if (!(blends.get(i) >= 0 && blends.get(i) <= 1)) {
				throw new InvalidParameterException("blends[%s]".formatted(i), blends.get(i), "between 0 and 1");
			}
		}
		Prompt to = new Prompt("toPrompt", toPrompt);
		List<Prompt> ends = (prompt != null) ? List.of(new Prompt("prompt", prompt), to) : List.of(to);
		return new Prompts(ends, (strength != null) ? strength : TRAINED, List.copyOf(blends));
	}

	private static Prompts of(List<Prompt> all, @Nullable Float strength) {
		if (!all.isEmpty()) {
			return new Prompts(all, (strength != null) ? strength : TRAINED);
		}
		if (strength != null && strength != TRAINED) {
			throw new InvalidParameterException("strength", strength, "left out, as there is no prompt");
		}
		return NONE;
	}

	/** Whether images have no words, or go from none to a prompt. */
	boolean isFromNoWords() {
		return this.all.isEmpty() || (this.all.size() == 1 && !this.blends.isEmpty());
	}

	/** The words of each prompt. */
	public List<String> texts() {
		return this.all.stream().map(Prompt::text).toList();
	}

	/** How closely the prompts are followed, null when there are none. */
	public @Nullable Float strengthIfAny() {
		return this.all.isEmpty() ? null : this.strength;
	}

	/** What a client should know of its words: that a model did not learn any of them. */
	public List<String> warnings(ModelCard card) {
		List<String> vocabulary = (card.text() != null) ? card.text().vocabulary() : List.of();
		String unknown = this.all.stream()
			.filter((prompt) -> Collections.disjoint(Words.of(prompt.text()), vocabulary))
			.map(Prompt::parameter)
			.collect(Collectors.joining(", "));
		if (vocabulary.isEmpty() || unknown.isEmpty()) {
			return List.of();
		}
		return List.of("The model %s has learned no word of %s; it knows %s".formatted(card.name(), unknown,
				String.join(", ", vocabulary.subList(0, Math.min(EXAMPLES, vocabulary.size())))));
	}

}
