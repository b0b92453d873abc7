package io.eidolon.jobs;

/** There is no such job, or no such file of it. */
public final class UnknownJobException extends RuntimeException {

	private final String field;

	private final String value;

	private final String allowed;

	UnknownJobException(String field, String value, String allowed) {
		super("%s (%s) must be %s".formatted(field, value, allowed));
		this.field = field;
		this.value = value;
		this.allowed = allowed;
	}

	static UnknownJobException job(String id) {
		return new UnknownJobException("job", id, "the id of a job that GET /jobs lists");
	}

	public String field() {
		return this.field;
	}

	public String value() {
		return this.value;
	}

	public String allowed() {
		return this.allowed;
	}

}
