package io.eidolon.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;

/**
 * The chart, as Helm renders it for a version of Kubernetes. Neither a cluster nor the
 * network is asked for anything.
 *
 * @param kubernetes the version that the cluster says it is
 */
record Chart(String kubernetes) {

	private static final Path FOLDER = Path.of("helm/eidolon");

	static final String RELEASE = "pictures";

	static final String NAMESPACE = "studio";

	/** What the chart asks of whoever names no lock. */
	private static final String OPEN = "security: {open: true}\n";

	static final Chart NEWEST = new Chart("1.35.0");

	private static final Helm HELM = new Helm(withoutHooks());

	/**
	 * Renders the chart and reads what comes out, strictly.
	 * @param values YAML as in a values file
	 */
	static Manifests with(String values) {
		return NEWEST.render(values);
	}

	Manifests render(String values) {
		return Manifests.read(text(values));
	}

	/**
	 * Renders the chart.
	 * @throws IllegalStateException with Helm's reason when it refuses the values
	 */
	String text(String values) {
		try {
			Path file = Files.createTempFile("values", ".yaml");
			try {
				Files.writeString(file, values.contains("security:") ? values : OPEN + values);
				return HELM.template()
					.withName(RELEASE)
					.withNamespace(NAMESPACE)
					.withKubeVersion(this.kubernetes)
					.withValuesFile(file)
					.call();
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static LintResult lint() {
		return new Helm(FOLDER).lint().strict().call();
	}

	/** A copy whose hooks are none: Helm's library leaves them out of what it renders. */
	private static Path withoutHooks() {
		try (Stream<Path> files = Files.walk(FOLDER)) {
			Path copy = Files.createTempDirectory("chart");
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path target = copy.resolve(FOLDER.relativize(file));
				Files.createDirectories(target.getParent());
				Files.writeString(target, Files.readString(file).replace("helm.sh/hook:", "hook:"));
			}
			return copy;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
