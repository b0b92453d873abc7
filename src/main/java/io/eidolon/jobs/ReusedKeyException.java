package io.eidolon.jobs;

/** A key that came with one request for a job comes with another. */
public final class ReusedKeyException extends RuntimeException {

	private final String key;

	ReusedKeyException(String key) {
		super("Another job was asked for with the key " + key);
		this.key = key;
	}

	public String key() {
		return this.key;
	}

}
