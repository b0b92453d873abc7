package io.eidolon;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks into the jars that users get, and starts them. */
@Timeout(120)
class PackagedJarIT {

	private static final String JARS = System.getProperty("eidolon.jars");

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	@TempDir
	private Path folder;

	@Test
	void theServingJarHoldsNothingOfTraining() throws IOException {
		assertThat(entries(JARS + ".jar")).anyMatch((name) -> name.contains("onnxruntime"))
			.noneMatch((name) -> name.contains("io/eidolon/training") || name.contains("pytorch")
					|| name.contains("openblas") || name.contains("javacpp") || name.contains("application-train"));
	}

	@Test
	void theServingJarServes() throws Exception {
		TinyGenerators.write(this.folder.resolve("models"), "peeps", 8, 3);
		Process process = start(JARS + ".jar", "--server.port=0", "--management.server.port=0");
		try (HttpClient client = HttpClient.newHttpClient()) {
			URI uri = URI.create("http://localhost:%s/models/peeps/samples/1.png".formatted(port(process)));
			var response = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
		}
		finally {
			process.destroyForcibly();
		}
	}

	/** As the image starts it. */
	@Test
	void withTheBeansOfTheBuildTheServingJarServesAndIsLockedAsSettingsSay() throws Exception {
		TinyGenerators.write(this.folder.resolve("models"), "peeps", 8, 3);
		Path keys = new KeyFile().with("web", "generate").write(this.folder.resolve("keys.yaml"));
		String plans = "--eidolon.inference.plans=" + this.folder.resolve("plans");
		assertThat(answerWithBeansOfTheBuild(plans)).isEqualTo(200);
		assertThat(this.folder.resolve("plans")).isDirectoryContaining("glob:**.json");
		assertThat(answerWithBeansOfTheBuild(plans, "--eidolon.security.keys=" + keys)).isEqualTo(401);
	}

	private int answerWithBeansOfTheBuild(String... settings) throws Exception {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0"));
		arguments.addAll(List.of(settings));
		Process process = start(List.of("-Dspring.aot.enabled=true"), JARS + ".jar", arguments);
		try (HttpClient client = HttpClient.newHttpClient()) {
			URI uri = URI.create("http://localhost:%s/models/peeps/samples/1.png".formatted(port(process)));
			return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Test
	void theServingJarSaysThatItCannotTrain() throws Exception {
		Process process = start(JARS + ".jar", "--spring.profiles.active=train");
		assertThat(process.inputReader().lines()).last().asString().contains("run the -training jar");
		assertThat(process.waitFor()).isEqualTo(1);
	}

	@Test
	@Tag("libtorch")
	void theTrainingJarHoldsLibtorchAndStarts() throws Exception {
		assertThat(entries(JARS + "-training.jar")).anyMatch((name) -> name.contains("io/eidolon/training"))
			.anyMatch((name) -> name.contains("pytorch"));
		Process process = start(JARS + "-training.jar", "--eidolon.training.data=missing",
				"--eidolon.training.name=none", "--eidolon.training.steps=1");
		List<String> lines = process.inputReader().lines().toList();
		assertThat(process.waitFor()).isEqualTo(1);
		assertThat(lines).last().asString().endsWith("missing does not exist");
	}

	@Test
	void theServingJarIsStartedByClassesThatOlderJavasRead() throws IOException {
		assertStartsWithClassesForJava17(JARS + ".jar");
	}

	@Test
	@Tag("libtorch")
	void theTrainingJarIsStartedByClassesThatOlderJavasRead() throws IOException {
		assertStartsWithClassesForJava17(JARS + "-training.jar");
	}

	private static void assertStartsWithClassesForJava17(String jar) throws IOException {
		try (JarFile file = new JarFile(jar)) {
			String start = file.getManifest().getMainAttributes().getValue("Start-Class");
			for (String name : List.of(start, JavaCheck.class.getName())) {
				String entry = "BOOT-INF/classes/%s.class".formatted(name.replace('.', '/'));
				try (DataInputStream bytes = new DataInputStream(file.getInputStream(file.getEntry(entry)))) {
					bytes.skipNBytes(6);
					assertThat(bytes.readUnsignedShort()).as(name).isEqualTo(ClassFile.JAVA_17_VERSION);
				}
			}
		}
	}

	private static List<String> entries(String jar) throws IOException {
		try (JarFile file = new JarFile(jar)) {
			return file.stream().map(ZipEntry::getName).toList();
		}
	}

	private Process start(String jar, String... arguments) throws IOException {
		return start(List.of(), jar, List.of(arguments));
	}

	private Process start(List<String> options, String jar, List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(options);
		command.addAll(List.of("-jar", jar));
		command.addAll(arguments);
		return ChildJvm.with(command).directory(this.folder.toFile()).start();
	}

	private static String port(Process process) throws IOException {
		BufferedReader lines = process.inputReader();
		List<String> seen = new ArrayList<>();
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			Matcher matcher = PORT.matcher(line);
			if (matcher.find()) {
				return matcher.group(1);
			}
			seen.add(line);
		}
		throw new AssertionError("The service ended: " + seen);
	}

}
