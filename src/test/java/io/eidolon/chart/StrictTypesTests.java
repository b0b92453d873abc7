package io.eidolon.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The checks of the chart are worth what reading it refuses. */
class StrictTypesTests {

	/** Where any key will do. */
	private static final Set<String> FREE = Set.of("labels", "annotations", "matchLabels", "data", "requests", "limits",
			"nodeSelector");

	@Test
	void aMisspeltFieldIsRefusedWhereverItIs() {
		List<Map<String, Object>> documents = Stream.of(Options.EVERYTHING, Options.KEDA, Options.TRAINING_INTO_CLAIM)
			.flatMap((values) -> Manifests.documents(Chart.NEWEST.text(values)))
			.toList();
		List<String> misspelt = new ArrayList<>();
		for (Map<String, Object> document : documents) {
			misspell(document, document, String.valueOf(document.get("kind")), misspelt);
		}
		assertThat(documents).hasSizeGreaterThan(15);
		assertThat(misspelt).hasSizeGreaterThan(400)
			.contains("Deployment.spec.template.spec.containers.readinessProbe.httpGet.path",
					"HTTPRoute.spec.rules.timeouts.request", "ServiceMonitor.spec.endpoints.interval",
					"ScaledObject.spec.triggers.metricType");
	}

	@Test
	void aNumberIsRefusedWhereATextBelongs() {
		String text = Chart.NEWEST.text("").replace("value: \"8080\"", "value: 8080");
		assertThatIllegalArgumentException().isThrownBy(() -> Manifests.read(text))
			.withMessageContaining("Integer value (8080) to `java.lang.String`");
	}

	@Test
	void whatAServerWouldNotApplyIsRefused() {
		String text = Chart.NEWEST.text("");
		assertThatIllegalArgumentException().isThrownBy(() -> Manifests.read(text.replaceFirst("cpu: \"2\"", "cpu: 2")))
			.withMessage("cpu of limits must be a text");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Manifests.read(text.replaceFirst(" *protocol: TCP\n *targetPort", "      targetPort")))
			.withMessageStartingWith("A port must have a protocol: {name=http");
	}

	@Test
	void anUnknownKindIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Manifests.read("apiVersion: apps/v1beta1\nkind: Deployment\n"))
			.withMessageContaining("apps/v1beta1/Deployment must be one of");
	}

	/** Misspells each key below the node in turn, and has the whole document refused. */
	private static void misspell(Map<String, Object> document, Map<String, Object> node, String path,
			List<String> misspelt) {
		Map<String, Object> asItWas = new LinkedHashMap<>(node);
		asItWas.forEach((key, value) -> {
			String place = path + "." + key;
			node.remove(key);
			node.put(key + "x", value);
			assertThatIllegalArgumentException().as(place).isThrownBy(() -> StrictTypes.read(document));
			node.clear();
			node.putAll(asItWas);
			misspelt.add(place);
			if (!isFree(path, key)) {
				descend(document, value, place, misspelt);
			}
		});
	}

	@SuppressWarnings("unchecked")
	private static void descend(Map<String, Object> document, Object value, String place, List<String> misspelt) {
		switch (value) {
			case Map<?, ?> map -> misspell(document, (Map<String, Object>) map, place, misspelt);
			case List<?> list -> list.forEach((item) -> descend(document, item, place, misspelt));
			default -> {
			}
		}
	}

	private static boolean isFree(String path, String key) {
		return FREE.contains(key) || path.equals("Service.spec") && key.equals("selector")
				|| path.equals("ScaledObject.spec.triggers") && key.equals("metadata");
	}

}
