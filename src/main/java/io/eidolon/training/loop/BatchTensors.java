package io.eidolon.training.loop;

import java.util.Objects;

import io.eidolon.training.data.Batch;
import io.eidolon.training.data.BatchShare;
import io.eidolon.training.distributed.Peers;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.AttributeReading;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.NewTensor;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** Makes tensors of this process's part of each batch, or of a part of that. */
final class BatchTensors {

	private final Settings settings;

	/** The pictures of all processes that are computed at once. */
	private final int whole;

	private final Architecture architecture;

	private final BatchShare part;

	BatchTensors(Settings settings, Peers peers) {
		this.settings = settings;
		this.whole = settings.batch() / settings.options().accumulate();
		this.architecture = settings.architecture();
		this.part = new BatchShare(peers.rank(), peers.size());
	}

	/** The real pictures, (N, channels, height, width). */
	Tensor images(Batch batch) {
		return entered(NewTensor.of(batch.images(), batch.labels().length, this.architecture.channels(),
				this.architecture.size().height(), this.architecture.size().width()));
	}

	/** New latents, (N, latentDimension). */
	Tensor latents() {
		return entered(ours(torch.randn(this.whole, this.architecture.latentDimension())));
	}

	/**
	 * The labels and captions of the real pictures. Some captions are left out, so that
	 * the networks learn to do without.
	 */
	ConditionTensors condition(Batch batch) {
		ConditionTensors condition = this.architecture.conditional()
				? ConditionTensors.ofLabel(entered(NewTensor.of(batch.labels()))) : ConditionTensors.NONE;
		if (!this.architecture.readsText()) {
			return condition;
		}
		Tensor sentences = sentences(batch.sentences());
		Tensor kept = ours(torch.rand(this.whole, 1).ge(new Scalar(this.settings.captionDropout())));
		// A picture without caption has zeros in place of a vector of length 1
		Tensor known = sentences.square().sum(1).gt(new Scalar(0)).unsqueeze(1);
		return condition.withSentence(entered(sentences), entered(kept.logical_and(known).to(torch.ScalarType.Float)));
	}

	/** Captions that are wrong for the real pictures, (N, 384), or null. */
	@Nullable Tensor wrongSentences(Batch batch) {
		return this.architecture.readsText() ? entered(sentences(batch.wrongSentences())) : null;
	}

	/** What is told of the attributes of the real pictures, or null. */
	AttributeStep.@Nullable Targets attributes(Batch batch, ConditionTensors condition) {
		AttributeReading reading = this.settings.attributeReading();
		Tensor sentence = condition.sentence();
		if (reading == null || batch.attributes() == null || sentence == null) {
			return null;
		}
		Tensor values = entered(NewTensor.of(batch.attributes())).view(count(), -1);
		// A caption that is left out says nothing
		Tensor said = reading.clarity(sentence, values).mul(Objects.requireNonNull(condition.strength()));
		return new AttributeStep.Targets(values, said);
	}

	private Tensor sentences(float @Nullable [] embeddings) {
		if (embeddings == null) {
			throw new TrainingException(
					"network=text and network=dcgan-text need captions, and these pictures have none; network=modulated and network=dcgan learn without");
		}
		return NewTensor.of(embeddings, count(), Captions.LENGTH);
	}

	/** Numbers are sampled in memory, so that every device trains on the same ones. */
	private Tensor entered(Tensor values) {
		return this.settings.device().enter(values);
	}

	private Tensor ours(Tensor batch) {
		return batch.narrow(0, this.part.first(this.whole), count());
	}

	private int count() {
		return this.part.size(this.whole);
	}

}
