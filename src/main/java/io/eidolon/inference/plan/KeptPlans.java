package io.eidolon.inference.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.eidolon.modelcard.Sha256;
import io.eidolon.modelcard.WholeFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps in a folder what was found out of generators, so that the next start on a machine
 * of the same kind need not try and time them again. What cannot be read, or is not what
 * was written, is as if it were not there; what cannot be written is not kept.
 */
public final class KeptPlans {

	/** Keeps nothing. */
	public static final KeptPlans NONE = new KeptPlans(null, Optional::empty);

	/** How many files the folder may have; of more, the oldest go. */
	static final int MOST = 256;

	/** Of a file. A few hundred are usual. */
	private static final int MOST_BYTES = 64 << 10;

	private static final String SUFFIX = ".json";

	private static final Logger logger = LoggerFactory.getLogger(KeptPlans.class);

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
				DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final @Nullable Path folder;

	private final Supplier<Optional<String>> circumstances;

	/**
	 * Keeps findings in a folder, which is made when it is needed.
	 * @param circumstances all but the model that findings depend on, empty when that
	 * cannot be told
	 */
	public KeptPlans(@Nullable Path folder, Supplier<Optional<String>> circumstances) {
		this.folder = folder;
		this.circumstances = circumstances;
	}

	/**
	 * Keeps findings in a folder.
	 * @param folder null to keep none
	 * @param maxBatch how many images a run generates at most
	 * @param device where generators run
	 */
	public static KeptPlans in(@Nullable Path folder, int maxBatch, Object device) {
		return new KeptPlans(folder, SingletonSupplier
			.of(() -> Circumstances.current().map((found) -> "%s, %s at once, %s".formatted(device, maxBatch, found))));
	}

	/**
	 * The file for what is found out of a model, by what its files and its card hold now;
	 * empty when nothing is kept of it.
	 */
	public Optional<Path> file(ModelSource source) {
		if (this.folder == null) {
			return Optional.empty();
		}
		try {
			String model = ModelDigests.digest(source);
			return this.circumstances.get()
				.map((found) -> this.folder.resolve(Sha256.hex(model + ", " + found) + SUFFIX));
		}
		catch (UncheckedIOException ex) {
			return Optional.empty();
		}
	}

	/** What was found out before. */
	public Optional<Finding> read(Path file) {
		try {
			if (Files.size(file) <= MOST_BYTES) {
				Kept kept = JSON.readValue(Files.readAllBytes(file), Kept.class);
				if (kept != null && sum(kept.finding()).equals(kept.sha256())) {
					return Optional.ofNullable(kept.finding());
				}
			}
			logger.info("{} is left alone: it is not what was written", file);
		}
		catch (NoSuchFileException ex) {
			logger.debug("{} is not there", file);
		}
		catch (IOException | JacksonException ex) {
			logger.info("{} is left alone: {}", file, ex.getMessage());
		}
		return Optional.empty();
	}

	/** Keeps a finding. */
	public void write(Path file, Finding finding) {
		Path parent = file.resolveSibling("");
		try {
			Files.createDirectories(parent);
			WholeFile.write(file, JSON.writeValueAsBytes(new Kept(sum(finding), finding)));
			removeOldest(parent);
		}
		catch (IOException | UncheckedIOException ex) {
			logger.info("What was found out of a model is not kept: {}", ex.toString());
		}
	}

	private static void removeOldest(Path folder) throws IOException {
		List<Path> files;
		try (Stream<Path> all = Files.list(folder)) {
			files = all.filter((file) -> file.toString().endsWith(SUFFIX)).toList();
		}
		if (files.size() > MOST) {
			for (Path file : files.stream()
				.sorted(Comparator.comparingLong((file) -> file.toFile().lastModified()))
				.limit(files.size() - MOST)
				.toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

	private static String sum(@Nullable Finding finding) {
		return Sha256.hex(JSON.writeValueAsString(finding));
	}

	/**
	 * A finding as it is kept.
	 *
	 * @param sha256 the sum of the finding, which tells whether it is what was written
	 * @param finding what was found out
	 */
	private record Kept(@Nullable String sha256, @Nullable Finding finding) {

	}

}
