package io.eidolon.registry;

import java.util.List;
import java.util.Map;

import io.eidolon.registry.Change.Outcome;
import io.eidolon.registry.Models.Entry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What operators see of the models and do to them: {@code GET /actuator/models} and
 * {@code POST /actuator/models/<name>/reload}.
 */
@Component
@Profile("!train")
@WebEndpoint(id = "models")
final class ModelsEndpoint {

	private static final int UNPROCESSABLE_CONTENT = 422;

	private final ModelRegistry registry;

	ModelsEndpoint(ModelRegistry registry) {
		this.registry = registry;
	}

	/** Lists what is at each place, and what is wrong. */
	@ReadOperation
	ModelsReport models() {
		Models models = this.registry.snapshot();
		return new ModelsReport(
				models.entries().entrySet().stream().map((entry) -> report(entry.getKey(), entry.getValue())).toList(),
				models.failures());
	}

	/** Does something to a model, and tells what became of each place that it has. */
	@WriteOperation
	WebEndpointResponse<?> act(@Selector String name, @Selector Action action) {
		List<Change> changes = switch (action) {
			case RELOAD -> this.registry.reload(name);
		};
		if (changes.isEmpty()) {
			return new WebEndpointResponse<>(
					Map.of("detail", "model (%s) must be one of %s".formatted(name, this.registry.snapshot().names())),
					WebEndpointResponse.STATUS_NOT_FOUND);
		}
		boolean failed = changes.stream().anyMatch((change) -> change.outcome() == Outcome.FAILED);
		return new WebEndpointResponse<>(new ActionReport(changes),
				failed ? UNPROCESSABLE_CONTENT : WebEndpointResponse.STATUS_OK);
	}

	private static PlaceReport report(ModelLocation place, Entry entry) {
		ModelVersion version = entry.version();
		return (version != null) ? new PlaceReport(place.id(), version.card().name(), version.card().version(),
				version.isOpen(), entry.reason()) : new PlaceReport(place.id(), null, null, false, entry.reason());
	}

	/** What can be done to a model. */
	enum Action {

		/** Opens it anew, changed or not. */
		RELOAD

	}

	/**
	 * All places.
	 *
	 * @param places in the order of their names
	 * @param failures what is wrong, by place or setting
	 */
	record ModelsReport(List<PlaceReport> places, Map<String, String> failures) {

	}

	/**
	 * A place.
	 *
	 * @param place its path below the folder of models
	 * @param model the name of the model that serves from there, null when none does
	 * @param version its version
	 * @param open whether its generator is open now
	 * @param failure why its files are not what serves, null when they are
	 */
	record PlaceReport(String place, @Nullable String model, @Nullable String version, boolean open,
			@Nullable String failure) {

	}

	/**
	 * What was done.
	 *
	 * @param changes what became of each place
	 */
	record ActionReport(List<Change> changes) {

	}

}
