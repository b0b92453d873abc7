package io.eidolon.serving;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.eidolon.image.DigitalSourceType;
import io.eidolon.image.Metadata;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * What is written into an image: that a model made it, and what it takes to generate it
 * again.
 */
@Component
public class Provenance {

	private final String software;

	private final boolean saysSource;

	Provenance(ProvenanceProperties settings, ObjectProvider<BuildProperties> build) {
		this.saysSource = settings.digitalSourceType();
		BuildProperties properties = build.getIfAvailable();
		this.software = (properties != null) ? "Eidolon " + properties.getVersion() : "Eidolon";
	}

	/** Returns the name and version of this service. */
	public String software() {
		return this.software;
	}

	/** Returns all that is written into every image, whatever it shows. */
	public String constants() {
		return this.saysSource ? this.software + DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA.xmp() : this.software;
	}

	/** Returns what is to be written into an image. */
	Metadata of(ImageOrigin origin) {
		Map<String, String> entries = new LinkedHashMap<>();
		entries.put("Software", this.software);
		if (origin.source() == null) {
			return new Metadata(entries, null);
		}
		entries.put("model", origin.card().name());
		entries.put("version", origin.card().version());
		if (!origin.seeds().isEmpty()) {
			entries.put("seed",
					origin.seeds()
						.stream()
						.map((seed) -> Long.toString(seed.value()))
						.collect(Collectors.joining(" ")));
		}
		entries.put("truncation", Double.toString(origin.truncation().psi()));
		if (!origin.directions().isEmpty()) {
			entries.put("directions",
					origin.directions()
						.entrySet()
						.stream()
						.map((moved) -> moved.getKey() + "=" + moved.getValue())
						.collect(Collectors.joining(" ")));
		}
		if (!origin.labels().isEmpty()) {
			entries.put("label", String.join(", ", origin.labels()));
		}
		if (!origin.prompts().isEmpty()) {
			entries.put("prompt", String.join(" | ", origin.prompts()));
			entries.put("strength", Float.toString(origin.strength()));
		}
		if (!origin.blends().isEmpty()) {
			entries.put("blend", origin.blends().stream().map(String::valueOf).collect(Collectors.joining(" ")));
		}
		if (origin.upscale() > 1) {
			entries.put("upscale", Integer.toString(origin.upscale()));
		}
		return new Metadata(entries, this.saysSource ? origin.source() : null);
	}

}
