package io.eidolon.training.network;

import java.util.List;

/**
 * What a network has taken of stored tensors.
 *
 * @param taken how many
 * @param others those of its own that were not, each with the reason
 */
public record Transfer(int taken, List<String> others) {

	private static final int NAMED = 4;

	/** In one line: "12 of 14 tensors; as they were: ...". */
	@Override
	public String toString() {
		String said = "%s of %s tensors".formatted(this.taken, this.taken + this.others.size());
		if (this.others.isEmpty()) {
			return said;
		}
		List<String> named = this.others.subList(0, Math.min(NAMED, this.others.size()));
		return said + "; new are " + String.join(", ", named) + ((this.others.size() > named.size())
				? " and %s more".formatted(this.others.size() - named.size()) : "");
	}

}
