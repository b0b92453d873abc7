package io.eidolon.inference.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.Sha256;

/**
 * What tells one state of a model from another: the SHA-256 of all that its images depend
 * on.
 */
final class ModelDigests {

	private static final int VERSION_DIGITS = 12;

	private ModelDigests() {
	}

	/**
	 * The SHA-256 of a graph and of the files beside it that hold its weights, by name.
	 */
	static Map<String, String> of(ModelSource source) {
		Map<String, String> digests = new TreeMap<>();
		for (String name : ModelSource.dataFiles(source.graph())) {
			Path file = source.folder().resolve(name).normalize();
			if (file.startsWith(source.folder().normalize()) && Files.isRegularFile(file)) {
				digests.put(name, Sha256.hex(file));
			}
		}
		digests.put(String.valueOf(source.graph().getFileName()), Sha256.hex(source.graph()));
		return digests;
	}

	/**
	 * A version from the digests of files and from the card, which may say between what
	 * values images lie. That of a graph alone is its own digest.
	 */
	static String version(Map<String, String> files, Path card) {
		return digest(files, card).substring(0, VERSION_DIGITS);
	}

	/** The SHA-256 of all that a model's images depend on. */
	static String digest(ModelSource source) {
		return digest(of(source), source.folder().resolve(ModelFiles.CARD));
	}

	private static String digest(Map<String, String> files, Path card) {
		Map<String, String> all = new TreeMap<>(files);
		if (Files.isRegularFile(card)) {
			all.put(String.valueOf(card.getFileName()), Sha256.hex(card));
		}
		return (all.size() == 1) ? all.values().iterator().next() : Sha256.hex(all.toString());
	}

}
