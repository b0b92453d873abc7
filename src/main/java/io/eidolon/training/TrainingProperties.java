package io.eidolon.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.text.TextReading;
import io.eidolon.training.augment.Augmentation;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.NetworkFamily;
import io.eidolon.training.network.PictureSize;
import io.eidolon.training.objective.Objective;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of a training run.
 *
 * @param recipe settings to start from, which all others override: the name of a recipe
 * that comes with the trainer, or a YAML file such as the recipe.yaml of a run
 * @param data the pictures: a folder, a ZIP or a tar file of PNG, JPEG, WebP, GIF or BMP
 * files, an idx file, CIFAR's binary version, an .npz file, Parquet files, or a folder
 * with LMDB's data.mdb
 * @param name the name of the model, by which requests will ask for it
 * @param objective the losses of both networks: minimax, non-saturating,
 * maximum-likelihood, least-squares, hinge, wasserstein or relativistic
 * @param r1 the weight gamma of the R1 gradient penalty on the discriminator, 0 for none
 * @param r2 the weight gamma of the R2 gradient penalty, on fake pictures, 0 for none
 * @param gradientPenalty the weight lambda of the one-centred gradient penalty between
 * real and fake pictures, 0 for none
 * @param matchingPenalty the weight k of the matching-aware gradient penalty on real
 * pictures with their captions, 0 for none
 * @param captionContrast the weight of the contrastive loss by which D learns to read
 * captions from pictures, and G to generate what is read as its caption, 0 for none
 * @param penaltyEvery the steps from one on which gradient penalties are computed to the
 * next, each time with so many times their weights
 * @param aided a second discriminator, which sees pictures through a pretrained network
 * @param spectralNorm whether each weight of the discriminator is divided by its largest
 * singular value
 * @param discriminatorSteps the discriminator's steps to each one of the generator
 * @param steps when to end, in generator steps
 * @param minutes when to end, in minutes spent in steps, those before a resume included
 * @param output the folder of models, into which the trained one is put
 * @param runs the folder of runs, where checkpoints, sample grids and metrics are kept
 * @param resume whether to go on from the last checkpoint of the same name
 * @param initFrom weights to begin with: a checkpoint, the folder of a model, a
 * .safetensors or .onnx file, or a module of TorchScript; several, where G and D have a
 * file each; what fits by name and shape is taken
 * @param dryRun whether to say what is found and what the run would take, and to end
 * @param allowChanges what may differ from the run that is resumed: any of pictures,
 * classes and objective
 * @param keep how many of the last checkpoints are kept
 * @param imageSize the size of the pictures in pixels: the side of squares, such as 64,
 * or width x height, such as 64x96
 * @param channels 1 for grey, 3 for colour; by default as the pictures are stored
 * @param latentDimension the length of a latent
 * @param network the family of the networks: dcgan, residual or modulated, dcgan-text or
 * text, which follow captions as well, or the name of one of your own
 * @param nf the feature maps at half of the pictures' side; more make better pictures and
 * train slower
 * @param blocks the blocks at each resolution, of network=residual
 * @param minibatchStddev whether the discriminator sees how much the pictures of a batch
 * differ
 * @param conditional whether the generator takes the label of a class
 * @param labelColumn the column of a table beside the pictures, or the part of
 * label-pattern, that holds labels; by default a picture's label is the name of the first
 * folder below the root
 * @param labelPattern what the names of files are made of, such as
 * "[age]_[gender]_[race]_...", of which label-column is the part that is the label
 * @param classNames names for the labels of an idx file, in the order of their numbers
 * @param captions a CSV file of captions, whose first column names the picture's file; by
 * default the one beside the pictures, or a .txt file of the same name beside each
 * @param captionColumn the columns of captions; by default those whose names begin with
 * "caption"
 * @param captionReading of what the vector of a caption, and of a prompt, is made: whole,
 * or clauses, the sum of the vectors of its clauses, which tells more of what a long one
 * says
 * @param prompts examples of what can be asked for, for the card, at most 10; by default
 * frequent captions
 * @param captionDropout the share of captions that are left out, from which the networks
 * learn to do without
 * @param balanceClasses whether each class comes as often as any other, however few
 * pictures it has
 * @param flip whether every other picture is mirrored
 * @param augment how all that the discriminator sees is changed at random, which keeps it
 * from learning a small set by heart: any of colour, translation and cutout
 * @param batch the pictures in a step
 * @param learningRate Adam's step size for the generator
 * @param discriminatorLearningRate Adam's step size for the discriminator, which is ahead
 * in most games, and learns more slowly by default
 * @param instanceNoise the standard deviation of the noise on the pictures that the
 * discriminator sees, at the start of the run; it falls to 0 along the run
 * @param beta1 Adam's decay of the gradient's mean
 * @param beta2 Adam's decay of the squared gradient's mean
 * @param ema the decay of the average of the generator's weights that is exported
 * @param step what papers do differently in a step
 * @param schedule how settings go along the run
 * @param seed the seed of weights, latents and the order of pictures
 * @param precision the numbers that the networks compute with while they learn: float32,
 * or bfloat16, which is faster where the processor has it (AVX-512 BF16, AMX)
 * @param device where the networks compute: auto, the GPU of NVIDIA where there is one
 * and the trainer was built for it, cpu or cuda
 * @param threads the threads that libtorch computes with; by default one per core
 * @param memory up to how much of decoded pictures is held in memory
 * @param cache the folder in which decoded pictures and the vectors of captions are kept,
 * so that the next start is quick; by default .cache in the folder of runs
 * @param export which averaged generator is exported: best, the one that was closest to
 * held-out pictures where quality.every has it measured, or last
 * @param exportDiscriminator whether the discriminator is exported, to describe pictures
 * @param discriminatorGrid how many cells a side of its feature maps has: 1, 2 or 4
 * @param reportEvery the steps between two progress lines
 * @param sampleEvery the steps between two sample grids
 * @param snapshotEvery the steps between two exports of the averaged generator as the
 * model name-snapshot, so that a service shows what is learned so far, 0 for none; it is
 * removed when the run is complete
 * @param checkpointEvery the time between two checkpoints
 * @param heldOut the share of the pictures that is kept from training; by default 0.1
 * when quality is measured, else 0
 * @param quality how the quality of what is generated is measured
 * @param card what the model's card says beside what the run knows itself
 */
@Validated
@ConfigurationProperties("eidolon.training")
public record TrainingProperties(@Nullable String recipe, @NotNull(message = NEEDED) Path data,
		@NotNull(message = NEEDED) @Pattern(regexp = ModelCard.NAME_PATTERN,
				message = "must be lower-case letters, digits and dashes, at most 64") String name,
		@DefaultValue("non-saturating") Objective objective, @DefaultValue("0") @DecimalMin("0") double r1,
		@DefaultValue("0") @DecimalMin("0") double r2, @DefaultValue("0") @DecimalMin("0") double gradientPenalty,
		@DefaultValue("0") @DecimalMin("0") double matchingPenalty,
		@DefaultValue("0") @DecimalMin("0") double captionContrast,
		@DefaultValue("1") @Min(1) @Max(64) int penaltyEvery,
		@DefaultValue @Valid @NestedConfigurationProperty AidedSettings aided,
		@DefaultValue("false") boolean spectralNorm, @DefaultValue("1") @Min(1) @Max(100) int discriminatorSteps,
		@Nullable @Min(1) Long steps, @Nullable @Positive Double minutes, @DefaultValue("models") Path output,
		@DefaultValue("runs") Path runs, @DefaultValue("false") boolean resume, @DefaultValue List<Path> initFrom,
		@DefaultValue("false") boolean dryRun, @DefaultValue Set<ResumeChange> allowChanges,
		@DefaultValue("3") @Min(1) @Max(100) int keep, @DefaultValue("64") PictureSize imageSize, @Nullable @OneOf( {
				1, 3 }) Integer channels,
		@DefaultValue("100") @Min(1) @Max(4096) int latentDimension, @DefaultValue("dcgan") NetworkFamily network,
		@DefaultValue("32") @Min(4) @Max(256) int nf, @DefaultValue("1") @Min(1) @Max(4) int blocks,
		@DefaultValue("false") boolean minibatchStddev, @DefaultValue("false") boolean conditional,
		@Nullable String labelColumn, @Nullable String labelPattern, @DefaultValue List<String> classNames,
		@Nullable Path captions, @DefaultValue List<String> captionColumn,
		@DefaultValue("whole") TextReading captionReading,
		@DefaultValue @Size(max = ModelCard.Text.MAX_PROMPTS) List<String> prompts,
		@DefaultValue("0.1") @DecimalMin("0") @DecimalMax("0.9") double captionDropout,
		@DefaultValue("false") boolean balanceClasses, @DefaultValue("false") boolean flip,
		@DefaultValue List<Augmentation> augment, @DefaultValue("64") @Min(2) @Max(4096) int batch,
		@DefaultValue("0.0002") @Positive double learningRate,
		@DefaultValue("0.0001") @Positive double discriminatorLearningRate,
		@DefaultValue("0.1") @DecimalMin("0") @DecimalMax("2") double instanceNoise,
		@DefaultValue("0.5") @DecimalMin("0") @DecimalMax("0.999") double beta1,
		@DefaultValue("0.999") @DecimalMin("0.5") @DecimalMax("0.9999") double beta2,
		@DefaultValue("0.999") @DecimalMin("0") @DecimalMax("0.99999") double ema,
		@DefaultValue @Valid @NestedConfigurationProperty StepSettings step,
		@DefaultValue @Valid @NestedConfigurationProperty ScheduleSettings schedule,
		@DefaultValue("1") @Min(0) long seed, @DefaultValue("float32") ComputeType precision,
		@DefaultValue("auto") DeviceChoice device, @Nullable @Min(1) @Max(1024) Integer threads,
		@DefaultValue("2GB") DataSize memory, @Nullable Path cache, @DefaultValue("best") Export export,
		@DefaultValue("true") boolean exportDiscriminator, @DefaultValue("2") @OneOf({ 1, 2, 4 }) int discriminatorGrid,
		@DefaultValue("50") @Min(1) int reportEvery, @DefaultValue("500") @Min(1) int sampleEvery,
		@DefaultValue("0") @Min(0) int snapshotEvery, @DefaultValue("2m") Duration checkpointEvery,
		@Nullable @DecimalMin("0") @DecimalMax("0.9") Double heldOut,
		@DefaultValue @Valid @NestedConfigurationProperty QualitySettings quality,
		@DefaultValue @Valid @NestedConfigurationProperty CardSettings card){

	private static final String NEEDED = "is needed";

	private static final double DEFAULT_HELD_OUT = 0.1;

	@AssertTrue(message = "either steps or minutes is needed, and not both")
	boolean isEndGiven() {
		return (this.steps == null) != (this.minutes == null);
	}

	@AssertTrue(message = "objective wasserstein needs a discriminator of bounded gradient; set gradient-penalty, "
			+ "such as 10, or spectral-norm=true")
	boolean isGradientBounded() {
		return !this.objective.needsBoundedGradient() || this.gradientPenalty > 0 || this.spectralNorm;
	}

	@AssertTrue(message = "step.rotation needs pictures that are squares; set image-size to one number, such as 64")
	boolean isRotatable() {
		return this.step.rotation() == 0 || this.imageSize.width() == this.imageSize.height();
	}

	/** Whether pictures are trained on with their captions. */
	boolean captioned() {
		return this.network.readsText();
	}

	/** The name of the model that shows what is learned so far. */
	String snapshot() {
		String end = "-snapshot";
		return this.name.substring(0, Math.min(this.name.length(), 64 - end.length())) + end;
	}

	/** The folder of this run. */
	Path run() {
		return this.runs.resolve(this.name);
	}

	/** The folder of decoded pictures. */
	Path decoded() {
		return (this.cache != null) ? this.cache : this.runs.resolve(".cache");
	}

	/** The share of the pictures that is kept from training. */
	double heldOutShare() {
		return (this.heldOut != null) ? this.heldOut : (this.quality.pictures() > 0) ? DEFAULT_HELD_OUT : 0;
	}

	/** Which averaged generator is exported. */
	enum Export {

		/** The one that was closest to held-out pictures. */
		BEST,

		/** The one of the last step. */
		LAST

	}

}
