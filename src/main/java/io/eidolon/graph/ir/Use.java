package io.eidolon.graph.ir;

/**
 * One place where a value is read.
 *
 * @param node the node that reads it
 * @param input as which of its inputs
 */
public record Use(Node node, int input) {

}
