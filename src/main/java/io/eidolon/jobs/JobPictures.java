package io.eidolon.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.eidolon.generation.GenerationRequest;
import io.eidolon.generation.GenerationService;
import io.eidolon.generation.LatentSource;
import io.eidolon.interpolation.InterpolationRequest;
import io.eidolon.interpolation.InterpolationService;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompt;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.Sample;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Generates pictures of jobs as other requests have them generated. */
@Component
class JobPictures {

	private final GenerationService generation;

	private final InterpolationService interpolation;

	JobPictures(GenerationService generation, InterpolationService interpolation) {
		this.generation = generation;
		this.interpolation = interpolation;
	}

	/**
	 * Generates some pictures of a job, in their order.
	 * @param some their places among its pictures
	 * @throws InvalidParameterException when the job asks for what is not allowed
	 */
	List<JobPicture> generate(JobRequest job, List<Integer> some, RequestContext context) {
		Map<Integer, JobPicture> made = new TreeMap<>();
		parts(job, some).forEach((indices) -> {
			GeneratedPictures generated = make(job, indices, context);
			for (int i = 0; i < indices.size(); i++) {
				// On a walk there are all frames from the first to the last.
				int place = (job.walk() != null) ? indices.get(i) - indices.getFirst() : i;
				Sample sample = generated.pictures().get(place).sample();
				Seed seed = sample.seed();
				made.put(indices.get(i), new JobPicture(indices.get(i), (seed != null) ? seed.value() : null,
						sample.label(), sample.prompt(), generated.pictures().get(place).data()));
			}
		});
		return List.copyOf(made.values());
	}

	/** Generates the first picture of a job, to see what it is like. */
	GeneratedPictures first(JobRequest job, RequestContext context) {
		return make(job, List.of(0), context);
	}

	// A request has one label.
	private static List<List<Integer>> parts(JobRequest job, List<Integer> some) {
		Map<String, List<Integer>> parts = new LinkedHashMap<>();
		some.forEach(
				(i) -> parts.computeIfAbsent(Objects.requireNonNullElse(job.label(i), ""), (_) -> new ArrayList<>())
					.add(i));
		return List.copyOf(parts.values());
	}

	private GeneratedPictures make(JobRequest job, List<Integer> indices, RequestContext context) {
		Truncation truncation = new Truncation(job.truncation());
		Enlargement enlargement = Enlargement.of(job.upscale(), job.scale());
		String text = job.label(indices.getFirst());
		Label label = (text != null) ? new Label(text) : null;
		JobRequest.Walk walk = job.walk();
		if (walk != null) {
			return this.interpolation.frames(new InterpolationRequest(job.model(), job.version(),
					walk.seeds().stream().map(Seed::new).toList(), List.of(), job.total(), walk.method(), walk.loop(),
					truncation, label, prompts(job), enlargement), indices.getFirst(), indices.getLast() + 1,
					job.format(), context);
		}
		long first = Objects.requireNonNullElse(job.seed(), 0L);
		List<Seed> seeds = indices.stream().map((i) -> new Seed(first + i)).toList();
		return this.generation.pictures(new GenerationRequest(job.model(), job.version(), new LatentSource.Seeds(seeds),
				truncation, job.directions(), label, prompts(job, indices), enlargement, null), job.format(), context);
	}

	private static Prompts prompts(JobRequest job, List<Integer> indices) {
		int all = job.prompts().size();
		List<Integer> turns = (all > 1) ? indices.stream().map((i) -> i % all).toList()
				: (all == 1) ? List.of(0) : List.of();
		return prompts(job.strength(),
				turns.stream().map((i) -> new Prompt("prompts[%s]".formatted(i), job.prompts().get(i))).toList());
	}

	private static Prompts prompts(JobRequest job) {
		if (job.prompts().size() > 2) {
			throw new InvalidParameterException("prompts", job.prompts().size() + " items",
					"one text, or the first one and the last one of the walk");
		}
		return prompts(job.strength(), job.prompts().stream().map((text) -> new Prompt("prompts", text)).toList());
	}

	private static Prompts prompts(@Nullable Float strength, List<Prompt> prompts) {
		if (prompts.isEmpty()) {
			return Prompts.of((String) null, strength);
		}
		return new Prompts(prompts, Objects.requireNonNullElse(strength, 1f));
	}

}
