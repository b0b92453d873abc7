package io.eidolon.web.openai;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import io.eidolon.editing.Edit;
import io.eidolon.editing.EditRequest;
import io.eidolon.editing.EditService;
import io.eidolon.editing.EditedImage;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.projection.Projection;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.RequestContext;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Edits pictures by words: under a mask, what it frees is searched for, and the rest
 * stays; without one, the picture is found in the model and moved towards the words.
 */
@Component
class ImageEdits {

	private final ImageProjections projections;

	private final EditService edits;

	private final RandomGenerator random;

	ImageEdits(ImageProjections projections, EditService edits, RandomGenerator random) {
		this.projections = projections;
		this.edits = edits;
		this.random = random;
	}

	void run(ImageTask task, byte[] picture, byte @Nullable [] mask, RequestContext context, ImageSink sink) {
		Seed seed = task.seed(this.random);
		if (mask != null) {
			this.projections.fill(task, picture, mask, seed, context, sink);
			return;
		}
		if (!task.form().hasWords()) {
			throw new InvalidParameterException("prompt", null,
					"given, or else mask: what is to become of the picture");
		}
		Projection found = this.projections.find(task, picture, seed, context, sink);
		Edit edit = this.edits.edit(towardsWords(task, found, seed), context, null);
		// Those that went furthest come first.
		for (EditedImage image : edit.candidates().reversed()) {
			sink.completed(image.data(), seed);
		}
	}

	private static EditRequest towardsWords(ImageTask task, Projection found, Seed seed) {
		int count = task.form().count();
		List<Float> blends = IntStream.rangeClosed(0, count).mapToObj((i) -> (float) i / count).toList();
		return new EditRequest(task.card().name(), task.card().version(), new EditRequest.LatentStart(found.z()),
				(found.label() != null) ? new Label(found.label()) : null,
				Prompts.blended(null, task.form().prompt(), blends, null), Truncation.NONE, List.of(),
				new EditRequest.Effort(null, 1, 0, 0, 0, seed), 0, task.form().encoding(), task.size().enlargement(),
				null);
	}

}
