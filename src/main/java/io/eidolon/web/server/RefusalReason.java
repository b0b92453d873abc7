package io.eidolon.web.server;

import java.util.Locale;

/** Why a request was refused, as meters and logs call it. */
public enum RefusalReason {

	/** More requests of its kind wait than can be answered in time. */
	OVERLOAD,

	/** The queue of a model, the room for pixels or the threads for images are full. */
	BUSY,

	/** Its time was over before its turn came. */
	LATE,

	/** Its time was over while it was served. */
	TIMEOUT,

	/** The bodies of other requests leave no room for its own. */
	BODY_MEMORY,

	/** Its body came too slowly. */
	SLOW_BODY,

	/** There are too many connections. */
	CONNECTIONS,

	/** A page of another site asked for it. */
	CROSS_SITE,

	/** It came without a key that is known. */
	NO_KEY,

	/** Its key is not for this. */
	SCOPE,

	/** Its client has asked for as much as it may in this minute, or at once. */
	LIMIT;

	/** Its name in meters and logs. */
	public String tag() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
