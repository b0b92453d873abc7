package io.eidolon.batching;

import java.util.List;

/**
 * What is done with the items of a batch at once.
 *
 * @param <I> the type of an item
 * @param <O> the type of its result
 */
@FunctionalInterface
public interface BatchFunction<I, O> {

	/** Returns one result for each item, in their order. */
	List<O> apply(List<I> batch) throws Exception;

}
