package io.eidolon.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands, each with its settings as options: {@code --data} is
 * {@code --eidolon.training.data}.
 */
final class TrainerCommands {

	/** What one needs to know of training first. */
	private static final List<String> FIRST = List.of("recipe", "data", "name", "minutes", "steps", "resume", "dry-run",
			"image-size", "conditional", "label-column", "label-pattern", "captions", "precision");

	private static final List<String> EXAMPLES = List.of(
			"train --data=pictures.zip --name=mine --recipe=dcgan-64-small --minutes=60",
			"train --data=folder-of-class-folders --conditional --name=flowers --recipe=dcgan-64 --minutes=90",
			"train --data=UTKFace --conditional '--label-pattern=[age]_[gender]_...' --label-column=gender --name=faces --steps=9000",
			"train --data=kaggle/train --conditional --label-column=breed --name=dogs --steps=20000",
			"evaluate --model=models/mine --data=pictures.zip");

	private static final List<String> OUTCOME = List.of(
			"The model is written to models/<name>. The service (java -jar eidolon-<version>.jar), started in the same folder,",
			"shows it at http://localhost:8080; one that runs there already takes it up. runs/<name>/index.html shows the run",
			"while it goes on.");

	private static final int WIDTH = 122;

	private static final int NAMES = 19;

	private static final SettingDescriptions DESCRIPTIONS = new SettingDescriptions();

	private TrainerCommands() {
	}

	/** Whether a setting may be given without a value. */
	static boolean isSwitch(String setting) {
		return DESCRIPTIONS.isSwitch(setting);
	}

	/** Whether a setting may be given several times. */
	static boolean isList(String setting) {
		return DESCRIPTIONS.isList(setting);
	}

	static CommandLine create() {
		CommandSpec root = command("eidolon-training", "Trains generators, and what belongs to them.");
		root.version(version());
		Stream.of(TaskKind.values()).forEach((kind) -> root.addSubcommand(kind.command(), command(kind)));
		root.usageMessage().footer(footer());
		return new CommandLine(root).setExpandAtFiles(false).setUsageHelpWidth(WIDTH);
	}

	private static CommandSpec command(TaskKind kind) {
		CommandSpec command = command(kind.command(), kind.description() + ".");
		for (String setting : kind.settings()) {
			command.addOption(option("--" + setting.substring(kind.prefix().length()), setting).build());
			command.addOption(option("--" + setting, setting).hidden(true).build());
		}
		return command;
	}

	private static CommandSpec command(String name, String description) {
		CommandSpec command = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
		command.usageMessage().description(plain(description)).abbreviateSynopsis(true);
		return command;
	}

	private static OptionSpec.Builder option(String name, String setting) {
		OptionSpec.Builder option = OptionSpec.builder(name)
			.type(List.class)
			.auxiliaryTypes(String.class)
			.paramLabel("<value>")
			.description(plain(DESCRIPTIONS.of(setting)));
		return option.arity(DESCRIPTIONS.isSwitch(setting) ? "0..1" : "1");
	}

	private static String[] footer() {
		TextTable table = TextTable.forColumnWidths(Help.defaultColorScheme(Help.Ansi.OFF), NAMES, WIDTH - NAMES);
		table.addRowValues("");
		table.addRowValues("Recipes:");
		Recipe.names().forEach((name) -> table.addRowValues("  " + name, Recipe.purpose(name)));
		table.addRowValues("");
		table.addRowValues("First settings of train:");
		FIRST.forEach((name) -> table.addRowValues("  --" + name, DESCRIPTIONS.of(TaskKind.TRAIN.prefix() + name)));
		return Stream.of(table.toString().lines(), Stream.of("", "Examples:"), EXAMPLES.stream().map("  "::concat),
				Stream.of(""), OUTCOME.stream(),
				Stream.of("", "<command> --help lists all settings of a command.",
						"Without a command, settings are given by their full names, such as --eidolon.training.data."))
			.flatMap((lines) -> lines)
			.map(TrainerCommands::plain)
			.toArray(String[]::new);
	}

	/** Text is a format to picocli. */
	private static String plain(String text) {
		return text.replace("%", "%%");
	}

	private static String version() {
		try (InputStream in = TrainerCommands.class.getResourceAsStream("/META-INF/build-info.properties")) {
			Properties build = new Properties();
			if (in != null) {
				build.load(in);
			}
			return plain("Eidolon " + build.getProperty("build.version", "(not packaged)"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
