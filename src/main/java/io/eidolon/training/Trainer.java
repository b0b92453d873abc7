package io.eidolon.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.eidolon.text.SentenceEncoder;
import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.data.BatchLoader;
import io.eidolon.training.data.CaptionSet;
import io.eidolon.training.data.Part;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.data.labels.LabelSettings;
import io.eidolon.training.distributed.Peers;
import io.eidolon.training.distributed.World;
import io.eidolon.training.export.ModelExport;
import io.eidolon.training.loop.Checkpoint;
import io.eidolon.training.loop.Settings;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.TrainingException;
import io.eidolon.training.loop.TrainingRun;
import io.eidolon.training.metrics.RunJournal;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.DiscriminatorTraits;
import io.eidolon.training.network.SentenceAxes;
import io.eidolon.training.objective.Penalties;
import io.micrometer.core.instrument.MeterRegistry;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a run together from its settings: pictures, networks, loop and export. */
class Trainer implements Task {

	private static final Logger logger = LoggerFactory.getLogger(Trainer.class);

	private final TrainingProperties properties;

	private final World world;

	private final MeterRegistry meters;

	Trainer(TrainingProperties properties, WorldProperties world, MeterRegistry meters) {
		this.properties = properties;
		this.world = world.world();
		this.meters = meters;
	}

	@Override
	public boolean run(String[] arguments, StopRequest stop) {
		try (PictureSet all = open(stop);
				RunEvaluation evaluation = new RunEvaluation(this.properties, all, this.meters, this.world.first());
				Peers peers = this.world.join()) {
			PictureSet pictures = evaluation.training();
			CaptionSet captions = captions(all);
			Architecture architecture = architecture(pictures);
			Settings settings = settings(architecture, captions);
			Checkpoint checkpoint = new Checkpoint(this.properties.run());
			if (peers.first()) {
				prepare(checkpoint);
			}
			if (this.properties.threads() != null) {
				torch.set_num_threads(this.properties.threads());
			}
			logger.info("Training {} on {} pictures of {} ({} left out), objective {}", architecture, pictures.size(),
					this.properties.data(), pictures.broken(), settings.objective().name());
			RunJournal journal = new RunJournal(this.properties.run(), this.meters, this.properties.name(),
					List.of(arguments), evaluation.journal());
			CardWriter card = new CardWriter(this.properties, pictures, captions, journal);
			ModelExport export = new ModelExport(this.properties.output(), this.properties.discriminatorGrid());
			return new TrainingRun(settings, checkpoint, journal, peers, stop::requested, System::nanoTime).run(
					this.properties.resume(),
					(step) -> new BatchLoader(pictures, captions, settings.batch(),
							new Part(peers.rank(), peers.size()), this.properties.flip(), settings.seed(), step),
					(trained, progress) -> export.export(
							this.properties.exportDiscriminator() ? trained : trained.withoutDiscriminator(),
							card.describe(trained.generator().architecture(), settings, progress,
									evaluation.measure(progress, trained.generator()))));
		}
	}

	private PictureSet open(StopRequest stop) {
		TrainingProperties p = this.properties;
		return PictureSet.open(new PictureSettings(p.data(), p.imageSize(), p.imageSize(), p.channels(),
				new LabelSettings(p.labelColumn(), p.labelPattern(), p.conditional()), p.classNames(), p.memory(),
				p.decoded(), p.batch()), stop::check);
	}

	private @Nullable CaptionSet captions(PictureSet pictures) {
		TrainingProperties p = this.properties;
		return p.captioned()
				? CaptionSet.read(pictures, p.captions(), p.captionColumn(), SentenceEncoder::open, p.decoded()) : null;
	}

	private Architecture architecture(PictureSet pictures) {
		if (this.properties.conditional() && pictures.classes().isEmpty()) {
			throw new TrainingException("%s has no labels, which a conditional generator needs: subfolders, "
				.formatted(this.properties.data().toAbsolutePath()) + "a label-column, or an idx file of labels");
		}
		return new Architecture(this.properties.network(), this.properties.imageSize(), pictures.channels(),
				this.properties.latentDimension(), this.properties.nf(),
				this.properties.conditional() ? pictures.classes().size() : 0, traits());
	}

	/**
	 * A discriminator of bounded gradient goes without batch normalisation, as in the
	 * papers that bound it.
	 */
	private DiscriminatorTraits traits() {
		boolean bounded = this.properties.spectralNorm() || this.properties.gradientPenalty() > 0;
		return new DiscriminatorTraits(!bounded, this.properties.spectralNorm(), this.properties.minibatchStddev());
	}

	private Settings settings(Architecture architecture, @Nullable CaptionSet captions) {
		TrainingProperties p = this.properties;
		if (p.batch() % this.world.size() != 0) {
			throw new TrainingException("eidolon.training.batch (%s) must be a multiple of world-size (%s)"
				.formatted(p.batch(), this.world.size()));
		}
		return new Settings(architecture, p.precision(), p.objective(),
				Penalties.of(p.r1(), p.r2(), p.gradientPenalty(), p.matchingPenalty(), p.penaltyEvery()),
				p.aided().aid(p.precision()), p.captionContrast(), p.discriminatorSteps(), p.batch(), p.learningRate(),
				p.discriminatorLearningRate(), p.beta1(), p.beta2(), p.instanceNoise(), new Augmentations(p.augment()),
				p.captionDropout(), (captions != null) ? SentenceAxes.of(captions.embeddings()) : null, p.ema(),
				p.schedule().schedules(), p.seed(), p.steps(),
				(p.minutes() != null) ? Duration.ofMillis(Math.round(p.minutes() * 60_000)) : null,
				p.export() == TrainingProperties.Export.BEST, p.reportEvery(), p.sampleEvery(), p.checkpointEvery());
	}

	/** Makes the folder of the run, unless another run would be lost by it. */
	private void prepare(Checkpoint checkpoint) {
		Path folder = this.properties.run();
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (checkpoint.exists() && !this.properties.resume()) {
			throw new TrainingException(
					"%s is there already; add --resume to go on from it, or move it away to start anew"
						.formatted(checkpoint.file().toAbsolutePath()));
		}
		if (!checkpoint.exists() && this.properties.resume()) {
			throw new TrainingException("%s is not there, so there is nothing to resume; start without --resume"
				.formatted(checkpoint.file().toAbsolutePath()));
		}
		Recipe.write(this.properties, folder.resolve("recipe.yaml"));
	}

}
