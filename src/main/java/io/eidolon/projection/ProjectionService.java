package io.eidolon.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

import io.eidolon.inference.Generator;
import io.eidolon.inference.gradient.GradientLoss;
import io.eidolon.inference.gradient.LatentEncoder;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.registry.Lease;
import io.eidolon.search.Descent;
import io.eidolon.search.EditProperties;
import io.eidolon.search.Objective;
import io.eidolon.search.Pictures;
import io.eidolon.search.QuasiNewton;
import io.eidolon.search.Search;
import io.eidolon.search.Starts;
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
 * Looks for the latent whose picture is nearest to one that was given: where the model
 * has an encoder, from its guess, and in any case from the best of many latents drawn at
 * random; then down the gradient. After an eighth of the steps the worse half of the
 * descents ends, after a quarter the worse half of the others, after a half all but the
 * best (Jamieson and Talwalkar 2016, "Non-stochastic best arm identification and
 * hyperparameter optimization"). The same request gives the same answer.
 */
@Service
public class ProjectionService {

	/** How many latents are drawn for each that begins a descent. */
	private static final int DRAWN_PER_START = 8;

	/** The least that tell how much a model's pictures differ. */
	private static final int LEAST_DRAWN = 16;

	private static final int REPORTS = 20;

	/** What it costs to be far from the mean in the latent space: little. */
	private static final float PRIOR = 1e-4f;

	private final ModelLeases models;

	private final EditProperties limits;

	private final GenerationProperties pictureLimits;

	private final PictureMemory memory;

	private final Lookout lookout;

	private final ImageEncoder encoder;

	private final Provenance provenance;

	ProjectionService(ModelLeases models, EditProperties limits, GenerationProperties pictureLimits,
			PictureMemory memory, Lookout lookout, ImageEncoder encoder, Provenance provenance) {
		this.models = models;
		this.limits = limits;
		this.pictureLimits = pictureLimits;
		this.memory = memory;
		this.lookout = lookout;
		this.encoder = encoder;
		this.provenance = provenance;
	}

	/**
	 * Projects a picture.
	 * @param progress hears how far it has come, null when nobody listens
	 * @throws io.eidolon.serving.InvalidParameterException when the request asks for what
	 * is not allowed, or its picture cannot be read
	 * @throws io.eidolon.inference.gradient.NoGradientException when the model has no
	 * gradient
	 * @throws io.eidolon.serving.ServiceBusyException when there is no room for the
	 * request now
	 * @throws io.eidolon.serving.RequestTimeoutException when the client's time is over
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public Projection project(ProjectionRequest request, Client client,
			@Nullable Consumer<ProjectionProgress> progress) {
		this.limits.starts().check("starts", request.starts());
		this.limits.projectionSteps().check("steps", request.steps());
		try (Lease lease = this.models.lease(request.model(), request.version())) {
			ImageShape shape = lease.generator().card().image();
			checkLikeness(lease.generator().card(), request);
			this.pictureLimits.checkSize(shape, "scale", 2, 1, 1, request.scale());
			ShownPicture target = ShownPicture.read(request.picture(), shape, this.limits.maxPicturePixels(),
					this.memory);
			try (PictureMemory.Reservation _ = this.memory.reserve(shape, 2, request.scale())) {
				return project(lease.generator(), request, target, client, progress);
			}
		}
	}

	private Projection project(Generator generator, ProjectionRequest request, ShownPicture target, Client client,
			@Nullable Consumer<ProjectionProgress> progress) {
		ModelCard card = generator.card();
		IntUnaryOperator labels = Starts.labels(card, request.label());
		Search search = new Search(generator.gradient(loss(request)), this.lookout, client);
		Pictures pictures = new Pictures(card, request.format(), request.scale(), this.encoder, this.provenance);
		double range = card.image().range().maximum() - card.image().range().minimum();
		Objective objective = new Objective(target.asked(), (float) (1 / (range * range)), PRIOR, 0, null);

		List<Descent> drawn = drawn(card, request, labels).map((latent) -> descent(objective, latent)).toList();
		List<Descent> guessed = guesses(generator, request, labels, target, client)
			.map((latent) -> descent(objective, latent))
			.toList();
		search.look(drawn);
		search.look(guessed);
		List<float[]> typical = drawn.stream().map(Descent::image).toList();
		List<Descent> best = best(Stream.concat(drawn.stream(), guessed.stream()).toList(), request.starts());
		Reporter reporter = new Reporter(request.steps(), target, range, pictures, progress);
		reporter.report(0, best.getFirst());
		for (int step = 1; step <= request.steps(); step++) {
			search.step(best, step, request.steps());
			best = best(best, survivors(request, step));
			reporter.report(step, best.getFirst());
		}
		Descent found = best.getFirst();
		return new Projection(card, found.z(), pictures.label(found.label()), found.loss(),
				Psnr.of(target.image(), found.image(), range),
				Domain.of(target.image(), found.image(), typical, found.z(), range),
				pictures.encode(target.picture().samples(), found.label()),
				pictures.encode(found.image(), found.label()));
	}

	private static void checkLikeness(ModelCard card, ProjectionRequest request) {
		if (request.likeness() == Likeness.PERCEPTUAL && !card.files().containsKey(ModelCard.FEATURES_FILE)) {
			throw new InvalidParameterException("loss", "perceptual",
					"pixel, as %s comes without a %s".formatted(card.name(), ModelCard.FEATURES_FILE));
		}
	}

	private static GradientLoss loss(ProjectionRequest request) {
		return switch (request.likeness()) {
			case PIXEL -> GradientLoss.PIXELS;
			case PERCEPTUAL -> GradientLoss.PERCEPTUAL;
		};
	}

	private static Descent descent(Objective objective, Latent latent) {
		return new Descent(objective, new QuasiNewton(), latent.z(), latent.label());
	}

	private static List<Descent> best(List<Descent> descents, int count) {
		return descents.stream().sorted(Descent.BEST_FIRST).limit(count).toList();
	}

	private static int survivors(ProjectionRequest request, int step) {
		if (2 * step >= request.steps()) {
			return 1;
		}
		int halvings = (4 * step >= request.steps()) ? 2 : (8 * step >= request.steps()) ? 1 : 0;
		return Math.max(1, Math.ceilDiv(request.starts(), 1 << halvings));
	}

	private Stream<Latent> drawn(ModelCard card, ProjectionRequest request, IntUnaryOperator labels) {
		int count = Math.max(Math.max(LEAST_DRAWN, request.starts()),
				Math.min(DRAWN_PER_START * request.starts(), this.limits.maxStarts()));
		return new Starts(card.latent().dimension(), request.seed(), Truncation.NONE).draw(count, null, labels)
			.stream();
	}

	// The encoder does not say which class: each is tried with what it guesses.
	private Stream<Latent> guesses(Generator generator, ProjectionRequest request, IntUnaryOperator labels,
			ShownPicture target, Client client) {
		LatentEncoder guesser = generator.encoder().orElse(null);
		if (guesser == null) {
			return Stream.empty();
		}
		float[] z = this.lookout.join(guesser.latent(target.image(), client.remaining()), client);
		int classes = (request.label() != null) ? 1 : Math.max(1, generator.card().classes().size());
		List<Latent> guesses = new ArrayList<>();
		for (int i = 0; i < classes; i++) {
			guesses.add(new Latent(null, z, labels.applyAsInt(i)));
		}
		return guesses.stream();
	}

	/**
	 * Tells a listener about some of the steps.
	 *
	 * @param steps how many there are
	 * @param target the picture that is projected
	 * @param range the difference between black and full intensity
	 * @param pictures encodes pictures
	 * @param progress the listener, null when nobody listens
	 */
	private record Reporter(int steps, ShownPicture target, double range, Pictures pictures,
			@Nullable Consumer<ProjectionProgress> progress) {

		void report(int step, Descent best) {
			int interval = Math.max(1, Math.ceilDiv(this.steps, REPORTS));
			if (this.progress != null && step % interval == 0 && (step < this.steps || step == 0)) {
				this.progress.accept(
						new ProjectionProgress(step, this.steps, Psnr.of(this.target.image(), best.image(), this.range),
								this.pictures.encode(best.image(), best.label())));
			}
		}

	}

}
