package io.eidolon.web.openai;

import java.util.List;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.ModelRegistry;
import io.eidolon.serving.PromptSentences;
import io.eidolon.serving.RequestContext;

import org.springframework.stereotype.Component;

/** Finds the model and the size that requests ask for. */
@Component
class ImageTasks {

	private final ModelRegistry models;

	private final PromptSentences sentences;

	private final OpenAiProperties properties;

	ImageTasks(ModelRegistry models, PromptSentences sentences, OpenAiProperties properties) {
		this.models = models;
		this.sentences = sentences;
		this.properties = properties;
	}

	/**
	 * Finds what a request asks for, before it costs anything.
	 * @throws io.eidolon.serving.InvalidParameterException when that cannot be had
	 * @throws io.eidolon.registry.UnknownModelException when there is no such model
	 */
	ImageTask of(ImageForm form, RequestContext context) {
		form.check();
		form.count();
		form.previews();
		ModelCard card = this.models.model(name(form), null).card();
		OfferedSize size = OfferedSize.of(form.size(), card.image());
		this.sentences.of(card, form.prompts(), context);
		return new ImageTask(form, card, size);
	}

	private String name(ImageForm form) {
		if (form.model() != null && !form.model().isEmpty()) {
			return form.model();
		}
		List<String> takePrompts = form.hasWords() ? this.sentences.models() : List.of();
		if (takePrompts.isEmpty()) {
			return this.models.defaultName();
		}
		String preferred = this.properties.defaultModel();
		return takePrompts.contains(preferred) ? preferred : takePrompts.getFirst();
	}

}
