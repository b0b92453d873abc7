package io.eidolon.chart;

import java.util.List;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How many pods there are, where, and how they come and go. */
class ChartScalingTests {

	@Test
	void aFixedNumberServesUnlessItIsScaled() {
		assertThat(Chart.with("replicas: 5").the(Deployment.class).getSpec().getReplicas()).isEqualTo(5);
		assertThat(Chart.with("autoscaling: {enabled: true}").the(Deployment.class).getSpec().getReplicas())
			.as("an upgrade must not undo what was scaled")
			.isNull();
	}

	@Test
	void kubernetesScalesByProcessorAndQueue() {
		Manifests manifests = Chart.with("autoscaling: {enabled: true, cpu: 60, queueDepth: 32, maxReplicas: 8}");
		HorizontalPodAutoscaler scaler = manifests.the(HorizontalPodAutoscaler.class);
		assertThat(scaler.getSpec().getScaleTargetRef().getName()).isEqualTo(name(manifests));
		assertThat(scaler.getSpec().getMaxReplicas()).isEqualTo(8);
		List<MetricSpec> metrics = scaler.getSpec().getMetrics();
		assertThat(metrics.get(0).getResource().getTarget().getAverageUtilization()).isEqualTo(60);
		assertThat(metrics.get(1).getPods().getMetric().getName()).isEqualTo("eidolon_queue_depth_pictures");
		assertThat(metrics.get(1).getPods().getTarget().getAverageValue()).hasToString("32");
	}

	@Test
	void oldKubernetesScalesByItsOldApi() {
		assertThat(new Chart("1.22.17").render("autoscaling: {enabled: true, queueDepth: 32}")
			.the(io.fabric8.kubernetes.api.model.autoscaling.v2beta2.HorizontalPodAutoscaler.class)
			.getSpec()
			.getMetrics()).hasSize(2);
	}

	@Test
	void kedaAsksPrometheusForTheQueue() {
		Manifests manifests = Chart.with("autoscaling: {enabled: true, kind: keda, queueDepth: 32, cpu: null}");
		assertThat(manifests.all(HorizontalPodAutoscaler.class)).isEmpty();
		ScaledObject.Spec scaled = manifests.the(ScaledObject.class).getSpec();
		assertThat(scaled.scaleTargetRef().name()).isEqualTo(name(manifests));
		assertThat(scaled.triggers()).singleElement()
			.satisfies((trigger) -> assertThat(trigger.metadata()).containsEntry("threshold", "32")
				.containsEntry("query",
						"sum(eidolon_queue_depth_pictures{namespace=\"studio\",service=\"pictures-eidolon-management\"})"));
	}

	@Test
	void whatCannotScaleIsRefused() {
		assertThatThrownBy(() -> Chart.with("autoscaling: {enabled: true, cpu: null}"))
			.hasMessageContaining("set autoscaling.cpu, autoscaling.queueDepth or both");
		assertThatThrownBy(() -> Chart.with("autoscaling: {enabled: true, minReplicas: 20}"))
			.hasMessageContaining("autoscaling.minReplicas (20) must be at most maxReplicas (10)");
		assertThatThrownBy(() -> Chart.with("rollout: {maxSurge: 0%}"))
			.hasMessageContaining("rollout.maxSurge and rollout.maxUnavailable cannot both be 0");
	}

	@Test
	void asManyPicturesAreGeneratedAtATimeAsCoresAreRequested() {
		assertThat(workers(Chart.with(""))).isEqualTo("requests.cpu");
		assertThat(workers(Chart.with("resources: {requests: {cpu: 500m}, limits: null}"))).isEqualTo("requests.cpu");
		assertThat(Chart.with("resources: {requests: null, limits: null}").service().getEnv())
			.as("without a request it would be none")
			.extracting(EnvVar::getName)
			.doesNotContain("EIDOLON_INFERENCE_WORKERS");
	}

	@Test
	void noPodGoesBeforeANewOneIsReady() {
		var rollout = Chart.with("").the(Deployment.class).getSpec().getStrategy().getRollingUpdate();
		assertThat(rollout.getMaxUnavailable().getIntVal()).isZero();
		assertThat(rollout.getMaxSurge().getIntVal()).isOne();
	}

	@Test
	void podsAreSpreadOverZonesAndNodes() {
		assertThat(Chart.with("").servicePod().getTopologySpreadConstraints()).allSatisfy((constraint) -> {
			assertThat(constraint.getMatchLabelKeys()).containsExactly("pod-template-hash");
			assertThat(constraint.getLabelSelector().getMatchLabels()).containsEntry("app.kubernetes.io/component",
					"server");
		})
			.extracting(TopologySpreadConstraint::getTopologyKey)
			.containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
		assertThat(new Chart("1.26.1").render("").servicePod().getTopologySpreadConstraints())
			.allSatisfy((constraint) -> assertThat(constraint.getMatchLabelKeys()).isEmpty());
	}

	@Test
	void aNodeThatIsDrainedTakesOnePodAtATime() {
		PodDisruptionBudget budget = Chart.with("").the(PodDisruptionBudget.class);
		assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isOne();
		assertThat(budget.getSpec().getUnhealthyPodEvictionPolicy()).isEqualTo("AlwaysAllow");
		assertThat(
				new Chart("1.26.1").render("").the(PodDisruptionBudget.class).getSpec().getUnhealthyPodEvictionPolicy())
			.isNull();
		assertThat(new Chart("1.20.2").render("")
			.the(io.fabric8.kubernetes.api.model.policy.v1beta1.PodDisruptionBudget.class)
			.getSpec()
			.getMaxUnavailable()
			.getIntVal()).isOne();
	}

	@Test
	void aPodServesOnUntilGatewaysKnowThatItEnds() {
		String values = "drain: {delaySeconds: 8, timeoutSeconds: 60}";
		assertThat(Chart.with(values).servicePod().getTerminationGracePeriodSeconds()).isEqualTo(78);
		assertThat(Chart.with(values).service().getLifecycle().getPreStop().getSleep().getSeconds()).isEqualTo(8);
		assertThat(new Chart("1.29.9").render(values).service().getLifecycle().getPreStop().getExec().getCommand())
			.containsExactly("sleep", "8");
	}

	private static String name(Manifests manifests) {
		return manifests.the(Deployment.class).getMetadata().getName();
	}

	private static String workers(Manifests manifests) {
		return manifests.service()
			.getEnv()
			.stream()
			.filter((variable) -> variable.getName().equals("EIDOLON_INFERENCE_WORKERS"))
			.findFirst()
			.orElseThrow()
			.getValueFrom()
			.getResourceFieldRef()
			.getResource();
	}

}
