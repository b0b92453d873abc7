package io.eidolon.web.openai;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.PromptSentences;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The models, as OpenAI's API lists them.
 *
 * @param object {@code list}
 * @param data the models that serve
 */
record OpenAiModels(@Schema(allowableValues = "list") String object, List<OpenAiModel> data) {

	static OpenAiModels of(List<ModelCard> cards) {
		return new OpenAiModels("list", cards.stream().map(OpenAiModel::of).toList());
	}

	/**
	 * A model. What OpenAI's models do not say comes last.
	 *
	 * @param id its name
	 * @param object {@code model}
	 * @param created when it was made, in seconds since 1970; 0, as cards do not say
	 * @param ownedBy who offers it
	 * @param title one line for people
	 * @param takesPrompts whether it makes pictures of words
	 * @param sizes the sizes that pictures can have, the first one as they are generated
	 */
	record OpenAiModel(String id, @Schema(allowableValues = "model") String object, long created,
			@JsonProperty("owned_by") String ownedBy, String title, @JsonProperty("takes_prompts") boolean takesPrompts,
			List<String> sizes) {

		static OpenAiModel of(ModelCard card) {
			ImageShape shape = card.image();
			return new OpenAiModel(card.name(), "model", 0, "eidolon", card.title(), PromptSentences.takesPrompts(card),
					OfferedSize.all(shape).stream().map(OfferedSize::toString).toList());
		}

	}

}
