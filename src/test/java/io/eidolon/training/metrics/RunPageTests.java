package io.eidolon.training.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RunPageTests {

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
		JsonNode run = written("step 10", false);
		assertThat(run.path("recipe").asString()).isEqualTo("nf: 8\n");
		assertThat(run.path("model").asString()).isEqualTo("mine");
		assertThat(run.path("metrics").toString()).isEqualTo("[[\"step\",\"j_d\"],[\"5\",\"0.5\"],[\"10\",\"0.25\"]]");
		assertThat(run.path("quality").isEmpty()).isTrue();
		assertThat(run.path("sheets").toString())
			.isEqualTo("[{\"step\":5,\"picture\":\"data:image/png;base64,AQID\"}]");
		assertThat(run.path("ended").asBoolean()).isFalse();
		assertThat(written("Finished", true).path("ended").asBoolean()).isTrue();
	}

	@Test
	void thePageNeedsNothingElse() throws IOException {
		written("step 10", false);
		assertThat(this.folder.resolve(RunPage.FILE)).content()
			.doesNotContain("{{")
			.doesNotContainPattern("(src|href)=")
			.doesNotContain("http");
		assertThat(this.folder).isDirectoryNotContaining("glob:**.tmp");
	}

	@Test
	void noTextEndsTheScriptThatItStandsIn() throws IOException {
		assertThat(written("</script><b>", false).path("state").asString()).isEqualTo("</script><b>");
		assertThat(this.folder.resolve(RunPage.FILE)).content().doesNotContain("<b>");
	}

	@Test
	void aLongRunIsThinnedEvenlyWithItsFirstAndLast() {
		List<Integer> all = IntStream.rangeClosed(1, 1000).boxed().toList();
		List<Integer> some = RunPage.spread(all, 40);
		assertThat(some).hasSize(40).isSorted().doesNotHaveDuplicates().startsWith(1).endsWith(1000);
		assertThat(RunPage.spread(all, 1000)).isEqualTo(all);
	}

	private JsonNode written(String state, boolean ended) throws IOException {
		new RunPage(this.folder, "mine").write(state, ended);
		String page = Files.readString(this.folder.resolve(RunPage.FILE));
		String start = "id=\"run\">";
		int from = page.indexOf(start) + start.length();
		return JsonMapper.shared().readTree(page.substring(from, page.indexOf("</script>", from)));
	}

}
