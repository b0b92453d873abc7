package io.eidolon;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Models whose names are written in other scripts than Latin. */
@Tag("foreign")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OtherScriptsTests {

	@TempDir
	static Path models;

	private RunningService service;

	@DynamicPropertySource
	static void modelWithSuchAName(DynamicPropertyRegistry properties) {
		TinyGenerators.write(models, "\u4eba\u8138", 16, 3);
		properties.add("eidolon.models.path", models::toString);
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@ParameterizedTest
	@CsvSource({ "image/png,png", "application/zip,zip" })
	void theirAnswersNameThem(String accept, String extension) {
		HttpResponse<byte[]> answer = this.service.generate("{\"seeds\": [1, 2]}", accept);
		assertThat(answer.statusCode()).isEqualTo(200);
		String name = URLEncoder.encode("\u4eba\u8138", StandardCharsets.UTF_8);
		assertThat(answer.headers().firstValue("Eidolon-Model")).contains(name);
		assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(
				(disposition) -> assertThat(disposition).contains("filename*=UTF-8''%s.%s".formatted(name, extension)));
	}

}
