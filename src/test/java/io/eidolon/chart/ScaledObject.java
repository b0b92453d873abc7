package io.eidolon.chart;

import java.util.List;
import java.util.Map;

import io.eidolon.chart.ScaledObject.Spec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * What the chart may say to KEDA, of which there are no types: a part of its
 * <a href="https://keda.sh/docs/latest/reference/scaledobject-spec/">ScaledObject</a>.
 */
@Group("keda.sh")
@Version("v1alpha1")
final class ScaledObject extends CustomResource<Spec, Void> {

	record Spec(ScaleTarget scaleTargetRef, int minReplicaCount, int maxReplicaCount, Advanced advanced,
			List<Trigger> triggers) {
	}

	record ScaleTarget(String apiVersion, String kind, String name) {
	}

	record Advanced(HpaConfig horizontalPodAutoscalerConfig) {
	}

	record HpaConfig(HorizontalPodAutoscalerBehavior behavior) {
	}

	record Trigger(String type, String metricType, Map<String, String> metadata) {
	}

}
