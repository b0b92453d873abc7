package io.eidolon.web.http;

import java.util.Comparator;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/**
 * What a client is ready to take (RFC 9110, section 12.5.1).
 *
 * @param ranges media ranges with their qualities, empty when anything will do
 */
public record Accept(List<MediaType> ranges) {

	/**
	 * Reads the header of a request.
	 * @throws HttpMediaTypeNotAcceptableException when it cannot be read
	 */
	public static Accept of(HttpHeaders headers) throws HttpMediaTypeNotAcceptableException {
		try {
			return new Accept(headers.getAccept());
		}
		catch (InvalidMediaTypeException ex) {
			throw new HttpMediaTypeNotAcceptableException("Accept cannot be read: " + ex.getMessage());
		}
	}

	/**
	 * Returns the offer that the client likes best, the first of those it likes equally.
	 * @throws HttpMediaTypeNotAcceptableException when it takes none
	 */
	public <R extends Representation> R choose(List<R> offers) throws HttpMediaTypeNotAcceptableException {
		R best = null;
		for (R offer : offers) {
			if (quality(offer) > ((best != null) ? quality(best) : 0)) {
				best = offer;
			}
		}
		if (best == null) {
			throw new HttpMediaTypeNotAcceptableException(offers.stream().map(Representation::mediaType).toList());
		}
		return best;
	}

	// The most specific range that covers an offer decides how welcome it is.
	private double quality(Representation offer) {
		if (this.ranges.isEmpty()) {
			return 1;
		}
		return this.ranges.stream()
			.filter((range) -> range.includes(offer.mediaType()))
			.max(Comparator.comparing((MediaType range) -> !range.isWildcardType())
				.thenComparing((range) -> !range.isWildcardSubtype()))
			.map(MediaType::getQualityValue)
			.orElse(0.0);
	}

}
