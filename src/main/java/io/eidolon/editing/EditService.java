package io.eidolon.editing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.eidolon.inference.Generator;
import io.eidolon.inference.gradient.GradientLoss;
import io.eidolon.latent.Interpolation;
import io.eidolon.latent.LatentPath;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.registry.Lease;
import io.eidolon.search.Adam;
import io.eidolon.search.Candidate;
import io.eidolon.search.GradientSearch;
import io.eidolon.search.InitialLatents;
import io.eidolon.search.ResultEncoder;
import io.eidolon.search.SearchObjective;
import io.eidolon.search.SearchEffort;
import io.eidolon.search.SearchProperties;
import io.eidolon.serving.Condition;
import io.eidolon.serving.ImageEncoder;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Latent;
import io.eidolon.serving.PromptSentences;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.Sentence;
import io.eidolon.serving.ServingProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Searches for images that fit what is said of their parts (Zhu et al. 2016, "Generative
 * visual manipulation on the natural image manifold"): ranks many latents, optimises the
 * best ones by their gradient, and shows them on the way. The same request gives the same
 * answer.
 */
@Service
public class EditService {

	/** Steps between two reports. */
	private static final int REPORT = 5;

	private final EditLimits limits;

	private final PromptSentences sentences;

	private final ImageEncoder encoder;

	EditService(SearchProperties limits, ServingProperties imageLimits, PromptSentences sentences,
			ImageEncoder encoder) {
		this.limits = new EditLimits(limits, imageLimits);
		this.sentences = sentences;
		this.encoder = encoder;
	}

	/**
	 * Edits an image, or finds one from nothing.
	 * @param progress hears how far it has come, null when nobody listens
	 * @throws InvalidParameterException when the request asks for what is not allowed
	 * @throws io.eidolon.inference.gradient.NoGradientException when the model has no
	 * gradient
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public Edit edit(EditRequest request, RequestContext context, @Nullable Consumer<EditProgress> progress) {
		if (WordsEdit.isAskedBy(request)) {
			return moveTowardsWords(request, context);
		}
		this.limits.check(request);
		try (Lease lease = context.lease(request.model(), request.version())) {
			ModelCard card = lease.generator().card();
			int candidates = this.limits.candidates(request, card.image(), context);
			long pixels = this.limits.pixels(request, card.image(), candidates);
			try (RequestContext.Reservation _ = context.reserve(pixels)) {
				context.spend(new SearchEffort(card.image()).cost(request.search().starts(), candidates,
						request.search().steps()) + pixels);
				return edit(lease.generator(), request, candidates, context, progress);
			}
		}
	}

	private Edit moveTowardsWords(EditRequest request, RequestContext context) {
		WordsEdit.check(request);
		try (Lease lease = context.lease(request.model(), request.version())) {
			Generator generator = lease.generator();
			Latent start = Objects.requireNonNull(start(generator.card(), request, null));
			return new WordsEdit(this.limits.serving(), this.sentences, this.encoder).edit(generator, start, request,
					context);
		}
	}

	private Edit edit(Generator generator, EditRequest request, int candidates, RequestContext context,
			@Nullable Consumer<EditProgress> progress) {
		ModelCard card = generator.card();
		EditRequest.Effort effort = request.search();
		List<Seed> seeds = (request.start() instanceof EditRequest.SeedStart(Seed seed)) ? List.of(seed) : List.of();
		Sentence sentence = this.sentences.ofAll(card, request.prompts(), seeds, context);
		Latent start = start(card, request, sentence);
		IntFunction<Condition> conditions = (start != null) ? (_) -> start.condition()
				: InitialLatents.conditions(card, request.label(), sentence);
		GradientLoss loss = SketchPainter.isAskedBy(request.constraints()) ? GradientLoss.SKETCH : GradientLoss.PIXELS;
		GradientSearch search = GradientSearch.open(generator, loss, context);
		SearchObjective objective = objective(card, request, start, search);
		ResultEncoder results = new ResultEncoder(context, card, request.format(), request.enlargement(), this.encoder);

		List<Candidate> initial = new InitialLatents(card.latent().dimension(), effort.seed(), request.truncation())
			.sample(effort.starts(), start, conditions)
			.stream()
			.map((latent) -> new Candidate(objective, new Adam(latent.z().length), latent.z(), latent.condition()))
			.toList();
		search.rank(initial, candidates);
		ValueRange range = card.image().range();
		List<Candidate> best = new DiverseSelection(range.maximum() - range.minimum()).select(search.finite(initial),
				candidates);
		search.restoreImages(best);
		EditedImage edited = (start != null) ? edited(initial.getFirst(), search, results) : null;
		int previews = (request.previews() != null) ? Math.min(request.previews(), best.size()) : best.size();
		report(progress, 0, effort.steps(), best, previews, results);
		for (int step = 1; step <= effort.steps(); step++) {
			search.step(best, step, effort.steps());
			if (step % REPORT == 0 && step < effort.steps()) {
				report(progress, step, effort.steps(), best, previews, results);
			}
		}
		List<EditedImage> images = images(best, best.size(), results);
		Candidate first = best.stream().min(Candidate.BEST_FIRST).orElseThrow();
		float[] from = (start != null) ? start.z() : new float[card.latent().dimension()];
		return new Edit(card, edited, images, frames(generator, from, first, request.frames(), results));
	}

	private static @Nullable Latent start(ModelCard card, EditRequest request, @Nullable Sentence sentence) {
		return switch (request.start()) {
			case EditRequest.SeedStart(var seed) ->
				Latent.of(card, seed, request.truncation(), request.label()).with(sentence);
			case EditRequest.LatentStart(float[] z) -> Latent.given(card, "latent", z, request.label()).with(sentence);
			case null -> null;
		};
	}

	private static SearchObjective objective(ModelCard card, EditRequest request, @Nullable Latent start,
			GradientSearch search) {
		ImageShape shape = card.image();
		float range = shape.range().maximum() - shape.range().minimum();
		float[] image = (start != null) ? image(card, request, start, search) : null;
		long pixels = (long) request.constraints().size() * shape.width() * shape.height();
		return search.request()
			.compute(pixels,
					() -> new SearchObjective(
							asked(new TargetPainter(shape, image).paint(request.constraints()), card, request),
							1 / (range * range), request.search().prior(), request.search().smoothness(),
							(start != null) ? start.z() : null));
	}

	/** The image of a latent, by a loss that asks for nothing. */
	private static float[] image(ModelCard card, EditRequest request, Latent latent, GradientSearch search) {
		int plane = card.image().width() * card.image().height();
		Target nothing = new Target(new float[card.image().channels() * plane], new float[plane]);
		Candidate generated = new Candidate(new SearchObjective(asked(nothing, card, request), 1, 0, 0, null),
				new Adam(latent.z().length), latent.z(), latent.condition());
		search.evaluate(List.of(generated));
		return generated.image();
	}

	private static Map<String, float[]> asked(Target target, ModelCard card, EditRequest request) {
		Map<String, float[]> asked = new HashMap<>(target.asked());
		if (SketchPainter.isAskedBy(request.constraints())) {
			asked.putAll(new SketchPainter(card.image()).asked(request.constraints()));
		}
		return asked;
	}

	private static EditedImage edited(Candidate start, GradientSearch search, ResultEncoder results) {
		search.restoreImages(List.of(start));
		return images(List.of(start), 1, results).getFirst();
	}

	private static void report(@Nullable Consumer<EditProgress> progress, int step, int steps, List<Candidate> best,
			int previews, ResultEncoder results) {
		if (progress != null) {
			progress.accept(new EditProgress(step, steps, images(best, previews, results.ofProgress())));
		}
	}

	private static List<EditedImage> images(List<Candidate> candidates, int count, ResultEncoder results) {
		List<Candidate> sorted = candidates.stream().sorted(Candidate.BEST_FIRST).toList();
		List<byte[]> encoded = results.encode(sorted.subList(0, count));
		return IntStream.range(0, count)
			.mapToObj((i) -> image(i, sorted.get(i), results.card(), encoded.get(i)))
			.toList();
	}

	private static EditedImage image(int index, Candidate candidate, ModelCard card, byte[] encoded) {
		return new EditedImage(index, candidate.z(), candidate.condition().name(card), null, candidate.loss(), encoded);
	}

	private static List<Edit.Frame> frames(Generator generator, float[] from, Candidate to, int count,
			ResultEncoder results) {
		if (count == 0) {
			return List.of();
		}
		RequestContext context = results.request();
		List<float[]> path = new LatentPath(List.of(from, to.z()), Interpolation.SLERP, false).frames(count);
		List<CompletableFuture<byte[]>> generated = generator
			.generateAll(path.stream().map(to.condition()::input).toList(), context.client(), context.remaining());
		try {
			List<byte[]> frames = results.encode(generated.stream().map(context::await).toList(),
					(_) -> results.found(to.condition()));
			return IntStream.range(0, count).mapToObj((i) -> new Edit.Frame(i, path.get(i), frames.get(i))).toList();
		}
		finally {
			generated.forEach((frame) -> frame.cancel(false));
		}
	}

}
