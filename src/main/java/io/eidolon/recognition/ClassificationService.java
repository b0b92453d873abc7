package io.eidolon.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.recognition.Classification.OfPictures;
import io.eidolon.recognition.Classification.ScoredClass;
import io.eidolon.recognition.ClassificationRequest.ByProbe;
import io.eidolon.recognition.ClassificationRequest.BySynthesis;
import io.eidolon.recognition.ClassificationRequest.ByText;
import io.eidolon.registry.Lease;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.PromptSentences;
import io.eidolon.serving.RequestContext;

import org.springframework.stereotype.Service;

/** Tells the classes of pictures. */
@Service
public class ClassificationService {

	private static final Bounds LABELS = new Bounds(2, 100);

	private final RecognitionProperties limits;

	private final FeatureService features;

	private final ProbeService probes;

	private final SynthesisClassifier synthesis;

	private final PromptSentences sentences;

	ClassificationService(RecognitionProperties limits, FeatureService features, ProbeService probes,
			SynthesisClassifier synthesis, PromptSentences sentences) {
		this.limits = limits;
		this.features = features;
		this.probes = probes;
		this.synthesis = synthesis;
		this.sentences = sentences;
	}

	/**
	 * Tells the classes of pictures.
	 * @throws io.eidolon.serving.InvalidParameterException when the request asks for what
	 * is not allowed, or a picture cannot be read
	 * @throws UnknownProbeException when there is no such probe
	 * @throws MissingNetworkException when the model has not what it takes
	 */
	public OfPictures classify(ClassificationRequest request, RequestContext context) {
		this.limits.pictures().check("input", request.pictures().size());
		return switch (request.by()) {
			case ByProbe probe -> byProbe(request, probe.name(), context);
			case ByText text -> byText(request, text.labels(), context);
			case BySynthesis synthesis -> bySynthesis(request, synthesis, context);
		};
	}

	private OfPictures byText(ClassificationRequest request, List<String> labels, RequestContext context) {
		LABELS.checkItems("labels", labels.size());
		PictureFeatures read = this.features.describe(
				new FeatureRequest(request.model(), request.version(), request.pictures(), FeatureSpace.SENTENCE),
				context);
		List<float[]> sentences = this.sentences.vectors(labels, "labels", context);
		return new OfPictures(read.model(), read.version(), read.vectors().stream().map((picture) -> {
			double[] scores = Softmax
				.of(sentences.stream().mapToDouble((sentence) -> product(picture, sentence)).toArray());
			return new Classification(IntStream.range(0, scores.length)
				.mapToObj((i) -> new ScoredClass(labels.get(i), scores[i], null, null))
				.sorted(Classification.LIKELIEST_FIRST)
				.toList(), null);
		}).toList());
	}

	private static double product(float[] picture, float[] sentence) {
		double product = 0;
		for (int i = 0; i < sentence.length; i++) {
			product += picture[i] * sentence[i];
		}
		return product;
	}

	private OfPictures byProbe(ClassificationRequest request, String name, RequestContext context) {
		Probe probe = this.probes.find(ProbeService.model(request.model(), context), name);
		PictureFeatures described = this.features
			.describe(new FeatureRequest(probe.model(), probe.version(), request.pictures(), probe.space()), context);
		return new OfPictures(probe.model(), probe.version(),
				described.vectors().stream().map((vector) -> classification(probe, vector)).toList());
	}

	private static Classification classification(Probe probe, float[] vector) {
		if (vector.length != probe.features()) {
			throw new UnknownProbeException(probe.model(), probe.name(),
					" for %s numbers, by which pictures are described now".formatted(vector.length));
		}
		double[] probabilities = probe.classifier().probabilities(vector);
		return new Classification(IntStream.range(0, probabilities.length)
			.mapToObj((i) -> new ScoredClass(probe.labels().get(i), probabilities[i], null, null))
			.sorted(Classification.LIKELIEST_FIRST)
			.toList(), null);
	}

	private OfPictures bySynthesis(ClassificationRequest request, BySynthesis how, RequestContext context) {
		try (Lease lease = context.lease(request.model(), request.version())) {
			List<Classification> classifications = new ArrayList<>();
			for (int i = 0; i < request.pictures().size(); i++) {
				classifications.add(this.synthesis.classify(lease.generator(), "input[%s]".formatted(i),
						request.pictures().get(i), how, context));
			}
			return new OfPictures(lease.generator().card().name(), lease.generator().card().version(), classifications);
		}
	}

}
