package io.eidolon.generation;

import java.util.List;
import java.util.Objects;

import io.eidolon.directions.DirectionService;
import io.eidolon.image.PictureEncoding;
import io.eidolon.inference.Generator;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.Lease;
import io.eidolon.serving.GeneratedImage;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.GeneratedPictures.GeneratedPicture;
import io.eidolon.serving.ImageEncoder;
import io.eidolon.serving.ImageOrigin;
import io.eidolon.serving.Latent;
import io.eidolon.serving.PendingImages;
import io.eidolon.serving.PromptSentences;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.Sample;
import io.eidolon.serving.ServingProperties;

import org.springframework.stereotype.Service;

/**
 * Generates images. An image depends on the version of its model, its seed (or latent),
 * its label, its words with their strength, its truncation and its directions alone.
 */
@Service
public class GenerationService {

	private final ServingProperties limits;

	private final LatentSampler latents;

	private final DirectionService directions;

	private final PromptSentences sentences;

	private final ImageEncoder encoder;

	private final KeptAnswers kept;

	GenerationService(ServingProperties limits, LatentSampler latents, DirectionService directions,
			PromptSentences sentences, ImageEncoder encoder, KeptAnswers kept) {
		this.limits = limits;
		this.latents = latents;
		this.directions = directions;
		this.sentences = sentences;
		this.encoder = encoder;
		this.kept = kept;
	}

	/**
	 * Generates images, each encoded by itself.
	 * @throws io.eidolon.serving.InvalidParameterException when the request asks for what
	 * is not allowed
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public GeneratedPictures pictures(GenerationRequest request, PictureEncoding format, RequestContext context) {
		columns(request);
		try (Lease lease = context.lease(request.model(), request.version())) {
			return this.kept.get(GeneratedPictures.class, lease.generator(), request, format, context,
					() -> makePictures(lease, request, format, context));
		}
	}

	private GeneratedPictures makePictures(Lease lease, GenerationRequest request, PictureEncoding format,
			RequestContext context) {
		try (PendingImages images = generate(lease, request, 1, 1, context)) {
			return new GeneratedPictures(images.card(), lease.generator().plan(), images
				.await((sample, image) -> new GeneratedPicture(sample,
						this.encoder.still(context, origin(images.card(), request, List.of(sample)), format, image))));
		}
	}

	/**
	 * Generates images and encodes them as one grid, row by row.
	 * @throws io.eidolon.serving.InvalidParameterException when the request asks for what
	 * is not allowed
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public GeneratedImage grid(GenerationRequest request, PictureEncoding format, RequestContext context) {
		int columns = columns(request);
		try (Lease lease = context.lease(request.model(), request.version())) {
			return this.kept.get(GeneratedImage.class, lease.generator(), request, format, context,
					() -> makeGrid(lease, request, columns, format, context));
		}
	}

	private GeneratedImage makeGrid(Lease lease, GenerationRequest request, int columns, PictureEncoding format,
			RequestContext context) {
		int rows = Math.ceilDiv(request.source().count(), columns);
		try (PendingImages images = generate(lease, request, columns, rows, context)) {
			ModelCard card = images.card();
			byte[] data = this.encoder.still(context, origin(card, request, images.samples()), format,
					images.awaitGrid(columns));
			return new GeneratedImage(card, images.samples(), data);
		}
	}

	// As square as may be, unless a number is asked for.
	private int columns(GenerationRequest request) {
		int count = Math.max(1, request.source().count());
		if (request.columns() == null) {
			return (int) Math.ceil(Math.sqrt(count));
		}
		this.limits.count().check("columns", request.columns());
		return Math.min(request.columns(), count);
	}

	private PendingImages generate(Lease lease, GenerationRequest request, int columns, int rows,
			RequestContext context) {
		Generator generator = lease.generator();
		List<Latent> sampled = this.latents.sample(generator.card(), request);
		List<Latent> asked = this.sentences.addTo(sampled, generator.card(), request.prompts(), context);
		List<Latent> moved = this.directions.move(lease, asked, request.directions(), context);
		this.limits.checkSize(generator.card().image(), "count", moved.size(), columns, rows, request.enlargement());
		return context.generate(generator, "count", moved, request.enlargement());
	}

	private static ImageOrigin origin(ModelCard card, GenerationRequest request, List<Sample> samples) {
		List<Seed> seeds = samples.stream().map(Sample::seed).filter(Objects::nonNull).toList();
		List<String> prompts = !request.prompts().blends().isEmpty() ? request.prompts().texts()
				: samples.stream().map(Sample::prompt).filter(Objects::nonNull).distinct().toList();
		// What seeds stand for is followed as closely as in training.
		Prompts asked = (request.prompts().all().isEmpty() && !prompts.isEmpty()) ? new Prompts(List.of(), 1)
				: request.prompts();
		return ImageOrigin.of(card, request.truncation(), request.directions(), seeds, samples, prompts, asked,
				request.enlargement().upscale());
	}

}
