package io.eidolon.registry;

import java.nio.file.Files;
import java.util.Optional;

import io.eidolon.modelcard.CardDraft;
import io.eidolon.modelcard.FreeLicences;
import io.eidolon.modelcard.InvalidModelCardException;

/** Which models are served by their licences. */
enum LicencePolicy {

	/** All of them. */
	ALL,

	/**
	 * Those with a free licence, and those whose card names none: what an operator brings
	 * without a card is theirs to decide.
	 */
	FREE;

	/**
	 * Why a model is not to be served, in one line. A card that cannot be read is no
	 * reason here: opening the model tells it.
	 */
	Optional<String> refusal(ModelLocation location) {
		return (this == FREE) ? licence(location).filter((licence) -> !FreeLicences.include(licence))
			.map(("its licence (%s) is not a free one; eidolon.models.licences=all serves it nevertheless")::formatted)
				: Optional.empty();
	}

	private static Optional<String> licence(ModelLocation location) {
		if (!Files.isDirectory(location.path())) {
			return Optional.empty();
		}
		try {
			return CardDraft.read(location.path()).text("/licence");
		}
		catch (InvalidModelCardException _) {
			return Optional.empty();
		}
	}

}
