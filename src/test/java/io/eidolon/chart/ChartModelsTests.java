package io.eidolon.chart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the models of the service may come from. */
class ChartModelsTests {

	private static final String COPY = """
			models: {from: copy, store: {url: 's3://pictures/models', endpoint: 'http://minio.storage:9000', secret: minio}}
			""";

	@Test
	void thoseOfTheImageNeedNothing() {
		Manifests manifests = Chart.with("");
		assertThat(manifests.service().getEnv()).extracting(EnvVar::getName).doesNotContain("EIDOLON_MODELS_PATH");
		assertThat(manifests.servicePod().getVolumes()).extracting(Volume::getName)
			.containsExactly("tmp", "recognition");
		assertThat(manifests.the(NetworkPolicy.class).getSpec().getEgress()).isEmpty();
	}

	@Test
	void aClaimIsMadeAndOutlivesTheRelease() {
		Manifests manifests = Chart.with("models: {from: claim, claim: {size: 5Gi, storageClass: fast}}");
		PersistentVolumeClaim claim = manifests.the(PersistentVolumeClaim.class);
		assertThat(claim.getMetadata().getAnnotations()).containsEntry("helm.sh/resource-policy", "keep");
		assertThat(claim.getSpec().getStorageClassName()).isEqualTo("fast");
		assertThat(claim.getSpec().getResources().getRequests().get("storage")).hasToString("5Gi");
		assertThat(models(manifests).getPersistentVolumeClaim().getClaimName())
			.isEqualTo(claim.getMetadata().getName());
		theyAreServedFromTheirMount(manifests);
	}

	@Test
	void aClaimThatIsThereIsTakenAsItIs() {
		Manifests manifests = Chart.with("models: {from: claim, claim: {name: gallery, subPath: generators}}");
		assertThat(manifests.all(PersistentVolumeClaim.class)).isEmpty();
		assertThat(models(manifests).getPersistentVolumeClaim().getClaimName()).isEqualTo("gallery");
		assertThat(theyAreServedFromTheirMount(manifests).getSubPath()).isEqualTo("generators");
	}

	@Test
	void anImageIsMountedWhereKubernetesCan() {
		String values = "models: {from: ociImage, ociImage: {reference: 'ghcr.io/eidolon/models:3', pullPolicy: Always}}";
		Manifests manifests = Chart.with(values);
		assertThat(models(manifests).getImage().getReference()).isEqualTo("ghcr.io/eidolon/models:3");
		assertThat(models(manifests).getImage().getPullPolicy()).isEqualTo("Always");
		theyAreServedFromTheirMount(manifests);

		assertThatThrownBy(() -> new Chart("1.30.2").text(values)).hasMessageContaining(
				"models.from (ociImage) needs Kubernetes 1.31 or later, this is v1.30.2: use claim, copy or store");
	}

	@Test
	void theyAreCopiedFromAStoreBeforeTheServiceStarts() {
		Manifests manifests = Chart.with(COPY);
		Container copy = manifests.servicePod().getInitContainers().getFirst();
		assertThat(copy.getCommand()).containsExactly("aws", "s3", "sync", "s3://pictures/models", "/models",
				"--only-show-errors");
		assertThat(Manifests.variable(copy, "AWS_ENDPOINT_URL")).isEqualTo("http://minio.storage:9000");
		assertThat(copy.getEnvFrom()).extracting((source) -> source.getSecretRef().getName()).containsExactly("minio");
		assertThat(models(manifests).getEmptyDir()).isNotNull();
		assertThat(manifests.service().getEnvFrom()).as("the service needs no keys of the store").isEmpty();
		theyAreServedFromTheirMount(manifests);
	}

	@Test
	void theServiceReadsAStoreItself() {
		Manifests manifests = Chart
			.with("""
					models:
					  from: store
					  store: {url: 's3://pictures/models', region: eu-central-1, endpoint: 'http://minio.storage:9000', secret: minio}
					""");
		Container service = manifests.service();
		assertThat(Manifests.variable(service, "EIDOLON_MODELS_PATH")).isEqualTo("s3://pictures/models");
		assertThat(Manifests.variable(service, "EIDOLON_MODELS_S3_REGION")).isEqualTo("eu-central-1");
		assertThat(Manifests.variable(service, "EIDOLON_MODELS_S3_ENDPOINT")).isEqualTo("http://minio.storage:9000");
		assertThat(service.getEnvFrom()).extracting((source) -> source.getSecretRef().getName())
			.containsExactly("minio");
		assertThat(manifests.servicePod().getInitContainers()).isEmpty();
	}

	@Test
	void onlyNamesAndTheStoreAreReached() {
		assertThat(egressPorts(Chart.with(COPY))).containsExactly(53, 53, 9000);
		assertThat(egressPorts(Chart.with("models: {from: store, store: {url: 's3://pictures/models'}}")))
			.containsExactly(53, 53, 443);
	}

	private static VolumeMount theyAreServedFromTheirMount(Manifests manifests) {
		VolumeMount mount = manifests.service()
			.getVolumeMounts()
			.stream()
			.collect(Collectors.toMap(VolumeMount::getName, Function.identity()))
			.get("models");
		assertThat(mount.getReadOnly()).isTrue();
		assertThat(Manifests.variable(manifests.service(), "EIDOLON_MODELS_PATH")).isEqualTo(mount.getMountPath());
		return mount;
	}

	private static Volume models(Manifests manifests) {
		return manifests.servicePod()
			.getVolumes()
			.stream()
			.filter((volume) -> volume.getName().equals("models"))
			.findFirst()
			.orElseThrow();
	}

	private static List<Integer> egressPorts(Manifests manifests) {
		return manifests.the(NetworkPolicy.class)
			.getSpec()
			.getEgress()
			.stream()
			.flatMap((rule) -> rule.getPorts().stream())
			.map((port) -> port.getPort().getIntVal())
			.toList();
	}

}
