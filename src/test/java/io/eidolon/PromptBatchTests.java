package io.eidolon;

import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Words cost a generator none of its batches. */
@ServiceTest(properties = { ServiceTest.ONE_WORKER, "eidolon.inference.max-batch=16" })
class PromptBatchTests {

	private static final int COUNT = 16;

	@Test
	void sixteenPicturesOfDifferentPromptsShareABatch(@LocalServerPort int port, @Autowired MeterRegistry meters) {
		RunningService service = new RunningService(port);
		double before = batches(meters);
		String prompts = IntStream.range(0, COUNT)
			.mapToObj("\"a man with %s glasses\""::formatted)
			.collect(Collectors.joining(", "));
		JsonNode pictures = RunningService
			.json(service.generate("{\"model\": \"peeps-text\", \"seeds\": [%s], \"prompts\": [%s]}"
				.formatted("7, ".repeat(COUNT - 1) + "7", prompts), "application/json"))
			.at("/pictures");
		assertThat(pictures.valueStream()
			.map((picture) -> Base64.getEncoder().encodeToString(picture.at("/data").binaryValue()))
			.distinct()).hasSize(COUNT);
		assertThat(batches(meters)).isEqualTo(before + 1);
	}

	private static double batches(MeterRegistry meters) {
		return meters.get("eidolon.batch.size").tag("model", "peeps-text").summary().count();
	}

}
