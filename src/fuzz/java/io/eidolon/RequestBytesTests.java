package io.eidolon;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that any bytes are a request, or refused: the first says whose body the others are.
 * Without {@code JAZZER_FUZZ=1} the seeds and what was found before are read; with it others
 * are sought.
 */
@SpringBootTest(properties = { "eidolon.recognition.path=target/fuzzed-probes",
		"eidolon.web.request-timeout=2s" })
// What is kept to be printed of each request would fill the heap within an hour
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = TinyModels.class)
class RequestBytesTests {

	private static final List<String> PATHS = List.of("/generate", "/interpolate", "/edit", "/project", "/features",
			"/classify", "/anomalies", "/models/peeps/probes", "/v1/images/generations", "/v2/models/peeps/infer");

	private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFUlEQVR42mM8oWHDgA0wMeAAg1MCAO+cATyny4CLAAAAAElFTkSuQmCC";

	/** Refusals while the service is busy, and what took too long. */
	private static final Set<Integer> NO_FAULTS = Set.of(503, 504);

	@Autowired
	MockMvcTester mvc;

	@MethodSource("seeds")
	@FuzzTest(maxDuration = "1h")
	void anyBytesAreAnsweredOrRefused(byte[] bytes) {
		if (bytes.length == 0) {
			return;
		}
		String path = PATHS.get((bytes[0] & 0xff) % PATHS.size());
		byte[] body = Arrays.copyOfRange(bytes, 1, bytes.length);
		int status = this.mvc.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange()
			.getResponse()
			.getStatus();
		assertThat(status).as(path).matches((it) -> it < 500 || NO_FAULTS.contains(it));
	}

	static Stream<byte[]> seeds() {
		return Stream.of(
				seed("/generate",
						"{\"model\":\"peeps-text\",\"prompts\":[\"a smiling man\"],\"count\":1,\"truncation\":0.5,\"strength\":0.5}"),
				seed("/generate",
						"{\"seeds\":[1,2],\"columns\":2,\"scale\":2,\"format\":\"webp\",\"directions\":{\"pc1\":1}}"),
				seed("/interpolate",
						"{\"latents\":[[1,2,3,4,5,6,7,8],[0,0,0,0,0,0,0,0]],\"steps\":3,\"method\":\"slerp\",\"loop\":true}"),
				seed("/edit",
						"{\"seed\":7,\"steps\":1,\"starts\":1,\"candidates\":1,\"constraints\":[{\"type\":\"colour\",\"box\":[0,0,8,8],\"colour\":\"#cc2222\"}]}"),
				seed("/project", "{\"picture\":\"%s\",\"steps\":1,\"starts\":1,\"loss\":\"pixel\"}".formatted(PICTURE)),
				seed("/features", "{\"input\":[\"%s\"]}".formatted(PICTURE)),
				seed("/classify",
						"{\"by\":\"synthesis\",\"model\":\"fashion\",\"input\":[\"%s\"],\"steps\":0}".formatted(PICTURE)),
				seed("/anomalies",
						"{\"picture\":\"%s\",\"method\":\"memory\",\"threshold\":0.5}".formatted(PICTURE)),
				seed("/models/peeps/probes",
						"{\"name\":\"a\",\"examples\":[{\"label\":\"a\",\"picture\":\"%1$s\"},{\"label\":\"b\",\"picture\":\"%1$s\"}]}"
							.formatted(PICTURE)),
				seed("/v1/images/generations",
						"{\"prompt\":\"a man\",\"n\":1,\"size\":\"auto\",\"response_format\":\"b64_json\"}"),
				seed("/v2/models/peeps/infer",
						"{\"inputs\":[{\"name\":\"z\",\"shape\":[1,8],\"datatype\":\"FP32\",\"data\":[0,0,0,0,0,0,0,0]}]}"));
	}

	private static byte[] seed(String path, String body) {
		return ((char) PATHS.indexOf(path) + body).getBytes(StandardCharsets.UTF_8);
	}

}
