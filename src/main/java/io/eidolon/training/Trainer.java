package io.eidolon.training;

import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

import io.eidolon.text.SentenceEncoder;
import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.data.BatchLoader;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.training.data.CaptionSet;
import io.eidolon.training.data.BatchShare;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.data.labels.LabelSettings;
import io.eidolon.training.distributed.Peers;
import io.eidolon.training.distributed.World;
import io.eidolon.training.exchange.WeightFiles;
import io.eidolon.training.export.ModelExport;
import io.eidolon.training.loop.Checkpoint;
import io.eidolon.training.loop.InitialWeights;
import io.eidolon.training.loop.RunObserver;
import io.eidolon.training.loop.Settings;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.TrainedNetworks;
import io.eidolon.training.loop.TrainingException;
import io.eidolon.training.loop.TrainingRun;
import io.eidolon.training.loop.Trial;
import io.eidolon.training.metrics.RunJournal;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.AttributeReading;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.DiscriminatorTraits;
import io.eidolon.training.network.SentenceAxes;
import io.eidolon.training.objective.Penalties;
import io.micrometer.core.instrument.MeterRegistry;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.unit.DataSize;

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
		TrainingProperties p = this.properties;
		SettingsOfUse.require(p);
		InitialReading.require(p);
		if (p.threads() != null) {
			torch.set_num_threads(p.threads());
		}
		// Asked first: pictures take long to read
		ComputeDevice device = p.device().device();
		if (p.dryRun()) {
			return tryOut(device, stop);
		}
		Checkpoint checkpoint = new Checkpoint(p.run(), p.keep());
		try (RunFolder folder = this.world.first() ? prepare(checkpoint) : null;
				PictureSet all = open(stop);
				RunEvaluation evaluation = new RunEvaluation(p, all, this.meters, this.world.first(), stop);
				Peers peers = this.world.join(device)) {
			PictureSet pictures = evaluation.training();
			CaptionSet captions = captions(all);
			Architecture architecture = architecture(pictures);
			Settings settings = settings(architecture, captions, device);
			if (folder != null) {
				folder.requireSpace((p.keep() + 1) * Trial.checkpointBytes(architecture));
			}
			float[][] ofSeeds = (captions != null) ? captions.embeddings(captions.sample(ModelCard.Text.MAX_CAPTIONS))
					: new float[0][];
			evaluation.generateBy(ofSeeds);
			ModelExport export = new ModelExport(p.output(), p.discriminatorGrid(),
					(captions != null) ? captions.embeddings() : new float[0][], ofSeeds);
			export.rehearse(architecture);
			InitialWeights initial = (p.initFrom().isEmpty() || p.resume()) ? null : WeightFiles.read(p.initFrom());
			RunJournal journal = new RunJournal(p.run(), this.meters, p.name(), List.of(arguments),
					evaluation.journal(), recording(all));
			logger.info("Training {} on {} pictures of {} ({} left out), objective {}", architecture, pictures.size(),
					p.data(), pictures.broken(), settings.objective().name());
			CardWriter card = new CardWriter(p, pictures, captions, journal);
			RunObserver observer = (p.snapshotEvery() == 0) ? journal
					: new Snapshots(journal, p.snapshotEvery(),
							(generator, progress) -> export.export(
									new TrainedNetworks(generator, null, progress.step()),
									card.describe(p.snapshot(), generator.architecture(), settings, progress, null)));
			TrainingRun run = new TrainingRun(settings, checkpoint, observer, peers, stop::requested, System::nanoTime);
			RunEnd end = new RunEnd(checkpoint, p.output().resolve(p.name()),
					peers.first() ? journal::onEnd : (_, _) -> {
					});
			return end.of(() -> run.run(p.resume(), initial, loaders(pictures, captions, settings, peers),
					(trained, progress) -> {
						export.export(p.exportDiscriminator() ? trained : trained.withoutDiscriminator(),
								card.describe(trained.generator().architecture(), settings, progress,
										evaluation.measure(progress, trained.generator())));
						if (p.snapshotEvery() > 0) {
							export.remove(p.snapshot());
						}
					}));
		}
	}

	private TrainingRun.LoaderFactory loaders(PictureSet pictures, @Nullable CaptionSet captions, Settings settings,
			Peers peers) {
		return (step) -> new BatchLoader(pictures, captions, settings.batch(),
				new BatchShare(peers.rank(), peers.size()), this.properties.flip(), this.properties.balanceClasses(),
				settings.seed(), step);
	}

	/** Takes a few steps, and says what the run would take. */
	private boolean tryOut(ComputeDevice device, StopRequest stop) {
		try (PictureSet pictures = open(stop); Peers peers = this.world.join(device)) {
			CaptionSet captions = captions(pictures);
			Architecture architecture = architecture(pictures);
			Settings settings = settings(architecture, captions, device);
			Trial trial = Trial.of(settings, peers, loaders(pictures, captions, settings, peers));
			trial.lines(settings, pictures.bytes()).forEach(logger::info);
			return true;
		}
	}

	/** Writes down what the run is made of, once it is known that it can start. */
	private LongConsumer recording(PictureSet pictures) {
		TrainingProperties p = this.properties;
		ResumeCheck check = new ResumeCheck(p, pictures);
		List<String> changes = (p.resume() && this.world.first()) ? check.changes(p.allowChanges()) : List.of();
		if (!changes.isEmpty()) {
			logger.warn("Changed since the last start: {}", String.join(", ", changes));
		}
		return (step) -> {
			check.write();
			Recipe.write(p, p.run().resolve(Recipe.FILE),
					changes.isEmpty() ? "" : "from step %s: %s".formatted(step, String.join(", ", changes)));
		};
	}

	private PictureSet open(StopRequest stop) {
		TrainingProperties p = this.properties;
		return PictureSet.open(
				new PictureSettings(p.data(), p.imageSize().width(), p.imageSize().height(), p.channels(),
						new LabelSettings(p.labelColumn(), p.labelPattern(), p.conditional() || p.balanceClasses()),
						p.classNames(), p.dryRun() ? DataSize.ofBytes(0) : p.memory(), p.decoded(), p.batch()),
				stop::check);
	}

	private @Nullable CaptionSet captions(PictureSet pictures) {
		TrainingProperties p = this.properties;
		return p.captioned() ? CaptionSet.read(pictures, p.captions(), p.captionColumn(), p.captionReading(),
				SentenceEncoder::open, p.decoded()) : null;
	}

	private Architecture architecture(PictureSet pictures) {
		return new Architecture(this.properties.network(), this.properties.imageSize(), pictures.channels(),
				this.properties.latentDimension(), this.properties.nf(),
				this.properties.conditional() ? pictures.classes().size() : 0, traits(), this.properties.blocks());
	}

	/**
	 * A discriminator of bounded gradient goes without batch normalisation, as in the
	 * papers that bound it.
	 */
	private DiscriminatorTraits traits() {
		boolean bounded = this.properties.spectralNorm() || this.properties.gradientPenalty() > 0;
		return new DiscriminatorTraits(!bounded, this.properties.spectralNorm(), this.properties.minibatchStddev());
	}

	private Settings settings(Architecture architecture, @Nullable CaptionSet captions, ComputeDevice device) {
		TrainingProperties p = this.properties;
		if (p.batch() % (this.world.size() * p.step().accumulate()) != 0) {
			throw new TrainingException(
					"eidolon.training.batch (%s) must be a multiple of world-size (%s) times step.accumulate (%s)"
						.formatted(p.batch(), this.world.size(), p.step().accumulate()));
		}
		return new Settings(architecture, p.precision(), p.objective(),
				Penalties.of(p.r1(), p.r2(), p.gradientPenalty(), p.matchingPenalty(), p.penaltyEvery()),
				p.aided().aid(p.precision()), p.captionContrast(), p.discriminatorSteps(), p.batch(), p.learningRate(),
				p.discriminatorLearningRate(), p.beta1(), p.beta2(), p.instanceNoise(), new Augmentations(p.augment()),
				p.captionDropout(), (captions != null) ? SentenceAxes.of(captions.embeddings(), captions.said()) : null,
				attributeReading(captions), p.ema(), p.schedule().schedules(), p.seed(), p.steps(),
				(p.minutes() != null) ? Duration.ofMillis(Math.round(p.minutes() * 60_000)) : null,
				p.export() == TrainingProperties.Export.BEST, p.reportEvery(), p.sampleEvery(), p.checkpointEvery(),
				p.step().options(), device);
	}

	private @Nullable AttributeReading attributeReading(@Nullable CaptionSet captions) {
		if (this.properties.step().attributes() == 0 || captions == null) {
			return null;
		}
		if (captions.attributes().length == 0) {
			throw new TrainingException("step.attributes needs columns beside the captions that say what is known of "
					+ "each picture, such as hair and glasses; there are none");
		}
		return AttributeReading.of(captions.embeddings(), captions.said(), captions.attributes());
	}

	/**
	 * Makes the folder of the run, unless another run would be lost by it, and tries that
	 * of models.
	 */
	private RunFolder prepare(Checkpoint checkpoint) {
		if (!checkpoint.exists() && this.properties.resume()) {
			throw new TrainingException("%s is not there, so there is nothing to resume; start without --resume"
				.formatted(checkpoint.file().toAbsolutePath()));
		}
		RunFolder.requireWritable(this.properties.output());
		RunFolder folder = RunFolder.open(this.properties.run());
		// Asked last: while another run is going on, --resume would be no remedy
		if (checkpoint.exists() && !this.properties.resume()) {
			folder.close();
			throw new TrainingException(
					"%s is there already; add --resume to go on from it, or move it away to start anew"
						.formatted(checkpoint.file().toAbsolutePath()));
		}
		return folder;
	}

}
