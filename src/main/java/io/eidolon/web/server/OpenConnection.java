package io.eidolon.web.server;

/**
 * A connection, as far as it matters for deciding which one is closed when there are too
 * many.
 *
 * @param address the network of its client
 * @param waiting whether the service waits for its client, rather than the other way
 * round
 * @param lastActivity when bytes last came or went, in milliseconds of the clock
 * @param end closes it
 */
record OpenConnection(String address, boolean waiting, long lastActivity, Runnable end) {
}
