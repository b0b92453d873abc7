package io.eidolon.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.eidolon.image.Picture;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.inference.plan.Levels;
import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.PortNames;
import io.eidolon.text.SentenceEncoder;
import io.eidolon.text.TextReading;
import io.eidolon.training.attributes.PromptAgreement;
import io.eidolon.training.loop.StopRequest;

/**
 * An exported model that takes prompts. The picture of the n-th prompt is that of seed n.
 *
 * @param card its card
 * @param session its graph, which the caller closes
 * @param encoder the encoder of sentences, which the caller closes
 * @param stop asked before each batch
 */
record PromptedModel(ModelCard card, GeneratorSession session, SentenceEncoder encoder,
		StopRequest stop) implements PromptAgreement.Generator {

	private static final int BATCH = 32;

	@Override
	public List<Picture> generate(List<String> prompts) {
		List<Picture> pictures = new ArrayList<>();
		for (int start = 0; start < prompts.size(); start += BATCH) {
			this.stop.check();
			addPictures(prompts.subList(start, Math.min(start + BATCH, prompts.size())), start, pictures);
		}
		return pictures;
	}

	private void addPictures(List<String> prompts, int firstSeed, List<Picture> pictures) {
		int count = prompts.size();
		float[] sentences = new float[count * SentenceEncoder.DIMENSION];
		TextReading reading = TextReading.of((this.card.text() != null) ? this.card.text().clauses() : null);
		for (int i = 0; i < count; i++) {
			System.arraycopy(this.encoder.encode(prompts.get(i), reading), 0, sentences, i * SentenceEncoder.DIMENSION,
					SentenceEncoder.DIMENSION);
		}
		float[] strengths = new float[count];
		Arrays.fill(strengths, 1);
		float[] z = Latents.sample(new Seed(firstSeed), count, this.card.latent().dimension());
		float[] images = this.session
			.outputs(new LatentBatch(z, null, count),
					Map.of(PortNames.SENTENCE, sentences, PortNames.STRENGTH, strengths))
			.getOrDefault(PortNames.IMAGE, new float[0]);
		Levels levels = new Levels(this.card.image());
		for (int i = 0; i < count; i++) {
			pictures.add(new Picture(this.card.image().width(), this.card.image().height(),
					this.card.image().channels(), levels.samples(images, i)));
		}
	}

}
