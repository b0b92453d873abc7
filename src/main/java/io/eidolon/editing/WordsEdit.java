package io.eidolon.editing;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.inference.Generator;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.ImageEncoder;
import io.eidolon.serving.ImageOrigin;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Latent;
import io.eidolon.serving.PendingImages;
import io.eidolon.serving.PromptSentences;
import io.eidolon.serving.Prompt;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.Sample;
import io.eidolon.serving.ServingProperties;

/**
 * Moves an image towards words: keeps its latent, and takes its sentence along the way
 * from its own words, or from none, to others. The first blend is the image itself.
 *
 * @param limits how many images there may be, of what size
 * @param sentences turns words into what the generator takes
 * @param encoder encodes the images
 */
record WordsEdit(ServingProperties limits, PromptSentences sentences, ImageEncoder encoder) {

	private static final double LEVELS = 255;

	/** Whether a request asks for this. */
	static boolean isAskedBy(EditRequest request) {
		return !request.prompts().blends().isEmpty();
	}

	/** Refuses what goes with strokes, or has no image to move. */
	static void check(EditRequest request) {
		if (!request.constraints().isEmpty()) {
			throw new InvalidParameterException("constraints", request.constraints().size() + " items",
					"left out, as toPrompt is given");
		}
		if (request.frames() != 0) {
			throw new InvalidParameterException("frames", request.frames(), "left out, as toPrompt is given");
		}
		if (request.start() == null) {
			throw new InvalidParameterException("seed", null,
					"given, or latent: the picture that goes towards toPrompt");
		}
	}

	/**
	 * Generates the candidates.
	 * @param start the image without its words
	 */
	Edit edit(Generator generator, Latent start, EditRequest request, RequestContext context) {
		ModelCard card = generator.card();
		Prompts prompts = prompts(card, request);
		List<Latent> latents = this.sentences.of(card, prompts, context).stream().map(start::with).toList();
		this.limits.checkSize(card.image(), "candidates", latents.size(), 1, 1, request.enlargement());
		try (PendingImages images = context.generate(generator, "candidates", latents, request.enlargement())) {
			List<Picture> pictures = images.await();
			List<EditedImage> edited = IntStream.range(0, pictures.size())
				.mapToObj((i) -> image(images.samples().get(i), pictures, request,
						this.encoder.still(context, origin(card, request, prompts, images.samples().get(i)),
								request.format(), pictures.get(i))))
				.toList();
			return new Edit(card, edited.getFirst(), edited.subList(1, edited.size()), List.of());
		}
	}

	private static EditedImage image(Sample sample, List<Picture> pictures, EditRequest request, byte[] encoded) {
		int place = sample.index();
		return new EditedImage(Math.max(0, place - 1), sample.z(), sample.label(),
				request.prompts().blends().get(place), difference(pictures.getFirst(), pictures.get(place)), encoded);
	}

	/** A seed without words begins at what the card has it stand for. */
	private static Prompts prompts(ModelCard card, EditRequest request) {
		Prompts asked = request.prompts();
		Prompt caption = (request.start() instanceof EditRequest.SeedStart(Seed seed)) ? Prompt.ofSeed(card, seed)
				: null;
		return (caption != null && asked.all().size() == 1)
				? new Prompts(List.of(caption, asked.all().getFirst()), asked.strength(), asked.blends()) : asked;
	}

	private static ImageOrigin origin(ModelCard card, EditRequest request, Prompts asked, Sample sample) {
		Prompts there = new Prompts(asked.all(), asked.strength(), List.of(asked.blends().get(sample.index())));
		List<Seed> seeds = (request.start() instanceof EditRequest.SeedStart(Seed seed)) ? List.of(seed) : List.of();
		return ImageOrigin.of(card, request.truncation(), Map.of(), seeds, List.of(sample), asked.texts(), there,
				request.enlargement().upscale());
	}

	/** The mean absolute difference between samples, from 0 to 1. */
	private static double difference(Picture one, Picture other) {
		long sum = 0;
		for (int i = 0; i < one.samples().length; i++) {
			sum += Math.abs((one.samples()[i] & 0xff) - (other.samples()[i] & 0xff));
		}
		return sum / (LEVELS * one.samples().length);
	}

}
