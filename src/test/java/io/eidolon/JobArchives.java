package io.eidolon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads what jobs end in. */
final class JobArchives {

	private JobArchives() {
	}

	/** The files of a tar archive by their names. */
	static Map<String, byte[]> tar(InputStream archive) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				assertThat(files.put(entry.getName(), tar.readAllBytes())).isNull();
			}
		}
		return files;
	}

	/** The files of a zip archive by their names. */
	static Map<String, byte[]> zip(InputStream archive) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(archive)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
			}
		}
		return files;
	}

	/**
	 * The seeds of all pictures of a job, in the order of its manifest, whose sums are
	 * those of the files.
	 */
	static List<Long> seeds(Path job) {
		try {
			JsonNode manifest = JsonMapper.shared().readTree(Files.readAllBytes(job.resolve("manifest.json")));
			List<Long> seeds = new ArrayList<>();
			for (JsonNode shard : manifest.at("/shards")) {
				byte[] archive = Files.readAllBytes(job.resolve(shard.at("/file").asString()));
				assertThat(sha256(archive)).isEqualTo(shard.at("/sha256").asString());
				tar(new ByteArrayInputStream(archive)).forEach((name, file) -> {
					if (name.endsWith(".json")) {
						seeds.add(JsonMapper.shared().readTree(file).at("/seed").asLong());
					}
				});
			}
			return seeds;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
