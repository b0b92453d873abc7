package io.eidolon.web.http;

import java.util.List;

/** An answer in JSON that says what its client should know of the request. */
public interface Warned {

	/** In sentences, none when there is nothing. */
	List<String> warnings();

}
