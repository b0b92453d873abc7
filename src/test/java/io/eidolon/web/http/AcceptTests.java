package io.eidolon.web.http;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AcceptTests {

	private static final List<Offer> OFFERS = List.of(Offer.values());

	@Test
	void withoutAHeaderTheFirstOfferIsTaken() throws HttpMediaTypeNotAcceptableException {
		assertThat(Accept.of(new HttpHeaders()).choose(OFFERS)).isEqualTo(Offer.GIF);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			*/*                                            | GIF
			image/*                                        | GIF
			image/png                                      | PNG
			application/json, image/png                    | PNG
			application/json, image/png;q=0.5              | JSON
			image/*;q=0.8, application/zip;q=0.9           | ZIP
			image/gif;q=0, image/*                         | WEBP
			image/*, image/gif;q=0.1                       | WEBP
			*/*, image/gif;q=0, image/webp;q=0             | APNG
			text/html,image/webp,image/apng,*/*;q=0.8      | WEBP
			application/json;charset=utf-8                 | JSON
			""")
	void theMostWelcomeOfferIsTaken(String header, Offer expected) throws HttpMediaTypeNotAcceptableException {
		assertThat(accept(header).choose(OFFERS)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "image/bmp", "*/*;q=0" })
	void whatIsNotOfferedIsRefusedWithWhatIs(String header) throws HttpMediaTypeNotAcceptableException {
		Accept accept = accept(header);
		assertThatExceptionOfType(HttpMediaTypeNotAcceptableException.class).isThrownBy(() -> accept.choose(OFFERS))
			.satisfies((ex) -> assertThat(ex.getSupportedMediaTypes()).hasSize(OFFERS.size()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "image/png;q=x", "/" })
	void whatCannotBeReadIsRefused(String header) {
		assertThatExceptionOfType(HttpMediaTypeNotAcceptableException.class).isThrownBy(() -> accept(header));
	}

	private enum Offer implements Representation {

		GIF("image/gif"), WEBP("image/webp"), APNG("image/apng"), PNG("image/png"), JSON("application/json"),
		ZIP("application/zip");

		private final MediaType mediaType;

		Offer(String mediaType) {
			this.mediaType = MediaType.valueOf(mediaType);
		}

		@Override
		public MediaType mediaType() {
			return this.mediaType;
		}

	}

	private static Accept accept(String header) throws HttpMediaTypeNotAcceptableException {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.ACCEPT, header);
		return Accept.of(headers);
	}

}
