package io.eidolon.bench;

import java.util.LinkedHashMap;
import java.util.Map;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the parts of the service with JMH. */
final class PartsBenchmark {

	private PartsBenchmark() {
	}

	/**
	 * Runs all benchmarks.
	 * @return microseconds by name, such as {@code GraphBenchmark.run DCGAN 4 REWRITTEN}
	 */
	static Map<String, Double> run(Plan plan) throws RunnerException {
		ChainedOptionsBuilder options = new OptionsBuilder()
			.include(PartsBenchmark.class.getPackageName() + "\\.\\w+Benchmark\\.")
			.jvmArgsAppend("--sun-misc-unsafe-memory-access=allow") // for JMH itself
			.shouldFailOnError(true)
			.forks(1)
			.warmupIterations(plan.quick() ? 1 : 2)
			.measurementIterations(plan.quick() ? 1 : 5)
			.warmupTime(TimeValue.milliseconds(plan.quick() ? 300 : 1000))
			.measurementTime(TimeValue.milliseconds(plan.quick() ? 300 : 1000));
		Map<String, Double> micros = new LinkedHashMap<>();
		for (RunResult result : new Runner(options.build()).run()) {
			micros.put(name(result), result.getPrimaryResult().getScore());
		}
		return micros;
	}

	static String name(String benchmark, Object... parameters) {
		StringBuilder name = new StringBuilder(benchmark);
		for (Object parameter : parameters) {
			name.append(' ').append(parameter);
		}
		return name.toString();
	}

	private static String name(RunResult result) {
		String method = result.getParams().getBenchmark();
		String plain = method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1);
		Object[] parameters = result.getParams()
			.getParamsKeys()
			.stream()
			.map((key) -> (Object) result.getParams().getParam(key))
			.toArray();
		return name(plain, parameters);
	}

}
