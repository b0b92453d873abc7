package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.eidolon.bench.Round.Measured;
import io.eidolon.inference.onnx.GeneratorSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Loads the service, and beside it the raw session and the Node server. All serve the
 * same model on the same cores, one after the other, in rounds.
 */
final class HttpBenchmark {

	/** Up to so many, the settings of the Node server that suit one connection are used. */
	private static final int FEW = 1;

	private static final int MANY = 8;

	private final Plan plan;

	private final Map<Integer, NodePeer.Settings> chosen = new HashMap<>();

	private JsonNode serving = NullNode.getInstance();

	private @Nullable Interference interference;

	private @Nullable Replicas replicas;

	HttpBenchmark(Plan plan) {
		this.plan = plan;
	}

	/** The form in which the service says that it serves. */
	JsonNode serving() {
		return this.serving;
	}

	/** What else goes on, and what it does to single pictures. */
	Interference interference() {
		return Objects.requireNonNull(this.interference, "Measured by a run");
	}

	/** What came of several processes in the place of one. */
	Replicas replicas() {
		return Objects.requireNonNull(this.replicas, "Measured by a run");
	}

	/** The settings that served the Node server best, by connections. */
	Map<Integer, NodePeer.Settings> chosen() {
		return this.chosen;
	}

	List<Round> run() throws Exception {
		Path models = this.plan.output().resolve("models");
		byte[] model = BenchModel.DCGAN.bytes();
		Path file = BenchModels.write(models, "dcgan", model);
		Optional<NodePeer> node = NodePeer.install(this.plan.output().resolve("node"), file);
		if (node.isPresent()) {
			choose(node.get());
		}
		Eidolon eidolon = eidolon(models, "service.log");
		Map<NodePeer.Settings, Server> peers = new HashMap<>();
		try (GeneratorSession raw = GraphForm.REWRITTEN.open(model); Server service = eidolon.start().await()) {
			for (NodePeer.Settings settings : this.chosen.values()) {
				if (!peers.containsKey(settings)) {
					peers.put(settings, node.orElseThrow().start(settings));
				}
			}
			this.serving = service.json("/models/dcgan").path("serving");
			warm(service);
			for (Server peer : peers.values()) {
				warm(peer);
			}
			List<Round> rounds = rounds(raw, service, peers);
			this.replicas = replicas(models, service);
			this.interference = Interference.measure(service, file, this.plan.slice().multipliedBy(3));
			return rounds;
		}
		finally {
			peers.values().forEach(Server::close);
		}
	}

	private Eidolon eidolon(Path models, String log, String... options) {
		List<String> command = new ArrayList<>(List.of(options));
		command.addAll(List.of("-jar", this.plan.jar().toString()));
		return new Eidolon(command, models, this.plan.output().resolve(log));
	}

	private Replicas replicas(Path models, Server service) throws Exception {
		List<Server> replicas = new ArrayList<>();
		try {
			for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
				replicas.add(eidolon(models, "replica-%d.log".formatted(i), Replicas.ONE_CORE).start());
			}
			for (Server replica : replicas) {
				replica.await();
			}
			return Replicas.measure(this.plan, service, replicas);
		}
		finally {
			replicas.forEach(Server::close);
		}
	}

	private List<Round> rounds(GeneratorSession raw, Server service, Map<NodePeer.Settings, Server> peers)
			throws Exception {
		List<Round> rounds = new ArrayList<>();
		for (int round = 0; round < this.plan.rounds(); round++) {
			for (int connections : Plan.CONNECTIONS) {
				double limit = RawLimit.measure(raw, this.plan.slice());
				Measured eidolon = load(service, connections, this.plan.slice());
				Server peer = peers.get(this.chosen.get(Math.min(connections, MANY)));
				Measured node = (peer == null) ? null : load(peer, connections, this.plan.slice());
				Round measured = new Round(limit, eidolon, node);
				System.out.println(measured);
				rounds.add(measured);
			}
		}
		return rounds;
	}

	/** Tries all settings of the Node server at one connection and at several. */
	private void choose(NodePeer node) throws IOException, InterruptedException {
		Map<Integer, Map<NodePeer.Settings, Double>> tried = new HashMap<>();
		for (NodePeer.Settings settings : NodePeer.Settings.all()) {
			try (Server server = node.start(settings)) {
				load(server, MANY, this.plan.trial());
				for (int connections : new int[] { FEW, MANY }) {
					double perSecond = load(server, connections, this.plan.trial()).load().perSecond();
					tried.computeIfAbsent(connections, (key) -> new HashMap<>()).put(settings, perSecond);
				}
			}
		}
		System.out.println(tried);
		tried.forEach((connections, results) -> this.chosen.put(connections,
				results.entrySet().stream().max(Comparator.comparing(Map.Entry::getValue)).orElseThrow().getKey()));
	}

	private void warm(Server server) throws IOException {
		// More connections than requests are served at a time take other ways.
		for (int connections : Plan.CONNECTIONS) {
			load(server, connections, this.plan.warmUp().dividedBy(Plan.CONNECTIONS.length));
		}
	}

	private static Measured load(Server server, int connections, Duration duration) throws IOException {
		Duration before = server.processorTime();
		Load load = new LoadClient(server.port()).run(connections, duration);
		double spent = server.processorTime().minus(before).toNanos() / 1e6;
		return new Measured(load, spent / Math.max(1, load.perSecond() * duration.toNanos() / 1e9));
	}

}
