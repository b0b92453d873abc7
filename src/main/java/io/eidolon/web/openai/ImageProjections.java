package io.eidolon.web.openai;

import java.util.function.Consumer;

import io.eidolon.latent.Seed;
import io.eidolon.projection.Likeness;
import io.eidolon.projection.Projection;
import io.eidolon.projection.ProjectionProgress;
import io.eidolon.projection.ProjectionRequest;
import io.eidolon.projection.ProjectionService;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.RequestContext;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Finds pictures of a model that are like pictures that were sent. */
@Component
class ImageProjections {

	/** Latents that searches begin with: all searches of a request together. */
	private static final int STARTS = 8;

	private final ProjectionService projections;

	ImageProjections(ProjectionService projections) {
		this.projections = projections;
	}

	/** Finds the latent of a picture. */
	Projection find(ImageTask task, byte[] picture, Seed seed, RequestContext context, ImageSink sink) {
		return project(task, picture, null, Prompts.NONE, null, seed, Enlargement.NONE, context, sink);
	}

	/**
	 * Finds pictures under words that are like one that was sent but for what is free.
	 */
	void fill(ImageTask task, byte[] picture, byte[] mask, Seed first, RequestContext context, ImageSink sink) {
		int count = task.form().count();
		Integer starts = (count > 1) ? Integer.valueOf(Math.max(1, STARTS / count)) : null;
		for (int i = 0; i < count; i++) {
			Seed seed = first.plus(i);
			Projection found = project(task, picture, mask, task.form().prompts(), starts, seed,
					task.size().enlargement(), context, sink);
			sink.completed(found.picture(), seed);
		}
	}

	private Projection project(ImageTask task, byte[] picture, byte @Nullable [] mask, Prompts prompts,
			@Nullable Integer starts, Seed seed, Enlargement enlargement, RequestContext context, ImageSink sink) {
		ProjectionRequest request = new ProjectionRequest(task.card().name(), task.card().version(), picture, mask,
				null, prompts, starts, null, Likeness.PIXEL, seed, task.form().encoding(), enlargement);
		int previews = task.form().previews();
		return this.projections.project(request, context,
				(previews > 0 && task.form().asksForEvents()) ? new Previews(previews, sink) : null);
	}

	/** Shows as many steps of a search as are wanted, at equal intervals. */
	private static final class Previews implements Consumer<ProjectionProgress> {

		private final int count;

		private final ImageSink sink;

		private int shown;

		Previews(int count, ImageSink sink) {
			this.count = count;
			this.sink = sink;
		}

		@Override
		public void accept(ProjectionProgress progress) {
			if (this.shown < this.count
					&& (long) progress.step() * (this.count + 1) >= (long) (this.shown + 1) * progress.steps()) {
				this.sink.preview(this.shown, progress.picture());
				this.shown++;
			}
		}

	}

}
