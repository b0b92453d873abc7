package io.eidolon.web.recognise;

import java.time.Instant;
import java.util.List;

import io.eidolon.recognition.Probe;
import io.eidolon.recognition.StoredProbes;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A probe.
 *
 * @param name its name, by which POST /classify asks for it
 * @param model the name of the model
 * @param version the version of the model whose network describes pictures, null where it
 * is no model's
 * @param space discriminator, latent, sentence or imagenet
 * @param labels the names of the classes
 * @param examples how many pictures it was fitted to
 * @param features how many numbers describe a picture
 * @param penalty the weight of the squares of its weights
 * @param leaveOneOutAccuracy the share of these pictures that it names right when it is
 * fitted to the others
 * @param created when
 */
record ProbeAnswer(String name, String model, @Nullable String version, @Schema(allowableValues = {
		"discriminator", "latent", "sentence", "imagenet" }) String space, List<String> labels, int examples,
		int features, double penalty, double leaveOneOutAccuracy, Instant created){

	static ProbeAnswer of(Probe probe) {
		return new ProbeAnswer(probe.name(), probe.model(), probe.version(), WireType.name(probe.space()),
				probe.labels(), probe.examples(), probe.features(), probe.penalty(), probe.accuracy(), probe.created());
	}

	/**
	 * The probes of a model.
	 *
	 * @param probes by name
	 * @param unreadable what is said of files among them that are no probes
	 */
	record ProbeList(List<ProbeAnswer> probes, List<String> unreadable) {

		static ProbeList of(StoredProbes stored) {
			return new ProbeList(stored.probes().stream().map(ProbeAnswer::of).toList(), stored.unreadable());
		}

	}

}
