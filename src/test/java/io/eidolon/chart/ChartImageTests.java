package io.eidolon.chart;

import java.util.Map;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which image serves, with which settings. */
class ChartImageTests {

	private static final String DIGEST = "sha256:" + "a1".repeat(32);

	@Test
	void itIsThatOfTheChartUnlessAnotherIsAskedFor() {
		assertThat(Chart.with("").service().getImage()).isEqualTo("ghcr.io/eidolon/eidolon:0.1.0");
		assertThat(Chart.with("image: {repository: registry.example.org/eidolon, tag: edge}").service().getImage())
			.isEqualTo("registry.example.org/eidolon:edge");
		assertThat(Chart.with("image: {tag: edge, digest: '%s'}".formatted(DIGEST)).service().getImage())
			.isEqualTo("ghcr.io/eidolon/eidolon@" + DIGEST);
	}

	@Test
	void aGpuTakesItsOwnImageAndANodeThatHasOne() {
		Manifests manifests = Chart.with("gpu: {enabled: true, count: 2, runtimeClassName: nvidia}");
		assertThat(manifests.service().getImage()).isEqualTo("ghcr.io/eidolon/eidolon:0.1.0-gpu");
		assertThat(manifests.service().getResources().getLimits()).containsEntry("nvidia.com/gpu", new Quantity("2"))
			.containsKey("memory");
		assertThat(Manifests.variable(manifests.service(), "EIDOLON_DEVICE")).isEqualTo("cuda");
		assertThat(manifests.servicePod().getTolerations()).extracting(Toleration::getKey)
			.containsExactly("nvidia.com/gpu");
		assertThat(manifests.servicePod().getRuntimeClassName()).isEqualTo("nvidia");
	}

	@Test
	void settingsAreAFileThatReplacesThePodsWhenItChanges() {
		String values = "settings: {eidolon: {generation: {max-pixels: %d}}}";
		Manifests manifests = Chart.with(values.formatted(33554432));
		assertThat(manifests.the(ConfigMap.class).getData()).containsEntry("application.yaml", """
				eidolon:
				  generation:
				    max-pixels: 33554432
				""");
		assertThat(manifests.service().getVolumeMounts())
			.anySatisfy((mount) -> assertThat("file:" + mount.getMountPath() + "/")
				.isEqualTo(Manifests.variable(manifests.service(), "SPRING_CONFIG_ADDITIONALLOCATION")));
		assertThat(podAnnotations(manifests)).isEqualTo(podAnnotations(Chart.with(values.formatted(33554432))))
			.isNotEqualTo(podAnnotations(Chart.with(values.formatted(1))));
	}

	@Test
	void namesCanBeChosenAndLeaveRoomForSuffixes() {
		assertThat(name("")).isEqualTo("pictures-eidolon");
		assertThat(name("fullnameOverride: studio")).isEqualTo("studio");
		assertThat(name("nameOverride: a-name-that-is-much-longer-than-names-are"))
			.isEqualTo("pictures-a-name-that-is-much-longer-than");
	}

	private static String name(String values) {
		return Chart.with(values).the(Deployment.class).getMetadata().getName();
	}

	private static Map<String, String> podAnnotations(Manifests manifests) {
		return manifests.the(Deployment.class).getSpec().getTemplate().getMetadata().getAnnotations();
	}

}
