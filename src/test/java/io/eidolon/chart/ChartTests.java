package io.eidolon.chart;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds whichever options of the chart are chosen, on old versions of Kubernetes
 * too.
 */
class ChartTests {

	private static final List<String> KUBERNETES = List.of("1.20.2", "1.21.0", "1.24.17-eks-1", "1.29.3+k3s1",
			"1.35.0");

	private static final Set<String> INDEXED = Set.of("everything", "jobs", "jobs in a store");

	private static final List<Arguments> RENDERINGS = KUBERNETES.stream()
		.flatMap((version) -> Options.ALL.entrySet()
			.stream()
			// An image cannot be a volume before.
			.filter((option) -> !option.getKey().contains("OCI") || version.startsWith("1.35"))
			// Jobs have no index before 1.21.
			.filter((option) -> !INDEXED.contains(option.getKey()) || !version.startsWith("1.20"))
			.map((option) -> Arguments.of(option.getKey() + " on " + version,
					new Chart(version).render(option.getValue()))))
		.toList();

	static List<Arguments> renderings() {
		return RENDERINGS;
	}

	@Test
	void itPassesHelmsOwnChecks() {
		LintResult result = Chart.lint();
		assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("renderings")
	void noPodMayDoMoreThanItMust(String option, Manifests manifests) {
		assertThat(manifests.pods()).isNotEmpty().allSatisfy((pod) -> {
			assertThat(pod.getAutomountServiceAccountToken()).isFalse();
			assertThat(pod.getHostNetwork()).isNull();
			assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
			assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10001);
			assertThat(pod.getSecurityContext().getRunAsGroup()).isEqualTo(10001);
			assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
			assertThat(containers(pod)).allSatisfy((container) -> {
				SecurityContext security = container.getSecurityContext();
				assertThat(security.getPrivileged()).isFalse();
				assertThat(security.getAllowPrivilegeEscalation()).isFalse();
				assertThat(security.getReadOnlyRootFilesystem()).isTrue();
				assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
				assertThat(security.getCapabilities().getAdd()).isEmpty();
			});
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("renderings")
	void whatIsMountedIsThere(String option, Manifests manifests) {
		Set<String> made = manifests.objects()
			.stream()
			.filter((object) -> object instanceof ConfigMap || object instanceof PersistentVolumeClaim)
			.map((object) -> object.getMetadata().getName())
			.collect(Collectors.toSet());
		made.addAll(Set.of("photos", "runs", "gallery", "results"));
		assertThat(manifests.pods()).allSatisfy((pod) -> {
			assertThat(containers(pod).flatMap((container) -> container.getVolumeMounts().stream())
				.map(VolumeMount::getName)).containsAll(names(pod.getVolumes())).isSubsetOf(names(pod.getVolumes()));
			assertThat(pod.getVolumes().stream().flatMap(ChartTests::source)).isSubsetOf(made);
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("renderings")
	void aServiceLeadsToAPortOfAPod(String option, Manifests manifests) {
		assertThat(manifests.all(Service.class)).hasSizeGreaterThanOrEqualTo(2).allSatisfy((service) -> {
			Optional<PodSpec> pod = selected(manifests, service.getSpec().getSelector());
			assertThat(pod).isPresent();
			assertThat(service.getSpec().getPorts())
				.allSatisfy((port) -> assertThat(ports(pod.orElseThrow())).contains(port.getTargetPort().getStrVal()));
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("renderings")
	void probesAskAPortThatTheContainerHas(String option, Manifests manifests) {
		Container service = manifests.service();
		assertThat(Stream.of(service.getStartupProbe(), service.getLivenessProbe(), service.getReadinessProbe())
			.map(Probe::getHttpGet)
			.map(HTTPGetAction::getPort)).hasSize(3)
			.allSatisfy((port) -> assertThat(ports(manifests.servicePod())).contains(port.getStrVal()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("renderings")
	void aPodHasTimeToDrain(String option, Manifests manifests) {
		PodSpec pod = manifests.servicePod();
		long finishing = Long.parseLong(
				Manifests.variable(manifests.service(), "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE").replace("s", ""));
		assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(delay(manifests.service()) + finishing);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("renderings")
	void everyNameIsALabelOfDns(String option, Manifests manifests) {
		assertThat(manifests.objects()).extracting((object) -> object.getMetadata().getName())
			.allSatisfy((name) -> assertThat(name).matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"))
			.doesNotContainNull();
		assertThat(manifests.objects().stream().map(ChartTests::key)).doesNotHaveDuplicates();
	}

	private static String key(HasMetadata object) {
		return object.getKind() + "/" + object.getMetadata().getName();
	}

	private static long delay(Container service) {
		if (service.getLifecycle() == null) {
			return 0;
		}
		var before = service.getLifecycle().getPreStop();
		return (before.getSleep() != null) ? before.getSleep().getSeconds()
				: Long.parseLong(before.getExec().getCommand().getLast());
	}

	private static Stream<Container> containers(PodSpec pod) {
		return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream());
	}

	private static List<String> names(List<Volume> volumes) {
		return volumes.stream().map(Volume::getName).toList();
	}

	private static List<String> ports(PodSpec pod) {
		return containers(pod).flatMap((container) -> container.getPorts().stream())
			.map(ContainerPort::getName)
			.toList();
	}

	/** The names of the objects that a volume is filled from. */
	private static Stream<String> source(Volume volume) {
		return Stream.of((volume.getConfigMap() != null) ? volume.getConfigMap().getName() : null,
				(volume.getPersistentVolumeClaim() != null) ? volume.getPersistentVolumeClaim().getClaimName() : null)
			.filter(Objects::nonNull);
	}

	private static Optional<PodSpec> selected(Manifests manifests, Map<String, String> selector) {
		return Stream
			.concat(manifests.all(Deployment.class).map((deployment) -> deployment.getSpec().getTemplate()),
					manifests.all(Job.class).map((job) -> job.getSpec().getTemplate()))
			.filter((template) -> template.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
			.map((template) -> template.getSpec())
			.findFirst();
	}

}
