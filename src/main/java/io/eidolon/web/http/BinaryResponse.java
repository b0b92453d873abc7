package io.eidolon.web.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.GeneratedImage;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/** Answers with bytes, whose headers say what they were generated from. */
public final class BinaryResponse {

	static final String MODEL = "Eidolon-Model";

	static final String VERSION = "Eidolon-Version";

	static final String SEED = "Eidolon-Seed";

	private BinaryResponse() {
	}

	public static ResponseEntity<Object> of(GeneratedImage image, List<Seed> seeds, MediaType mediaType,
			String extension) {
		return of(image.card(), seeds, mediaType, extension, image.data());
	}

	public static ResponseEntity<Object> zip(ModelCard card, List<Seed> seeds, Map<String, byte[]> files) {
		return of(card, seeds, MediaType.valueOf("application/zip"), "zip", ZipArchive.of(files));
	}

	private static ResponseEntity<Object> of(ModelCard card, List<Seed> seeds, MediaType mediaType, String extension,
			byte[] data) {
		HttpHeaders headers = headers(card, seeds, extension);
		// The answer depends on Accept: caches must not mix them up.
		headers.setVary(List.of(HttpHeaders.ACCEPT));
		headers.setContentType(mediaType);
		return new ResponseEntity<>(data, headers, HttpStatus.OK);
	}

	public static HttpHeaders headers(ModelCard card, List<Seed> seeds, String extension) {
		String numbers = seeds.stream().map((seed) -> Long.toString(seed.value())).collect(Collectors.joining(", "));
		String fileName = ((seeds.size() == 1) ? card.name() + "-" + numbers : card.name()) + "." + extension;
		HttpHeaders headers = new HttpHeaders();
		boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(card.name());
		ContentDisposition.Builder disposition = ContentDisposition.inline();
		headers.setContentDisposition(
				(plain ? disposition.filename(fileName) : disposition.filename(fileName, StandardCharsets.UTF_8))
					.build());
		// Servers drop headers that hold other letters.
		headers.set(MODEL, plain ? card.name() : UriUtils.encode(card.name(), StandardCharsets.UTF_8));
		headers.set(VERSION, card.version());
		if (!seeds.isEmpty()) {
			headers.set(SEED, numbers);
		}
		return headers;
	}

}
