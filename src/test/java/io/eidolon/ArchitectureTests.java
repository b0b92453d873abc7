package io.eidolon;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Holds packages to those that they may know. */
class ArchitectureTests {

	private static final int MOST_LINES = 250;

	private static JavaClasses production;

	@BeforeAll
	static void importProduction() {
		production = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("io.eidolon");
	}

	@Test
	void packagesKnowOnlyWhomTheirPackageInfoAllows() {
		ApplicationModules.of(EidolonApplication.class).verify();
	}

	@Test
	void libtorchIsImportedByTrainingAlone() {
		noClasses().that()
			.resideOutsideOfPackage("io.eidolon.training..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.bytedeco..")
			.check(production);
	}

	@Test
	void nativeSessionsAreOwnedByOnePackage() {
		noClasses().that()
			.resideOutsideOfPackage("io.eidolon.inference.onnx")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("ai.onnxruntime..")
			.check(production);
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.eidolon.image.png", "io.eidolon.image.jpeg" })
	void encodersOfPicturesKnowNoOtherPackage(String encoder) {
		noClasses().that()
			.resideInAPackage(encoder)
			.should()
			.dependOnClassesThat(resideInAPackage("io.eidolon..").and(not(resideInAPackage(encoder))))
			.check(production);
	}

	@Test
	void noPackagesKnowEachOther() {
		slices().matching("io.eidolon.(**)").should().beFreeOfCycles().check(production);
	}

	/** Conditions are settled when the service is built: see {@link PreparedBeans}. */
	@Test
	void noBeanIsConditionalOnSettingsButThatOfAJob() {
		assertThat(production.stream().flatMap(ArchitectureTests::conditions)).containsExactlyInAnyOrder(
				"JobRange is ConditionalOnProperty", "ManagementLock is ConditionalOnMissingBean");
	}

	private static Stream<String> conditions(JavaClass type) {
		return Stream
			.concat(type.getAnnotations().stream(),
					type.getMethods().stream().flatMap((method) -> method.getAnnotations().stream()))
			.map((annotation) -> annotation.getRawType())
			.filter((annotation) -> annotation.isEquivalentTo(Conditional.class)
					|| annotation.isMetaAnnotatedWith(Conditional.class))
			.filter((annotation) -> !annotation.isEquivalentTo(Profile.class))
			.map((annotation) -> "%s is %s".formatted(type.getSimpleName(), annotation.getSimpleName()));
	}

	@Test
	void algebraPixelsAndQueuesKnowNoFramework() {
		noClasses().that()
			.resideInAnyPackage("io.eidolon.latent..", "io.eidolon.image..", "io.eidolon.batching..")
			.and()
			.doNotHaveSimpleName("package-info")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "io.micrometer..", "tools.jackson..")
			.check(production);
	}

	@Test
	void namesSayWhatAClassDoes() {
		classes().should()
			.haveSimpleNameNotEndingWith("Utils")
			.andShould()
			.haveSimpleNameNotEndingWith("Impl")
			.andShould()
			.haveSimpleNameNotEndingWith("Manager")
			.andShould()
			.haveSimpleNameNotEndingWith("Helper")
			.check(production);
	}

	// What String.formatted makes of numbers NumberFormatTests looks for.
	@Test
	void nothingIsWrittenInTheLanguageOfTheMachine() {
		noClasses().should()
			.callMethod(String.class, "format", String.class, Object[].class)
			.orShould()
			.callMethod(String.class, "toLowerCase")
			.orShould()
			.callMethod(String.class, "toUpperCase")
			.orShould()
			.callMethod(PrintStream.class, "printf", String.class, Object[].class)
			.orShould()
			.callMethod(PrintStream.class, "format", String.class, Object[].class)
			.orShould()
			.callMethod(PrintWriter.class, "printf", String.class, Object[].class)
			.orShould()
			.callMethod(Formatter.class, "format", String.class, Object[].class)
			.orShould()
			.callConstructor(DecimalFormat.class, String.class)
			.orShould()
			.callMethod(NumberFormat.class, "getInstance")
			.orShould()
			.callMethod(DateTimeFormatter.class, "ofPattern", String.class)
			.orShould()
			.callMethod(Locale.class, "getDefault")
			.check(production);
	}

	@Test
	void noTwoClassesShareAName() {
		Map<String, Set<String>> names = production.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getSimpleName,
					Collectors.mapping(JavaClass::getName, Collectors.toSet())));
		assertThat(names.values()).filteredOn((same) -> same.size() > 1).isEmpty();
	}

	@Test
	void noFileIsTooLongToKnow() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
			assertThat(files.filter((file) -> file.toString().matches(".*\\.(java|js)")))
				.allSatisfy((file) -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES));
		}
	}

}
