package io.eidolon.chart;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;

/**
 * Reads what a cluster would read, and refuses what a cluster would refuse or, worse,
 * pass over: an unknown field, a number where a text belongs, or a port whose protocol is
 * left to a default, which a server that is sent what to apply (as Helm 4 does) may not
 * know.
 */
final class StrictTypes {

	private static final Map<String, Class<? extends HasMetadata>> TYPES = Stream
		.of(ConfigMap.class, PersistentVolumeClaim.class, Pod.class, Service.class, ServiceAccount.class,
				Deployment.class, HorizontalPodAutoscaler.class,
				io.fabric8.kubernetes.api.model.autoscaling.v2beta2.HorizontalPodAutoscaler.class, Job.class,
				HTTPRoute.class, Ingress.class, NetworkPolicy.class, PodDisruptionBudget.class,
				io.fabric8.kubernetes.api.model.policy.v1beta1.PodDisruptionBudget.class, PrometheusRule.class,
				ServiceMonitor.class, ScaledObject.class)
		.collect(Collectors.toMap((type) -> HasMetadata.getApiVersion(type) + "/" + HasMetadata.getKind(type),
				(type) -> type));

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.annotationIntrospector(new NoAnySetters())
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.withCoercionConfig(LogicalType.Textual,
				(texts) -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
					.forEach((shape) -> texts.setCoercion(shape, CoercionAction.Fail)))
		.build();

	private StrictTypes() {
	}

	/**
	 * Reads an object as the type that its apiVersion and kind name.
	 * @throws IllegalArgumentException when it is not one of that type, or of none that
	 * is known here
	 */
	static HasMetadata read(Map<String, Object> document) {
		String name = document.get("apiVersion") + "/" + document.get("kind");
		Class<? extends HasMetadata> type = TYPES.get(name);
		if (type == null) {
			throw new IllegalArgumentException("%s must be one of %s".formatted(name, TYPES.keySet()));
		}
		requireApplicable(document, "");
		return MAPPER.convertValue(document, type);
	}

	private static void requireApplicable(Object node, String key) {
		switch (node) {
			case Map<?, ?> map when key.equals("requests") || key.equals("limits") -> map.forEach((name, quantity) -> {
				if (!(quantity instanceof String)) {
					throw new IllegalArgumentException("%s of %s must be a text".formatted(name, key));
				}
			});
			case Map<?, ?> map -> {
				boolean port = map.containsKey("containerPort") || map.containsKey("targetPort");
				if (port && !map.containsKey("protocol")) {
					throw new IllegalArgumentException("A port must have a protocol: " + map);
				}
				map.forEach((name, value) -> requireApplicable(value, String.valueOf(name)));
			}
			case List<?> list -> list.forEach((item) -> requireApplicable(item, key));
			case null, default -> {
			}
		}
	}

	/**
	 * The types keep unknown fields for their writers' sake, which hides them from a
	 * check.
	 */
	@SuppressWarnings("serial")
	private static final class NoAnySetters extends JacksonAnnotationIntrospector {

		@Override
		public Boolean hasAnySetter(Annotated annotated) {
			return false;
		}

	}

}
