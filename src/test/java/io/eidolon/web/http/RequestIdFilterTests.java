package io.eidolon.web.http;

import io.eidolon.web.server.RequestId;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class RequestIdFilterTests {

	private final AtomicReference<@Nullable String> logged = new AtomicReference<>();

	@Test
	void theNameOfTheGatewayIsLoggedAndAnswered() throws Exception {
		assertThat(answered("7f3a:42/east")).isEqualTo("7f3a:42/east").isEqualTo(this.logged.get());
	}

	@Test
	void aRequestWithoutANameGetsOneOfItsOwn() throws Exception {
		String first = answered(null);
		assertThat(first).isNotBlank().isEqualTo(this.logged.get());
		assertThat(answered(null)).isNotEqualTo(first);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "two words", "line\nbreak", "quote\"", "naïve" })
	void aNameThatCouldForgeALogLineIsReplaced(String given) throws Exception {
		assertThat(answered(given)).isNotEqualTo(given).isEqualTo(this.logged.get());
	}

	@Test
	void aNameOfMoreThan128CharactersIsReplaced() throws Exception {
		assertThat(answered("a".repeat(128))).hasSize(128).startsWith("aaa");
		assertThat(answered("a".repeat(129))).doesNotStartWith("aaa");
	}

	@Test
	void nothingIsLeftInTheLogOfTheThread() throws Exception {
		answered("some");
		assertThat(MDC.get(RequestIdFilter.FIELD)).isNull();
	}

	private @Nullable String answered(@Nullable String given) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		if (given != null) {
			request.addHeader(RequestId.HEADER, given);
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		new RequestIdFilter().doFilter(request, response, (_, _) -> this.logged.set(MDC.get(RequestIdFilter.FIELD)));
		return response.getHeader(RequestId.HEADER);
	}

}
