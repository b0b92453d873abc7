package io.eidolon.generation;

import java.util.List;
import java.util.Objects;

import io.eidolon.directions.DirectionService;
import io.eidolon.image.Metadata;
import io.eidolon.image.Picture;
import io.eidolon.image.StillFormat;
import io.eidolon.inference.Generator;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.Lease;
import io.eidolon.serving.Client;
import io.eidolon.serving.ClientGoneException;
import io.eidolon.serving.Drawing;
import io.eidolon.serving.GeneratedImage;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.GeneratedPictures.GeneratedPicture;
import io.eidolon.serving.GenerationProperties;
import io.eidolon.serving.ImageEncoder;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Latent;
import io.eidolon.serving.ModelLeases;
import io.eidolon.serving.PictureSampler;
import io.eidolon.serving.Provenance;
import io.eidolon.serving.RequestTimeoutException;
import io.eidolon.serving.Sample;
import io.eidolon.serving.ServiceBusyException;

import org.springframework.stereotype.Service;

/**
 * Draws pictures. A picture depends on the version of its model, its seed (or latent),
 * its label, its truncation and its directions alone.
 */
@Service
public class GenerationService {

	private final ModelLeases models;

	private final GenerationProperties limits;

	private final LatentSampler latents;

	private final DirectionService directions;

	private final PictureSampler pictures;

	private final ImageEncoder encoder;

	private final Provenance provenance;

	GenerationService(ModelLeases models, GenerationProperties limits, LatentSampler latents,
			DirectionService directions, PictureSampler pictures, ImageEncoder encoder, Provenance provenance) {
		this.models = models;
		this.limits = limits;
		this.latents = latents;
		this.directions = directions;
		this.pictures = pictures;
		this.encoder = encoder;
		this.provenance = provenance;
	}

	/**
	 * Draws pictures, each encoded by itself.
	 * @throws InvalidParameterException when the request asks for what is not allowed
	 * @throws ServiceBusyException when there is no room for the request now
	 * @throws RequestTimeoutException when the client's time is over
	 * @throws ClientGoneException when the client has gone
	 */
	public GeneratedPictures pictures(GenerationRequest request, StillFormat format, Client client) {
		columns(request);
		try (Lease lease = this.models.lease(request.model(), request.version());
				Drawing drawing = draw(lease, request, 1, 1, client)) {
			return new GeneratedPictures(drawing.card(), lease.generator().plan(),
					drawing.await((sample, picture) -> new GeneratedPicture(sample, this.encoder.still(drawing.card(),
							format, picture, metadata(drawing.card(), request, List.of(sample))))));
		}
	}

	/**
	 * Draws pictures and encodes them as one grid, row by row.
	 * @throws InvalidParameterException when the request asks for what is not allowed
	 * @throws ServiceBusyException when there is no room for the request now
	 * @throws RequestTimeoutException when the client's time is over
	 * @throws ClientGoneException when the client has gone
	 */
	public GeneratedImage grid(GenerationRequest request, StillFormat format, Client client) {
		int columns = columns(request);
		try (Lease lease = this.models.lease(request.model(), request.version());
				Drawing drawing = draw(lease, request, columns, Math.ceilDiv(request.source().count(), columns),
						client)) {
			ModelCard card = drawing.card();
			byte[] data = this.encoder.still(card, format, Picture.grid(drawing.await(), columns),
					metadata(card, request, drawing.samples()));
			return new GeneratedImage(card, drawing.samples(), data);
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

	private Drawing draw(Lease lease, GenerationRequest request, int columns, int rows, Client client) {
		Generator generator = lease.generator();
		List<Latent> sampled = this.directions.move(lease, this.latents.sample(generator.card(), request),
				request.directions(), client);
		this.limits.checkSize(generator.card().image(), "count", sampled.size(), columns, rows, request.scale());
		return this.pictures.draw(generator, "count", sampled, request.scale(), client);
	}

	private Metadata metadata(ModelCard card, GenerationRequest request, List<Sample> samples) {
		List<Seed> seeds = samples.stream().map(Sample::seed).filter(Objects::nonNull).toList();
		return this.provenance.of(card, request.truncation(), request.directions(), seeds, samples);
	}

}
