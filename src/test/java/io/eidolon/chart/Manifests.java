package io.eidolon.chart;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/** The objects that a rendering of the chart puts into a cluster. */
record Manifests(List<HasMetadata> objects) {

	static Manifests read(String yaml) {
		return new Manifests(documents(yaml).map(StrictTypes::read).toList());
	}

	/** The documents of a YAML stream; a key that is there twice is refused. */
	@SuppressWarnings("unchecked")
	static Stream<Map<String, Object>> documents(String yaml) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		Iterator<Object> documents = new Yaml(new SafeConstructor(options)).loadAll(yaml).iterator();
		Iterable<Object> all = () -> documents;
		return StreamSupport.stream(all.spliterator(), false)
			.filter(Map.class::isInstance)
			.map((document) -> (Map<String, Object>) document);
	}

	<T extends HasMetadata> Stream<T> all(Class<T> type) {
		return this.objects.stream().filter(type::isInstance).map(type::cast);
	}

	/** The only object of this type. */
	<T extends HasMetadata> T the(Class<T> type) {
		List<T> found = all(type).toList();
		assertThat(found).as("objects of type %s", type.getSimpleName()).hasSize(1);
		return found.getFirst();
	}

	/** The object of this type with this name, behind the release's name. */
	<T extends HasMetadata> T the(Class<T> type, String name) {
		return all(type).filter((object) -> object.getMetadata().getName().equals(Chart.RELEASE + "-" + name))
			.findFirst()
			.orElseThrow(() -> new AssertionError(
					"There is no %s %s in %s".formatted(type.getSimpleName(), name, this.objects)));
	}

	/** The containers that serve, of which there is one. */
	Container service() {
		return the(Deployment.class).getSpec().getTemplate().getSpec().getContainers().getFirst();
	}

	PodSpec servicePod() {
		return the(Deployment.class).getSpec().getTemplate().getSpec();
	}

	/** All pods there will be: of the deployment, the job and the test. */
	Stream<PodSpec> pods() {
		return Stream.of(all(Deployment.class).map((deployment) -> deployment.getSpec().getTemplate().getSpec()),
				all(Job.class).map((job) -> job.getSpec().getTemplate().getSpec()), all(Pod.class).map(Pod::getSpec))
			.flatMap((specs) -> specs);
	}

	/** The value of a variable of the container, which must be there. */
	static String variable(Container container, String name) {
		return container.getEnv()
			.stream()
			.filter((variable) -> variable.getName().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError("There is no %s in %s".formatted(name, container.getEnv())))
			.getValue();
	}

}
