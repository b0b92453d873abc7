package io.eidolon.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * All that was measured.
 *
 * @param secondsASlice the time of each server in a round
 * @param secondsOfWarmUp the time of load that each server had before
 * @param serving the form in which the service says that it serves
 * @param rounds the load over HTTP
 * @param node the settings of the Node server by connections, empty without Node
 * @param interference what else goes on, and what it does to single pictures
 * @param replicas several processes in the place of one
 * @param tasks what takes longer than a picture
 * @param micros JMH's averages by benchmark
 * @param torch what PyTorch takes for gradients
 * @param start the time to the first picture
 */
record Results(LocalDate date, boolean quick, Machine machine, long secondsASlice, long secondsOfWarmUp,
		JsonNode serving, List<Round> rounds, Map<Integer, String> node, Interference interference, Replicas replicas,
		Tasks tasks, Map<String, Double> micros, TorchPeer torch, StartTime start) {

	List<Round> rounds(int connections) {
		return this.rounds.stream().filter((round) -> round.connections() == connections).toList();
	}

	/** JMH's average, NaN where it has none. */
	double micros(String benchmark, Object... parameters) {
		return this.micros.getOrDefault(PartsBenchmark.name(benchmark, parameters), Double.NaN);
	}

}
