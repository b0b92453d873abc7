package io.eidolon.recognition;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.eidolon.graph.gradient.Loss;
import io.eidolon.image.StillFormat;
import io.eidolon.inference.Generator;
import io.eidolon.inference.gradient.BatchedExtractor;
import io.eidolon.inference.gradient.CompanionNetwork;
import io.eidolon.inference.gradient.GradientLoss;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.Recognition.Layer;
import io.eidolon.modelcard.Recognition.Synthesis;
import io.eidolon.recognition.Classification.ScoredClass;
import io.eidolon.recognition.ClassificationRequest.BySynthesis;
import io.eidolon.search.Candidate;
import io.eidolon.search.GradientSearch;
import io.eidolon.search.Lbfgs;
import io.eidolon.search.ResultEncoder;
import io.eidolon.search.SearchEffort;
import io.eidolon.search.SearchMemory;
import io.eidolon.search.SearchObjective;
import io.eidolon.search.SearchProperties;
import io.eidolon.serving.Condition;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.ImageEncoder;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.UploadedImage;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells the class of a picture by generating it as each class (Schott et al. 2018,
 * "Towards the first adversarially robust neural network model on MNIST"): from the
 * latent that the encoder guesses, and by a search from there for the three classes that
 * come nearest. The energy of a class is the squared difference that is left and the
 * prior of the latent. Where the card of the model has a layer, that tells the classes
 * from the {@link ClassEnergies} of the encoder's guess.
 */
@Component
class SynthesisClassifier {

	/** Classes that are searched for. */
	private static final int SEARCHED = 3;

	private static final float PRIOR = 1e-4f;

	private final SearchProperties limits;

	private final ImageEncoder encoder;

	SynthesisClassifier(SearchProperties limits, ImageEncoder encoder) {
		this.limits = limits;
		this.encoder = encoder;
	}

	/**
	 * Tells the class of a picture.
	 * @param name what errors call the picture
	 * @throws MissingNetworkException when the model has no classes or no encoder
	 */
	Classification classify(Generator generator, String name, byte[] picture, BySynthesis how, RequestContext context) {
		ModelCard card = generator.card();
		this.limits.steps().check("steps", how.steps());
		if (!card.conditional()) {
			throw new MissingNetworkException(card.name(), ModelFiles.GRAPH,
					"its generator knows no classes; train one with conditional=true");
		}
		BatchedExtractor network = context.network(generator, CompanionNetwork.ENCODER)
			.orElseThrow(
					() -> new MissingNetworkException(card.name(), ModelFiles.ENCODER, FeatureSpace.LATENT.remedy()));
		int classes = card.classes().size();
		try (RequestContext.Reservation _ = context
			.reserve(new SearchMemory(card.image()).pixels(classes + 1, Enlargement.NONE))) {
			context.spend(new SearchEffort(card.image()).cost(classes, Math.min(SEARCHED, classes), how.steps()));
			UploadedImage image = UploadedImage.read(name, picture, card.image(), this.limits.maxPicturePixels(),
					context);
			float[] z = context.await(network.describe(image.image(), context.client(), context.remaining()));
			SearchObjective objective = objective(card.image(), image.image());
			List<Candidate> candidates = IntStream.range(0, classes)
				.mapToObj((i) -> new Candidate(objective, new Lbfgs(), z, new Condition(i)))
				.toList();
			GradientSearch search = GradientSearch.open(generator, GradientLoss.PIXELS, context);
			search.evaluate(candidates);
			double[] logits = logits(card, candidates, image.image(), z);
			search(search, candidates, how.steps());
			return classification(card, candidates, logits, how.reconstructions(), context);
		}
	}

	private static SearchObjective objective(ImageShape shape, float[] image) {
		float[] everywhere = new float[shape.width() * shape.height()];
		Arrays.fill(everywhere, 1);
		float range = shape.range().maximum() - shape.range().minimum();
		return new SearchObjective(Map.of(Loss.TARGET, image, Loss.MASK, everywhere), 1 / (range * range), PRIOR, 0,
				null);
	}

	private static void search(GradientSearch search, List<Candidate> candidates, int steps) {
		List<Candidate> best = search.finite(candidates).stream().sorted(Candidate.BEST_FIRST).limit(SEARCHED).toList();
		for (int step = 1; step <= steps; step++) {
			search.step(best, step, steps);
		}
	}

	/** What the layer of the card says of the guess, empty without one. */
	private static double[] logits(ModelCard card, List<Candidate> candidates, float[] image, float[] z) {
		Layer layer = Synthesis.of(card).layer();
		if (layer == null) {
			return new double[0];
		}
		double[] inputs = DoubleStream
			.concat(candidates.stream()
				.flatMapToDouble((candidate) -> ClassEnergies.of(card.image(), candidate.image(), image)),
					IntStream.range(0, z.length).mapToDouble((i) -> z[i]))
			.toArray();
		return layer.fits(candidates.size(), inputs.length) ? layer.logits(inputs) : new double[0];
	}

	private Classification classification(ModelCard card, List<Candidate> candidates, double[] logits,
			boolean reconstructions, RequestContext context) {
		Synthesis calibration = Synthesis.of(card);
		double[] scores = Softmax.of((logits.length > 0) ? logits
				: candidates.stream()
					.mapToDouble((candidate) -> -calibration.sharpness() * candidate.loss())
					.toArray());
		List<byte[]> pictures = reconstructions
				? new ResultEncoder(context, card, StillFormat.PNG, Enlargement.NONE, this.encoder).encode(candidates)
				: List.of();
		List<ScoredClass> classes = IntStream.range(0, candidates.size())
			.mapToObj((i) -> new ScoredClass(card.classes().get(i), scores[i], candidates.get(i).loss(),
					reconstructions ? pictures.get(i) : null))
			.sorted(Classification.LIKELIEST_FIRST)
			.toList();
		return new Classification(classes, rejection(calibration.threshold(), card, candidates));
	}

	private static @Nullable String rejection(@Nullable Double threshold, ModelCard card, List<Candidate> candidates) {
		Candidate nearest = Collections.min(candidates, Candidate.BEST_FIRST);
		return (threshold != null && nearest.loss() > threshold)
				? String.format(Locale.ROOT, "The nearest picture of any class, %s, differs by %.4f, more than %.4f",
						card.classes().get(candidates.indexOf(nearest)), nearest.loss(), threshold)
				: null;
	}

}
