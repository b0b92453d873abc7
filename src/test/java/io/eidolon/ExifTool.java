package io.eidolon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Reads metadata of pictures as others do. */
final class ExifTool {

	private static final boolean CI = Boolean.parseBoolean(System.getenv("CI"));

	private static final String TAG = "DigitalSourceType";

	private ExifTool() {
	}

	/**
	 * Returns the digital source type of each file of a folder, empty where one has none.
	 * Skips the test where ExifTool is missing, but not where nobody would see that
	 * ({@code CI=true}).
	 */
	static Map<String, String> digitalSourceTypes(Path folder) throws IOException, InterruptedException {
		assumeTrue(CI || isInstalled(), "This needs ExifTool: the Debian package libimage-exiftool-perl");
		Process process = new ProcessBuilder("exiftool", "-json", "-n", "-ext", "*", "-filename", "-XMP-iptcExt:" + TAG,
				"-warning", folder.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		JsonNode files = JsonMapper.shared()
			.readTree(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(files).allSatisfy((file) -> assertThat(file.has("Warning")).as(file.toString()).isFalse());
		return files.valueStream()
			.collect(Collectors.toMap((file) -> file.path("FileName").asString(),
					(file) -> file.path(TAG).asString("")));
	}

	private static boolean isInstalled() throws InterruptedException {
		try {
			return new ProcessBuilder("exiftool", "-ver").redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false; // there is no such program
		}
	}

}
