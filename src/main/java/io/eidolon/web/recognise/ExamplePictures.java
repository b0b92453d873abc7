package io.eidolon.web.recognise;

/** Pictures of one pixel, for the examples of the OpenAPI document: PNG in base64. */
final class ExamplePictures {

	static final String RED = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC";

	static final String BLUE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mNgYPgPAAEDAQA2dBFAAAAAAElFTkSuQmCC";

	private ExamplePictures() {
	}

}
