package io.eidolon;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that any bytes are a request, or refused: the first says whose body the others are.
 * Without {@code JAZZER_FUZZ=1} the seeds and what was found before are read; with it others
 * are sought.
 */
@SpringBootTest(properties = { "eidolon.recognition.path=${java.io.tmpdir}/eidolon-fuzzed",
		"eidolon.web.request-timeout=2s" })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TinyModels.class)
class RequestBytesTests {

	private static final List<String> PATHS = List.of("/generate", "/interpolate", "/edit", "/project", "/features",
			"/classify", "/anomalies", "/models/peeps/probes", "/v1/images/generations", "/v2/models/peeps/infer");

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
		assertThat(status).as(path).isNotEqualTo(500);
	}

	static Stream<byte[]> seeds() {
		String picture = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFUlEQVR42mM8oWHDgA0wMeAAg1MCAO+cATyny4CLAAAAAElFTkSuQmCC";
		return Stream
			.of("0{\"model\":\"peeps-text\",\"prompts\":[\"a smiling man\"],\"count\":1,\"truncation\":0.5,\"strength\":0.5}",
					"0{\"seeds\":[1,2],\"columns\":2,\"scale\":2,\"format\":\"webp\",\"directions\":{\"pc1\":1}}",
					"1{\"latents\":[[1,2,3,4,5,6,7,8],[0,0,0,0,0,0,0,0]],\"steps\":3,\"method\":\"slerp\",\"loop\":true}",
					"2{\"seed\":7,\"steps\":1,\"starts\":1,\"candidates\":1,\"constraints\":[{\"type\":\"colour\",\"box\":[0,0,8,8],\"colour\":\"#cc2222\"}]}",
					"3{\"picture\":\"%s\",\"steps\":1,\"starts\":1,\"loss\":\"pixel\"}", "4{\"input\":[\"%s\"]}",
					"5{\"by\":\"synthesis\",\"model\":\"fashion\",\"input\":[\"%s\"],\"steps\":0}",
					"6{\"picture\":\"%s\",\"method\":\"memory\",\"threshold\":0.5}",
					"7{\"name\":\"a\",\"examples\":[{\"label\":\"a\",\"picture\":\"%1$s\"},{\"label\":\"b\",\"picture\":\"%1$s\"}]}",
					"8{\"prompt\":\"a man\",\"n\":1,\"size\":\"auto\",\"response_format\":\"b64_json\"}",
					"9{\"inputs\":[{\"name\":\"z\",\"shape\":[1,8],\"datatype\":\"FP32\",\"data\":[0,0,0,0,0,0,0,0]}]}")
			.map((seed) -> seed.formatted(picture).getBytes(StandardCharsets.UTF_8))
			.peek((seed) -> seed[0] -= '0');
	}

}
