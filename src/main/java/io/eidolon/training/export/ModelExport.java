package io.eidolon.training.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.eidolon.image.Metadata;
import io.eidolon.image.StillFormat;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.training.loop.SampleSheet;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.GeneratorNetwork;
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

	/** Exports into a folder of models. */
	public ModelExport(Path models) {
		this.models = models;
	}

	/**
	 * Exports a generator, in place of an earlier one of the same name.
	 * @param description the card, without proof and files
	 * @return the folder of the model
	 * @throws ParityException when the graph does not generate what the network does
	 */
	public Path export(GeneratorNetwork generator, ModelCard description) {
		ParityProof proof = ParityProof.of(generator, GeneratorGraph.of(generator));
		try {
			Files.createDirectories(this.models);
			Path staging = Files.createDirectory(
					this.models.resolve(".%s-%s".formatted(description.name(), ProcessHandle.current().pid())));
			Files.write(staging.resolve(ModelFiles.GRAPH), proof.graph());
			Files.write(staging.resolve(ModelFiles.PREVIEW), preview(generator.architecture(), proof.graph()));
			ModelCard card = completed(description, proof.asCard(), staging);
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

	private static byte[] preview(Architecture architecture, byte[] graph) {
		SampleSheet sheet = new SampleSheet(architecture);
		float[] images = OnnxPictures.generate(graph, architecture, sheet.latents(), sheet.labels(), sheet.captions());
		return StillFormat.PNG.encode(sheet.grid(images), Metadata.NONE);
	}

	private static ModelCard completed(ModelCard card, ModelCard.Proof proof, Path staging) {
		Map<String, String> files = new LinkedHashMap<>();
		Stream.of(ModelFiles.GRAPH, ModelFiles.PREVIEW)
			.forEach((name) -> files.put(name, ModelCards.sha256(staging.resolve(name))));
		return new ModelCard(card.name(), card.version(), card.title(), card.image(), card.latent(), card.classes(),
				card.licence(), card.data(), card.training(), proof, card.quality(), null, card.text(),
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
