package io.eidolon.registry;

import java.util.List;

import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.modelcard.ModelCard;

/**
 * A version of a model as clients may know it.
 *
 * @param card its card
 * @param plan how it is computed
 * @param versions all versions of the model that serve, the newest first
 */
public record ServedModel(ModelCard card, ExecutionPlan plan, List<String> versions) {

}
