package io.eidolon.web.openai;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import io.eidolon.generation.GenerationRequest;
import io.eidolon.generation.GenerationService;
import io.eidolon.generation.LatentSource;
import io.eidolon.latent.Interpolation;
import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.projection.Projection;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.RequestContext;

import org.springframework.stereotype.Component;

/**
 * Varies pictures: finds the latent of a picture, and takes some of the way from there to
 * the latents of seeds.
 */
@Component
class ImageVariations {

	/** How much of the way: the pictures differ, and are still like the one sent. */
	private static final double DISTANCE = 0.35;

	private final ImageProjections projections;

	private final GenerationService generation;

	private final RandomGenerator random;

	ImageVariations(ImageProjections projections, GenerationService generation, RandomGenerator random) {
		this.projections = projections;
		this.generation = generation;
		this.random = random;
	}

	void run(ImageTask task, byte[] picture, RequestContext context, ImageSink sink) {
		Seed first = task.seed(this.random);
		Projection found = this.projections.find(task, picture, first, context, sink);
		List<float[]> latents = IntStream.range(0, task.form().count())
			.mapToObj((i) -> Interpolation.SLERP.between(found.z(), Latents.sample(first.plus(i), found.z().length),
					DISTANCE))
			.toList();
		GenerationRequest request = new GenerationRequest(task.card().name(), task.card().version(),
				new LatentSource.Explicit(latents), Truncation.NONE, Map.of(),
				(found.label() != null) ? new Label(found.label()) : null, Prompts.NONE, task.size().enlargement(),
				null);
		this.generation.pictures(request, task.form().encoding(), context)
			.pictures()
			.forEach((varied) -> sink.completed(varied.data(), first.plus(varied.sample().index())));
	}

}
