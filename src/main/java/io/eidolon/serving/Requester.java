package io.eidolon.serving;

import io.eidolon.batching.Priority;

/**
 * Who asks for something.
 *
 * @param client its name or address: clients take turns
 * @param allowance what it may use and spend
 * @param priority whether it waits for the answer
 */
record Requester(String client, Allowance allowance, Priority priority) {

}
