package io.eidolon.serving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.eidolon.image.Metadata;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Writes down in a picture what it takes to draw it again. */
@Component
public class Provenance {

	private final String software;

	Provenance(ObjectProvider<BuildProperties> build) {
		BuildProperties properties = build.getIfAvailable();
		this.software = (properties != null) ? "Eidolon " + properties.getVersion() : "Eidolon";
	}

	/** Returns the name and version of this service. */
	public String software() {
		return this.software;
	}

	/** Returns what is to be written into an image of a class, which may be none. */
	public Metadata of(ModelCard card, @Nullable String label) {
		return written(card, Truncation.NONE, Map.of(), List.of(), (label != null) ? List.of(label) : List.of());
	}

	/** Returns what is to be written into an image of the samples. */
	public Metadata of(ModelCard card, Truncation truncation, List<Seed> seeds, List<Sample> samples) {
		return of(card, truncation, Map.of(), seeds, samples);
	}

	/** Returns what is to be written into an image of samples that were moved. */
	public Metadata of(ModelCard card, Truncation truncation, Map<String, Float> directions, List<Seed> seeds,
			List<Sample> samples) {
		List<String> labels = samples.stream().map(Sample::label).filter(Objects::nonNull).distinct().toList();
		return written(card, truncation, directions, seeds, labels);
	}

	private Metadata written(ModelCard card, Truncation truncation, Map<String, Float> directions, List<Seed> seeds,
			List<String> labels) {
		Map<String, String> entries = new LinkedHashMap<>();
		entries.put("Software", this.software);
		entries.put("model", card.name());
		entries.put("version", card.version());
		if (!seeds.isEmpty()) {
			entries.put("seed",
					seeds.stream().map((seed) -> Long.toString(seed.value())).collect(Collectors.joining(" ")));
		}
		entries.put("truncation", Double.toString(truncation.psi()));
		if (!directions.isEmpty()) {
			entries.put("directions",
					directions.entrySet()
						.stream()
						.map((moved) -> moved.getKey() + "=" + moved.getValue())
						.collect(Collectors.joining(" ")));
		}
		if (!labels.isEmpty()) {
			entries.put("label", String.join(", ", labels));
		}
		return new Metadata(entries);
	}

}
