package io.eidolon.interpolation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.eidolon.image.AnimationFormat;
import io.eidolon.image.Picture;
import io.eidolon.image.StillFormat;
import io.eidolon.inference.Generator;
import io.eidolon.registry.Lease;
import io.eidolon.serving.GeneratedImage;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.GeneratedPictures.GeneratedPicture;
import io.eidolon.serving.ImageEncoder;
import io.eidolon.serving.ImageOrigin;
import io.eidolon.serving.Latent;
import io.eidolon.serving.PendingImages;
import io.eidolon.serving.PromptSentences;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.Sentence;
import io.eidolon.serving.ServingProperties;

import org.springframework.stereotype.Service;

/** Generates the images on a path through the latent space, or between prompts. */
@Service
public class InterpolationService {

	private final ServingProperties limits;

	private final PromptSentences sentences;

	private final ImageEncoder encoder;

	InterpolationService(ServingProperties limits, PromptSentences sentences, ImageEncoder encoder) {
		this.limits = limits;
		this.sentences = sentences;
		this.encoder = encoder;
	}

	/**
	 * Generates the frames, each encoded by itself.
	 * @throws io.eidolon.serving.InvalidParameterException when the request asks for what
	 * is not allowed
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public GeneratedPictures frames(InterpolationRequest request, StillFormat format, RequestContext context) {
		try (Lease lease = context.lease(request.model(), request.version());
				PendingImages frames = generate(lease, request, 1, context)) {
			return pictures(request, format, context, lease, frames);
		}
	}

	private GeneratedPictures pictures(InterpolationRequest request, StillFormat format, RequestContext context,
			Lease lease, PendingImages frames) {
		ImageOrigin origin = origin(request, frames);
		return new GeneratedPictures(frames.card(), lease.generator().plan(), frames.await(
				(sample, frame) -> new GeneratedPicture(sample, this.encoder.still(context, origin, format, frame))));
	}

	/**
	 * Generates some of the frames, each encoded by itself. There may be any number in
	 * all.
	 * @param some which of them, from 0
	 * @throws io.eidolon.serving.InvalidParameterException when the request asks for what
	 * is not allowed
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public GeneratedPictures frames(InterpolationRequest request, List<Integer> some, StillFormat format,
			RequestContext context) {
		try (Lease lease = context.lease(request.model(), request.version());
				PendingImages frames = generate(lease, request, some, context)) {
			return pictures(request, format, context, lease, frames);
		}
	}

	/**
	 * Generates the frames side by side.
	 * @throws io.eidolon.serving.InvalidParameterException when the request asks for what
	 * is not allowed
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public GeneratedImage filmstrip(InterpolationRequest request, StillFormat format, RequestContext context) {
		try (Lease lease = context.lease(request.model(), request.version());
				PendingImages frames = generate(lease, request, request.steps(), context)) {
			Picture strip = frames.awaitGrid(request.steps());
			return image(frames, this.encoder.still(context, origin(request, frames), format, strip));
		}
	}

	/**
	 * Generates the frames as an animation.
	 * @param forEver whether it begins again after the last frame
	 * @throws io.eidolon.serving.InvalidParameterException when the request asks for what
	 * is not allowed
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public GeneratedImage animation(InterpolationRequest request, AnimationFormat format, Duration frameTime,
			boolean forEver, RequestContext context) {
		try (Lease lease = context.lease(request.model(), request.version());
				PendingImages frames = generate(lease, request, 1, context)) {
			return image(frames, this.encoder.animation(context, origin(request, frames), format, frames.await(),
					frameTime, forEver));
		}
	}

	private PendingImages generate(Lease lease, InterpolationRequest request, int columns, RequestContext context) {
		Generator generator = lease.generator();
		return generate(generator, request,
				request.frames(generator.card(), sentences(generator, request, context), this.limits), columns,
				context);
	}

	private PendingImages generate(Lease lease, InterpolationRequest request, List<Integer> some,
			RequestContext context) {
		Generator generator = lease.generator();
		return generate(generator, request,
				request.frames(generator.card(), sentences(generator, request, context), this.limits, some), 1,
				context);
	}

	private List<Sentence> sentences(Generator generator, InterpolationRequest request, RequestContext context) {
		return this.sentences.of(generator.card(), request.prompts(), request.keyFrames(), context);
	}

	private PendingImages generate(Generator generator, InterpolationRequest request, List<Latent> frames, int columns,
			RequestContext context) {
		this.limits.checkSize(generator.card().image(), "steps", frames.size(), columns, 1, request.enlargement());
		return context.generate(generator, "steps", frames, request.enlargement());
	}

	private static ImageOrigin origin(InterpolationRequest request, PendingImages frames) {
		return ImageOrigin.of(frames.card(), request.truncation(), Map.of(), request.keyFrames(), frames.samples(),
				request.prompts().texts(), request.prompts(), request.enlargement().upscale());
	}

	private static GeneratedImage image(PendingImages frames, byte[] data) {
		return new GeneratedImage(frames.card(), frames.samples(), data);
	}

}
