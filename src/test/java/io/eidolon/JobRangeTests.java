package io.eidolon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds processes that generate a range together to each seed once, and to serving
 * nothing.
 */
@Timeout(120)
class JobRangeTests {

	private static final int PICTURES = 45;

	@TempDir
	private Path folder;

	@BeforeEach
	void writeModel() {
		TinyGenerators.write(this.folder.resolve("models"), "peeps", 8, 1);
	}

	@Test
	void eachProcessGeneratesItsPartAndKeepsWhatIsThere() throws IOException {
		generate(0);
		Path first = this.folder.resolve("out/shard-000000.tar");
		assertThat(this.folder.resolve("out/shard-000001.tar")).doesNotExist();
		FileTime written = Files.getLastModifiedTime(first);
		generate(1);
		generate(0);
		assertThat(Files.getLastModifiedTime(first)).isEqualTo(written);
		assertThat(this.folder.resolve("out/manifest-00000.json")).content().contains("shard-000004.tar");
		List<Long> seeds = new ArrayList<>();
		for (int shard = 0; shard < 5; shard++) {
			byte[] archive = Files.readAllBytes(this.folder.resolve("out/shard-00000%s.tar".formatted(shard)));
			JobArchives.tar(new ByteArrayInputStream(archive)).forEach((name, file) -> {
				if (name.endsWith(".json")) {
					seeds.add(JsonMapper.shared().readTree(file).at("/seed").asLong());
				}
			});
		}
		assertThat(seeds).containsExactlyElementsOf(LongStream.range(7, 7 + PICTURES).boxed().toList());
	}

	private void generate(int index) {
		SpringApplication application = new SpringApplication(EidolonApplication.class);
		application.addListeners(new WithoutWeb());
		try (ConfigurableApplicationContext context = application.run("--eidolon.job.count=" + PICTURES,
				"--eidolon.job.seed=7", "--eidolon.job.parts=2", "--eidolon.job.index=" + index,
				"--eidolon.job.output=" + this.folder.resolve("out"), "--eidolon.jobs.shard-size=10",
				"--eidolon.models.path=" + this.folder.resolve("models"))) {
			assertThat(context).isNotInstanceOf(WebServerApplicationContext.class);
		}
	}

}
