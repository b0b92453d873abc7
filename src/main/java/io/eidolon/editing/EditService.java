package io.eidolon.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import io.eidolon.inference.Generator;
import io.eidolon.inference.gradient.GradientLoss;
import io.eidolon.latent.Interpolation;
import io.eidolon.latent.LatentInput;
import io.eidolon.latent.LatentPath;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.registry.Lease;
import io.eidolon.search.Adam;
import io.eidolon.search.Descent;
import io.eidolon.search.EditProperties;
import io.eidolon.search.Objective;
import io.eidolon.search.Pictures;
import io.eidolon.search.Search;
import io.eidolon.search.Starts;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.Client;
import io.eidolon.serving.GenerationProperties;
import io.eidolon.serving.ImageEncoder;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Latent;
import io.eidolon.serving.Lookout;
import io.eidolon.serving.ModelLeases;
import io.eidolon.serving.PictureMemory;
import io.eidolon.serving.Provenance;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Looks for pictures that fit what is said of their parts (Zhu et al. 2016, "Generative
 * visual manipulation on the natural image manifold"): ranks many latents, takes the best
 * ones down their gradient, and shows them on the way. The same request gives the same
 * answer.
 */
@Service
public class EditService {

	/** Steps between two reports. */
	private static final int REPORT = 5;

	private final ModelLeases models;

	private final EditProperties limits;

	private final GenerationProperties pictureLimits;

	private final PictureMemory memory;

	private final Lookout lookout;

	private final ImageEncoder encoder;

	private final Provenance provenance;

	EditService(ModelLeases models, EditProperties limits, GenerationProperties pictureLimits, PictureMemory memory,
			Lookout lookout, ImageEncoder encoder, Provenance provenance) {
		this.models = models;
		this.limits = limits;
		this.pictureLimits = pictureLimits;
		this.memory = memory;
		this.lookout = lookout;
		this.encoder = encoder;
		this.provenance = provenance;
	}

	/**
	 * Edits a picture, or draws one from nothing.
	 * @param progress hears how far it has come, null when nobody listens
	 * @throws InvalidParameterException when the request asks for what is not allowed
	 * @throws io.eidolon.inference.gradient.NoGradientException when the model has no
	 * gradient
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException when the client's time is over
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public Edit edit(EditRequest request, Client client, @Nullable Consumer<EditProgress> progress) {
		check(request);
		try (Lease lease = this.models.lease(request.model(), request.version())) {
			ModelCard card = lease.generator().card();
			int pictures = request.search().candidates() + request.frames() + 1;
			this.pictureLimits.checkSize(card.image(), "candidates", pictures, 1, 1, request.scale());
			try (PictureMemory.Reservation _ = this.memory.reserve(card.image(), pictures, request.scale())) {
				return edit(lease.generator(), request, client, progress);
			}
		}
	}

	private void check(EditRequest request) {
		this.limits.constraints().checkItems("constraints", request.constraints().size());
		EditRequest.Effort search = request.search();
		this.limits.candidates().check("candidates", search.candidates());
		this.limits.starts().check("starts", search.starts());
		if (search.starts() < search.candidates()) {
			throw new InvalidParameterException("starts", search.starts(),
					"at least %d, the number of candidates".formatted(search.candidates()));
		}
		this.limits.steps().check("steps", search.steps());
		if (request.frames() != 0) {
			new Bounds(2, this.pictureLimits.maxSteps()).check("frames", request.frames());
		}
	}

	private Edit edit(Generator generator, EditRequest request, Client client,
			@Nullable Consumer<EditProgress> progress) {
		ModelCard card = generator.card();
		EditRequest.Effort effort = request.search();
		Latent start = start(card, request);
		IntUnaryOperator labels = labels(card, request, start);
		Search search = new Search(
				generator.gradient(
						SketchPainter.isAskedBy(request.constraints()) ? GradientLoss.SKETCH : GradientLoss.PIXELS),
				this.lookout, client);
		Objective objective = objective(card, request, start, search);
		Pictures pictures = new Pictures(card, request.format(), request.scale(), this.encoder, this.provenance);

		List<Descent> descents = new Starts(card.latent().dimension(), effort.seed(), request.truncation())
			.draw(effort.starts(), start, labels)
			.stream()
			.map((latent) -> new Descent(objective, new Adam(latent.z().length), latent.z(), latent.label()))
			.toList();
		search.look(descents);
		Candidate edited = (start != null) ? candidate(0, descents.getFirst(), pictures) : null;
		ValueRange range = card.image().range();
		List<Descent> best = new Selection(range.maximum() - range.minimum()).of(descents, effort.candidates());
		report(progress, 0, effort.steps(), best, pictures);
		for (int step = 1; step <= effort.steps(); step++) {
			search.step(best, step, effort.steps());
			if (step % REPORT == 0 && step < effort.steps()) {
				report(progress, step, effort.steps(), best, pictures);
			}
		}
		List<Candidate> candidates = candidates(best, pictures);
		Descent first = best.stream().min(Descent.BEST_FIRST).orElseThrow();
		return new Edit(card, edited, candidates,
				frames(generator, (start != null) ? start.z() : new float[card.latent().dimension()], first,
						request.frames(), pictures, client));
	}

	private static @Nullable Latent start(ModelCard card, EditRequest request) {
		return switch (request.start()) {
			case EditRequest.SeedStart(var seed) -> Latent.of(card, seed, request.truncation(), request.label());
			case EditRequest.LatentStart(float[] z) -> Latent.given(card, "latent", z, request.label());
			case null -> null;
		};
	}

	private static IntUnaryOperator labels(ModelCard card, EditRequest request, @Nullable Latent start) {
		if (start != null) {
			return (_) -> start.label();
		}
		return Starts.labels(card, request.label());
	}

	private static Objective objective(ModelCard card, EditRequest request, @Nullable Latent start, Search search) {
		ValueRange range = card.image().range();
		float width = range.maximum() - range.minimum();
		int plane = card.image().width() * card.image().height();
		float[] picture = null;
		if (start != null) {
			// Nothing is asked of it: only the picture counts.
			Target nothing = new Target(new float[card.image().channels() * plane], new float[plane]);
			Descent drawn = new Descent(new Objective(asked(nothing, card, request), 1, 0, 0, null),
					new Adam(start.z().length), start.z(), start.label());
			search.look(List.of(drawn));
			picture = drawn.image();
		}
		Target target = new TargetPainter(card.image(), picture).paint(request.constraints());
		return new Objective(asked(target, card, request), 1 / (width * width), request.search().prior(),
				request.search().smoothness(), (start != null) ? start.z() : null);
	}

	private static Map<String, float[]> asked(Target target, ModelCard card, EditRequest request) {
		Map<String, float[]> asked = new HashMap<>(target.asked());
		if (SketchPainter.isAskedBy(request.constraints())) {
			asked.putAll(new SketchPainter(card.image()).asked(request.constraints()));
		}
		return asked;
	}

	private static void report(@Nullable Consumer<EditProgress> progress, int step, int steps, List<Descent> best,
			Pictures pictures) {
		if (progress != null) {
			progress.accept(new EditProgress(step, steps, candidates(best, pictures)));
		}
	}

	private static List<Candidate> candidates(List<Descent> descents, Pictures pictures) {
		List<Descent> sorted = descents.stream().sorted(Descent.BEST_FIRST).toList();
		return IntStream.range(0, sorted.size()).mapToObj((i) -> candidate(i, sorted.get(i), pictures)).toList();
	}

	private static Candidate candidate(int index, Descent descent, Pictures pictures) {
		return new Candidate(index, descent.z(), pictures.label(descent.label()), descent.loss(),
				pictures.encode(descent.image(), descent.label()));
	}

	private List<Edit.Frame> frames(Generator generator, float[] from, Descent to, int count, Pictures pictures,
			Client client) {
		if (count == 0) {
			return List.of();
		}
		List<float[]> way = new LatentPath(List.of(from, to.z()), Interpolation.SLERP, false).frames(count);
		List<CompletableFuture<byte[]>> drawn = generator
			.generateAll(way.stream().map((z) -> new LatentInput(z, to.label())).toList(), client.remaining());
		try {
			List<Edit.Frame> frames = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				frames.add(new Edit.Frame(i, way.get(i),
						pictures.encode(this.lookout.join(drawn.get(i), client), to.label())));
			}
			return frames;
		}
		finally {
			drawn.forEach((frame) -> frame.cancel(false));
		}
	}

}
