package io.eidolon.graph.canonical;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an input of a generator can be for. */
public enum Role {

	/** What images are made from. */
	LATENT,

	/** Which class an image is of. */
	LABEL,

	/** What an image is to show, as the vector of a sentence. */
	SENTENCE,

	/** How closely the sentence is followed. */
	STRENGTH;

	/** The role that a card names, empty for no role. */
	static Optional<Role> named(String name) {
		return Arrays.stream(values()).filter((role) -> role.toString().equals(name)).findFirst();
	}

	/** The roles that a card can name. */
	static String names() {
		return Arrays.stream(values()).map(Role::toString).collect(Collectors.joining(", "));
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
