package io.eidolon.chart;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pods that train a model together. */
class ChartTrainingTests {

	private static final String TWO = """
			training:
			  enabled: true
			  name: mine
			  processes: 2
			  settings: {steps: 1000000, ema: 0.999, flip: true, augment: [colour, cutout], schedule.learning-rate: cosine}
			  data: {claim: photos, path: holidays.zip}
			""";

	@Test
	void nothingTrainsUnlessItIsAskedTo() {
		assertThat(Chart.with("").all(Job.class)).isEmpty();
	}

	@Test
	void eachPodIsOneRank() {
		Manifests manifests = Chart.with(TWO);
		Job job = manifests.the(Job.class);
		assertThat(job.getSpec().getCompletionMode()).isEqualTo("Indexed");
		assertThat(job.getSpec().getCompletions()).isEqualTo(2);
		assertThat(job.getSpec().getParallelism()).isEqualTo(2);
		Container trainer = trainer(job);
		assertThat(trainer.getImage()).isEqualTo("ghcr.io/eidolon/eidolon:0.1.0-train");
		assertThat(Manifests.variable(trainer, "WORLD_SIZE")).isEqualTo("2");
		assertThat(field(trainer, "RANK"))
			.isEqualTo("metadata.annotations['batch.kubernetes.io/job-completion-index']");
	}

	@Test
	void aSinglePodNeedsNoIndexWhichOldClustersDoNotKnow() {
		String one = TWO.replace("processes: 2", "processes: 1");
		Job job = new Chart("1.20.2").render(one).the(Job.class);
		assertThat(job.getSpec().getCompletionMode()).isNull();
		assertThat(trainer(job).getEnv()).extracting(EnvVar::getName).doesNotContain("RANK", "WORLD_SIZE");
		assertThatThrownBy(() -> new Chart("1.20.2").render(TWO)).hasMessageContaining(
				"training.processes (2) needs Kubernetes 1.21 or later, this is v1.20.2: set it to 1");
		assertThatThrownBy(() -> new Chart("1.20.2").render(Options.JOBS))
			.hasMessageContaining("range.enabled needs Kubernetes 1.21 or later");
	}

	@Test
	void theyMeetAtTheFirst() {
		Manifests manifests = Chart.with(TWO);
		Container trainer = trainer(manifests.the(Job.class));
		Service service = manifests.the(Service.class, "eidolon-training");
		assertThat(field(trainer, "JOB_NAME")).isEqualTo("metadata.labels['job-name']");
		assertThat(trainer.getEnv()).extracting(EnvVar::getName)
			.as("a variable can only name those before it")
			.containsSubsequence("JOB_NAME", "MASTER_ADDR");
		assertThat(Manifests.variable(trainer, "MASTER_ADDR"))
			.isEqualTo("$(JOB_NAME)-0." + service.getMetadata().getName());
		assertThat(pod(manifests.the(Job.class)).getSubdomain()).isEqualTo(service.getMetadata().getName());
		assertThat(service.getSpec().getClusterIP()).isEqualTo("None");
		assertThat(service.getSpec().getPublishNotReadyAddresses()).isTrue();
		assertThat(Manifests.variable(trainer, "MASTER_PORT"))
			.isEqualTo(service.getSpec().getPorts().getFirst().getPort().toString());
	}

	@Test
	void theyTalkToEachOtherAlone() {
		NetworkPolicy policy = Chart.with(TWO).the(NetworkPolicy.class, "eidolon-training");
		assertThat(policy.getSpec().getIngress().getFirst().getFrom().getFirst().getPodSelector())
			.isEqualTo(policy.getSpec().getPodSelector());
		assertThat(policy.getSpec().getIngress().getFirst().getPorts()).as("Gloo picks its ports").isEmpty();
		assertThat(policy.getSpec().getEgress().getFirst().getTo().getFirst().getPodSelector())
			.isEqualTo(policy.getSpec().getPodSelector());
	}

	@Test
	void settingsAreWrittenAsTheTrainerReadsThem() {
		assertThat(trainer(Chart.with(TWO).the(Job.class)).getArgs()).containsExactly("--eidolon.training.name=mine",
				"--eidolon.training.data=/data/holidays.zip", "--eidolon.training.runs=/workspace/runs",
				"--eidolon.training.output=/workspace/models", "--eidolon.training.augment=colour,cutout",
				"--eidolon.training.ema=0.999", "--eidolon.training.flip=true",
				"--eidolon.training.schedule.learning-rate=cosine", "--eidolon.training.steps=1000000");
	}

	@Test
	void aRunGoesOnWhereAPodWasLost() {
		Job job = Chart.with(TWO).the(Job.class);
		assertThat(pod(job).getRestartPolicy()).as("the next pod looks for a checkpoint, the same would not")
			.isEqualTo("Never");
		assertThat(pod(job).getInitContainers().getFirst().getCommand()).last()
			.asString()
			.contains("/workspace/runs/mine/checkpoint.pt", "eidolon.training.resume: true");
		assertThat(job.getSpec().getBackoffLimit()).as("three times, and both pods count").isEqualTo(6);
		assertThat(job.getSpec().getPodFailurePolicy().getRules()).singleElement()
			.satisfies(
					(rule) -> assertThat(rule.getOnPodConditions().getFirst().getType()).isEqualTo("DisruptionTarget"));
		assertThat(new Chart("1.25.3").render(TWO).the(Job.class).getSpec().getPodFailurePolicy()).isNull();
	}

	@Test
	void whatIsChangedMakesAnotherJob() {
		String name = Chart.with(TWO).the(Job.class).getMetadata().getName();
		assertThat(Chart.with(TWO + "replicas: 7").the(Job.class).getMetadata().getName()).isEqualTo(name);
		assertThat(Chart.with(TWO.replace("0.999", "0.99")).the(Job.class).getMetadata().getName()).isNotEqualTo(name);
		assertThat(Chart.with(TWO.replace("processes: 2", "processes: 4")).the(Job.class).getMetadata().getName())
			.isNotEqualTo(name);
	}

	@Test
	void aModelGoesWhereTheServiceLooks() {
		Manifests manifests = Chart.with(Options.TRAINING_INTO_CLAIM);
		Container trainer = trainer(manifests.the(Job.class));
		assertThat(trainer.getArgs()).contains("--eidolon.training.output=/models", "--eidolon.training.data=/data");
		assertThat(trainer.getVolumeMounts()).filteredOn((mount) -> mount.getMountPath().equals("/models"))
			.singleElement()
			.extracting(VolumeMount::getReadOnly)
			.isNull();
		assertThat(pod(manifests.the(Job.class)).getVolumes()).filteredOn((volume) -> volume.getName().equals("models"))
			.isEqualTo(manifests.servicePod()
				.getVolumes()
				.stream()
				.filter((volume) -> volume.getName().equals("models"))
				.toList());
		assertThat(manifests.all(PersistentVolumeClaim.class)).extracting((claim) -> claim.getMetadata().getName())
			.containsExactly("pictures-eidolon-models");
	}

	@Test
	void aBatchThatCannotBeSharedIsRefused() {
		assertThatThrownBy(() -> Chart.with(TWO.replace("steps: 1000000", "batch: 63")))
			.hasMessageContaining("training.settings.batch (63) must be a multiple of training.processes (2)");
	}

	private static PodSpec pod(Job job) {
		return job.getSpec().getTemplate().getSpec();
	}

	private static Container trainer(Job job) {
		return pod(job).getContainers().getFirst();
	}

	private static String field(Container container, String name) {
		return container.getEnv()
			.stream()
			.filter((variable) -> variable.getName().equals(name))
			.findFirst()
			.orElseThrow()
			.getValueFrom()
			.getFieldRef()
			.getFieldPath();
	}

}
