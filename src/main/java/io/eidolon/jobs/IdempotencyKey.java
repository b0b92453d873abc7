package io.eidolon.jobs;

import java.util.regex.Pattern;

import io.eidolon.modelcard.Sha256;
import io.eidolon.serving.InvalidParameterException;
import tools.jackson.databind.json.JsonMapper;

/**
 * By which a client that asks again gets the job that it got before
 * (draft-ietf-httpapi-idempotency-key-header).
 *
 * @param value chosen by the client
 * @param stored as which it is kept, the SHA-256 sum of the client and the value in
 * hexadecimal: two clients may choose the same
 * @param fingerprint of what it asks for, the SHA-256 sum in hexadecimal
 */
record IdempotencyKey(String value, String stored, String fingerprint) {

	private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{1,255}");

	/**
	 * The key of a request.
	 * @param client who asks
	 * @throws InvalidParameterException when it is empty, too long or not printable
	 */
	static IdempotencyKey of(String value, String client, JobRequest request) {
		if (!VALUE.matcher(value).matches()) {
			throw new InvalidParameterException("Idempotency-Key", value,
					"1 to 255 printable ASCII characters without spaces, such as a UUID");
		}
		String asked = JsonMapper.shared().writeValueAsString(request);
		return new IdempotencyKey(value, Sha256.hex(client + "\n" + value), Sha256.hex(asked));
	}

}
