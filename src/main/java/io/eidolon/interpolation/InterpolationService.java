package io.eidolon.interpolation;

import java.time.Duration;
import java.util.List;

import io.eidolon.image.AnimationFormat;
import io.eidolon.image.Metadata;
import io.eidolon.image.Picture;
import io.eidolon.image.StillFormat;
import io.eidolon.inference.Generator;
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
import io.eidolon.serving.ServiceBusyException;

import org.springframework.stereotype.Service;

/** Draws walks through latent space. */
@Service
public class InterpolationService {

	private final ModelLeases models;

	private final GenerationProperties limits;

	private final PictureSampler pictures;

	private final ImageEncoder encoder;

	private final Provenance provenance;

	InterpolationService(ModelLeases models, GenerationProperties limits, PictureSampler pictures, ImageEncoder encoder,
			Provenance provenance) {
		this.models = models;
		this.limits = limits;
		this.pictures = pictures;
		this.encoder = encoder;
		this.provenance = provenance;
	}

	/**
	 * Draws the frames, each encoded by itself.
	 * @throws InvalidParameterException when the request asks for what is not allowed
	 * @throws ServiceBusyException when there is no room for the request now
	 * @throws RequestTimeoutException when the client's time is over
	 * @throws ClientGoneException when the client has gone
	 */
	public GeneratedPictures frames(InterpolationRequest request, StillFormat format, Client client) {
		try (Lease lease = this.models.lease(request.model(), request.version());
				Drawing drawing = draw(lease, request, 1, client)) {
			Metadata metadata = metadata(request, drawing);
			return new GeneratedPictures(drawing.card(), lease.generator().plan(),
					drawing.await((sample, picture) -> new GeneratedPicture(sample,
							this.encoder.still(drawing.card(), format, picture, metadata))));
		}
	}

	/**
	 * Draws the frames side by side.
	 * @throws InvalidParameterException when the request asks for what is not allowed
	 * @throws ServiceBusyException when there is no room for the request now
	 * @throws RequestTimeoutException when the client's time is over
	 * @throws ClientGoneException when the client has gone
	 */
	public GeneratedImage filmstrip(InterpolationRequest request, StillFormat format, Client client) {
		try (Lease lease = this.models.lease(request.model(), request.version());
				Drawing drawing = draw(lease, request, request.steps(), client)) {
			Picture strip = Picture.grid(drawing.await(), request.steps());
			return image(drawing, this.encoder.still(drawing.card(), format, strip, metadata(request, drawing)));
		}
	}

	/**
	 * Draws the frames as an animation, which plays for ever when the walk is a loop.
	 * @throws InvalidParameterException when the request asks for what is not allowed
	 * @throws ServiceBusyException when there is no room for the request now
	 * @throws RequestTimeoutException when the client's time is over
	 * @throws ClientGoneException when the client has gone
	 */
	public GeneratedImage animation(InterpolationRequest request, AnimationFormat format, Duration frameTime,
			Client client) {
		try (Lease lease = this.models.lease(request.model(), request.version());
				Drawing drawing = draw(lease, request, 1, client)) {
			return image(drawing, this.encoder.animation(drawing.card(), format, drawing.await(), frameTime,
					request.loop(), metadata(request, drawing)));
		}
	}

	private Drawing draw(Lease lease, InterpolationRequest request, int columns, Client client) {
		Generator generator = lease.generator();
		List<Latent> frames = request.frames(generator.card(), this.limits);
		this.limits.checkSize(generator.card().image(), "steps", frames.size(), columns, 1, request.scale());
		return this.pictures.draw(generator, "steps", frames, request.scale(), client);
	}

	private Metadata metadata(InterpolationRequest request, Drawing drawing) {
		return this.provenance.of(drawing.card(), request.truncation(), request.keyFrames(), drawing.samples());
	}

	private static GeneratedImage image(Drawing drawing, byte[] data) {
		return new GeneratedImage(drawing.card(), drawing.samples(), data);
	}

}
