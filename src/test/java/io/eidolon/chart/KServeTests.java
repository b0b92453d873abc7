package io.eidolon.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How KServe runs the service. */
class KServeTests {

	private static final Path FOLDER = Path.of("deploy/kserve");

	@Test
	void theRuntimeIsAPodThatAClusterTakes() throws IOException {
		Map<String, Object> runtime = document("runtime.yaml");
		assertThat(runtime).containsEntry("apiVersion", "serving.kserve.io/v1alpha1")
			.containsEntry("kind", "ServingRuntime");
		Map<String, Object> spec = part(runtime, "spec");
		assertThat(spec).containsOnlyKeys("supportedModelFormats", "protocolVersions", "multiModel", "annotations",
				"containers", "volumes");
		Pod pod = (Pod) StrictTypes.read(Map.of("apiVersion", "v1", "kind", "Pod", "spec",
				Map.of("containers", spec.get("containers"), "volumes", spec.get("volumes"))));
		Container container = pod.getSpec().getContainers().getFirst();
		// KServe finds it by this name.
		assertThat(container.getName()).isEqualTo("kserve-container");
		assertThat(container.getPorts()).extracting((port) -> port.getContainerPort()).containsExactly(8080);
		assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/v2/health/ready");
		assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/v2/health/live");
		assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
		assertThat(spec.get("protocolVersions")).isEqualTo(List.of("v2"));
	}

	@Test
	void theServiceAsksForTheRuntimeAndAFormatThatItReads() throws IOException {
		Map<String, Object> runtime = document("runtime.yaml");
		Map<String, Object> service = document("service.yaml");
		assertThat(service).containsEntry("apiVersion", "serving.kserve.io/v1beta1")
			.containsEntry("kind", "InferenceService");
		assertThat(part(service, "spec")).containsOnlyKeys("predictor");
		Map<String, Object> predictor = part(part(service, "spec"), "predictor");
		assertThat(predictor).containsOnlyKeys("minReplicas", "maxReplicas", "timeout", "model");
		Map<String, Object> model = part(predictor, "model");
		assertThat(model).containsOnlyKeys("modelFormat", "runtime", "protocolVersion", "storageUri");
		assertThat(model).containsEntry("runtime", part(runtime, "metadata").get("name"))
			.containsEntry("protocolVersion", "v2");
		Map<?, ?> format = (Map<?, ?>) ((List<?>) part(runtime, "spec").get("supportedModelFormats")).getFirst();
		assertThat(part(model, "modelFormat")).containsEntry("name", format.get("name"))
			.containsEntry("version", format.get("version"));
	}

	private static Map<String, Object> document(String file) throws IOException {
		return Manifests.documents(Files.readString(FOLDER.resolve(file))).toList().getFirst();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> part(Map<String, Object> document, String name) {
		return (Map<String, Object>) document.get(name);
	}

}
