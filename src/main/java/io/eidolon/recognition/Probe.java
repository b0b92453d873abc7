package io.eidolon.recognition;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A linear classifier of pictures by their features, with a name of its own (Alain and
 * Bengio 2016, "Understanding intermediate layers using linear classifier probes").
 *
 * @param name its name among those of the model
 * @param model the name of the model
 * @param version the version of the model whose network describes pictures, null where it
 * is no model's
 * @param space in which pictures are described
 * @param labels the names of the classes
 * @param examples how many pictures it was fitted to
 * @param penalty the weight of the squares of its weights
 * @param accuracy the share of these pictures that it names right when it is fitted to
 * the others
 * @param created when
 * @param classifier tells the classes
 */
public record Probe(String name, String model, @Nullable String version, FeatureSpace space, List<String> labels,
		int examples, double penalty, double accuracy, Instant created, LinearClassifier classifier) {

	/** What a name looks like, as a regular expression: it is also the name of a file. */
	public static final String NAME_PATTERN = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";

	/** How many numbers describe a picture. */
	public int features() {
		return this.classifier.features();
	}

	/** Whether a file that names all of this is whole. */
	boolean isConsistent() {
		return this.name.matches(NAME_PATTERN) && this.labels.size() > 1
				&& this.classifier.isConsistent(this.labels.size());
	}

}
