package io.eidolon.training.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.eidolon.training.network.StoredTensor;
import io.eidolon.training.network.Transfer;

/**
 * Weights of another run or of another program to begin with. Those that fit by name and
 * shape are taken.
 *
 * @param source what they are of, for people
 * @param generator those of G by name
 * @param average those of its average
 * @param discriminator those of D, none where they are not known
 * @param added those of what settings add to the networks, by its part of a checkpoint
 */
public record InitialWeights(String source, Map<String, StoredTensor> generator, Map<String, StoredTensor> average,
		Map<String, StoredTensor> discriminator, Map<String, Map<String, StoredTensor>> added) {

	/**
	 * What begins the names of what G and D must have in common: the axes of captions.
	 */
	private static final String COMMON = "sentence-";

	/**
	 * Puts them into networks.
	 * @return what was taken, a line for each network
	 * @throws TrainingException when none fits
	 */
	List<String> applyTo(Networks networks) {
		Transfer taken = networks.generator().weights().take(this.generator);
		networks.average().weights().take(this.average);
		Map<String, StoredTensor> common = new HashMap<>(this.generator);
		common.keySet().removeIf((name) -> !name.startsWith(COMMON));
		common.putAll(this.discriminator);
		Transfer takenByD = networks.discriminator().weights().take(common);
		if (taken.taken() + takenByD.taken() == 0) {
			throw new TrainingException("No weight of %s fits the networks: %s of G".formatted(this.source, taken));
		}
		String ofD = this.discriminator.isEmpty() ? "D begins anew" : "D begins with %s".formatted(takenByD);
		List<String> lines = new ArrayList<>(List.of("From %s, G begins with %s".formatted(this.source, taken), ofD));
		networks.added().forEach((part, weights) -> {
			if (this.added.containsKey(part)) {
				lines.add("%s begins with %s".formatted(part, weights.take(this.added.get(part))));
			}
		});
		return lines;
	}

}
