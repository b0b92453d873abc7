package io.eidolon.serving;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.eidolon.latent.Interpolation;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.ModelRegistry;
import io.eidolon.registry.ServedModel;
import io.eidolon.text.InvalidTextException;
import io.eidolon.text.PromptEncoder;
import io.eidolon.text.SentenceEncoder;
import io.eidolon.text.TextReading;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Turns prompts into what generators take. */
@Component
public class PromptSentences {

	private final PromptEncoder encoder;

	private final ModelRegistry models;

	PromptSentences(PromptEncoder encoder, ModelRegistry models) {
		this.encoder = encoder;
		this.models = models;
	}

	/**
	 * Returns the sentence of each prompt.
	 * @throws InvalidParameterException when the model takes no prompts, or one is empty
	 * or too long
	 * @throws ServiceBusyException when too much waits to be computed
	 * @throws RequestTimeoutException at the deadline
	 * @throws ClientGoneException when the client has gone
	 */
	public List<Sentence> of(ModelCard card, Prompts prompts, RequestContext context) {
		if (prompts.all().isEmpty()) {
			return List.of();
		}
		Prompt first = prompts.all().getFirst();
		if (!takesPrompts(card)) {
			throw new InvalidParameterException(first.parameter(), first.text(),
					"left out, as %s; %s".formatted(reason(card), others()));
		}
		List<Sentence> sentences = encoded(prompts, reading(card), context);
		return prompts.blends().isEmpty() ? sentences
				: prompts.blends().stream().map((blend) -> between(sentences, blend)).toList();
	}

	/**
	 * Returns the sentence of each prompt, or without any what the card of the model has
	 * each seed stand for.
	 * @throws InvalidParameterException when the model takes no prompts, or one is empty
	 * or too long
	 */
	public List<Sentence> of(ModelCard card, Prompts prompts, List<Seed> seeds, RequestContext context) {
		return prompts.all().isEmpty() ? ofSeeds(card, seeds, context) : of(card, prompts, context);
	}

	/** None when the card has no captions. */
	private List<Sentence> ofSeeds(ModelCard card, List<Seed> seeds, RequestContext context) {
		List<Prompt> captions = seeds.stream()
			.map((seed) -> Prompt.ofSeed(card, seed))
			.flatMap(Stream::ofNullable)
			.toList();
		return takesPrompts(card) ? encoded(new Prompts(captions, 1), reading(card), context) : List.of();
	}

	/** From captions towards the only prompt, as far as images are to go. */
	private List<Sentence> away(ModelCard card, List<Sentence> captions, Prompts prompts, RequestContext context) {
		if (prompts.all().isEmpty()) {
			return captions;
		}
		Sentence to = encoded(prompts, reading(card), context).getFirst();
		return IntStream.range(0, captions.size())
			.mapToObj((i) -> between(List.of(captions.get(i), to), prompts.blends().get(i)))
			.toList();
	}

	private List<Sentence> encoded(Prompts prompts, TextReading reading, RequestContext context) {
		Supplier<List<Sentence>> encoded = () -> prompts.all()
			.stream()
			.map((prompt) -> sentence(prompt, prompts.strength(), reading))
			.toList();
		return this.encoder.hasKept(prompts.texts(), reading) ? encoded.get() : context.compute(encoded);
	}

	// From no words on, strength does it: what a generator has learned for them is at 0.
	private static Sentence between(List<Sentence> ends, float blend) {
		Sentence to = ends.getLast();
		if (ends.size() == 1) {
			return new Sentence(to.prompt(), to.vector(), blend * to.strength());
		}
		if (blend == 0 || blend == 1) {
			return (blend == 0) ? ends.getFirst() : to;
		}
		return new Sentence(null, Interpolation.SLERP.between(ends.getFirst().vector(), to.vector(), blend),
				to.strength());
	}

	/**
	 * Gives latents the words of a request: each its own, or all the same. Without any,
	 * those of seeds get what the card has them stand for.
	 * @throws InvalidParameterException when the model takes no prompts, or one is empty
	 * or too long
	 */
	public List<Latent> addTo(List<Latent> latents, ModelCard card, Prompts prompts, RequestContext context) {
		List<Sentence> captions = prompts.isFromNoWords()
				? ofSeeds(card, latents.stream().map(Latent::seed).flatMap(Stream::ofNullable).toList(), context)
				: List.of();
		List<Sentence> sentences = captions.isEmpty() ? of(card, prompts, context)
				: away(card, captions, prompts, context);
		if (sentences.isEmpty()) {
			return latents;
		}
		return IntStream.range(0, latents.size())
			.mapToObj((i) -> latents.get(i).with(sentences.get((sentences.size() > 1) ? i : 0)))
			.toList();
	}

	/**
	 * Returns the sentence of the only prompt, or without one what the only seed stands
	 * for; null without either.
	 * @throws InvalidParameterException when the model takes no prompts, or it is empty
	 * or too long
	 */
	public @Nullable Sentence ofAll(ModelCard card, Prompts prompts, List<Seed> seeds, RequestContext context) {
		List<Sentence> sentences = of(card, prompts, seeds, context);
		return sentences.isEmpty() ? null : sentences.getFirst();
	}

	private Sentence sentence(Prompt prompt, float strength, TextReading reading) {
		try {
			return new Sentence(prompt.text(), this.encoder.encode(List.of(prompt.text()), reading), strength);
		}
		catch (InvalidTextException ex) {
			throw new InvalidParameterException(prompt.parameter(), ex.found(), ex.allowed());
		}
	}

	/**
	 * Returns the vector of each text as a whole.
	 * @param parameter what errors call the texts
	 * @throws InvalidParameterException when one is empty or too long
	 * @throws ServiceBusyException when too much waits to be computed
	 * @throws RequestTimeoutException at the deadline
	 * @throws ClientGoneException when the client has gone
	 */
	public List<float[]> vectors(List<String> texts, String parameter, RequestContext context) {
		return IntStream.range(0, texts.size())
			.mapToObj(
					(i) -> encoded(new Prompts(List.of(new Prompt("%s[%s]".formatted(parameter, i), texts.get(i))), 1),
							TextReading.WHOLE, context)
						.getFirst()
						.vector())
			.toList();
	}

	/** Whether a model takes prompts, of the encoder that is here. */
	public static boolean takesPrompts(ModelCard card) {
		return card.text() != null && card.text().encoderSha256().equals(SentenceEncoder.SHA256);
	}

	private static TextReading reading(ModelCard card) {
		return TextReading.of((card.text() != null) ? card.text().clauses() : null);
	}

	private static String reason(ModelCard card) {
		return (card.text() == null) ? "the model %s understands no words".formatted(card.name())
				: "the model %s learned its words by another encoder (%s)".formatted(card.name(),
						card.text().encoder());
	}

	private String others() {
		List<String> names = models();
		return names.isEmpty() ? "no model that is served here does" : "models that do: " + String.join(", ", names);
	}

	/** The names of the models that take prompts. */
	public List<String> models() {
		return this.models.models()
			.stream()
			.map(ServedModel::card)
			.filter(PromptSentences::takesPrompts)
			.map(ModelCard::name)
			.toList();
	}

}
