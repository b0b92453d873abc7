package io.eidolon.web.models;

import java.util.List;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.ServedModel;
import org.jspecify.annotations.Nullable;

/**
 * The models that serve.
 *
 * @param defaultModel the name of the model that answers when none is asked for
 * @param models all, by name
 */
record ModelList(@Nullable String defaultModel, List<ModelSummary> models) {

	/**
	 * A model in short.
	 *
	 * @param name the name that requests use
	 * @param version the version of its weights that answers when none is asked for
	 * @param versions the versions that can be asked for, the newest first
	 * @param title one line for people
	 * @param width the pixels of a picture's rows
	 * @param height the pixels of a picture's columns
	 * @param channels 1 for grey, 3 for red, green and blue
	 * @param latentDimension the length of a latent
	 * @param classes the names of its labels, by index; empty when it takes none
	 * @param prompts examples of what it can be asked for in words; empty when it
	 * understands none
	 * @param licence the terms of its weights
	 * @param description one sentence for people, null when nobody wrote one
	 * @param showcase seeds of pictures that show what it does best, the best first;
	 * empty when nobody chose any
	 */
	record ModelSummary(String name, String version, List<String> versions, String title, int width, int height,
			int channels, int latentDimension, List<String> classes, List<String> prompts, @Nullable String licence,
			@Nullable String description, List<Long> showcase) {

		static ModelSummary of(ServedModel model) {
			ModelCard card = model.card();
			return new ModelSummary(card.name(), card.version(), model.versions(), card.title(), card.image().width(),
					card.image().height(), card.image().channels(), card.latent().dimension(), card.classes(),
					(card.text() != null) ? card.text().prompts() : List.of(), card.licence(), card.description(),
					(card.showcase() != null) ? card.showcase() : List.of());
		}

	}

}
