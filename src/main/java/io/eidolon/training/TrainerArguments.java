package io.eidolon.training;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.eidolon.training.loop.TrainingException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. It may begin with a command; then settings may be given by their
 * short names.
 *
 * @param task the task that a command names, or null
 * @param forSpring the arguments as Spring reads them
 * @param help what is to be printed in place of a task, or null
 */
record TrainerArguments(@Nullable TaskKind task, List<String> forSpring, @Nullable String help) {

	private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

	private static final Predicate<String> OF_SPRING = (argument) -> argument
		.matches("--(debug|trace|(spring|logging|management)\\..*)");

	/**
	 * Reads a command line.
	 * @throws TrainingException when there is no such command, or no such setting of it
	 */
	static TrainerArguments parse(String... arguments) {
		List<String> ofSpring = Stream.of(arguments).filter(OF_SPRING).toList();
		List<String> own = Stream.of(arguments).filter(OF_SPRING.negate()).toList();
		if (!own.isEmpty() && !own.getFirst().startsWith("-")) {
			return parseCommand(own, ofSpring);
		}
		if (own.stream().anyMatch(HELP::contains)) {
			String[] first = own.stream().filter(HELP::contains).limit(1).toArray(String[]::new);
			return new TrainerArguments(null, List.of(), helpAskedFor(TrainerCommands.create().parseArgs(first)));
		}
		return new TrainerArguments(null,
				lastOfEach(Stream.of(arguments).map(TrainerArguments::withShorthand).toList()), null);
	}

	/** A bare --resume stands for the setting. */
	private static String withShorthand(String argument) {
		return argument.equals("--resume") ? "--eidolon.training.resume=true" : argument;
	}

	/** Of a setting that is given twice, the last one counts. Spring would join them. */
	private static List<String> lastOfEach(List<String> arguments) {
		return IntStream.range(0, arguments.size()).filter((i) -> {
			String name = name(arguments.get(i));
			boolean again = arguments.stream().skip(i + 1).anyMatch((later) -> name(later).equals(name));
			return !arguments.get(i).startsWith("--") || !again || TrainerCommands.isList(name);
		}).mapToObj(arguments::get).toList();
	}

	private static TrainerArguments parseCommand(List<String> own, List<String> ofSpring) {
		CommandLine commands = TrainerCommands.create();
		String command = own.getFirst();
		if (!commands.getSubcommands().containsKey(command)) {
			throw new TrainingException("%s is no command; there are %s".formatted(command,
					Arrays.stream(TaskKind.values()).map(TaskKind::command).toList()));
		}
		TaskKind task = TaskKind.named(command);
		try {
			ParseResult parsed = commands
				.parseArgs(own.stream().map((argument) -> documented(argument, task)).toArray(String[]::new));
			String help = helpAskedFor(parsed);
			List<String> settings = parsed.subcommand()
				.matchedOptions()
				.stream()
				.distinct()
				.flatMap(TrainerArguments::inFull)
				.toList();
			return new TrainerArguments(task, Stream.concat(settings.stream(), ofSpring.stream()).toList(), help);
		}
		catch (UnmatchedArgumentException ex) {
			throw new TrainingException("%s is no setting; settings begin with two dashes, such as --data=pictures.zip"
				.formatted(ex.getUnmatched().getFirst()), ex);
		}
		catch (ParameterException ex) {
			throw new TrainingException(String.valueOf(ex.getMessage()), ex);
		}
	}

	/** Spells the name of a setting as it is documented, and a switch with its value. */
	private static String documented(String argument, TaskKind task) {
		if (!argument.startsWith("--") || HELP.contains(argument)) {
			return argument;
		}
		String name = name(argument);
		String full = name.startsWith("eidolon.") ? name : task.prefix() + name;
		String known = new KnownSettings(task.settings()).find(full)
			.orElseThrow(() -> new TrainingException(task.refusal(name)));
		boolean bare = !argument.contains("=");
		return "--" + known
				+ ((bare && TrainerCommands.isSwitch(known)) ? "=true" : argument.substring(2 + name.length()));
	}

	private static Stream<String> inFull(OptionSpec option) {
		if (HELP.contains(option.longestName())) {
			return Stream.empty();
		}
		List<String> values = option.stringValues();
		List<String> taken = TrainerCommands.isList(option.longestName().substring(2)) ? values
				: values.subList(values.size() - 1, values.size());
		return taken.stream().map((value) -> option.longestName() + "=" + value);
	}

	/**
	 * Refuses arguments that are no settings of a task.
	 * @throws TrainingException with the name that was likely meant
	 */
	void requireSettingsOf(TaskKind task) {
		KnownSettings known = new KnownSettings(task.settings());
		this.forSpring.stream()
			.filter((argument) -> argument.startsWith("--"))
			.filter(OF_SPRING.negate())
			.map(TrainerArguments::name)
			.filter((name) -> known.find(name).isEmpty())
			.findFirst()
			.ifPresent((name) -> {
				throw new TrainingException(task.refusal(name));
			});
	}

	/** The name of a setting, which is followed by its value. */
	private static String name(String argument) {
		return argument.substring(Math.min(2, argument.length()),
				argument.contains("=") ? argument.indexOf('=') : argument.length());
	}

	private static @Nullable String helpAskedFor(ParseResult parsed) {
		StringWriter text = new StringWriter();
		for (CommandLine command : parsed.asCommandLineList()) {
			if (command.isUsageHelpRequested()) {
				command.usage(new PrintWriter(text, true));
				return text.toString();
			}
			if (command.isVersionHelpRequested()) {
				parsed.commandSpec().commandLine().printVersionHelp(new PrintWriter(text, true));
				return text.toString();
			}
		}
		return null;
	}

}
