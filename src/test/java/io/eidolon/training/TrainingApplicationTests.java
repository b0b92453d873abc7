package io.eidolon.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.eidolon.ChildJvm;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

/** Trains in processes of their own, which can be killed. */
@Tag("libtorch")
@Timeout(300)
class TrainingApplicationTests {

	private static final Path FASHION = Path.of("src/test/resources/fixtures/fashion").toAbsolutePath();

	private static final List<String> TINY = List.of("--eidolon.training.data=" + FASHION,
			"--eidolon.training.name=tiny", "--eidolon.training.image-size=28", "--eidolon.training.nf=4",
			"--eidolon.training.batch=8", "--eidolon.training.conditional=true", "--eidolon.training.report-every=5",
			"--eidolon.training.checkpoint-every=100ms");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	/** How often a run is killed; more with {@code -Deidolon.kills=20}. */
	private static final int KILLS = Integer.getInteger("eidolon.kills", 3);

	private final List<Process> started = new ArrayList<>();

	@AfterEach
	void killWhatStillRuns() {
		this.started.forEach(Process::destroyForcibly);
	}

	@Test
	@Timeout(1800)
	void aRunThatIsKilledAtAnyMomentEndsAsAnUnbrokenOne() throws Exception {
		// Each step is reported and saved, so that most kills come while a file is
		// written
		String[] game = { "--eidolon.training.threads=1", "--eidolon.training.instance-noise=0",
				"--eidolon.training.report-every=1", "--eidolon.training.checkpoint-every=1ms" };
		RandomGenerator random = new Random(7);
		long saved = 0;
		for (int kill = 0; kill < KILLS; kill++) {
			String[] unending = with(game, "--eidolon.training.runs=killed", "--eidolon.training.steps=1000000");
			Process process = start((kill == 0) ? unending : with(unending, "--resume"));
			String checkpoint = awaitLine(process, "Checkpoint of step");
			Thread.sleep(random.nextInt(100));
			process.destroyForcibly();
			assertThat(process.waitFor()).isNotZero();
			saved = Long.parseLong(checkpoint.replaceFirst(".*Checkpoint of step (\\d+) .*", "$1"));
		}
		String end = "--eidolon.training.steps=" + (saved + 50);
		assertEndsWell(start(with(game, end, "--eidolon.training.runs=killed", "--resume")));
		assertEndsWell(start(with(game, end, "--eidolon.training.runs=whole", "--eidolon.training.output=other")));

		ModelCard card = ModelCards.read(this.folder.resolve("models/tiny"));
		assertThat(card.training()).extracting(ModelCard.Training::steps).isEqualTo(saved + 50);
		assertThat(losses("killed")).hasSameSizeAs(losses("whole")).containsExactlyElementsOf(losses("whole"));
	}

	@Test
	void aRunThatIsTerminatedSavesWhereItWas() throws Exception {
		Process process = start("--eidolon.training.steps=1000000", "--eidolon.training.checkpoint-every=1h");
		awaitLine(process, "| J(D)");
		// Process.destroy would close the output as well.
		process.toHandle().destroy();
		List<String> lines = process.inputReader().lines().toList();
		assertThat(process.waitFor()).isNotZero();
		assertThat(lines).anyMatch((line) -> line.contains("Checkpoint of step"));
		assertThat(this.folder.resolve("runs/tiny/checkpoint.pt")).exists();
		assertThat(this.folder.resolve("models/tiny")).doesNotExist();
	}

	@Test
	void aRunThatIsTerminatedAfterItsLastStepEndsInOneLineAndCanBeExported() throws Exception {
		Process process = start("--eidolon.training.steps=5");
		awaitLine(process, "Checkpoint of step 5 ");
		process.toHandle().destroy();
		List<String> lines = process.inputReader().lines().toList();
		// The export is over in a moment, so that it may have been complete before
		assertThat(process.waitFor()).as(String.join("\n", lines)).isIn(0, 128 + 15);
		assertThat(lines).last().asString().containsAnyOf("Stopped: ", "Finished: ");
		assertEndsWell(start("--eidolon.training.steps=5", "--resume"));
		assertThat(this.folder.resolve("models/tiny/generator.onnx")).exists();
	}

	@Test
	void anEncoderThatIsTerminatedEndsBeforeItsProcess() throws Exception {
		Path model = TinyGenerators.write(this.folder, "tiny", 8, 1);
		Process process = launch(Map.of(),
				List.of("encode", "--model=" + model, "--batch=8", "--steps=1000000", "--threads=1"));
		awaitLine(process, "step 100 ");
		process.toHandle().destroy();
		List<String> lines = process.inputReader().lines().toList();
		assertThat(process.waitFor()).isEqualTo(128 + 15);
		assertThat(lines).anyMatch((line) -> line.contains("Stopped before it was complete"));
		assertThat(model.resolve(ModelFiles.ENCODER)).doesNotExist();
	}

	@Test
	void twoProcessesLearnWhatOneLearnsFromWholeBatches() throws Exception {
		String[] game = { "--eidolon.training.network=residual", "--eidolon.training.objective=relativistic",
				"--eidolon.training.r1=1", "--eidolon.training.r2=1", "--eidolon.training.image-size=32",
				"--eidolon.training.instance-noise=0", "--eidolon.training.flip=true", "--eidolon.training.steps=6",
				"--eidolon.training.report-every=1" };
		assertEndsWell(start(with(game, "--eidolon.training.runs=one")));
		String master = "--eidolon.training.master=localhost:" + ChildJvm.freePort();
		String[] shared = with(game, "--eidolon.training.runs=two", "--eidolon.training.world-size=2", master);
		Process second = start(with(shared, "--eidolon.training.rank=1"));
		assertEndsWell(start(with(shared, "--eidolon.training.rank=0")));
		assertEndsWell(second);
		List<double[]> alone = losses("one");
		List<double[]> together = losses("two");
		assertThat(together).hasSameSizeAs(alone).hasSize(6);
		for (int i = 0; i < alone.size(); i++) {
			assertThat(together.get(i)).containsExactly(alone.get(i), offset(2e-5));
		}
	}

	@Test
	void aLostPeerEndsTheOtherWhichCanGoOnFromItsCheckpoint() throws Exception {
		List<Process> processes = startAll("--eidolon.training.steps=1000000");
		awaitLine(processes.getFirst(), "Checkpoint of step");
		processes.getLast().destroyForcibly();
		List<String> lines = processes.getFirst().inputReader().lines().toList();
		assertThat(processes.getFirst().waitFor()).isEqualTo(1);
		assertThat(lines).last()
			.asString()
			.contains("Training ended: The process of rank 0 in 2 lost a peer")
			.contains("--resume");

		long saved = lines.stream()
			.filter((line) -> line.contains("Checkpoint of step"))
			.mapToLong((line) -> Long.parseLong(line.replaceFirst(".*Checkpoint of step (\\d+) .*", "$1")))
			.max()
			.orElse(5);
		List<Process> resumed = startAll("--eidolon.training.steps=" + (saved + 100), "--resume");
		for (Process process : resumed) {
			assertEndsWell(process);
		}
	}

	@Test
	void aRunThatWouldOverwriteAnotherIsRefused() throws Exception {
		Files.createDirectories(this.folder.resolve("runs/tiny"));
		Files.writeString(this.folder.resolve("runs/tiny/checkpoint.pt"), "of another run");
		assertRefused(start("--eidolon.training.steps=5"), "add --resume to go on from it");
	}

	@Test
	void aSecondRunOfTheSameNameIsToldThatAnotherIsGoingOn() throws Exception {
		Process first = start("--eidolon.training.steps=1000000");
		awaitLine(first, "Checkpoint of step");
		assertRefused(start("--eidolon.training.steps=5"), "Another run is going on in ");
		assertRefused(start("--eidolon.training.steps=5", "--resume"), "Another run is going on in ");
		assertThat(first.isAlive()).isTrue();
	}

	@Test
	void aDryRunSaysWhatARunWouldTakeAndWritesNothing() throws Exception {
		Process process = launch(Map.of(), List.of("train", "--data=" + FASHION, "--name=dry", "--image-size=28",
				"--nf=4", "--batch=8", "--steps=1000", "--threads=1", "--dry-run"));
		List<String> lines = process.inputReader().lines().toList();
		assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
		assertThat(lines).anyMatch((line) -> line.contains(" parameters of G, "))
			.anyMatch((line) -> line.matches(".*: 1,000 steps take about \\d+ (s|min)"))
			.last()
			.asString()
			.endsWith("This was a dry run: nothing is written");
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void aFolderOfModelsThatCannotBeWrittenIsFoundBeforeTheFirstStep() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), "of somebody");
		assertRefused(start("--eidolon.training.steps=5", "--eidolon.training.output=" + file),
				file + " cannot be written: " + file + " is no folder");
		assertThat(this.folder.resolve("runs/tiny/checkpoint.pt")).doesNotExist();
	}

	@Test
	void wrongSettingsAreNamedInOneLine() throws Exception {
		assertRefused(start("--eidolon.training.steps=5", "--eidolon.training.nf=2", "--eidolon.training.batch=1"),
				"eidolon.training.batch (1) must be greater than or equal to 2; "
						+ "eidolon.training.nf (2) must be greater than or equal to 4");
	}

	@Test
	void aSizeThatNoNetworkCanBeMadeForIsAnsweredWithThoseThatThereAre() throws Exception {
		assertRefused(start("--eidolon.training.steps=5", "--eidolon.training.image-size=64x90"),
				"eidolon.training.image-size (64x90) must have beside 64 pixels a multiple of 16, at most 256");
	}

	@Test
	void anUnknownObjectiveIsAnsweredWithThoseThatThereAre() throws Exception {
		assertRefused(start("--eidolon.training.steps=5", "--eidolon.training.objective=best"),
				"eidolon.training.objective (best) must be one of [minimax, non-saturating, maximum-likelihood, least-squares, hinge, "
						+ "wasserstein, relativistic]");
	}

	@Test
	void anUnknownNetworkIsAnsweredWithThoseThatThereAre() throws Exception {
		assertRefused(start("--eidolon.training.steps=5", "--eidolon.training.network=best"),
				"eidolon.training.network (best) must be one of [dcgan, dcgan-text, residual, modulated, text, perceptron]");
	}

	@Test
	void rotationsOfPicturesThatAreNoSquaresAreRefusedWithTheRemedy() throws Exception {
		assertRefused(
				start("--eidolon.training.steps=5", "--eidolon.training.step.rotation=1",
						"--eidolon.training.image-size=64x96"),
				"step.rotation needs pictures that are squares; set image-size to one number, such as 64");
	}

	@Test
	void wassersteinWithoutABoundIsRefusedWithTheRemedy() throws Exception {
		assertRefused(start("--eidolon.training.steps=5", "--eidolon.training.objective=wasserstein"),
				"needs a discriminator of bounded gradient; set gradient-penalty, such as 10, or spectral-norm=true");
	}

	/** Starts two processes as torchrun would. */
	private List<Process> startAll(String... settings) throws IOException {
		String port = Integer.toString(ChildJvm.freePort());
		List<Process> processes = new ArrayList<>();
		for (String rank : List.of("0", "1")) {
			processes
				.add(start(Map.of("WORLD_SIZE", "2", "RANK", rank, "MASTER_ADDR", "localhost", "MASTER_PORT", port),
						settings));
		}
		return processes;
	}

	private static String[] with(String[] settings, String... more) {
		return Stream.of(settings, more).flatMap(Stream::of).toArray(String[]::new);
	}

	private static void assertEndsWell(Process process) throws InterruptedException {
		String output = process.inputReader().lines().collect(Collectors.joining("\n"));
		assertThat(process.waitFor()).as(output).isZero();
	}

	/** J(D), J(G), D(x) and D(G(z)) by step. */
	private List<double[]> losses(String runs) throws IOException {
		return Files.readAllLines(this.folder.resolve(runs + "/tiny/metrics.csv"))
			.stream()
			.skip(1)
			.map((row) -> Stream.of(row.split(",")).skip(3).mapToDouble(Double::parseDouble).toArray())
			.toList();
	}

	private void assertRefused(Process process, String reason) throws InterruptedException {
		List<String> errors = process.inputReader().lines().filter((line) -> line.contains("ERROR")).toList();
		assertThat(process.waitFor()).isEqualTo(1);
		assertThat(errors).singleElement().asString().contains("Training ended: ").contains(reason);
	}

	private Process start(String... settings) throws IOException {
		return start(Map.of(), settings);
	}

	private Process start(Map<String, String> environment, String... settings) throws IOException {
		return launch(environment,
				Stream.concat(Stream.of(settings), TINY.stream().filter((setting) -> isNotIn(settings, setting)))
					.toList());
	}

	private Process launch(Map<String, String> environment, List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp",
				System.getProperty("java.class.path"), TrainingApplication.class.getName()));
		command.addAll(arguments);
		ProcessBuilder builder = ChildJvm.with(command).directory(this.folder.toFile());
		builder.environment().putAll(environment);
		Process process = builder.start();
		this.started.add(process);
		return process;
	}

	private static boolean isNotIn(String[] settings, String setting) {
		String key = setting.substring(0, setting.indexOf('=') + 1);
		return Stream.of(settings).noneMatch((other) -> other.startsWith(key));
	}

	private static String awaitLine(Process process, String part) throws IOException {
		BufferedReader lines = process.inputReader();
		List<String> seen = new ArrayList<>();
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			if (line.contains(part)) {
				return line;
			}
			seen.add(line);
		}
		throw new AssertionError("The process ended without '%s': %s".formatted(part, seen));
	}

}
