package io.eidolon.projection;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.eidolon.inference.Generator;
import io.eidolon.inference.gradient.BatchedExtractor;
import io.eidolon.inference.gradient.CompanionNetwork;
import io.eidolon.inference.gradient.GradientLoss;
import io.eidolon.inference.plan.Levels;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.registry.Lease;
import io.eidolon.search.Candidate;
import io.eidolon.search.GradientSearch;
import io.eidolon.search.InitialLatents;
import io.eidolon.search.Lbfgs;
import io.eidolon.search.ResultEncoder;
import io.eidolon.search.SearchEffort;
import io.eidolon.search.SearchMemory;
import io.eidolon.search.SearchObjective;
import io.eidolon.search.SearchProperties;
import io.eidolon.serving.Condition;
import io.eidolon.serving.ImageEncoder;
import io.eidolon.serving.ImageOrigin;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.PromptSentences;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.ServingProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Searches for the latent whose image is nearest to one that is given: from what the
 * model's encoder finds, where it has one, and in any case from the best of many latents
 * sampled at random; then by gradients, of ever fewer candidates. The same request gives
 * the same answer.
 */
@Service
public class ProjectionService {

	/** How many candidates there are unless the request says so. */
	private static final int STARTS = 8;

	/** How many steps there are unless the request says so. */
	private static final int STEPS = 400;

	/** However large images are. */
	private static final int LEAST_STEPS = 25;

	/** The target and the image that was found. */
	private static final int ANSWERS = 2;

	/** How many latents are sampled for each candidate. */
	private static final int SAMPLES_PER_CANDIDATE = 8;

	/** The least that tell how much a model's images differ. */
	private static final int LEAST_SAMPLES = 16;

	/** What it costs to be far from the mean in the latent space: little. */
	private static final float PRIOR = 1e-4f;

	private final SearchProperties limits;

	private final ServingProperties imageLimits;

	private final PromptSentences sentences;

	private final ImageEncoder encoder;

	ProjectionService(SearchProperties limits, ServingProperties imageLimits, PromptSentences sentences,
			ImageEncoder encoder) {
		this.limits = limits;
		this.imageLimits = imageLimits;
		this.sentences = sentences;
		this.encoder = encoder;
	}

	/**
	 * Projects an image.
	 * @param progress hears how far it has come, null when nobody listens
	 * @throws InvalidParameterException when the request asks for what is not allowed, or
	 * its image cannot be read
	 * @throws io.eidolon.inference.gradient.NoGradientException when the model has no
	 * gradient
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public Projection project(ProjectionRequest request, RequestContext context,
			@Nullable Consumer<ProjectionProgress> progress) {
		if (request.starts() != null) {
			this.limits.starts().check("starts", request.starts());
		}
		if (request.steps() != null) {
			this.limits.projectionSteps().check("steps", request.steps());
		}
		try (Lease lease = context.lease(request.model(), request.version())) {
			ImageShape shape = lease.generator().card().image();
			checkLikeness(lease.generator().card(), request);
			this.imageLimits.checkSize(shape, "scale", 2, 1, 1, request.enlargement());
			int starts = starts(request, shape, context);
			TargetImage target = TargetImage.read(request.picture(), request.mask(), shape,
					this.limits.maxPicturePixels(), context);
			long pixels = new SearchMemory(shape).pixels(starts + ANSWERS, request.enlargement());
			try (RequestContext.Reservation _ = context.reserve(pixels)) {
				context.spend(new SearchEffort(shape).cost(starts, 1,
						new SuccessiveHalving(starts, steps(request, shape)).stepsInAll()) + pixels);
				return project(lease.generator(), request, starts, target, context, progress);
			}
		}
	}

	/** How many latents are optimised: as many as are asked for, or usual and fit. */
	private static int starts(ProjectionRequest request, ImageShape shape, RequestContext context) {
		SearchMemory memory = new SearchMemory(shape);
		int fitting = memory.fitting(context.mostPixels(), request.enlargement(), ANSWERS);
		Integer asked = request.starts();
		if (asked != null && asked > fitting) {
			throw new InvalidParameterException("starts", asked,
					"at most %s %s".formatted(fitting, memory.limit(context.mostPixels())));
		}
		return (asked != null) ? asked : Math.min(STARTS, fitting);
	}

	private int steps(ProjectionRequest request, ImageShape shape) {
		int usual = Math.min(STEPS, this.limits.maxProjectionSteps());
		return (request.steps() != null) ? request.steps() : new SearchEffort(shape).of(usual, LEAST_STEPS);
	}

	private Projection project(Generator generator, ProjectionRequest request, int starts, TargetImage target,
			RequestContext context, @Nullable Consumer<ProjectionProgress> progress) {
		ModelCard card = generator.card();
		IntFunction<Condition> conditions = InitialLatents.conditions(card, request.label(),
				this.sentences.ofAll(card, request.prompts(), List.of(), context));
		GradientSearch search = GradientSearch.open(generator, loss(request), context);
		ResultEncoder results = new ResultEncoder(context, card, request.format(), request.enlargement(), this.encoder);
		double range = card.image().range().maximum() - card.image().range().minimum();
		SearchObjective objective = new SearchObjective(target.asked(), (float) (1 / (range * range)), PRIOR, 0, null);

		List<Candidate> sampled = sampled(card, request.seed(), starts, objective, conditions);
		List<Candidate> encoded = encoded(generator, request, target, objective, conditions, context);
		List<Candidate> all = Stream.concat(sampled.stream(), encoded.stream()).toList();
		search.rank(all, starts);
		List<float[]> typical = sampled.stream().map(Candidate::sample).toList();
		List<Candidate> best = best(search.finite(all), starts);
		search.restoreImages(best);
		int steps = steps(request, card.image());
		SuccessiveHalving halving = new SuccessiveHalving(starts, steps);
		ProgressReporter reporter = new ProgressReporter(steps, target, range, results.ofProgress(), progress);
		reporter.report(0, best.getFirst());
		for (int step = 1; step <= steps; step++) {
			search.step(best, step, steps);
			best = best(best, halving.survivors(step));
			reporter.report(step, best.getFirst());
		}
		Candidate found = best.getFirst();
		byte[] generated = new Levels(card.image()).samples(found.image(), 0);
		ImageOrigin origin = results.found(found.condition());
		boolean composite = request.mask() != null;
		List<byte[]> answers = results.encode(
				List.of(target.picture().samples(), composite ? target.over(generated) : generated),
				List.of(ImageOrigin.uploaded(card), composite ? origin.composite() : origin)::get);
		return new Projection(card, found.z(), found.condition().name(card), found.loss(),
				Psnr.of(target.image(), found.image(), range),
				Domain.of(target.image(), found.image(), typical, found.z(), range), answers.getFirst(),
				answers.getLast());
	}

	private static void checkLikeness(ModelCard card, ProjectionRequest request) {
		if (request.likeness() == Likeness.PERCEPTUAL && !card.files().containsKey(ModelFiles.FEATURES)) {
			throw new InvalidParameterException("loss", "perceptual",
					"pixel, as %s comes without a %s".formatted(card.name(), ModelFiles.FEATURES));
		}
	}

	private static GradientLoss loss(ProjectionRequest request) {
		return switch (request.likeness()) {
			case PIXEL -> GradientLoss.PIXELS;
			case PERCEPTUAL -> GradientLoss.PERCEPTUAL;
		};
	}

	private static List<Candidate> best(List<Candidate> candidates, int count) {
		return candidates.stream().sorted(Candidate.BEST_FIRST).limit(count).toList();
	}

	private List<Candidate> sampled(ModelCard card, Seed seed, int starts, SearchObjective objective,
			IntFunction<Condition> conditions) {
		int count = Math.max(Math.max(LEAST_SAMPLES, starts),
				Math.min(SAMPLES_PER_CANDIDATE * starts, this.limits.maxStarts()));
		return new InitialLatents(card.latent().dimension(), seed, Truncation.NONE).sample(count, null, conditions)
			.stream()
			.map((latent) -> new Candidate(objective, new Lbfgs(), latent.z(), latent.condition()))
			.toList();
	}

	// The encoder does not say which class: each is tried with the latent that it finds.
	private static List<Candidate> encoded(Generator generator, ProjectionRequest request, TargetImage target,
			SearchObjective objective, IntFunction<Condition> conditions, RequestContext context) {
		BatchedExtractor network = context.network(generator, CompanionNetwork.ENCODER).orElse(null);
		if (network == null) {
			return List.of();
		}
		float[] z = context.await(network.describe(target.image(), context.client(), context.remaining()));
		int classes = (request.label() != null) ? 1 : Math.max(1, generator.card().classes().size());
		return IntStream.range(0, classes)
			.mapToObj((i) -> new Candidate(objective, new Lbfgs(), z, conditions.apply(i)))
			.toList();
	}

}
