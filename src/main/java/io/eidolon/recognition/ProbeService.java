package io.eidolon.recognition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.eidolon.recognition.ProbeRequest.Example;
import io.eidolon.recognition.RidgeRegression.Fit;
import io.eidolon.registry.Lease;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.RequestContext;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/** Fits linear classifiers to the features of labelled pictures, and keeps them. */
@Service
public class ProbeService {

	/** How many classes a probe has. */
	private static final Bounds CLASSES = new Bounds(2, 100);

	/** Of weights, which bounds the size of a file. */
	private static final int MOST_WEIGHTS = 500_000;

	private static final int LONGEST_LABEL = 100;

	private final RecognitionProperties limits;

	private final FeatureService features;

	private final ProbeFolder folder;

	ProbeService(RecognitionProperties limits, FeatureService features, ProbeFolder folder) {
		this.limits = limits;
		this.features = features;
		this.folder = folder;
	}

	/**
	 * Fits a probe and keeps it.
	 * @throws ProbeExistsException when there is one of that name, or there are too many
	 * @throws ProbeStorageException when it cannot be kept
	 * @throws InvalidParameterException when the request asks for what is not allowed
	 * @throws MissingNetworkException when the model has no network of the space
	 */
	public Probe create(ProbeRequest request, RequestContext context) {
		if (!request.name().matches(Probe.NAME_PATTERN)) {
			throw new InvalidParameterException("name", request.name(),
					"up to 64 of a to z, 0 to 9 and dashes, with no dash at its ends");
		}
		this.limits.examples().checkItems("examples", request.examples().size());
		List<String> labels = labels(request.examples());
		String model = model(request.model(), context);
		this.folder.checkRoom(model, request.name());
		List<float[]> vectors = new ArrayList<>();
		PictureFeatures described = describe(model, request, vectors, context);
		if ((long) vectors.getFirst().length * labels.size() > MOST_WEIGHTS) {
			throw new InvalidParameterException("examples", labels.size() + " labels",
					"of at most %s labels, as %s numbers describe a picture"
						.formatted(MOST_WEIGHTS / vectors.getFirst().length, vectors.getFirst().length));
		}
		int[] classes = request.examples().stream().mapToInt((example) -> labels.indexOf(example.label())).toArray();
		Fit fit = context.compute(() -> RidgeRegression.fit(vectors, classes, labels.size()));
		Probe probe = new Probe(request.name(), model, described.version(), request.space(), labels,
				request.examples().size(), fit.penalty(), fit.accuracy(), Instant.now().truncatedTo(ChronoUnit.SECONDS),
				fit.classifier());
		this.folder.add(probe);
		return probe;
	}

	/** The probes of a model. */
	public StoredProbes list(String model, RequestContext context) {
		return this.folder.of(model(model, context));
	}

	/**
	 * Finds a probe.
	 * @throws UnknownProbeException when there is none
	 */
	Probe find(String model, String name) {
		return this.folder.find(model, name);
	}

	/**
	 * Deletes a probe.
	 * @throws UnknownProbeException when there is none
	 */
	public void delete(String model, String name, RequestContext context) {
		this.folder.delete(model(model, context), name);
	}

	/** Its name as its card has it. */
	static String model(@Nullable String name, RequestContext context) {
		try (Lease lease = context.lease(name, null)) {
			return lease.generator().card().name();
		}
	}

	private static List<String> labels(List<Example> examples) {
		List<String> labels = examples.stream().map(Example::label).distinct().sorted().toList();
		for (int i = 0; i < examples.size(); i++) {
			String label = examples.get(i).label();
			if (label.isBlank() || label.length() > LONGEST_LABEL) {
				throw new InvalidParameterException("examples[%s].label".formatted(i), label,
						"text of 1 to %s characters".formatted(LONGEST_LABEL));
			}
		}
		if (labels.size() < CLASSES.minimum() || labels.size() > CLASSES.maximum()) {
			throw new InvalidParameterException("examples", labels.size() + " labels",
					"of %s labels".formatted(CLASSES));
		}
		return labels;
	}

	/** Describes pictures, so many at a time as a request for features may have. */
	private PictureFeatures describe(String model, ProbeRequest request, List<float[]> vectors,
			RequestContext context) {
		List<byte[]> pictures = request.examples().stream().map(Example::picture).toList();
		String version = request.version();
		PictureFeatures described = null;
		for (int from = 0; from < pictures.size(); from += this.limits.maxPictures()) {
			int first = from;
			described = this.features.describe(new FeatureRequest(model, version,
					pictures.subList(from, Math.min(pictures.size(), from + this.limits.maxPictures())),
					request.space()), (i) -> "examples[%s].picture".formatted(first + i), context);
			// All by one version, though another may come meanwhile.
			version = described.version();
			vectors.addAll(described.vectors());
		}
		return Objects.requireNonNull(described);
	}

}
