package io.eidolon.training.metrics;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLogTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void anArgumentWithSpacesIsQuoted() {
		CommandLog log = new CommandLog(this.folder, List.of("--nf=32", "--title=Cartoon people"));
		log.startAt(0);
		assertThat(log.text()).isEqualTo("--nf=32 \"--title=Cartoon people\"");
	}

	@Test
	void eachResumeIsToldWithTheStepItWentOnFrom() {
		new CommandLog(this.folder, List.of("--nf=32")).startAt(0);
		CommandLog resumed = new CommandLog(this.folder, List.of("--nf=32", "--resume"));
		resumed.startAt(500);
		assertThat(resumed.text()).isEqualTo("--nf=32; from step 500: --nf=32 --resume");
	}

	@Test
	void theCommandThatGoesOnIsForAShell() {
		CommandLog log = new CommandLog(this.folder, List.of("train", "--label-pattern=[age]_...", "--resume"));
		assertThat(log.resume()).startsWith("java -jar ").endsWith(" train '--label-pattern=[age]_...' --resume");
	}

	@Test
	void aNewRunForgetsTheOneBefore() {
		new CommandLog(this.folder, List.of("--nf=32")).startAt(0);
		CommandLog anew = new CommandLog(this.folder, List.of("--nf=64"));
		anew.startAt(0);
		assertThat(anew.text()).isEqualTo("--nf=64");
	}

}
