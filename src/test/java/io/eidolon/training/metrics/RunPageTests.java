package io.eidolon.training.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RunPageTests {

	private static final RunState RUNNING = new RunState("Running", false, false, 10, Duration.ofMinutes(1),
			Duration.ofSeconds(30), 12.5);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void thePageHoldsTheTablesAndTheSheetsThatThereAre() throws IOException {
		Files.writeString(this.folder.resolve("metrics.csv"), "step,j_d\n5,0.5\n10,0.25\n15");
		Files.createDirectory(this.folder.resolve("samples"));
		Files.write(this.folder.resolve("samples/000005.png"), new byte[] { 1, 2, 3 });
		Files.writeString(this.folder.resolve("samples/notes.txt"), "of somebody");
		Files.writeString(this.folder.resolve("recipe.yaml"), "nf: 8\n");
		JsonNode run = written(RUNNING);
		assertThat(run.path("recipe").asString()).isEqualTo("nf: 8\n");
		assertThat(run.path("model").asString()).isEqualTo("mine");
		assertThat(run.path("metrics").toString()).isEqualTo("[[\"step\",\"j_d\"],[\"5\",\"0.5\"],[\"10\",\"0.25\"]]");
		assertThat(run.path("quality").isEmpty()).isTrue();
		assertThat(run.path("sheets").toString())
			.isEqualTo("[{\"step\":5,\"picture\":\"data:image/png;base64,AQID\"}]");
		assertThat(run.path("ended").asBoolean()).isFalse();
		assertThat(run.path("step").asLong()).isEqualTo(10);
		assertThat(run.path("elapsed").asLong()).isEqualTo(60);
		assertThat(run.path("left").asLong()).isEqualTo(30);
		assertThat(run.path("resume").asString()).isEqualTo("java -jar trainer.jar train --resume");
		assertThat(run.path("written").asLong()).isEqualTo(5000);
	}

	@Test
	void aRunThatHasEndedSaysHow() throws IOException {
		JsonNode run = written(RUNNING.ended("The run has diverged", true));
		assertThat(run.path("state").asString()).isEqualTo("The run has diverged");
		assertThat(run.path("ended").asBoolean()).isTrue();
		assertThat(run.path("failed").asBoolean()).isTrue();
		assertThat(run.path("step").asLong()).isEqualTo(10);
	}

	@Test
	void thePageNeedsNothingElse() throws IOException {
		written(RUNNING);
		assertThat(this.folder.resolve(RunPage.FILE)).content()
			.doesNotContain("{{")
			.doesNotContainPattern("(src|href)=")
			.doesNotContain("http");
		assertThat(this.folder).isDirectoryNotContaining("glob:**.tmp");
	}

	@Test
	void noTextEndsTheScriptThatItStandsIn() throws IOException {
		assertThat(written(RUNNING.ended("</script><b>", false)).path("state").asString()).isEqualTo("</script><b>");
		assertThat(this.folder.resolve(RunPage.FILE)).content().doesNotContain("<b>");
	}

	@Test
	void aLongRunIsThinnedEvenlyWithItsFirstAndLast() {
		List<Integer> all = IntStream.rangeClosed(1, 1000).boxed().toList();
		List<Integer> some = RunPage.spread(all, 40);
		assertThat(some).hasSize(40).isSorted().doesNotHaveDuplicates().startsWith(1).endsWith(1000);
		assertThat(RunPage.spread(all, 1000)).isEqualTo(all);
	}

	private JsonNode written(RunState state) throws IOException {
		new RunPage(this.folder, "mine", "java -jar trainer.jar train --resume", () -> Instant.ofEpochSecond(5))
			.write(state);
		String page = Files.readString(this.folder.resolve(RunPage.FILE));
		String start = "id=\"run\">";
		int from = page.indexOf(start) + start.length();
		return JsonMapper.shared().readTree(page.substring(from, page.indexOf("</script>", from)));
	}

}
