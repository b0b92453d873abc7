package io.eidolon.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.recognition.Classification.OfPictures;
import io.eidolon.recognition.Classification.ScoredClass;
import io.eidolon.recognition.ClassificationRequest.ByProbe;
import io.eidolon.recognition.ClassificationRequest.BySynthesis;
import io.eidolon.registry.Lease;
import io.eidolon.serving.RequestContext;

import org.springframework.stereotype.Service;

/** Tells the classes of pictures. */
@Service
public class ClassificationService {

	private final RecognitionProperties limits;

	private final FeatureService features;

	private final ProbeService probes;

	private final SynthesisClassifier synthesis;

	ClassificationService(RecognitionProperties limits, FeatureService features, ProbeService probes,
			SynthesisClassifier synthesis) {
		this.limits = limits;
		this.features = features;
		this.probes = probes;
		this.synthesis = synthesis;
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
			case BySynthesis synthesis -> bySynthesis(request, synthesis, context);
		};
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
