package io.eidolon.web.models;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.inference.plan.ExecutionPlan.Declined;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.ServedModel;
import io.eidolon.web.http.WireType;
import org.jspecify.annotations.Nullable;

/**
 * A model in full.
 *
 * @param card the properties of its card
 * @param serving how it is computed
 * @param versions the versions that can be asked for, the newest first
 */
record ModelAnswer(@JsonUnwrapped ModelCard card, ServingAnswer serving, List<String> versions) {

	static ModelAnswer of(ServedModel model) {
		return new ModelAnswer(model.card(), ServingAnswer.of(model.plan()), model.versions());
	}

	/**
	 * How a model is computed.
	 *
	 * @param graph {@code rewritten} when an equal graph that is faster takes the place
	 * of the file's, else {@code as-exported}
	 * @param rewrites the names of the rewrites, in their order
	 * @param speedup how many times as fast as the file's graph it is, for one picture
	 * @param precision {@code float32} or {@code int8}
	 * @param psnr decibels between its pictures and those of the file's graph, null when
	 * both compute with floats
	 * @param device where it runs
	 * @param inputs what each input of the file is taken for, by its name
	 * @param output the output of the file that is the picture
	 * @param leftOut outputs of the file that are not served
	 * @param declined what the precision {@code auto} has tried and left out, null where
	 * there is nothing
	 */
	record ServingAnswer(String graph, List<String> rewrites, double speedup, String precision, @Nullable Double psnr,
			String device, Map<String, String> inputs, String output, List<String> leftOut,
			@Nullable DeclinedAnswer declined) {

		static ServingAnswer of(ExecutionPlan plan) {
			return new ServingAnswer(WireType.name(plan.graph()), plan.rewrites(), plan.speedup(),
					WireType.name(plan.precision()), plan.psnr(), plan.device(), plan.ports().inputs(),
					plan.ports().output(), plan.ports().leftOut(), DeclinedAnswer.of(plan.declined()));
		}

	}

	/**
	 * A way to compute a model that was tried and does not serve.
	 *
	 * @param precision {@code int8}
	 * @param psnr decibels between its pictures and those of the file's graph
	 * @param speedup how many times as fast as the file's graph it is, for one picture
	 */
	record DeclinedAnswer(String precision, double psnr, double speedup) {

		static @Nullable DeclinedAnswer of(@Nullable Declined declined) {
			return (declined == null) ? null
					: new DeclinedAnswer(WireType.name(declined.precision()), declined.psnr(), declined.speedup());
		}

	}

}
