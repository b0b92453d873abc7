package io.eidolon.tensor;

import java.util.List;

import io.eidolon.modelcard.ModelCard;

/**
 * What a network makes: a row for each row that went in.
 *
 * @param <T> a row
 * @param card the model
 * @param rows in their order
 */
public record TensorRows<T>(ModelCard card, List<T> rows) {

}
