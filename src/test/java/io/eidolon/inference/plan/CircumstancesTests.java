package io.eidolon.inference.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CircumstancesTests {

	@TempDir
	private Path folder;

	@Test
	void codeIsToldApartByItsClassesAlone() throws IOException {
		String code = code("BOOT-INF/classes/io/eidolon/A.class", "one");
		assertThat(code("BOOT-INF/classes/io/eidolon/A.class", "one", "static/page.html", "text")).isEqualTo(code);
		assertThat(code("BOOT-INF/classes/io/eidolon/A.class", "two")).isNotEqualTo(code);
		assertThat(code("BOOT-INF/classes/io/eidolon/B.class", "one")).isNotEqualTo(code);
	}

	@Test
	void aProcessorIsItsModelAndItsInstructions() throws IOException {
		Path facts = Files.write(this.folder.resolve("cpuinfo"), List.of("processor : 0", "model name : Fast 1",
				"cpu MHz : 2000.1", "flags : avx avx2", "", "processor : 1", "model name : Fast 2"));
		assertThat(Circumstances.processor(facts)).isEqualTo("model name : Fast 1, flags : avx avx2");
		assertThat(Circumstances.processor(this.folder.resolve("none"))).contains(System.getProperty("os.arch"));
	}

	private String code(String... entries) throws IOException {
		Path jar = this.folder.resolve("some.jar");
		try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (int i = 0; i < entries.length; i += 2) {
				zip.putNextEntry(new ZipEntry(entries[i]));
				zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		return Circumstances.code(jar.toFile());
	}

}
