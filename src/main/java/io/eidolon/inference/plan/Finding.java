package io.eidolon.inference.plan;

import io.eidolon.inference.plan.RequestedPrecision.Wish;
import io.eidolon.modelcard.ModelCard.ValueRange;

/**
 * What was found out of a generator that was tried: enough to open it without a trial.
 *
 * @param batches whether images may be generated together
 * @param range the range of its images, unless its card says otherwise
 * @param precision what it was asked to compute with
 * @param plan how it is computed
 */
public record Finding(boolean batches, ValueRange range, Wish precision, ExecutionPlan plan) {

}
