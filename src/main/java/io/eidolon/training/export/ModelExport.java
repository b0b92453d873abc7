package io.eidolon.training.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.eidolon.image.DigitalSourceType;
import io.eidolon.image.Metadata;
import io.eidolon.image.StillFormat;
import io.eidolon.inference.onnx.TensorSession;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.Proof;
import io.eidolon.modelcard.Recognition;
import io.eidolon.modelcard.Sha256;
import io.eidolon.modelcard.WholeFile;
import io.eidolon.training.loop.Evaluation;
import io.eidolon.training.loop.SampleSheet;
import io.eidolon.training.loop.TrainedNetworks;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.JointEncoder;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a trained generator where the server finds it: {@code generator.onnx},
 * {@code model.json} and {@code preview.png}. Nothing is put in place before ONNX Runtime
 * has generated the same pictures as libtorch.
 */
public final class ModelExport {

	private static final Logger logger = LoggerFactory.getLogger(ModelExport.class);

	private final Path models;

	private final int discriminatorGrid;

	private final float[][] sentences;

	private final float[][] ofSeeds;

	/** Exports generators that read no captions. */
	public ModelExport(Path models, int discriminatorGrid) {
		this(models, discriminatorGrid, new float[0][], new float[0][]);
	}

	/**
	 * Exports into a folder of models.
	 * @param discriminatorGrid the side of the grid over which a discriminator's features
	 * are taken
	 * @param sentences (any, 384) the embeddings of captions of the data, by which a
	 * generator that reads them is proved
	 * @param ofSeeds (any, 384) those of the captions that the card has seeds stand for
	 */
	public ModelExport(Path models, int discriminatorGrid, float[][] sentences, float[][] ofSeeds) {
		this.models = models;
		this.discriminatorGrid = discriminatorGrid;
		this.sentences = sentences;
		this.ofSeeds = ofSeeds;
	}

	/**
	 * Opens the graph of an untrained generator, so that what would fail at the end fails
	 * before the first step.
	 */
	public void rehearse(Architecture architecture) {
		try (PointerScope _ = new PointerScope()) {
			TensorSession.open("The generator", GeneratorGraph.of(architecture.generator())).close();
		}
	}

	/**
	 * Exports a generator, and its discriminator where it is wanted, in place of an
	 * earlier one of the same name.
	 * @param description the card, without proof and files
	 * @return the folder of the model
	 * @throws ParityException when the graph does not compute what the generator does; a
	 * discriminator of which that is so is left out
	 */
	public Path export(TrainedNetworks trained, ModelCard description) {
		GeneratorNetwork generator = trained.generator();
		ParityProof proof = ParityProof.of(generator, GeneratorGraph.of(generator), this.sentences);
		ExportedDiscriminator discriminator = discriminator(trained);
		ExportedEncoder encoder = encoder(trained, proof.graph(), description);
		Path staging = this.models.resolve(".%s-%s".formatted(description.name(), ProcessHandle.current().pid()));
		try (Closeable _ = () -> deleteTree(staging)) {
			Files.createDirectories(staging);
			WholeFile.write(staging.resolve(ModelFiles.GRAPH), proof.graph());
			WholeFile.write(staging.resolve(ModelFiles.PREVIEW), preview(generator.architecture(), proof.graph()));
			ModelCard card = completed(description, proof.asCard(), staging);
			if (discriminator != null) {
				Path file = WholeFile.write(staging.resolve(ModelFiles.DISCRIMINATOR), discriminator.graph());
				card = card.withRecognition(new Recognition(discriminator.description()),
						Map.of(ModelFiles.DISCRIMINATOR, Sha256.hex(file)));
			}
			if (encoder != null) {
				Path file = WholeFile.write(staging.resolve(ModelFiles.ENCODER), encoder.graph());
				card = card.withEncoder(encoder.description(), Sha256.hex(file));
			}
			ModelCards.write(staging, card);
			Path folder = replace(staging, this.models.resolve(description.name()));
			logger.info("Exported {} ({} kB), within {} of libtorch", folder, proof.graph().length / 1000,
					proof.asCard().maxAbsoluteDifference());
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** It is compared on pictures of the generator. */
	private @Nullable ExportedDiscriminator discriminator(TrainedNetworks trained) {
		DiscriminatorNetwork discriminator = trained.discriminator();
		if (discriminator == null) {
			return null;
		}
		Architecture architecture = trained.generator().architecture();
		SampleSheet sheet = new SampleSheet(architecture);
		try {
			return ExportedDiscriminator.of(discriminator, architecture, this.discriminatorGrid, trained.step(),
					Evaluation.generate(trained.generator(), sheet.latents(), sheet.labels()));
		}
		// The generator is what hours were spent on
		catch (ParityException ex) {
			logger.warn("The discriminator is left out: {}", ex.getMessage());
			return null;
		}
	}

	private static @Nullable ExportedEncoder encoder(TrainedNetworks trained, byte[] generator, ModelCard description) {
		JointEncoder encoder = trained.encoder();
		try {
			return (encoder != null) ? ExportedEncoder.of(trained, encoder, generator,
					Objects.requireNonNull(description.training(), "how it was trained")) : null;
		}
		catch (ParityException ex) {
			logger.warn("The encoder is left out: {}", ex.getMessage());
			return null;
		}
	}

	/** Removes a model that was exported, if it is there. */
	public void remove(String name) {
		try {
			deleteTree(this.models.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private byte[] preview(Architecture architecture, byte[] graph) {
		SampleSheet sheet = new SampleSheet(architecture);
		float[] images = OnnxPictures.generate(graph, architecture, sheet.latents(), sheet.labels(),
				sheet.captions(this.ofSeeds));
		return StillFormat.PNG.encode(sheet.grid(images),
				new Metadata(Map.of(), DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA));
	}

	private static ModelCard completed(ModelCard card, Proof proof, Path staging) {
		Map<String, String> files = new LinkedHashMap<>();
		Stream.of(ModelFiles.GRAPH, ModelFiles.PREVIEW)
			.forEach((name) -> files.put(name, Sha256.hex(staging.resolve(name))));
		return new ModelCard(card.name(), card.version(), card.title(), card.image(), card.latent(), card.classes(),
				card.licence(), card.data(), card.training(), proof, card.quality(), null, null, card.text(),
				card.directions(), card.description(), card.showcase(), files);
	}

	/** Swaps folders by renames; the old one is gone only once the new one stands. */
	private static Path replace(Path staging, Path folder) throws IOException {
		Path old = staging.resolveSibling(staging.getFileName() + "-old");
		if (Files.exists(folder)) {
			Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
		}
		Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
		deleteTree(old);
		return folder;
	}

	private static void deleteTree(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : files.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(folder);
		}
	}

}
