package io.eidolon.web.oip;

/**
 * What went wrong.
 *
 * @param error in a sentence
 */
record OipError(String error) {

}
