package io.eidolon.training.metrics;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.quality.QualityMeasure;
import io.eidolon.training.quality.QualitySpace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("libtorch")
class QualityJournalTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void nothingIsMeasuredOnceTheRunIsToldToEnd() {
		AtomicBoolean stopped = new AtomicBoolean();
		try (PointerScope _ = new PointerScope();
				PictureSet pictures = PictureSet.open(PictureSettings
					.squares(Path.of("src/test/resources/fixtures/fashion"), 28, null, DataSize.ofMegabytes(1)));
				QualitySpace space = QualitySpace.open(QualitySpace.suiting(28), 1, stopped::get)) {
			QualityMeasure measure = new QualityMeasure(space, pictures, true, 8, this.folder);
			QualityJournal journal = new QualityJournal(this.folder, new SimpleMeterRegistry(), "mine", measure, 5);
			GeneratorNetwork generator = new Architecture(28, 1, 8, 4, 0).generator();
			assertThat(journal.onStep(5, generator, false)).isPresent();
			stopped.set(true);
			assertThat(journal.onStep(10, generator, false)).isEmpty();
		}
	}

}
