package io.eidolon.web.openai;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.eidolon.generation.GenerationRequest;
import io.eidolon.generation.GenerationService;
import io.eidolon.generation.LatentSource;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.GeneratedPictures.GeneratedPicture;
import io.eidolon.serving.RequestContext;

import org.springframework.stereotype.Component;

/** Generates pictures from words. */
@Component
class ImageGenerations {

	private final GenerationService generation;

	ImageGenerations(GenerationService generation) {
		this.generation = generation;
	}

	/** Generates pictures; where they are upscaled, each has a preview before that. */
	void run(ImageTask task, RequestContext context, ImageSink sink) {
		LatentSource source = new LatentSource.Consecutive(task.form().seed(), task.form().count());
		Enlargement enlargement = task.size().enlargement();
		if (task.form().previews() > 0 && enlargement.upscale() > 1) {
			List<GeneratedPicture> previews = pictures(task, source, task.size().preview(), context);
			previews.forEach((preview) -> sink.preview(0, preview.data()));
			source = new LatentSource.Seeds(previews.stream().map(ImageGenerations::seed).toList());
		}
		pictures(task, source, enlargement, context)
			.forEach((picture) -> sink.completed(picture.data(), seed(picture)));
	}

	private List<GeneratedPicture> pictures(ImageTask task, LatentSource source, Enlargement enlargement,
			RequestContext context) {
		GenerationRequest request = new GenerationRequest(task.card().name(), task.card().version(), source,
				Truncation.NONE, Map.of(), null, task.form().prompts(), enlargement, null);
		return this.generation.pictures(request, task.form().encoding(), context).pictures();
	}

	private static Seed seed(GeneratedPicture picture) {
		return Objects.requireNonNull(picture.sample().seed());
	}

}
